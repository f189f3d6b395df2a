/** The floor of a hall as one walks on it: walls around, things that stand in the way. Metres. */
import type { Block, HallPlan } from '#tour/gallery/plan.ts';

export interface Floor {
  readonly width: number;
  readonly depth: number;
  readonly blocks: readonly Block[];
}

/** How far from their middle a visitor reaches; with it, one stands comfortably away from walls and plinths. */
export const BODY_RADIUS = 0.28;
/** What hangs above this is walked under. */
const OVERHEAD = 1.9;

export interface Spot {
  x: number;
  z: number;
}

export function floorOf({ width, depth, exhibits, benches }: HallPlan): Floor {
  const blocks = exhibits.flatMap(({ support, lectern }) => [support, lectern]).filter((block) => block !== null);
  return { width, depth, blocks: [...blocks, ...benches].filter(({ bottom }) => bottom < OVERHEAD) };
}

/**
 * Moves a spot out of walls and blocks by the shortest way, and writes into `normal` the direction it was pushed in
 * last; says whether it was pushed at all.
 */
export function pushOut(floor: Floor, spot: Spot, normal: Spot, radius = BODY_RADIUS): boolean {
  let isPushed = false;
  // Two rounds settle a corner between two blocks.
  for (let round = 0; round < 2; round++) {
    let isMoved = false;
    for (const block of floor.blocks) isMoved = pushOutOf(block, spot, normal, radius) || isMoved;
    isMoved = keepInside(floor, spot, normal, radius) || isMoved;
    isPushed ||= isMoved;
    if (!isMoved) break;
  }
  return isPushed;
}

function keepInside({ width, depth }: Floor, spot: Spot, normal: Spot, radius: number): boolean {
  const mostX = Math.max(0, width / 2 - radius);
  const mostZ = Math.max(0, depth / 2 - radius);
  const x = Math.min(mostX, Math.max(-mostX, spot.x));
  const z = Math.min(mostZ, Math.max(-mostZ, spot.z));
  if (x === spot.x && z === spot.z) return false;
  normal.x = Math.sign(x - spot.x);
  normal.z = Math.sign(z - spot.z);
  const length = Math.hypot(normal.x, normal.z);
  normal.x /= length;
  normal.z /= length;
  spot.x = x;
  spot.z = z;
  return true;
}

function pushOutOf(block: Block, spot: Spot, normal: Spot, radius: number): boolean {
  const s = Math.sin(block.turn);
  const c = Math.cos(block.turn);
  const dx = spot.x - block.x;
  const dz = spot.z - block.z;
  // In the block's own frame.
  const lx = dx * c - dz * s;
  const lz = dx * s + dz * c;
  const hx = block.width / 2;
  const hz = block.depth / 2;
  const nearX = Math.min(hx, Math.max(-hx, lx));
  const nearZ = Math.min(hz, Math.max(-hz, lz));
  let nx = lx - nearX;
  let nz = lz - nearZ;
  const distance = Math.hypot(nx, nz);
  if (distance >= radius) return false;
  let push = radius - distance;
  if (distance > 1e-9) {
    nx /= distance;
    nz /= distance;
  } else {
    // Inside: out through the nearest side.
    const outX = hx - Math.abs(lx);
    const outZ = hz - Math.abs(lz);
    const isX = outX < outZ;
    nx = isX ? Math.sign(lx) || 1 : 0;
    nz = isX ? 0 : Math.sign(lz) || 1;
    push = radius + Math.min(outX, outZ);
  }
  normal.x = nx * c + nz * s;
  normal.z = nz * c - nx * s;
  spot.x += normal.x * push;
  spot.z += normal.z * push;
  return true;
}

/** Whether a body could stand there. */
export function isFree(floor: Floor, x: number, z: number, radius = BODY_RADIUS): boolean {
  if (Math.abs(x) > floor.width / 2 - radius || Math.abs(z) > floor.depth / 2 - radius) return false;
  return floor.blocks.every((block) => distanceTo(block, x, z) >= radius);
}

/** Whether a body gets from one spot to another in a straight line. */
export function isClear(floor: Floor, from: Spot, to: Spot, radius = BODY_RADIUS): boolean {
  return floor.blocks.every((block) => !isCrossed(block, from, to, radius));
}

function distanceTo(block: Block, x: number, z: number): number {
  const [s, c] = [Math.sin(block.turn), Math.cos(block.turn)];
  const [dx, dz] = [x - block.x, z - block.z];
  const outX = Math.max(0, Math.abs(dx * c - dz * s) - block.width / 2);
  const outZ = Math.max(0, Math.abs(dx * s + dz * c) - block.depth / 2);
  return Math.hypot(outX, outZ);
}

/** Against the block grown by the radius: a little too careful at its corners. */
function isCrossed(block: Block, from: Spot, to: Spot, radius: number): boolean {
  const [s, c] = [Math.sin(block.turn), Math.cos(block.turn)];
  const [ax, az] = [from.x - block.x, from.z - block.z];
  const [bx, bz] = [to.x - block.x, to.z - block.z];
  let [enter, leave] = [0, 1];
  for (let axis = 0; axis < 2; axis++) {
    const a = axis === 0 ? ax * c - az * s : ax * s + az * c;
    const b = axis === 0 ? bx * c - bz * s : bx * s + bz * c;
    // Touching is not crossing: routes run along the very edge.
    const half = (axis === 0 ? block.width : block.depth) / 2 + radius - 1e-6;
    const way = b - a;
    if (Math.abs(way) < 1e-12) {
      if (Math.abs(a) >= half) return false;
      continue;
    }
    const [one, other] = [(-half - a) / way, (half - a) / way];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
    if (enter >= leave) return false;
  }
  return true;
}
