/**
 * The pyramids of a cave's pictures, all drawn in one traversal: six faces, levels of 512 · 2ⁿ up to the face size, tiles
 * of 512, a preview of six small faces in one file; the same addresses as those of `grotto tile`.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { encodeWebp } from '#pipeline/tile/output/preview.ts';
import { createPyramid, listTiles, tilePath } from '#pipeline/tile/output/levels.ts';
import { hasKept, readKept, writeKept } from '#demo/make/keep.ts';
import { runTasks } from '#demo/make/threads.ts';
import { faceCamera } from '#demo/picture/camera.ts';
import { BLOCK } from '#demo/picture/canvasTile.ts';
import { findEdges } from '#demo/picture/edges.ts';
import { writeTile } from '#demo/picture/encode.ts';
import { halveLinear, storeLinear } from '#demo/picture/halve.ts';
import { findOutlines } from '#demo/picture/outlines.ts';
import { listPictures } from '#demo/picture/pictures.ts';
import { type DrawData, type DrawResult, type DrawTask, type PyramidPlan } from '#demo/picture/pyramidTask.ts';
import { measureGlow } from '#demo/picture/renderView.ts';
import type { Sight } from '#demo/picture/sampler.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';

const TILE_SIZE = 512;
/** Rows of the depth picture a task measures. */
const BAND_ROWS = 64;
const MAX_PREVIEW_BYTES = 60_000;
const PREVIEW_QUALITIES = [75, 60, 45, 30];

export interface PyramidJob {
  /** For `loadCave`. */
  readonly cave: string;
  readonly sight: Sight;
  /** Side of the faces that are drawn; no picture is finer. */
  readonly faceSize: number;
  /** Folders are those of the finished pyramids; they appear at once when all is done. */
  readonly plans: readonly PyramidPlan[];
  /** Pixels; 512 by default. */
  readonly tileSize?: number;
  readonly depth: { readonly width: number; readonly file: string };
  readonly jobs: number;
  /** Folder for finished faces of a run that was killed; named by the hash of all inputs. */
  readonly unfinished: string;
  progress(fraction: number, note: string): void;
}

/** Returns the absolute paths of all files. */
export async function writePyramids(job: PyramidJob): Promise<string[]> {
  const { sight, faceSize, plans, tileSize = TILE_SIZE, unfinished, progress } = job;
  const partial = plans.map((plan) => ({ ...plan, folder: `${plan.folder}.partial` }));
  const open = await openFaces(job, partial, tileSize);
  const all = listPictures(sight.cave);
  const pictures = plans.map(({ id }) => all.find((picture) => picture.id === id)!);
  const edges = findEdges(sight.scene);
  const data: DrawData = {
    cave: job.cave,
    sight: { scene: sight.scene, textures: sight.textures, light: sight.light },
    plans: partial,
    faceSize,
    tileSize,
    outlines: FACES.map((_, face) =>
      findOutlines(sight.scene, edges, faceCamera(sight.cave.eye, face, faceSize), BLOCK),
    ),
    glow: measureGlow(sight, pictures, edges, sight.cave.eye),
  };
  const side = Math.min(2 * tileSize, faceSize);
  const tasks = listTasks(open, faceSize, side, job.depth.width);
  const faces = new Map(open.map((face) => [face, new FaceHalves(faceSize, side, plans.length)]));
  const depth = new Uint16Array((job.depth.width * job.depth.width) / 2);
  await runTasks<DrawTask, DrawResult>({
    module: new URL('./drawWorker.ts', import.meta.url),
    data,
    tasks,
    jobs: job.jobs,
    async onResult(result, index, done) {
      const task = tasks[index]!;
      progress((done / tasks.length) * 0.98, 'draw');
      if (result.kind === 'depth' && task.kind === 'depth')
        depth.set(result.millimetres, task.band.top * job.depth.width);
      if (result.kind !== 'square' || task.kind !== 'square') return;
      const halves = faces.get(task.face)!;
      if (!halves.add(result.halves, task.x, task.y)) return;
      faces.delete(task.face);
      const smallest = await writeCoarser(partial, task.face, halves.pictures, faceSize, tileSize);
      await writeKept(path.join(unfinished, `face-${task.face}`), smallest);
    },
  });
  await writeDepth(job.depth.file, depth, job.depth.width);
  await writePreviews(partial, unfinished, tileSize / 2);
  for (const plan of plans) {
    await rm(plan.folder, { recursive: true, force: true });
    await rename(`${plan.folder}.partial`, plan.folder);
  }
  await rm(unfinished, { recursive: true, force: true });
  return [...plans.flatMap((plan) => listPyramidFiles(plan, tileSize)), job.depth.file];
}

/** Makes the folders and answers which faces are still to be drawn. */
async function openFaces(
  { unfinished }: PyramidJob,
  plans: readonly PyramidPlan[],
  tileSize: number,
): Promise<number[]> {
  const open = [0, 1, 2, 3, 4, 5].filter((face) => !hasKept(unfinished, `face-${face}`));
  for (const plan of plans) {
    if (open.length === 6) await rm(plan.folder, { recursive: true, force: true });
    for (let level = 0; tileSize * 2 ** level <= plan.faceSize; level++)
      for (const face of FACES) await mkdir(path.join(plan.folder, String(level), face), { recursive: true });
  }
  await mkdir(unfinished, { recursive: true });
  return open;
}

