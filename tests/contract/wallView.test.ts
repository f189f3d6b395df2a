/** Lengths read off walls brought closer, against what is really there: how true their scale is. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCave } from '#demo/caves/loadCave.ts';
import { createExactTracer } from '#demo/form/exact.ts';
import { buildScene } from '#demo/form/scene.ts';
import { toRadians } from '#shared/angle.ts';
import { directionOf, dot, subtract, type Vec3, yawPitchOf } from '#shared/vec.ts';
import { fromHalf } from '#sources/depth/half.ts';
import { readDepth, type DepthGrid } from '#sources/depth/readDepth.ts';
import { readDistance } from '#sources/depth/readDistance.ts';
import { fitWall, MOST_UNEVEN, type ReadWall } from '#tour/wallView/fitWall.ts';
import { directionOfPoint, pointInDirection } from '#tour/wallView/frame.ts';
import type { Wall } from '#tour/wallView/state.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

const UNIT = { metresPerUnit: 0.001 };
const PAIRS = 60;
/** Shorter ones say more of their ends than of the scale. */
const SHORTEST = 0.2;

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const readOf =
  (grid: DepthGrid): ReadWall =>
  (direction) => {
    const { yaw, pitch } = yawPitchOf(direction);
    return readDistance(grid, yaw, pitch, UNIT);
  };

/** What a visitor could put a ruler on: a point that is seen on the wall, and where it really is, from the eye. */
interface Seen {
  readonly onWall: { readonly x: number; readonly y: number };
  readonly truth: Vec3;
}

/** Lengths between pairs of points, each as a part of what it should be. */
function readPairs(points: readonly Seen[]): number[] {
  const errors: number[] = [];
  for (let i = 0; i + 1 < points.length && errors.length < PAIRS; i += 2) {
    const [a, b] = [points[i]!, points[i + 1]!];
    const truth = Math.hypot(...subtract(a.truth, b.truth));
    if (truth < SHORTEST) continue;
    const read = Math.hypot(a.onWall.x - b.onWall.x, a.onWall.y - b.onWall.y);
    errors.push(Math.abs(read - truth) / truth);
  }
  return errors;
}

function summarize(what: string, errors: number[]): number {
  errors.sort((a, b) => a - b);
  const at = (part: number): number => errors[Math.floor(part * errors.length)] ?? 1;
  console.log(
    `${what}: ${errors.length} lengths, median error ${(100 * at(0.5)).toFixed(3)} %, 90 % within ${(100 * at(0.9)).toFixed(2)} %`,
  );
  return at(0.5);
}

const isOn = ({ normal, distance }: Wall, point: Vec3): boolean =>
  Math.abs(dot(normal, point) - distance) <= MOST_UNEVEN * distance;

describe.skipIf(!existsSync('public/panoramas/hall/depth.png'))(
  'walls of the hall of the demonstration (skipped where npm run demo has not made it yet)',
  () => {
    it('show lengths that are right to a hundredth', async () => {
      const cave = await loadCave('hall');
      const tracer = createExactTracer(cave, buildScene(cave, 0.4));
      const file = Uint8Array.from(readFileSync('public/panoramas/hall/depth.png'));
      const read = readOf(await readDepth(file, { width: 4_096, height: 2_048, ...UNIT, mostWidth: 4_096 }));
      const random = randomFrom(11);
      const [ox, oy, oz] = cave.eye;
      const all: number[] = [];
      let walls = 0;
      for (const [yaw, pitch] of [[-90, 0], [-70, 10], [90, 0], [70, -5], [0, -60], [180, 10], [-120, 5]] as const) {
        const wall = fitWall(read, { yaw: toRadians(yaw), pitch: toRadians(pitch) });
        if (typeof wall === 'string') continue;
        walls++;
        const { left, right, bottom, top } = wall.extent;
        const points: Seen[] = [];
        for (let tries = 0; tries < 40 * PAIRS && points.length < 2 * PAIRS; tries++) {
          const onWall = { x: left + random() * (right - left), y: bottom + random() * (top - bottom) };
          const aim = directionOfPoint(wall, onWall.x, onWall.y);
          const [dx, dy, dz] = directionOf(aim.yaw, aim.pitch);
          if (!tracer.trace(ox, oy, oz, dx, dy, dz)) continue;
          const truth: Vec3 = [dx * tracer.distance, dy * tracer.distance, dz * tracer.distance];
          if (isOn(wall, truth)) points.push({ onWall, truth });
        }
        const errors = readPairs(points);
        const median = summarize(`hall ${yaw},${pitch}: scale within ${(100 * wall.scaleError).toFixed(1)} %`, errors);
        // What is said of a wall holds for it.
        expect(median).toBeLessThanOrEqual(wall.scaleError);
        all.push(...errors);
      } // prettier-ignore
      expect(walls).toBeGreaterThanOrEqual(4);
      expect(all.length).toBeGreaterThan(200);
      expect(summarize('hall', all)).toBeLessThanOrEqual(0.01);
    }, 120_000);
  },
);

