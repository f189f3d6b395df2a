import { toRadians } from '#shared/angle.ts';
import { EYE_HEIGHT, type Mark } from '#tour/marks.ts';
import type { WallDistance } from '#sources/depth/readDistance.ts';
import type { Walls } from './knownWalls.ts';

/** A disc on the floor, an upright disc at a door, or a point that faces the visitor. */
export type MarkShape = 'floor' | 'door' | 'point';

export interface MarkPlace {
  readonly shape: MarkShape;
  /** Where its middle is seen, radians, and how far away, metres. */
  readonly yaw: number;
  readonly pitch: number;
  readonly distance: number;
  /** How much smaller than life a disc is: 1 on the floor, less where something nearer stands in its place. */
  readonly scale: number;
  /** Whether it lies behind a wall: then it is drawn faintly, and brightly while it is pointed at. */
  readonly isHidden: boolean;
}

/** Seen flatter than this, a disc on the floor would be a line. */
const FLATTEST = toRadians(-8);
/** Where nobody knows how far a wall is, what is on it hangs at an easy distance. */
const WALL_DISTANCE = 5;
/** Well before the camera's far plane. */
const FARTHEST = 900;
/**
 * How far behind the wall a position has to lie to count as hidden, beyond the error of the depth: metres and a share of
 * the way, for two surveys that seldom agree better; on the floor, metres of its height.
 */
const BEHIND = { metres: 0.1, share: 0.02, height: 0.3 };

const FLOOR_RADIUS_METRES = 0.42;
const FLOOR_RADIUS_PX = { least: 22, most: 54 };
const DOOR_RADIUS_PX = 23;
const POINT_RADIUS_PX = 13;

/**
 * Where and how a mark is drawn: a link lies on the floor where one sees enough of it, else it stands upright. What has
 * only a direction hangs on the wall, where the `walls` are known; what has a position stands there.
 */
export function placeMark(mark: Mark, walls: Walls | null = null): MarkPlace {
  const { kind, yaw, pitch, floorPitch, isInSpace = false } = mark;
  const lying = floorPitch ?? pitch;
  if (kind === 'link' && lying <= FLATTEST) return placeOnFloor(mark, lying, walls);
  const wall = walls?.(yaw, pitch) ?? null;
  const known = kind === 'hotspot' || isInSpace ? mark.distance : undefined;
  const distance = Math.min(FARTHEST, known ?? wall?.metres ?? WALL_DISTANCE);
  const isHidden = isInSpace && isBehind(distance, wall, BEHIND.metres + BEHIND.share * distance);
  return { shape: kind === 'hotspot' ? 'point' : 'door', yaw, pitch, distance, scale: 1, isHidden };
}

function placeOnFloor(mark: Mark, pitch: number, walls: Walls | null): MarkPlace {
  const { yaw, isInSpace = false } = mark;
  const wall = walls?.(yaw, pitch) ?? null;
  const steepness = Math.sin(-pitch);
  // The way to it, level, is that to the eyes of someone who stands there.
  const level = isInSpace && mark.distance !== undefined ? mark.distance * Math.cos(mark.pitch) : null;
  const assumed = level === null ? EYE_HEIGHT / steepness : level / Math.cos(pitch);
  const isHidden = isInSpace && isBehind(assumed, wall, BEHIND.height / steepness);
  // At the edge of something nearer nobody knows which of both it is.
  const isFloorThere = wall !== null && (Math.abs(wall.metres - assumed) + wall.error) * steepness <= BEHIND.height;
  const distance = wall !== null && (isFloorThere || !isInSpace) ? wall.metres : assumed;
  return { shape: 'floor', yaw, pitch, distance, scale: isFloorThere ? 1 : distance / assumed, isHidden };
}

function isBehind(distance: number, wall: WallDistance | null, tolerance: number): boolean {
  return wall !== null && distance > wall.metres + wall.error + tolerance;
}

/**
 * A mark's radius in CSS pixels, where a pixel is `unitsPerPx` metres wide at a distance of one metre. Discs on the
 * floor have a size of their own, within what can be hit and what would be in the way; the others keep theirs on the
 * screen.
 */
export function radiusOf({ shape, distance, scale }: MarkPlace, unitsPerPx: number): number {
  if (shape === 'point') return POINT_RADIUS_PX;
  if (shape === 'door') return DOOR_RADIUS_PX;
  const seen = (FLOOR_RADIUS_METRES * scale) / (distance * unitsPerPx);
  return Math.min(FLOOR_RADIUS_PX.most, Math.max(FLOOR_RADIUS_PX.least, seen));
}

/** Half the height of a mark on the screen when one looks level, in CSS pixels. */
export function halfHeightOf(place: MarkPlace, radiusPx: number): number {
  return place.shape === 'floor' ? radiusPx * Math.sin(-place.pitch) : radiusPx;
}
