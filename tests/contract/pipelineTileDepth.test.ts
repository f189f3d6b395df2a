/** One room of closed form, written in every way depth comes in, tiled, and measured with the viewer's own reader. */
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PanoramaDepth } from '#document/schema.ts';
import { toRadians } from '#shared/angle.ts';
import { rotationInto } from '#shared/pose.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';
import { depthFile } from '#sources/depth/depthFile.ts';
import { readDepth } from '#sources/depth/readDepth.ts';
import { readDistance } from '#sources/depth/readDistance.ts';
import { faceDirection } from '#streaming/pyramid/cube.ts';
import { exrFile, type ExrOptions } from '../fixtures/exr.ts';
import { greyPng16 } from '../fixtures/png16.ts';
import { openWorkshop, type Workshop } from '../fixtures/workshop.ts';

vi.setConfig({ testTimeout: 60_000 });
let shop: Workshop;
beforeAll(async () => {
  shop = await openWorkshop();
});
afterAll(() => shop.close());

/** From the eye to the walls of a room: no two the same, so that nothing can be turned or mirrored. */
const ROOM = [[-2, 3.5], [-1.6, 2.2], [-5, 3]] as const; // prettier-ignore

function distanceIn(direction: Vec3): number {
  return Math.min(...direction.map((part, axis) => (part === 0 ? Infinity : ROOM[axis]![part > 0 ? 1 : 0] / part)));
}

const towards = (x: number, y: number, width: number): Vec3 =>
  directionOf(((x + 0.5) / width - 0.5) * 2 * Math.PI, (0.5 - (y + 0.5) / (width / 2)) * Math.PI);

const SIZE = 1_024;
const FACE = 300;
const NEAR = 1;
const FAR = 8;

/** In units of metres, at the pixel of an equirectangular picture. */
const sphereAt = (x: number, y: number): number => distanceIn(towards(x, y, SIZE));
const write = (name: string, bytes: Uint8Array): string => shop.write(name, bytes);
const exrSphere = (name: string, options: ExrOptions) => write(name, exrFile(SIZE, SIZE / 2, sphereAt, options));

async function grey8(name: string, width: number, height: number, valueAt: (x: number, y: number) => number) {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => valueAt(i % width, Math.floor(i / width)));
  const picture = sharp(pixels, { raw: { width, height, channels: 1 } });
  await picture.toColourspace('b-w').png().toFile(path.join(shop.folder, name));
  return name;
}

/** What the viewer would measure, held against the room in evenly spread directions. */
async function measure(depth: PanoramaDepth, mostWidth = 8_192) {
  const { metresPerUnit = 0.001, error, errorShare, errorNearness } = depth;
  const file = depthFile(depth, mostWidth);
  const grid = await readDepth(shop.read(file.uri), {
    width: file.width,
    height: file.height,
    metresPerUnit,
    mostWidth,
  });
  const offs: number[] = [];
  const bounds: number[] = [];
  let covered = 0;
  const count = 2_000;
  for (let i = 0; i < count; i++) {
    const yaw = ((i * 0.618_034) % 1) * 2 * Math.PI - Math.PI;
    const pitch = Math.asin(((i + 0.5) / count) * 2 - 1);
    const truth = distanceIn(directionOf(yaw, pitch));
    const found = readDistance(grid, yaw, pitch, { metresPerUnit, error, errorShare, errorNearness });
    if (!found) throw new Error('the room has no hole');
    offs.push(Math.abs(found.metres - truth));
    bounds.push(found.error);
    if (Math.abs(found.metres - truth) <= found.error) covered++;
  }
  const middle = (list: number[]): number => list.sort((a, b) => a - b)[count / 2] ?? NaN;
  return { width: grid.width, covered: covered / count, off: middle(offs), bound: middle(bounds) };
}

const inverse = (metres: number, full: number): number =>
  Math.round((full * (1 / metres - 1 / FAR)) / (1 / NEAR - 1 / FAR));

const FACE_NAMES = ['f', 'r', 'b', 'l', 'u', 'd'];
const POSE = { yaw: 35, pitch: -12, roll: 20 };

/** Where a direction of a frame turned by the pose points in the panorama: the transpose of the way there. */
function outOf(pose: typeof POSE, [x, y, z]: Vec3): Vec3 {
  const m = rotationInto(toRadians(pose.yaw), toRadians(pose.pitch), toRadians(pose.roll));
  return [m[0] * x + m[3] * y + m[6] * z, m[1] * x + m[4] * y + m[7] * z, m[2] * x + m[5] * y + m[8] * z];
}

interface Way {
  readonly title: string;
  /** Writes its files; returns options. */
  readonly write: () => string[] | Promise<string[]>;
  /** Median of what distances are off and of what is said of that, metres. */
  readonly off: number;
  readonly bound: number;
}