interface Tour {
  readonly nodes: readonly { readonly id: string; readonly position: Vec3 }[];
}

const FOLDER = path.join(REAL_DATA, 'derived/tour-cave');
const SIZE = { width: 1_536, height: 768 };

describe.skipIf(!hasRealData)(titleOf('walls of a cave whose every point is known from another place'), () => {
  it('show lengths that are right to a hundredth', async () => {
    const { nodes } = JSON.parse(readFileSync(path.join(FOLDER, 'tour.json'), 'utf8')) as Tour;
    const load = (id: string) =>
      readDepth(Uint8Array.from(readFileSync(path.join(FOLDER, id, 'depth16.png'))), {
        ...SIZE, ...UNIT, mostWidth: SIZE.width,
      }); // prettier-ignore
    const grids = await Promise.all(nodes.map(({ id }) => load(id)));
    const random = randomFrom(5);
    const all: number[] = [];
    let walls = 0;
    for (const [at, viewer] of nodes.entries()) {
      const read = readOf(grids[at]!);
      for (let yaw = -180; yaw < 180; yaw += 30) {
        const wall = fitWall(read, { yaw: toRadians(yaw), pitch: 0 });
        if (typeof wall === 'string') continue;
        walls++;
        const points: Seen[] = [];
        for (let tries = 0; tries < 4_000 && points.length < 2 * PAIRS; tries++) {
          const from = (at + 1 + Math.floor(random() * (nodes.length - 1))) % nodes.length;
          const grid = grids[from]!;
          const [column, row] = [Math.floor(random() * grid.width), Math.floor((0.1 + 0.8 * random()) * grid.height)];
          const nearness = fromHalf(grid.nearness[row * grid.width + column] ?? 0);
          if (nearness === 0) continue;
          const ray = directionOf(
            ((column + 0.5) / grid.width - 0.5) * 2 * Math.PI,
            (0.5 - (row + 0.5) / grid.height) * Math.PI,
          );
          const known = nodes[from]!.position;
          const truth = subtract(
            [0, 1, 2].map((i) => known[i]! + ray[i]! / nearness) as unknown as Vec3,
            viewer.position,
          );
          const onWall = pointInDirection(wall, truth);
          const { left, right, bottom, top } = wall.extent;
          if (!onWall || !isOn(wall, truth)) continue;
          if (onWall.x < left || onWall.x > right || onWall.y < bottom || onWall.y > top) continue;
          // Hidden from there by something that is nearer.
          const found = read(truth.map((value) => value / Math.hypot(...truth)) as unknown as Vec3);
          if (found && found.metres > Math.hypot(...truth) - 0.1) points.push({ onWall, truth });
        }
        all.push(...readPairs(points));
      }
    }
    console.log(`${walls} walls of ${nodes.length * 12} directions`);
    expect(walls).toBeGreaterThan(5);
    expect(all.length).toBeGreaterThan(200);
    expect(summarize('cave', all)).toBeLessThanOrEqual(0.01);
  }, 120_000);
});
