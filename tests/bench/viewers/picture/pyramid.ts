/** Makes the pyramid that every viewer of the bench reads: tinted levels, each tile as long as its photograph's. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { cutFacesFromEquirect, readFacesFromTiles, type FacePixels } from './faces.ts';
import { encodeJpeg, encodeJpegToLength, type RawPicture } from './jpeg.ts';
import { LEVEL_TINTS, PREVIEW_TINT, tintPixels, type Tint } from './tint.ts';

export const TILE_SIZE = 512;
/** Face sizes, coarse to fine; level 1 on disk is the first of them. */
export const LEVEL_SIZES = [512, 1024, 2048] as const;
export const FINEST_SIZE = 2048;
export const PREVIEW_SIZE = 256;
/** The order of faces in the vertical strip (Marzipano's own, Grotto takes any). */
export const STRIP_ORDER = 'bdflru';
/** The order of faces in the horizontal strip (Photo Sphere Viewer's own). */
const ROW_ORDER = 'lfrbud';

/** Chosen so that sixteen tiles of the cave weigh what they weighed in the table of the design notes. */
const TILE_QUALITY = 60;
const PREVIEW_QUALITY = 52;
/** Part of the folder's name, so that a change of the recipe makes a new one. */
const RECIPE = 'tinted-1';

export interface PictureChoice {
  /** A folder of Grotto tiles, or a 2:1 picture. */
  readonly kind: 'tiles' | 'equirect';
  readonly path: string;
}

/** The pyramid's folder: `{level}/{face}/{row}_{column}.jpg`, `preview.jpg` (upright strip), `preview-row.jpg`. */
export async function makePyramid(choice: PictureChoice): Promise<string> {
  const folder = join(tmpdir(), `grotto-bench-${await nameOf(choice)}`);
  if (existsSync(join(folder, 'preview.jpg'))) return folder;
  const draft = `${folder}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  const faces =
    choice.kind === 'tiles'
      ? await readFacesFromTiles(choice.path, FINEST_SIZE)
      : await cutFacesFromEquirect(choice.path, FINEST_SIZE);
  for (const face of faces) await writeFace(draft, face);
  await writePreviews(draft, faces);
  await rename(draft, folder);
  return folder;
}

async function nameOf(choice: PictureChoice): Promise<string> {
  const { mtimeMs, size } = await stat(choice.path);
  return createHash('sha256')
    .update([RECIPE, choice.kind, choice.path, mtimeMs, size, TILE_QUALITY, PREVIEW_QUALITY].join('|'))
    .digest('hex')
    .slice(0, 12);
}

async function writeFace(folder: string, face: FacePixels): Promise<void> {
  for (const [index, sizePx] of LEVEL_SIZES.entries()) {
    const scaled = await scaleFace(face, sizePx);
    const target = join(folder, String(index + 1), face.face);
    await mkdir(target, { recursive: true });
    for (let y = 0; y < sizePx / TILE_SIZE; y += 1) {
      for (let x = 0; x < sizePx / TILE_SIZE; x += 1) {
        const tile = cutTile(scaled, sizePx, x, y);
        await writeFile(join(target, `${y}_${x}.jpg`), await encodeTinted(tile, LEVEL_TINTS[index]!, TILE_QUALITY));
      }
    }
  }
}

async function writePreviews(folder: string, faces: readonly FacePixels[]): Promise<void> {
  const small = new Map<string, Uint8Array>();
  for (const face of faces) small.set(face.face, await scaleFace(face, PREVIEW_SIZE));
  const strip = Buffer.concat([...STRIP_ORDER].map((face) => small.get(face)!));
  const upright = { rgb: strip, widthPx: PREVIEW_SIZE, heightPx: 6 * PREVIEW_SIZE };
  const row = {
    rgb: joinRow([...ROW_ORDER].map((face) => small.get(face)!)),
    widthPx: 6 * PREVIEW_SIZE,
    heightPx: PREVIEW_SIZE,
  };
  await writeFile(join(folder, 'preview-row.jpg'), await encodeTinted(row, PREVIEW_TINT, PREVIEW_QUALITY));
  await writeFile(join(folder, 'preview.jpg'), await encodeTinted(upright, PREVIEW_TINT, PREVIEW_QUALITY));
}

async function encodeTinted(picture: RawPicture, tint: Tint, quality: number): Promise<Buffer> {
  const photograph = await encodeJpeg(picture, quality);
  const tinted = { ...picture, rgb: tintPixels(picture.rgb, tint) };
  return encodeJpegToLength(tinted, quality, photograph.length);
}

async function scaleFace(face: FacePixels, sizePx: number): Promise<Uint8Array> {
  if (sizePx === face.sizePx) return face.rgb;
  const raw = { width: face.sizePx, height: face.sizePx, channels: 3 as const };
  return sharp(face.rgb, { raw }).resize(sizePx, sizePx).raw().toBuffer();
}

function cutTile(face: Uint8Array, facePx: number, x: number, y: number): RawPicture {
  const rgb = new Uint8Array(TILE_SIZE * TILE_SIZE * 3);
  for (let row = 0; row < TILE_SIZE; row += 1) {
    const start = ((y * TILE_SIZE + row) * facePx + x * TILE_SIZE) * 3;
    rgb.set(face.subarray(start, start + TILE_SIZE * 3), row * TILE_SIZE * 3);
  }
  return { rgb, widthPx: TILE_SIZE, heightPx: TILE_SIZE };
}

/** Six pictures side by side. */
function joinRow(pictures: readonly Uint8Array[]): Uint8Array {
  const line = PREVIEW_SIZE * 3;
  const joined = new Uint8Array(line * PREVIEW_SIZE * pictures.length);
  for (const [index, picture] of pictures.entries()) {
    for (let row = 0; row < PREVIEW_SIZE; row += 1) {
      joined.set(picture.subarray(row * line, (row + 1) * line), (row * pictures.length + index) * line);
    }
  }
  return joined;
}
