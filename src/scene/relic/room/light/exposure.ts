/** How bright daylight and lamp are for a mix of the two. Pure. */

export interface Exposure {
  /** Factor of the environment's light. */
  readonly day: number;
  /** Intensity of the lamp, three's units: π lights a white surface that faces it fully. */
  readonly lamp: number;
}

/** Of the environment alone, which is a dark room with soft lights: white in it is nearly white. */
const DAY = 1.85;
/** Of the lamp alone: brighter than a surface that faces it would need, as most of a relic is turned away from it. */
const LAMP = 2.2 * Math.PI;

/** `mix` 0 is daylight alone, 1 the lamp alone, without any light from elsewhere, so that the finest relief shows. */
export function exposureOf(mix: number): Exposure {
  const share = Math.min(1, Math.max(0, mix));
  return { day: DAY * (1 - share), lamp: LAMP * share };
}
