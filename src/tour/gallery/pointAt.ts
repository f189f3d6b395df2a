/** What a visitor in a hall points at: the first thing along a ray from the eyes, or from a hand. */
import { directionOf, type Vec3 } from '#shared/vec.ts';
import { type Block, type Doorway, type Exhibit, HALL_EYE_HEIGHT, type HallPlan } from './plan.ts';

export type Pointed =
  | { readonly kind: 'exhibit'; readonly exhibit: Exhibit; readonly index: number }
  | { readonly kind: 'doorway'; readonly doorway: Doorway; readonly index: number }
  | { readonly kind: 'floor'; readonly x: number; readonly z: number };

/** However small a relic or a plate is, one means it within this of its middle, metres. */
const LEAST_HALF = 0.09;
/** And within this angle, radians, from wherever one stands: the width of a finger's tip. */
const LEAST_ANGLE = 0.014;

export function pointAt(plan: HallPlan, x: number, z: number, yaw: number, pitch: number): Pointed | null {
  return pointAlong(plan, [x, HALL_EYE_HEIGHT, z], directionOf(yaw, pitch))?.pointed ?? null;
}

/** The first thing along a ray and how far it is, metres. `eye` lies in the room, `ray` is of unit length. */
export function pointAlong(
  plan: HallPlan,
  eye: Vec3,
  ray: Vec3,
): { readonly pointed: Pointed; readonly distance: number } | null {
  let best: Pointed | null = null;
  // Walls, floor and ceiling end the ray.
  const wall = toRoom(plan, eye, ray);
  let nearest = wall + 0.6;
  const meet = (distance: number, pointed: Pointed): void => {
    if (distance >= nearest) return;
    nearest = distance;
    best = pointed;
  };
  plan.exhibits.forEach((exhibit, index) => {
    const pointed: Pointed = { kind: 'exhibit', exhibit, index };
    for (const block of blocksOf(exhibit, eye)) meet(rayToBlock(block, eye, ray), pointed);
  });
  plan.doorways.forEach((doorway, index) => {
    const { width, height } = doorway;
    const block = { x: doorway.x, z: doorway.z, width, depth: 0.1, bottom: 0, top: height + 0.7, turn: doorway.turn };
    meet(rayToBlock(block, eye, ray), { kind: 'doorway', doorway, index });
  });
  if (best) return { pointed: best, distance: nearest };
  if (ray[1] >= 0) return null;
  const way = eye[1] / -ray[1];
  if (way > wall + 1e-6) return null;
  return { pointed: { kind: 'floor', x: eye[0] + ray[0] * way, z: eye[2] + ray[2] * way }, distance: way };
}

/** The relic, what it stands on, and its plate. */
function blocksOf({ middle, size, turn, support, lectern, plate }: Exhibit, eye: Vec3): Block[] {
  const [x, y, z] = middle;
  const away = Math.hypot(x - eye[0], y - eye[1], z - eye[2]);
  const least = 2 * Math.max(LEAST_HALF, LEAST_ANGLE * away);
  const [width, height, depth] = [Math.max(least, size[0]), Math.max(least, size[1]), Math.max(least, size[2])];
  const relic: Block = { x, z, width, depth, bottom: y - height / 2, top: y + height / 2, turn };
  const [px, py, pz] = plate.position;
  const high = plate.height / 2;
  const card: Block = {
    x: px,
    z: pz,
    width: plate.width,
    depth: 0.12,
    bottom: py - high,
    top: py + high,
    turn: plate.turn,
  };
  return [relic, card, ...[support, lectern].filter((block) => block !== null)];
}

/** Along a ray to the inside of the room's walls, floor and ceiling. */
function toRoom({ width, depth, height }: HallPlan, [ex, ey, ez]: Vec3, [dx, dy, dz]: Vec3): number {
  const toX = (Math.sign(dx) * (width / 2) - ex) / dx;
  const toZ = (Math.sign(dz) * (depth / 2) - ez) / dz;
  const toY = ((dy > 0 ? height : 0) - ey) / dy;
  return Math.min(...[toX, toY, toZ].filter((way) => way > 0 && Number.isFinite(way)), Infinity);
}

/** How far along a ray, in lengths of its direction, it meets a block from outside; infinity where it does not. */
export function rayToBlock(block: Block, [ex, ey, ez]: Vec3, [dx, dy, dz]: Vec3): number {
  const s = Math.sin(block.turn);
  const c = Math.cos(block.turn);
  const rx = ex - block.x;
  const rz = ez - block.z;
  let enter = 0;
  let leave = Infinity;
  for (let axis = 0; axis < 3; axis++) {
    const from = axis === 0 ? rx * c - rz * s : axis === 1 ? ey : rx * s + rz * c;
    const way = axis === 0 ? dx * c - dz * s : axis === 1 ? dy : dx * s + dz * c;
    const low = axis === 1 ? block.bottom : -(axis === 0 ? block.width : block.depth) / 2;
    const high = axis === 1 ? block.top : -low;
    if (Math.abs(way) < 1e-12) {
      if (from < low || from > high) return Infinity;
      continue;
    }
    const one = (low - from) / way;
    const other = (high - from) / way;
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
    if (enter > leave) return Infinity;
  }
  return enter;
}
