/**
 * A piece of wall on an upright board in the place, for who cannot walk into a photograph. A panorama has one centre and
 * the wall is a plane, so the way from a direction to its point on the board is linear in homogeneous coordinates: all
 * that is drawn of the panorama can be drawn on the board as it is.
 */
import { cross, dot, normalize, subtract, type Vec3 } from '#shared/vec.ts';
import type { EyeView } from '#streaming/ports.ts';
import { tangentsOf } from './frame.ts';
import type { Wall, WallFrame } from './state.ts';

/** A board in the place: metres, unit axes. Rewritten in place while it is moved. */
export interface Quad {
  centre: [number, number, number];
  right: [number, number, number];
  up: [number, number, number];
  width: number;
  height: number;
}

/** An eye of which is known where it is, metres in the place. */
export interface PlacedEye extends EyeView {
  readonly position: Vec3;
}

/** 3 × 3, column by column. */
export type Columns = number[];

/**
 * Writes the matrix from a direction of the node's frame, of any length, to (across, upward, ahead): divided by `ahead`,
 * the first two are −1 to 1 on the board. What is not ahead is behind the visitor's back.
 */
export function writeToQuad(
  out: Columns,
  { normal, right, up, distance }: Wall,
  frame: WallFrame,
  aspect: number,
): void {
  const [halfWidth, halfHeight] = [frame.width / 2, frame.width / aspect / 2];
  for (let k = 0; k < 3; k++) {
    const ahead = (normal[k] ?? 0) / distance;
    out[3 * k] = ((right[k] ?? 0) - frame.x * ahead) / halfWidth;
    out[3 * k + 1] = ((up[k] ?? 0) - frame.y * ahead) / halfHeight;
    out[3 * k + 2] = ahead;
  }
}

/** Writes the matrix from (across, upward, ahead) to the place, metres times `ahead`. */
export function writeQuadAxes(out: Columns, { centre, right, up, width, height }: Quad): void {
  for (let k = 0; k < 3; k++) {
    out[k] = ((right[k] ?? 0) * width) / 2;
    out[3 + k] = ((up[k] ?? 0) * height) / 2;
    out[6 + k] = centre[k] ?? 0;
  }
}

/** Metres of the wall to a metre of the board: 1 shows it in its true size. */
export function scaleOf({ width }: WallFrame, quad: Pick<Quad, 'width'>): number {
  return width / quad.width;
}

/** Where a ray meets the board's plane from its front: metres from its middle, metres along the ray. */
export interface QuadHit {
  x: number;
  y: number;
  distance: number;
}

/** Writes where a ray meets the plane of the board; false where it does not, or from behind. `direction` is unit. */
export function meetQuad(out: QuadHit, { centre, right, up }: Quad, origin: Vec3, direction: Vec3): boolean {
  const front = cross(right, up);
  const towards = -dot(front, direction);
  const away = dot(front, subtract(origin, centre));
  if (towards < 1e-3 || away <= 0) return false;
  out.distance = away / towards;
  out.x = out.y = 0;
  for (let k = 0; k < 3; k++) {
    const at = (origin[k] ?? 0) + (direction[k] ?? 0) * out.distance - (centre[k] ?? 0);
    out.x += at * (right[k] ?? 0);
    out.y += at * (up[k] ?? 0);
  }
  return true;
}

/** A view of the streaming engine that is rewritten in place. */
export type MutableView = { -readonly [K in keyof EyeView]: EyeView[K] };

/**
 * Writes the eye that sees of the panorama what is on the board, in its pixels.
 * @param pxPerMetre Device pixels to a metre of the board.
 */
export function writeQuadEye(out: MutableView, wall: Wall, frame: WallFrame, quad: Quad, pxPerMetre: number): void {
  out.right = wall.right;
  out.up = wall.up;
  out.forward = wall.normal;
  Object.assign(out, tangentsOf(wall, frame, quad.width / quad.height));
  out.widthPx = quad.width * pxPerMetre;
  out.heightPx = quad.height * pxPerMetre;
}

/** Points across the board at which its size in an eye's picture is taken, each way. */
const POINTS = 5;
/** Nearer to an eye than this, metres, nothing is seen sharply. */
const NEAREST = 0.1;

/** The most device pixels that a metre of the board has anywhere in an eye's picture; 0 where it sees none of it. */
export function pxPerMetreOn({ centre, right, up, width, height }: Quad, eyes: readonly PlacedEye[]): number {
  let most = 0;
  for (const eye of eyes) {
    const focal = focalOf(eye);
    for (let i = 0; i < POINTS * POINTS; i++) {
      const across = ((i % POINTS) / (POINTS - 1) - 0.5) * width;
      const upward = (Math.floor(i / POINTS) / (POINTS - 1) - 0.5) * height;
      let [x, y, z] = [0, 0, 0];
      for (let k = 0; k < 3; k++) {
        const at = (centre[k] ?? 0) + (right[k] ?? 0) * across + (up[k] ?? 0) * upward - (eye.position[k] ?? 0);
        x += at * (eye.right[k] ?? 0);
        y += at * (eye.up[k] ?? 0);
        z += at * (eye.forward[k] ?? 0);
      }
      if (z < NEAREST || x < -eye.tanLeft * z || x > eye.tanRight * z) continue;
      if (y < -eye.tanBottom * z || y > eye.tanTop * z) continue;
      most = Math.max(most, speed(eye, right, x, y, z) * focal, speed(eye, up, x, y, z) * focal);
    }
  }
  return most;
}

/** Device pixels per unit of tangent. */
export function focalOf({ heightPx, tanTop, tanBottom }: EyeView): number {
  return heightPx / (tanTop + tanBottom);
}

/** How far a point at (x, y, z) of an eye's axes moves in its picture, tangent, for a metre along `axis`. */
function speed(eye: EyeView, axis: Vec3, x: number, y: number, z: number): number {
  const dz = dot(eye.forward, axis);
  return Math.hypot(dot(eye.right, axis) * z - x * dz, dot(eye.up, axis) * z - y * dz) / (z * z);
}

/** The plane that a wall is taken for where nobody knows it: at right angles to the direction, this far, metres. */
const ASSUMED_DISTANCE = 3;
const ASSUMED_REACH = 2.5;

/** A wall of which only the direction is known; no length on it means anything. `axes` of its picture, unit. */
export function assumedWall(normal: Vec3, { right, up }: { readonly right: Vec3; readonly up: Vec3 }): Wall {
  const reach = ASSUMED_REACH;
  return {
    normal: normalize(normal),
    right,
    up,
    distance: ASSUMED_DISTANCE,
    flatness: Infinity,
    scaleError: Infinity,
    extent: { left: -reach, right: reach, bottom: -reach, top: reach },
  };
}

/** Whether lengths on a wall are known, so that a scale bar may stand beside it. */
export function isMeasured({ scaleError }: Wall): boolean {
  return Number.isFinite(scaleError);
}
