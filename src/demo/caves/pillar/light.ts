/** Light of the cave: the door, lamps before the pillar, sheets of light as photographers hang them. */
import type { Flame, Lighting, Panel, Vec3 } from '#demo/cave/cave.ts';
import { FRONT_NICHE, PASSAGE, PILLAR_BODY } from './room/dimensions.ts';
import { placed } from './room/handCut.ts';

export interface Lamp {
  /** Where its bowl stands. */
  readonly foot: Vec3;
  readonly scale: number;
  /** Against a common lamp. */
  readonly strength: number;
  /** Height of the flame, metres. */
  readonly flame: number;
  /** True where the bowl stands on a stone stand, whose own foot is on the floor below. */
  readonly onStand: boolean;
}

/** The wick over the foot of a lamp of scale 1. */
const WICK = 0.076;
/** Height of a stand. */
const STAND = 0.94;

const front = PILLAR_BODY.centreZ + PILLAR_BODY.half;
const stand = (x: number, z: number): Vec3 => {
  const [px, , pz] = placed(x, 0, z);
  return [px, STAND - 0.006, pz];
};

/** Two on stands at the corners of the base, two at the feet of the great Buddha. */
export const LAMPS: readonly Lamp[] = [
  { foot: stand(-1.62, 1.0), scale: 1.3, strength: 2.3, flame: 0.064, onStand: true },
  { foot: stand(1.68, 0.92), scale: 1.3, strength: 2.3, flame: 0.06, onStand: true },
  {
    foot: placed(-0.52, FRONT_NICHE.sill - 0.06, front + 0.2),
    scale: 0.95,
    strength: 0.42,
    flame: 0.046,
    onStand: false,
  },
  { foot: placed(0.5, FRONT_NICHE.sill - 0.06, front + 0.21), scale: 1, strength: 0.46, flame: 0.048, onStand: false },
];

const FLAMES: readonly Flame[] = LAMPS.map(({ foot, scale, strength, flame }) => ({
  position: [foot[0], foot[1] + WICK * scale, foot[2]],
  size: flame,
  strength,
}));

const DOOR: Panel = {
  centre: [0, PASSAGE.height / 2, PASSAGE.cliff],
  edgeU: [0, PASSAGE.height / 2, 0],
  edgeV: [PASSAGE.halfWidth, 0, 0],
  radiance: [13, 14.5, 17],
};

/** A sheet at a place; it shines to the side of edgeU × edgeV. */
function hangSheet(centre: Vec3, edgeU: Vec3, edgeV: Vec3, strength: number): Panel {
  return { centre, edgeU, edgeV, radiance: [strength, strength * 0.97, strength * 0.92] };
}

export const LIGHTING: Lighting = {
  daylight: [DOOR],
  skyLights: false,
  flames: FLAMES,
  flameRadiance: [1500, 760, 250],
  documentation: [
    // Downwards and upwards in the front part, then both ways in the aisles, then towards the pillar.
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
