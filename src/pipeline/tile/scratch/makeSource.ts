/** Makes a source on disk: decodes the input once, then halves it until the smallest level can be cut from it. */
import { open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { EyeInput } from '../input/inputs.ts';
import type { Placement } from '../input/place.ts';
import type { WorkerPool } from '../work/pool.ts';
import type { Progress } from '../work/progress.ts';
import type { HalveTask } from '../work/task.ts';
import { type DecodeOptions, decodePicture } from './decode.ts';
import type { RawPicture } from './rawPicture.ts';
import { FINER_BY, matchingFaceSize, picturesOf, type SourceCopy, type TileSource } from './source.ts';

/** A band's window holds about this many pixels. */
const BAND_PIXELS = 3_000_000;

export interface SourceJob {
  readonly eye: EyeInput;
  /** For an equirectangular input; ignored for a cube. */
  readonly placement: Placement;
  /** A folder that exists; file names begin with `prefix`. */
  readonly scratch: string;
  readonly prefix: string;
  /** Face size of the smallest picture that will be cut. */
  readonly smallestFaceSize: number;
  readonly decode: DecodeOptions;
}

export async function decodeSource(job: SourceJob, progress: Progress): Promise<SourceCopy> {
  const { eye } = job;
  const count = eye.kind === 'cube' ? 6 : 1;
  progress.begin(`${job.prefix}decode`, count);
  const decode = async (face: number): Promise<RawPicture> => {
    const picture = eye.kind === 'cube' ? eye.pictures[face] : eye.picture;
    if (!picture) throw new RangeError(`no input for face ${face}`);
    const part = eye.kind === 'cube' ? { left: 0, top: 0, width: picture.width, height: picture.height } : eye.part;
    const decoded = await decodePicture(picture, part, path.join(job.scratch, `${job.prefix}0-${face}.v`), job.decode);
    progress.step();
    return decoded;
  };
  const pictures: RawPicture[] = [];
  for (let face = 0; face < count; face++) pictures.push(await decode(face));
  progress.end();
  const [picture] = pictures;
  if (!picture) throw new RangeError('nothing was decoded');
  return eye.kind === 'cube' ? { kind: 'cube', pictures } : { kind: 'equirect', picture, ...job.placement };
}

export async function halveSource(
  job: SourceJob,
  finest: SourceCopy,
  pool: WorkerPool,
  progress: Progress,
): Promise<TileSource> {
  const copies: [SourceCopy, ...SourceCopy[]] = [finest];
  for (let copy = finest; canBeHalved(copy, job.smallestFaceSize);) {
    const half = planHalf(copy, path.join(job.scratch, `${job.prefix}${copies.length}`));
    await fillHalf(copy, half, pool, progress, `${job.prefix}half ${copies.length}`);
    copies.push(half);
    copy = half;
  }
  return copies;
}

function canBeHalved(copy: SourceCopy, smallestFaceSize: number): boolean {
  const smallestSide = Math.min(...picturesOf(copy).map(({ width, height }) => Math.min(width, height)));
  return matchingFaceSize(copy) / 2 >= smallestFaceSize * FINER_BY && smallestSide > 8;
}

function planHalf(copy: SourceCopy, name: string): SourceCopy {
  const halve = (picture: RawPicture, face: number): RawPicture => ({
    path: `${name}-${face}.linear16`,
    headerBytes: 0,
    width: Math.ceil(picture.width / 2),
    height: Math.ceil(picture.height / 2),
    encoding: 'linear16',
  });
  if (copy.kind === 'cube') return { kind: 'cube', pictures: copy.pictures.map(halve) };
  const picture = halve(copy.picture, 0);
  const across = picture.width / copy.picture.width;
  const down = picture.height / copy.picture.height;
  return {
    kind: 'equirect',
    picture,
    fullWidth: copy.fullWidth * across,
    left: copy.left * across,
    fullHeight: copy.fullHeight * down,
    top: copy.top * down,
  };
}

async function fillHalf(
  copy: SourceCopy,
  half: SourceCopy,
  pool: WorkerPool,
  progress: Progress,
  label: string,
): Promise<void> {
  const tasks: HalveTask[] = [];
  const finished: string[] = [];
  for (const [face, target] of picturesOf(half).entries()) {
    const source = picturesOf(copy)[face];
    if (!source || (await stat(target.path).catch(() => null))) continue;
    const unfinished = `${target.path}.unfinished`;
    const handle = await open(unfinished, 'w');
    await handle.truncate(target.width * target.height * 6);
    await handle.close();
    finished.push(target.path);
    const rows = Math.max(1, Math.min(64, Math.floor(BAND_PIXELS / source.width / 2) - 4));
    for (let rowFrom = 0; rowFrom < target.height; rowFrom += rows) {
      const band = {
        face,
        sourceWidth: source.width,
        sourceHeight: source.height,
        targetWidth: target.width,
        targetHeight: target.height,
        rowFrom,
        rowTo: Math.min(target.height, rowFrom + rows),
      };
      tasks.push({ kind: 'halve', copy, band, path: unfinished });
    }
  }
  if (tasks.length === 0) return;
  progress.begin(label, tasks.length);
  await pool.run(tasks, () => progress.step());
  for (const file of finished) await rename(`${file}.unfinished`, file);
  progress.end();
}
