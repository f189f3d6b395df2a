import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { exhibitionSchema } from '#document/schema.ts';
import type { Cave } from '#demo/cave/cave.ts';
import { CAVE_IDS, loadCave } from '#demo/caves/loadCave.ts';
import { createExactTracer } from '#demo/form/exact.ts';
import { buildScene } from '#demo/form/scene.ts';
import { createRandom } from '#demo/noise/random.ts';
import { faceCamera } from '#demo/picture/camera.ts';
import { BLOCK } from '#demo/picture/canvasTile.ts';
import { equirectDirection, measureDepth } from '#demo/picture/depth.ts';
import { findEdges } from '#demo/picture/edges.ts';
import { createFlatLight } from '#demo/picture/flatLight.ts';
import { findOutlines } from '#demo/picture/outlines.ts';
import type { Sight } from '#demo/picture/sampler.ts';
import { depthFile, type DepthFiles } from '#sources/depth/depthFile.ts';
import { readDepth } from '#sources/depth/readDepth.ts';
import { LITTLE_CAVE } from '../fixtures/demo/littleCave.ts';
import { measurePairs } from '../fixtures/demo/measuredPairs.ts';

const PIXELS = 20;
const PAIRS = 200;
const TOLERANCE_MM = 5;
/** Grazing rays make metres of millimetres; edges belong to either side. */
const LEAST_COSINE = 0.25;
const MOST_STEP = 0.04;

interface DepthMap {
  readonly width: number;
  readonly height: number;
  readonly millimetres: Uint16Array;
}

function sightOf(cave: Cave, fineness: number): Sight {
  const scene = buildScene(cave, fineness);
  return { cave, scene, textures: [], light: createFlatLight(cave, scene) };
}

function measure(sight: Sight, width: number): DepthMap {
  const edges = findEdges(sight.scene);
  const faces = [0, 1, 2, 3, 4, 5].map((face) => faceCamera(sight.cave.eye, face, 256));
  const outlines = faces.map((camera) => findOutlines(sight.scene, edges, camera, BLOCK));
  const height = width / 2;
  return { width, height, millimetres: measureDepth(sight, { width, height, top: 0, rows: height }, outlines) };
}

/** True where the map is smooth round a pixel. */
function isSmooth({ width, height, millimetres }: DepthMap, x: number, y: number): boolean {
  const here = millimetres[y * width + x]!;
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) {
      const row = Math.min(height - 1, Math.max(0, y + j));
      const there = millimetres[row * width + ((x + i + width) % width)]!;
      if (Math.abs(there - here) > MOST_STEP * here) return false;
    }
  return here > 0;
}

/** Differences in millimetres at random pixels between a map and the exact surfaces. */
function compare(map: DepthMap, sight: Sight, takesStatues: boolean): number[] {
  const tracer = createExactTracer(sight.cave, sight.scene);
  const random = createRandom(20);
  const [ox, oy, oz] = sight.cave.eye;
  const differences: number[] = [];
  for (let tries = 0; tries < 2000 && differences.length < PIXELS; tries++) {
    // As many pixels for every part of the sphere.
    const x = Math.floor(random() * map.width);
    const y = Math.floor((Math.acos(random.between(-1, 1)) / Math.PI) * map.height);
    if (!isSmooth(map, x, y)) continue;
    const [dx, dy, dz] = equirectDirection(x, y, map.width, map.height);
    if (!tracer.trace(ox, oy, oz, dx, dy, dz)) continue;
    if (Math.abs(tracer.nx * dx + tracer.ny * dy + tracer.nz * dz) < LEAST_COSINE) continue;
    if (tracer.part.kind === 'statue' && !takesStatues) continue;
    differences.push(Math.abs(map.millimetres[y * map.width + x]! - tracer.distance * 1000));
  }
  return differences;
}

/** What the demonstration's document says of it. */
function depthOf(id: string): DepthFiles {
  const { assets } = exhibitionSchema.parse(JSON.parse(readFileSync('public/exhibition.json', 'utf8')));
  const asset = assets.find((one) => one.id === id);
  if (asset?.kind !== 'panorama' || !asset.depth) throw new Error(`the document knows no depth of the ${id}`);
  return asset.depth;
}

