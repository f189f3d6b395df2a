import { toRadians } from '#shared/angle.ts';
import { EYE_HEIGHT, type Mark } from '#tour/marks.ts';

/** A disc on the floor, an upright disc at a door, or a point that faces the visitor. */
export type MarkShape = 'floor' | 'door' | 'point';

export interface MarkPlace {
  readonly shape: MarkShape;
  /** Where its middle is seen, radians, and how far away, metres. */
  readonly yaw: number;
  readonly pitch: number;
  readonly distance: number;
}

/** Seen flatter than this, a disc on the floor would be a line. */
const FLATTEST = toRadians(-8);
/** Pictures have no depth of their own: what is on a wall hangs at an easy distance. */
const WALL_DISTANCE = 5;

const FLOOR_RADIUS_METRES = 0.42;
const FLOOR_RADIUS_PX = { least: 22, most: 54 };
const DOOR_RADIUS_PX = 23;
const POINT_RADIUS_PX = 13;

/** Where and how a mark is drawn: a link lies on the floor where one sees enough of it, else it stands upright. */
export function placeMark({ kind, yaw, pitch, floorPitch }: Mark): MarkPlace {
  if (kind === 'hotspot') return { shape: 'point', yaw, pitch, distance: WALL_DISTANCE };
  const lying = floorPitch ?? pitch;
  if (lying > FLATTEST) return { shape: 'door', yaw, pitch, distance: WALL_DISTANCE };
  return { shape: 'floor', yaw, pitch: lying, distance: EYE_HEIGHT / Math.sin(-lying) };
}

/**
 * A mark's radius in CSS pixels, where a pixel is `unitsPerPx` metres wide at a distance of one metre. Discs on the
 * floor have a size of their own, within what can be hit and what would be in the way; the others keep theirs on the
 * screen.
 */
export function radiusOf({ shape, distance }: MarkPlace, unitsPerPx: number): number {
  if (shape === 'point') return POINT_RADIUS_PX;
  if (shape === 'door') return DOOR_RADIUS_PX;
  const seen = FLOOR_RADIUS_METRES / (distance * unitsPerPx);
  return Math.min(FLOOR_RADIUS_PX.most, Math.max(FLOOR_RADIUS_PX.least, seen));
}

/** Half the height of a mark on the screen when one looks level, in CSS pixels. */
export function halfHeightOf(place: MarkPlace, radiusPx: number): number {
  return place.shape === 'floor' ? radiusPx * Math.sin(-place.pitch) : radiusPx;
}
