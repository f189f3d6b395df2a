/**
 * The Buddha entering nirvana, lying on his right side with his head to the south, as solids for the chamber. The face is
 * meshed more finely than the rest: it is cut from neck and hair along their own creases, so that no seam shows.
 */
import type { Solid, Statue, Vec3 } from '#demo/cave/cave.ts';
import { smoothMax } from '#demo/form/fields.ts';
import { colourLimb, colourPillow, colourRobe } from '#demo/caves/chamber/figure/clothColour.ts';
import { hair, skin } from '#demo/caves/chamber/figure/flesh.ts';
import { feet, leftHand } from '#demo/caves/chamber/figure/hands.ts';
import { pillow } from '#demo/caves/chamber/figure/pillow.ts';
import { alongHead, HEAD_GAZE, HEAD_UP } from '#demo/caves/chamber/figure/placing.ts';
import { measureCloth, type ClothPoint } from '#demo/caves/chamber/figure/robe.ts';
import { colourBareParts } from '#demo/caves/chamber/figure/skinColour.ts';

/** Where face and neck part: the first line round the neck. */
const NECK_CREASE_X = -2.235;

const cloth: ClothPoint = { distance: 0, cloth: 'robe' };

function robe(x: number, y: number, z: number): number {
  measureCloth(x, y, z, cloth);
  return cloth.distance;
}

/** What lies behind the face's own solid: the back of the head, under the hair. */
function beyondFace(x: number, y: number, z: number): number {
  return Math.max(x - NECK_CREASE_X, -0.19 - alongHead(HEAD_GAZE, x, y, z), alongHead(HEAD_UP, x, y, z) - 0.5) * 0.86;
}

function face(x: number, y: number, z: number): number {
  return smoothMax(skin(x, y, z), beyondFace(x, y, z), 0.004);
}

/** Neck, breast and right hand; under the face they draw back by a millimetre or two. */
function neck(x: number, y: number, z: number): number {
  return smoothMax(skin(x, y, z), NECK_CREASE_X - 0.03 - x, 0.01);
}

export const RECLINING_SOLIDS: readonly Solid[] = [
  {
    id: 'reclining-face',
    low: [-3.18, 0.12, -0.5],
    high: [-2.2, 1.2, 0.58],
    cell: 0.0055,
    distance: face,
    colour: colourBareParts,
  },
  {
    id: 'reclining-hair',
    low: [-3.4, 0.1, -0.62],
    high: [-2.4, 1.24, 0.5],
    cell: 0.009,
    distance: hair,
    colour: colourBareParts,
  },
  {
    id: 'reclining-neck',
    low: [-2.32, -0.05, -0.6],
    high: [-1.34, 1.36, 0.62],
    cell: 0.009,
    distance: neck,
    colour: colourBareParts,
  },
  {
    id: 'reclining-robe',
    low: [-2.12, -0.04, -0.64],
    high: [2.96, 1.46, 0.74],
    cell: 0.012,
    distance: robe,
    colour: colourRobe,
  },
  {
    id: 'reclining-left-hand',
    low: [0.1, 0.8, -0.16],
    high: [1.46, 1.32, 0.46],
    cell: 0.008,
    distance: leftHand,
    colour: colourLimb,
  },
  {
    id: 'reclining-feet',
    low: [2.45, -0.03, -0.36],
    high: [3.4, 0.68, 0.66],
    cell: 0.009,
    distance: feet,
    colour: colourLimb,
  },
  {
    id: 'reclining-pillow',
    low: [-3.68, -0.03, -0.6],
    high: [-2.08, 0.38, 0.66],
    cell: 0.012,
    distance: pillow,
    colour: colourPillow,
  },
];

/** The figure put down with the middle of its side at `position`. */
export function layDown(position: Vec3): Statue[] {
  return RECLINING_SOLIDS.map(({ id }) => ({ solid: id, position, yaw: 0, scale: 1, mirrored: false, variant: 0 }));
}
