/**
 * From inputs to a finished folder: inspect, decode, halve, cut tiles, preview, poster, entry. Everything is made in
 * `<out>.partial`; bad input removes it, a killed run leaves it to be taken up.
 */
import { cubeLevelSizes } from '#streaming/pyramid/levels.ts';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { type PanoramaAsset } from '#document/schema.ts';
import { toRadians } from '#shared/angle.ts';
import { CommandError, type CommandIo } from '../command.ts';
import { openDepth } from './depth/input.ts';
import { type MadeDepth, makeDepth } from './depth/makeDepth.ts';
import { openInputs } from './input/inputs.ts';
import type { TileOptions } from './options.ts';
import { cutTiles } from './output/cutTiles.ts';
import { extensionOf, type TileEncoding } from './output/encode.ts';
import { describePanorama, type EyePyramid } from './output/entry.ts';
import { createPyramid } from './output/levels.ts';
import { makePoster, type Poster } from './output/poster.ts';
import { makePreview } from './output/preview.ts';
import { planPanorama } from './plan.ts';
import { decodeSource, halveSource, type SourceJob } from './scratch/makeSource.ts';
import { doubtPoles } from './scratch/poles.ts';
import { finishPartialFolder, fingerprintWork, openPartialFolder, type PartialFolder } from './work/partialFolder.ts';
import { WorkerPool } from './work/pool.ts';
import { Progress } from './work/progress.ts';

/** What the smallest pictures need: the preview's larger face. */
const PREVIEW_FACE_SIZE = 256;

export interface TiledPanorama {
  readonly entry: PanoramaAsset;
  readonly tileCount: number;
  readonly depth?: MadeDepth;
}

export async function tilePanorama(options: TileOptions, io: CommandIo): Promise<TiledPanorama> {
  const eyes = await openInputs(options, io.cwd);
  const depthInput = options.depth && (await openDepth(options.depth, options.faceNames, io.cwd));
  const plan = planPanorama(eyes, options);
  for (const warning of plan.warnings) io.err(`warning: ${warning}\n`);
  await refuseOccupied(options);
  const inputs = eyes.flatMap((eye) => (eye.kind === 'cube' ? eye.pictures : [eye.picture]));
  const named = [...inputs, ...(depthInput?.pictures ?? [])];
  const { workers: _workers, isForced: _isForced, isQuiet: _isQuiet, ...relevant } = options;
  const partial = await openPartialFolder(options.out, await fingerprintWork(named, relevant));
  const progress = new Progress(io, () => performance.now() / 1000, options.isQuiet);
  if (partial.isResumed && !options.isQuiet) io.err(`going on with ${partial.path}\n`);
  sharp.cache(false);

  const encoding: TileEncoding = {
    format: options.format,
    quality: options.quality,
    isLossless: options.isLossless,
    ...(plan.profile && { profile: plan.profile }),
  };
  const pyramid = createPyramid(plan.id, plan.faceSize, options.tileSize, plan.coverage);
  const levelSizes = cubeLevelSizes(plan.faceSize, options.tileSize);
  const pyramids: EyePyramid[] = [];
  let poster: Poster | undefined;
  let tileCount = 0;
  // First, for it is soon done and may turn out to be damaged.
  const { depth: depthOptions } = options;
  const made =
    depthInput && depthOptions
      ? await orRemove(partial, () => makeDepth(depthInput, depthOptions, partial.path, 'depth/'))
      : undefined;
  for (const warning of made?.warnings ?? []) io.err(`warning: ${warning}\n`);
  const pool = new WorkerPool(options.workers);
  try {
    for (const [index, eye] of eyes.entries()) {
      const subfolder = eyes.length === 1 ? '' : index === 0 ? 'left/' : 'right/';
      const folder = path.join(partial.path, subfolder);
      await mkdir(folder, { recursive: true });
      const job: SourceJob = {
        eye,
        placement: plan.placement,
        scratch: partial.scratch,
        prefix: subfolder.replace('/', ' '),
        smallestFaceSize: Math.min(PREVIEW_FACE_SIZE, levelSizes[0] ?? PREVIEW_FACE_SIZE),
        decode: options,
      };
      const finest = await orRemove(partial, () => decodeSource(job, progress));
      const doubt = doubtPoles(finest);
      if (doubt !== null && index === 0) io.err(`warning: ${inputs[0]?.name ?? ''}: ${doubt}\n`);
      const source = await halveSource(job, finest, pool, progress);
      tileCount += await cutTiles({ pyramid, source, folder, encoding, label: `${job.prefix}tiles` }, pool, progress);
      const preview = await makePreview(source, plan.profile);
      await writeFile(path.join(folder, 'preview.webp'), preview.bytes);
      pyramids.push({ subfolder, levelSizes, previewFaceSize: preview.faceSize });
      poster ??= await makePoster(source, radians(plan.start), plan.profile);
      await emptyFolder(partial.scratch);
    }
  } finally {
    await pool.close();
  }
  if (!poster) throw new Error('a panorama has at least one eye');
  await writeFile(path.join(partial.path, 'poster.webp'), poster.bytes);
  const entry = describePanorama({
    ...plan.facts,
    eyes: pyramids,
    tileSize: options.tileSize,
    extension: extensionOf(encoding),
    poster,
    ...(made && { depth: made.depth }),
  });
  await writeFile(path.join(partial.path, 'panorama.json'), `${JSON.stringify(entry, null, 2)}\n`);
  await finishPartialFolder(partial, options.out);
  return { entry, tileCount, ...(made && { depth: made }) };
}

/** A damaged input shows only while it is read; nothing is left of it then. */
export async function orRemove<T>(partial: PartialFolder, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandError) await rm(partial.path, { recursive: true, force: true });
    throw error;
  }
}

export async function refuseOccupied({ out, isForced }: TileOptions): Promise<void> {
  const found = await stat(out).catch(() => null);
  if (!found || isForced) return;
  if (found.isDirectory() && (await readdir(out)).length === 0) return;
  throw new CommandError(`${out} exists; choose another --out, or replace it with --force`);
}

async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
}

function radians({ yaw, pitch, fov }: { yaw: number; pitch: number; fov: number }) {
  return { yaw: toRadians(yaw), pitch: toRadians(pitch), fov: toRadians(fov) };
}