describe('the depth of the little cave', () => {
  const map = measure(sightOf(LITTLE_CAVE, 1), 512);
  const at = (x: number, y: number) => map.millimetres[y * map.width + x]!;

  it('looks along −Z in its middle, to +X a quarter turn to the right, up above', () => {
    expect(at(256, 128)).toBeGreaterThan(1995);
    expect(at(256, 128)).toBeLessThan(2005);
    // The floor is 1.6 m below the eye, the vault 2.4 m above it.
    expect(Math.abs(at(0, 255) - 1600)).toBeLessThan(3);
    expect(Math.abs(at(0, 0) - 2400)).toBeLessThan(3);
    // The wall to the right ends 0.3 m above the eye: sky beyond, which is 0.
    expect(at(384, 128)).toBeGreaterThan(1995);
    expect(at(384, 100)).toBe(0);
    expect(at(128, 100)).toBeGreaterThan(1995);
  });

  it('agrees with the walls at every pixel of the wall ahead, in millimetres', () => {
    for (let x = 200; x < 240; x++) {
      const [, , dz] = equirectDirection(x, 110, map.width, map.height);
      expect(Math.abs(at(x, 110) - 2000 / -dz)).toBeLessThan(2);
    }
  });
});

describe.each([...CAVE_IDS])('the depth of the %s', (id) => {
  let sight: Sight | undefined;
  beforeAll(async () => {
    // Coarser meshes lose leaves and ledges of the terrace, and rays then meet what stands behind them.
    sight = sightOf(await loadCave(id), 0.4);
  });

  it('agrees with its exact surfaces', () => {
    const differences = compare(measure(sight!, 192), sight!, false);
    expect(differences).toHaveLength(PIXELS);
    for (const difference of differences) expect(difference).toBeLessThan(TOLERANCE_MM);
  });

  const file = `public/panoramas/${id}/depth.png`;
  it.skipIf(!existsSync(file))(
    `agrees with them in ${file} (skipped where npm run demo has not made it yet)`,
    async () => {
      const { data, info } = await sharp(file)
        .toColourspace('grey16')
        .raw({ depth: 'ushort' })
        .toBuffer({ resolveWithObject: true });
      const millimetres = new Uint16Array(data.buffer, data.byteOffset, info.width * info.height);
      const differences = compare({ width: info.width, height: info.height, millimetres }, sight!, true);
      expect(differences).toHaveLength(PIXELS);
      for (const difference of differences) expect(difference).toBeLessThan(TOLERANCE_MM);
    },
  );

  it.skipIf(!existsSync(file)).each([
    ['at full size', 4_096],
    ['at the size that a phone holds', 2_048],
  ])(
    `gives lengths at up to five metres right to a hundredth, and within their stated uncertainty, %s (skipped where ${file} is not made)`,
    async (_size, mostWidth) => {
      const accuracy = { metresPerUnit: 0.001 };
      const { uri, width, height } = depthFile(depthOf(id), mostWidth);
      const bytes = Uint8Array.from(readFileSync(`public/${uri}`));
      const grid = await readDepth(bytes, { width, height, mostWidth, ...accuracy });
      expect(grid.width).toBe(mostWidth);
      const { cave, scene } = sight!;
      const pairs = measurePairs(cave, createExactTracer(cave, scene), grid, accuracy, PAIRS);
      const relative = pairs.map(({ value, truth }) => Math.abs(value - truth) / truth).sort((a, b) => a - b);
      const covered = pairs.filter(({ value, truth, error }) => Math.abs(value - truth) <= error).length;
      // Nobody would believe a tape that is never wrong because it says nothing.
      const stated = pairs.map(({ error, truth }) => error / truth).sort((a, b) => a - b);
      const percent = (list: number[], part: number): string => `${((list[PAIRS * part] ?? NaN) * 100).toFixed(3)} %`;
      console.log(
        `${id}, ${mostWidth} px: median error ${percent(relative, 0.5)}, 90 % within ${percent(relative, 0.9)}, ` +
          `median uncertainty ${percent(stated, 0.5)}, covered ${covered} of ${PAIRS}`,
      );
      expect(relative[PAIRS / 2]).toBeLessThanOrEqual(0.01);
      expect(stated[PAIRS / 2]).toBeLessThanOrEqual(0.01);
      expect(covered).toBeGreaterThanOrEqual(0.9 * PAIRS);
    },
  );
});
