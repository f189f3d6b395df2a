/** Guided tours in the exhibition document: stations in order, with what is shown and said at each. */
import * as z from 'zod/mini';
import { degrees } from '#sources/panorama/fields.ts';
import { id, languageMap, startView } from './fields.ts';

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

/** One station of a tour: where to stand, where to look, what to open, what is said. */
const tourStep = z.strictObject({
  at: id,
  look: z.optional(startView),
  /** A hotspot of that node whose label is opened. */
  show: z.optional(id),
  layers: z.optional(stepLayers),
  narration: languageMap,
  /** The narration as it was recorded, by language: audio assets. Without one, a voice of the device reads the text. */
  voice: z.optional(z.record(z.string(), id)),
  /** Audio assets that sound once when the step begins. */
  sounds: z.optional(z.array(id).check(z.maxLength(8))),
  /** A step without a voice lasts at least this long. */
  minSeconds: z.optional(z.number().check(z.minimum(0), z.maximum(3_600))),
});

export const tour = z.strictObject({
  id,
  label: languageMap,
  summary: z.optional(languageMap),
  steps: z.array(tourStep).check(z.minLength(1), z.maxLength(500)),
});

export type CompareMode = (typeof COMPARE_MODES)[number];
export type StepLayers = z.infer<typeof stepLayers>;
export type TourStep = z.infer<typeof tourStep>;
export type Tour = z.infer<typeof tour>;
