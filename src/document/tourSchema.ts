/** Guided tours in the exhibition document: stations in order, with what is shown and said at each. */
import * as z from 'zod/mini';
import { degrees } from '#sources/panorama/fields.ts';
import { id, languageMap, metres, startView, viewTarget } from './fields.ts';
import { orbitView, relicLamp, section, SURFACES } from './relicSchema.ts';

/** Side: the two side by side, each with the middle of the view. */
export const COMPARE_MODES = ['lens', 'curtain', 'blend', 'side'] as const;

/** Another layer of the place, seen together with its own while a step lasts. What is left out is as the viewer has it. */
const stepLayers = z.strictObject({
  /** The other layer, of the panorama of the step's node. */
  layer: id,
  mode: z.enum(COMPARE_MODES),
  /** Where the middle of the lens lies, and from there to its rim. */
  lens: z.optional(
    z.strictObject({ yaw: degrees(-360, 360), pitch: degrees(-90, 90), radius: z.optional(degrees(3, 60)) }),
  ),
  /** Where the line stands, 0 to 1 from the left edge of the picture; the other layer lies to the left of it. */
  curtain: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  /** How much of the other layer there is, 0 to 1. */
  blend: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
});

const share = z.number().check(z.minimum(0), z.maximum(1));

/** The light of a place that has two; as it was photographed where a step names none. */
const stepLight = z.strictObject({
  /** 0 is night, 0.25 dawn, 0.5 day, 0.75 dusk, 1 night again. */
  hour: z.optional(share),
  /** How bright the lamp is; 0 puts it out. */
  lamp: z.optional(share),
});

/** A relic of the step's node in the visitor's hands, while the step lasts. */
const stepRelic = z.strictObject({
  /** The relic hotspot. */
  hotspot: id,
  /** A state of the relic; the model itself is `""`. */
  state: z.optional(z.union([id, z.literal('')])),
  /** Another state beside it, to the left of the line in the middle. */
  against: z.optional(z.union([id, z.literal('')])),
  view: z.optional(orbitView),
  lamp: z.optional(relicLamp),
  section: z.optional(section),
  surface: z.optional(z.enum(SURFACES)),
  /** One of its annotations, which is opened. */
  annotation: z.optional(id),
});

/** A length that the tape shows between what lies in two directions; only where the walls' distances are recorded. */
const stepMeasure = z.strictObject({ from: viewTarget, to: viewTarget });

/** A wall that is brought closer; only where the walls' distances are recorded. */
const stepWall = z.strictObject({
  yaw: degrees(-360, 360),
  pitch: degrees(-90, 90),
  /** The part of it that fills the picture: middle and width, on the wall's axes; by default as much as one sees of it. */
  frame: z.optional(z.strictObject({ x: metres, y: metres, width: z.number().check(z.positive(), z.maximum(1_000)) })),
});

/** A way on that the visitor may choose. */
const stepChoice = z.strictObject({
  label: languageMap,
  /** The id of a step of the same tour. */
  to: id,
});

/** One station of a tour: where to stand, where to look, what to open, what is said. */
const tourStep = z.strictObject({
  /** By which choices and other steps lead here; only a step that something leads to needs one. */
  id: z.optional(id),
  at: id,
  look: z.optional(startView),
  /** A hotspot of that node whose label is opened. */
  show: z.optional(id),
  layers: z.optional(stepLayers),
  light: z.optional(stepLight),
  /** Takes the place of the label. */
  relic: z.optional(stepRelic),
  measure: z.optional(stepMeasure),
  wall: z.optional(stepWall),
  /** The visitor is asked which way to go on, once the step is told. */
  choices: z.optional(z.array(stepChoice).check(z.minLength(1), z.maxLength(6))),
  /** The id of the step that follows; by default the next one of the list. Choices go before it. */
  next: z.optional(id),
  narration: languageMap,
  /** The narration as it was recorded, by language: audio assets. Without one, a voice of the device reads the text. */
  voice: z.optional(z.record(z.string(), id)),
  /** Audio assets that sound once when the step begins. */
  sounds: z.optional(z.array(id).check(z.maxLength(8))),
  /** It lasts at least this long, at the ordinary rate. */
  minSeconds: z.optional(z.number().check(z.minimum(0), z.maximum(3_600))),
});

export const tour = z.strictObject({
  id,
  label: languageMap,
  summary: z.optional(languageMap),
  steps: z.array(tourStep).check(z.minLength(1), z.maxLength(500)),
});

export type CompareMode = (typeof COMPARE_MODES)[number];
export type StepChoice = z.infer<typeof stepChoice>;
export type StepLayers = z.infer<typeof stepLayers>;
export type TourStep = z.infer<typeof tourStep>;
export type Tour = z.infer<typeof tour>;