const WAYS: readonly Way[] = [
  {
    title: '16-bit PNG in millimetres',
    write: () => [
      '--depth',
      write(
        'mm.png',
        greyPng16(SIZE, SIZE / 2, (x, y) => Math.round(1_000 * sphereAt(x, y))),
      ),
    ],
    off: 0.0006,
    bound: 0.004,
  },
  {
    title: '16-bit PNG in units of 0.2 mm',
    write: () => [
      ...[
        '--depth',
        write(
          'fine.png',
          greyPng16(SIZE, SIZE / 2, (x, y) => Math.round(5_000 * sphereAt(x, y))),
        ),
      ],
      ...['--depth-unit', '0.0002', '--depth-step', '0.2'],
    ],
    off: 0.0006,
    bound: 0.004,
  },
  {
    title: 'OpenEXR of floats, ZIP, in metres',
    write: () => ['--depth', exrSphere('float.exr', {})],
    off: 0.0006,
    bound: 0.004,
  },
  {
    title: 'OpenEXR of half floats, ZIPS, in centimetres, one of four channels',
    write: () => [
      '--depth',
      write(
        'half.exr',
        exrFile(SIZE, SIZE / 2, (x, y) => 100 * sphereAt(x, y), {
          ...{ compression: 'zips', type: 'half', channels: ['B', 'G', 'R', 'depth.Z'], channel: 'depth.Z', top: 5 },
        }),
      ),
      ...['--depth-unit', 'cm'],
    ],
    off: 0.0006,
    bound: 0.005,
  },
  {
    title: 'OpenEXR of whole numbers, RLE, in millimetres, a channel by name',
    write: () => [
      '--depth',
      write(
        'uint.exr',
        exrFile(SIZE, SIZE / 2, (x, y) => Math.round(1_000 * sphereAt(x, y)), {
          ...{ compression: 'rle', type: 'uint', channels: ['R', 'V'], channel: 'V' },
        }),
      ),
      ...['--depth-unit', 'mm', '--depth-channel', 'V'],
    ],
    off: 0.0006,
    bound: 0.004,
  },
  {
    title: 'OpenEXR uncompressed',
    write: () => ['--depth', exrSphere('raw.exr', { compression: 'none' })],
    off: 0.0006,
    bound: 0.004,
  },
  {
    title: '8-bit inverse depth',
    write: async () => [
      '--depth',
      await grey8('inverse8.png', SIZE, SIZE / 2, (x, y) => inverse(sphereAt(x, y), 255)),
      ...['--depth-kind', 'inverse', `--depth-range=${NEAR},${FAR}`],
    ],
    off: 0.01,
    bound: 0.04,
  },
  {
    title: '16-bit inverse depth whose 0 is infinitely far',
    write: () => [
      '--depth',
      write(
        'inverse16.png',
        greyPng16(SIZE, SIZE / 2, (x, y) => Math.round((65_535 * NEAR) / sphereAt(x, y))),
      ),
      ...['--depth-kind', 'inverse', `--depth-range=${NEAR},inf`],
    ],
    off: 0.0006,
    bound: 0.004,
  },
  ...(['axis', 'ray'] as const).map((along): Way => ({
    title: `six faces along the ${along}`,
    write: () => {
      FACE_NAMES.forEach((name, face) => {
        const at = (x: number, y: number): number => {
          const [a, b, c] = faceDirection(face, (x + 0.5) / FACE, (y + 0.5) / FACE);
          const z = distanceIn([a, b, c]);
          return along === 'axis' ? z : z * Math.hypot(a, b, c);
        };
        if (along === 'axis') write(`axis-${name}.exr`, exrFile(FACE, FACE, at));
        else
          write(
            `ray-${name}.png`,
            greyPng16(FACE, FACE, (x, y) => Math.round(1_000 * at(x, y))),
          );
      });
      return ['--depth', along === 'axis' ? 'axis-{f}.exr' : 'ray-{f}.png', '--depth-along', along];
    },
    off: 0.0006,
    bound: 0.004,
  })),
  {
    title: 'OpenEXR in a frame of its own, with its pose',
    write: () => [
      '--depth',
      write(
        'posed.exr',
        exrFile(SIZE, SIZE / 2, (x, y) => distanceIn(outOf(POSE, towards(x, y, SIZE)))),
      ),
      `--depth-pose=${POSE.yaw},${POSE.pitch},${POSE.roll}`,
    ],
    off: 0.0006,
    bound: 0.004,
  },
];

describe('depth given to grotto tile', () => {
  it.each(WAYS)('as $title is measured within what is said of its error', async (way) => {
    const { code, err } = await shop.tile(...(await way.write()));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const depth = shop.depth();
    const fine = await measure(depth);
    expect(fine.covered).toBeGreaterThanOrEqual(0.99);
    expect(fine.off).toBeLessThan(way.off);
    expect(fine.bound).toBeLessThan(way.bound);
    const coarse = await measure(depth, 600);
    expect(coarse.width).toBe(fine.width / 2);
    expect(coarse.covered).toBeGreaterThanOrEqual(0.99);
    expect(coarse.off).toBeLessThan(2 * way.off);
  });
});
