/** The pictures that are written: 16-bit greyscale PNGs, halves of each other, coarse to fine. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { cellIndex, interpolateNearness, type NearnessAt } from '#sources/depth/interpolate.ts';
import type { NearnessMap } from './nearness.ts';

export interface DepthLevel {
  /** Within the folder of the panorama. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export interface WrittenDepth {
  /** Coarse to fine. */
  readonly levels: readonly DepthLevel[];
  /** Part of the pixels that are known but lie beyond the largest number. */
  readonly beyond: number;
}

const SMALLEST_WIDTH = 512;
const LARGEST_NUMBER = 65_535;
/** Fewer known ones of four do not make a cell known. */
const ENOUGH = 2;

/** `step` is the number of metres that 1 stands for; `subfolder` of the folder is empty or ends with a slash. */
export async function writePyramid(
  finest: NearnessMap,
  step: number,
  folder: string,
  subfolder: string,
): Promise<WrittenDepth> {
  await mkdir(path.join(folder, subfolder), { recursive: true });
  const levels: DepthLevel[] = [];
  let beyond = 0;
  for (let map: NearnessMap | null = finest; map; map = canHalve(map) ? halve(map) : null) {
    const { width, height } = map;
    const { bytes, lost } = await encodeDepth(map, step);
    if (map === finest) beyond = lost;
    const file = `${subfolder}${width}.png`;
    await writeFile(path.join(folder, file), bytes);
    levels.unshift({ file, width, height, bytes: bytes.length });
  }
  return { levels, beyond };
}

/** A picture as `readDepth` takes it, and which part of what is known lies beyond its numbers. */
export async function encodeDepth(map: NearnessMap, step: number): Promise<{ bytes: Uint8Array; lost: number }> {
  const { numbers, lost, known } = toNumbers(map, step);
  const { width, height } = map;
  const bytes = await sharp(numbers, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .toColourspace('grey16')
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer();
  return { bytes, lost: known > 0 ? lost / known : 0 };
}

function canHalve({ width, height }: NearnessMap): boolean {
  return width / 2 >= SMALLEST_WIDTH && width % 2 === 0 && height % 2 === 0;
}

/** The mean of four where they are one surface; else that of the second nearest, so a real one. */
export function halve({ width, height, nearness }: NearnessMap): NearnessMap {
  const half = new Float32Array(nearness.length / 4);
  const at: NearnessAt = (column, row) => nearness[cellIndex(width, height, column, row)] ?? 0;
  for (let y = 0, i = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2, i++) {
      const found = interpolateNearness(at, x + 0.5, y + 0.5);
      half[i] = found?.isEdge === false ? found.nearness : secondNearest([at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)]); // prettier-ignore
    }
  }
  return { width: width / 2, height: height / 2, nearness: half };
}

function secondNearest(four: readonly number[]): number {
  const known = four.filter((value) => value > 0).sort((a, b) => b - a);
  return known.length < ENOUGH ? 0 : (known[1] ?? 0);
}

function toNumbers({ nearness }: NearnessMap, step: number): { numbers: Uint16Array; lost: number; known: number } {
  const numbers = new Uint16Array(nearness.length);
  let [lost, known] = [0, 0];
  for (let i = 0; i < nearness.length; i++) {
    const near = nearness[i] ?? 0;
    if (near === 0) continue;
    known++;
    const number = Math.round(1 / (near * step));
    if (number > LARGEST_NUMBER) lost++;
    // 0 would say that nothing is known.
    else numbers[i] = Math.max(1, number);
  }
  return { numbers, lost, known };
}