function listTasks(open: readonly number[], faceSize: number, size: number, depthWidth: number): DrawTask[] {
  const tasks: DrawTask[] = [];
  for (const face of open)
    for (let y = 0; y < faceSize; y += size)
      for (let x = 0; x < faceSize; x += size) tasks.push({ kind: 'square', face, x, y, size });
  const height = depthWidth / 2;
  for (let top = 0; top < height; top += BAND_ROWS)
    tasks.push({ kind: 'depth', band: { width: depthWidth, height, top, rows: Math.min(BAND_ROWS, height - top) } });
  return tasks;
}

/** Collects the half-size squares of a face. */
class FaceHalves {
  readonly pictures: readonly Uint16Array[];
  readonly #side: number;
  readonly #square: number;
  #missing: number;

  constructor(faceSize: number, square: number, count: number) {
    this.#side = faceSize / 2;
    this.#square = square / 2;
    this.#missing = (faceSize / square) ** 2;
    this.pictures = Array.from({ length: count }, () => new Uint16Array(this.#side ** 2 * 3));
  }

  /** `x`, `y` of the square at full size. True when the face is whole. */
  add(halves: readonly Uint16Array[], x: number, y: number): boolean {
    halves.forEach((half, p) => {
      for (let row = 0; row < this.#square; row++)
        this.pictures[p]!.set(
          half.subarray(row * this.#square * 3, (row + 1) * this.#square * 3),
          ((y / 2 + row) * this.#side + x / 2) * 3,
        );
    });
    return --this.#missing === 0;
  }
}

/** Writes all levels of a face below the drawn one; answers its pictures at the preview's size. */
async function writeCoarser(
  plans: readonly PyramidPlan[],
  face: number,
  halves: readonly Uint16Array[],
  faceSize: number,
  tileSize: number,
): Promise<Uint16Array[]> {
  const smallest: Uint16Array[] = [];
  for (const [p, plan] of plans.entries()) {
    let light = halves[p]!;
    let size = faceSize / 2;
    for (; size >= tileSize; light = halveLinear(light, size, size), size /= 2)
      if (size <= plan.faceSize) await writeLevel(plan, face, light, size, tileSize);
    smallest.push(light);
  }
  return smallest;
}

async function writeLevel(
  plan: PyramidPlan,
  face: number,
  light: Uint16Array,
  size: number,
  tileSize: number,
): Promise<void> {
  const level = Math.log2(size / tileSize);
  const writes: Promise<void>[] = [];
  for (let y = 0; y < size; y += tileSize)
    for (let x = 0; x < size; x += tileSize) {
      const tile = new Uint16Array(tileSize * tileSize * 3);
      for (let row = 0; row < tileSize; row++) {
        const from = ((y + row) * size + x) * 3;
        tile.set(light.subarray(from, from + tileSize * 3), row * tileSize * 3);
      }
      const name = tilePath({ level, face, x: x / tileSize, y: y / tileSize }, 'webp');
      writes.push(writeTile(path.join(plan.folder, name), storeLinear(tile), tileSize, tileSize, plan.encoding));
    }
  await Promise.all(writes);
}

/** Six faces of half a tile, one above the other in the order of `FACES`, as fine as fits into 60 kB. */
async function writePreviews(plans: readonly PyramidPlan[], unfinished: string, side: number): Promise<void> {
  const strips = plans.map(() => new Uint8Array(side * side * 3 * FACES.length));
  for (let face = 0; face < FACES.length; face++) {
    const smallest = await readKept<Uint16Array[]>(path.join(unfinished, `face-${face}`));
    smallest.forEach((light, p) => strips[p]!.set(storeLinear(light), face * side * side * 3));
  }
  for (const [p, plan] of plans.entries()) {
    let bytes = new Uint8Array();
    for (const quality of PREVIEW_QUALITIES) {
      bytes = Uint8Array.from(await encodeWebp(strips[p]!, side, side * FACES.length, quality));
      if (bytes.length <= MAX_PREVIEW_BYTES) break;
    }
    await writeFile(path.join(plan.folder, 'preview.webp'), bytes);
  }
}

async function writeDepth(file: string, millimetres: Uint16Array, width: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await sharp(millimetres, { raw: { width, height: width / 2, channels: 1 } })
    .toColourspace('grey16')
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toFile(`${file}.part`);
  await rename(`${file}.part`, file);
}

/** Every file of a finished pyramid, absolute. */
export function listPyramidFiles(plan: PyramidPlan, tileSize: number): string[] {
  const tiles = listTiles(createPyramid(plan.id, plan.faceSize, tileSize, undefined));
  return [...tiles.map((tile) => tilePath(tile, 'webp')), 'preview.webp'].map((name) => path.join(plan.folder, name));
}
