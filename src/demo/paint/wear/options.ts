/** A field over the painting: x from its left edge, y down from its top edge, metres. Called for every pixel. */
export type WearField = (x: number, y: number) => number;

/** What time has done to a painting, beyond the change of its pigments. Everything has a default. */
export interface WearOptions {
  /** Any number; other seeds give other patterns. */
  readonly seed: number;
  /** Added to the tendency to lose paint, half of it counts against `threshold`: 0 even, 0.4 heavy. Default 0. */
  readonly lossBias?: WearField;
  /** Lamp soot, 0…1. Default 0. */
  readonly soot?: WearField;
  /** Dust that lies or sticks, 0…1. Default 0.06. */
  readonly dust?: WearField;
  /** Rubbing by hands, shoulders, feet, 0…1: paint thins to its ground and then shines a little. Default 0. */
  readonly touch?: WearField;
  /** Thinning and abrasion against the common wall of 1. */
  readonly strength?: number;
  /** Share of the surface below which paint holds: 0.93 nearly whole, 0.8 common, 0.75 heavily lost. Default 0.8. */
  readonly threshold?: number;
  /** Uneven tone and the waviness of hand-laid plaster, against the common wall of 1; less for stone, sand and wood. */
  readonly mottling?: number;
  /** How many cracks start on the painting. Default 1.6 for each square metre. */
  readonly cracks?: number;
}
