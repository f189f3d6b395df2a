/** Lengths on the walls of a cave whose every point is known, measured from another place in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { directionOf, subtract, type Vec3 } from '#shared/vec.ts';
import { fromHalf } from '#sources/depth/half.ts';
import { readDepth, type DepthGrid } from '#sources/depth/readDepth.ts';
import { readDistance } from '#sources/depth/readDistance.ts';
import { lengthOf, type WallPoint } from '#tour/measure/wall.ts';
import { hasRealData, REAL_DATA } from '../fixtures/realData.ts';

const FOLDER = path.join(REAL_DATA, 'derived/tour-cave');
const SIZE = { width: 1536, height: 768, metresPerUnit: 0.001 };
const PAIRS = 200;
const FARTHEST = 5;

interface Tour {
  readonly nodes: readonly { readonly id: string; readonly position: Vec3 }[];
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function load(id: string): Promise<DepthGrid> {
  const file = readFileSync(path.join(FOLDER, id, 'depth16.png'));
  return readDepth(Uint8Array.from(file), { ...SIZE, mostWidth: SIZE.width });
}

const aimOf = ([x, y, z]: Vec3) => ({ yaw: Math.atan2(x, -z), pitch: Math.atan2(y, Math.hypot(x, z)) });

describe.skipIf(!hasRealData)('lengths on the walls of a cave with exact poses and depth', () => {
  it('are right to a hundredth at up to five metres, and within their stated uncertainty', async () => {
    const { nodes } = JSON.parse(readFileSync(path.join(FOLDER, 'tour.json'), 'utf8')) as Tour;
    const grids = new Map(await Promise.all(nodes.map(async ({ id }) => [id, await load(id)] as const)));
    const random = randomFrom(2026);

    /** A point of the cave that is known from a pixel of one node, as another node sees it: truth and measurement. */
    const takePoint = (from: number, to: number): { readonly truth: Vec3; readonly seen: WallPoint } | null => {
      const [known, viewer] = [nodes[from]!, nodes[to]!];
      const grid = grids.get(known.id)!;
      const [column, row] = [Math.floor(random() * grid.width), Math.floor((0.15 + 0.7 * random()) * grid.height)];
      const nearness = fromHalf(grid.nearness[row * grid.width + column] ?? 0);
      if (nearness === 0) return null;
      const ray = directionOf(
        ((column + 0.5) / grid.width - 0.5) * 2 * Math.PI,
        (0.5 - (row + 0.5) / grid.height) * Math.PI,
      );
      const truth: Vec3 = [0, 1, 2].map((i) => known.position[i]! + ray[i]! / nearness) as unknown as Vec3;
      const offset = subtract(truth, viewer.position);
      const distance = Math.hypot(...offset);
      const { yaw, pitch } = aimOf(offset);
      const read = readDistance(grids.get(viewer.id)!, yaw, pitch, SIZE);
      // Hidden from there by something that is nearer.
      if (!read || distance > FARTHEST || read.metres < distance - 0.1) return null;
      const scale = read.metres / distance;
      const position: Vec3 = [offset[0] * scale, offset[1] * scale, offset[2] * scale];
      return { truth, seen: { position, error: read.error } };
    };

    const relative: number[] = [];
    let covered = 0;
    while (relative.length < PAIRS) {
      const from = Math.floor(random() * nodes.length);
      const to = (from + 1 + Math.floor(random() * (nodes.length - 1))) % nodes.length;
      const [a, b] = [takePoint(from, to), takePoint(from, to)];
      if (!a || !b) continue;
      const truth = Math.hypot(...subtract(a.truth, b.truth));
      if (truth < 0.1) continue;
      const { value, error } = lengthOf([a.seen, b.seen]);
      relative.push(Math.abs(value - truth) / truth);
      if (Math.abs(value - truth) <= error) covered++;
    }
    relative.sort((a, b) => a - b);
    const median = relative[PAIRS / 2] ?? 1;
    console.log(
      `median error ${(median * 100).toFixed(3)} %, 90 % within ${((relative[PAIRS * 0.9] ?? 1) * 100).toFixed(2)} %, covered ${covered} of ${PAIRS}`,
    );
    expect(median).toBeLessThanOrEqual(0.01);
    expect(covered).toBeGreaterThanOrEqual(0.9 * PAIRS);
  });
});
