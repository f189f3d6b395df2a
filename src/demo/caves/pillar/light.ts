/** Light of the cave: the door, lamps before the pillar, sheets of light as photographers hang them. */
import type { Flame, Lighting, Panel, Vec3 } from '#demo/cave/cave.ts';
import { PASSAGE, PILLAR_BODY } from './room/dimensions.ts';
import { placed } from './room/handCut.ts';

export interface Lamp {
  /** Where its foot stands. */
  readonly foot: Vec3;
  readonly scale: number;
}

/** The wick over the foot of a lamp of scale 1. */
export const WICK = 0.078;

const step = PILLAR_BODY.steps[0];
const onStep = (x: number): Vec3 => placed(x, step.high, PILLAR_BODY.centreZ + step.half - 0.1);

/** Four bowls on the lower step before the great niche. */
export const LAMPS: readonly Lamp[] = [
  { foot: onStep(-1.18), scale: 1.25 },
  { foot: onStep(-0.42), scale: 1.1 },
  { foot: onStep(0.46), scale: 1.15 },
  { foot: onStep(1.22), scale: 1.25 },
];

const FLAMES: readonly Flame[] = LAMPS.map(({ foot, scale }, i) => ({
  position: [foot[0], foot[1] + WICK * scale, foot[2]],
  size: 0.052 + 0.006 * ((i * 3) % 4),
  strength: [1.6, 1.15, 1.25, 1.5][i]!,
}));

const DOOR: Panel = {
  centre: [0, PASSAGE.height / 2, PASSAGE.cliff],
  edgeU: [0, PASSAGE.height / 2, 0],
  edgeV: [PASSAGE.halfWidth, 0, 0],
  radiance: [13, 14.5, 17],
};

/** A sheet at a place that shines along one axis. */
function hangSheet(centre: Vec3, edgeU: Vec3, edgeV: Vec3, strength: number): Panel {
  return { centre, edgeU, edgeV, radiance: [strength, strength * 0.97, strength * 0.92] };
}

export const LIGHTING: Lighting = {
  daylight: [DOOR],
  skyLights: false,
  flames: FLAMES,
  flameRadiance: [1500, 760, 250],
  documentation: [
    // Downwards and upwards in the front part, then low ones in the aisles.
    hangSheet([0, 3.7, 2.6], [1.2, 0, 0], [0, 0, 0.8], 1.7),
    hangSheet([0, 0.5, 3.1], [0, 0, 1], [1.4, 0, 0], 1.5),
    hangSheet([2.55, 1.7, -1.5], [0, 1, 0], [0, 0, 1.6], 0.7),
    hangSheet([2.5, 1.7, -1.5], [0, 0, 1.6], [0, 1, 0], 0.7),
    hangSheet([-2.55, 1.7, -1.5], [0, 0, 1.6], [0, 1, 0], 0.7),
    hangSheet([-2.5, 1.7, -1.5], [0, 1, 0], [0, 0, 1.6], 0.7),
    hangSheet([0, 1.8, -3.9], [1.4, 0, 0], [0, 1, 0], 0.6),
    hangSheet([0, 1.8, -3.95], [0, 1, 0], [1.4, 0, 0], 0.6),
    hangSheet([0, 1.9, 4.6], [0, 1, 0], [1.5, 0, 0], 0.8),
  ],
};
