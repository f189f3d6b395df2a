/** What stands between a lamp and the floor: plinths as boxes, relics as the ellipsoids within their boxes. */
import type { Vec3 } from '#shared/vec.ts';
import type { Block, Exhibit, HallPlan } from '#tour/gallery/plan.ts';
import { rayToBlock } from '#tour/gallery/pointAt.ts';
import type { Lamp } from './lamps.ts';

interface Occluder {
  readonly x: number;
  readonly z: number;
  readonly reach: number;
  readonly block: Block | null;
  readonly relic: { readonly middle: Vec3; readonly half: Vec3; readonly turn: number } | null;
}

export interface Occluders {
  /** Those that may cast a shadow of the lamp that hangs over an exhibit. */
  near(lamp: Lamp): readonly Occluder[];
  /** How much of the light from all around reaches a point of the floor. */
  opennessAt(x: number, z: number): number;
}

/** A lamp is no point: its shadows are soft at their edge. */
const LAMP_RADIUS = 0.13;
const SAMPLES: readonly (readonly [number, number])[] = [
  [0.9, 0.2],
  [-0.2, 0.9],
  [-0.9, -0.2],
  [0.2, -0.9],
  [0, 0],
];
const CELL = 3;

export function createOccluders({ exhibits, benches }: HallPlan): Occluders {
  const cells = new Map<string, Occluder[]>();
  const blocks: Block[] = [];
  const put = (occluder: Occluder): void => {
    const key = keyOf(occluder.x, occluder.z);
    const list = cells.get(key);
    if (list) list.push(occluder);
    else cells.set(key, [occluder]);
  };
  for (const exhibit of exhibits) {
    for (const block of [exhibit.support, exhibit.lectern]) {
      if (!block) continue;
      put(ofBlock(block));
      if (block.bottom < 0.05) blocks.push(block);
    }
    if (exhibit.assetId !== null) put(ofRelic(exhibit));
  }
  for (const bench of benches) {
    put(ofBlock(bench));
    blocks.push(bench);
  }
  const byCell = groupBlocks(blocks);
  const kept = new Map<Lamp, readonly Occluder[]>();
  return {
    near(lamp) {
      let list = kept.get(lamp);
      if (!list) {
        list = around(cells, lamp.position[0], lamp.position[2], lamp.reach).filter(
          ({ x, z, reach }) => Math.hypot(x - lamp.position[0], z - lamp.position[2]) < lamp.reach + reach,
        );
        kept.set(lamp, list);
      }
      return list;
    },
    opennessAt(x, z) {
      let open = 1;
      for (const block of byCell.get(keyOf(x, z)) ?? []) {
        const distance = distanceTo(block, x, z);
        if (distance < 1.2) open *= 1 - 0.62 * Math.exp(-distance / (0.1 + 0.14 * Math.min(1, block.top)));
      }
      return open;
    },
  };
}

/** 0 to 1: how much of a lamp a point sees. */
export function shadowAt(occluders: Occluders, lamp: Lamp, x: number, y: number, z: number): number {
  const list = occluders.near(lamp);
  if (list.length === 0) return 1;
  let seen = 0;
  for (const [right, ahead] of SAMPLES) {
    const lx = lamp.position[0] + right * LAMP_RADIUS;
    const lz = lamp.position[2] + ahead * LAMP_RADIUS;
    if (!list.some((occluder) => isBetween(occluder, x, y, z, lx - x, lamp.position[1] - y, lz - z))) seen++;
  }
  return seen / SAMPLES.length;
}

function isBetween(
  { block, relic }: Occluder,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
): boolean {
  if (block) return rayToBlock(block, [x, y, z], [dx, dy, dz]) < 1;
  return relic !== null && hitsEllipsoid(relic, x, y, z, dx, dy, dz);
}

function hitsEllipsoid(
  relic: NonNullable<Occluder['relic']>,
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
): boolean {
  const { middle, half, turn } = relic;
  const s = Math.sin(turn);
  const c = Math.cos(turn);
  const [rx, rz] = [x - middle[0], z - middle[2]];
  const ox = (rx * c - rz * s) / half[0];
  const oy = (y - middle[1]) / half[1];
  const oz = (rx * s + rz * c) / half[2];
  const wx = (dx * c - dz * s) / half[0];
  const wy = dy / half[1];
  const wz = (dx * s + dz * c) / half[2];
  const a = wx * wx + wy * wy + wz * wz;
  const b = ox * wx + oy * wy + oz * wz;
  const nearest = Math.min(1, Math.max(0, -b / a));
  return Math.hypot(ox + wx * nearest, oy + wy * nearest, oz + wz * nearest) < 1;
}

function ofBlock(block: Block): Occluder {
  return { x: block.x, z: block.z, reach: Math.hypot(block.width, block.depth) / 2, block, relic: null };
}

function ofRelic({ middle, size, turn }: Exhibit): Occluder {
  const half: Vec3 = [Math.max(1e-3, size[0] * 0.46), Math.max(1e-3, size[1] * 0.48), Math.max(1e-3, size[2] * 0.46)];
  return { x: middle[0], z: middle[2], reach: Math.max(half[0], half[2]), block: null, relic: { middle, half, turn } };
}

function keyOf(x: number, z: number): string {
  return `${Math.floor(x / CELL)},${Math.floor(z / CELL)}`;
}

function around(cells: ReadonlyMap<string, readonly Occluder[]>, x: number, z: number, reach: number): Occluder[] {
  const found: Occluder[] = [];
  const span = Math.min(8, Math.ceil(reach / CELL) + 1);
  for (let i = -span; i <= span; i++) {
    for (let j = -span; j <= span; j++) found.push(...(cells.get(keyOf(x + i * CELL, z + j * CELL)) ?? []));
  }
  return found;
}

/** Each block under every cell from which it could be near. */
function groupBlocks(blocks: readonly Block[]): Map<string, Block[]> {
  const groups = new Map<string, Block[]>();
  for (const block of blocks) {
    const reach = Math.hypot(block.width, block.depth) / 2 + 1.2;
    for (let i = Math.floor((block.x - reach) / CELL); i <= Math.floor((block.x + reach) / CELL); i++) {
      for (let j = Math.floor((block.z - reach) / CELL); j <= Math.floor((block.z + reach) / CELL); j++) {
        const key = `${i},${j}`;
        const list = groups.get(key);
        if (list) list.push(block);
        else groups.set(key, [block]);
      }
    }
  }
  return groups;
}

function distanceTo(block: Block, x: number, z: number): number {
  const s = Math.sin(block.turn);
  const c = Math.cos(block.turn);
  const [dx, dz] = [x - block.x, z - block.z];
  const outX = Math.max(0, Math.abs(dx * c - dz * s) - block.width / 2);
  const outZ = Math.max(0, Math.abs(dx * s + dz * c) - block.depth / 2);
  return Math.hypot(outX, outZ);
}
