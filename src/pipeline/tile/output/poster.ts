/** The poster: a small flat picture of the start view, for title cards, lists of places and link previews. */
import type { Vec3 } from '#shared/vec.ts';
import { directionOf } from '#shared/vec.ts';
import { createPixelMap, mapDirectionsToCube, mapDirectionsToEquirect, type PixelMap } from '../pixels/map.ts';
import { boundWindow, samplePixels } from '../pixels/sample.ts';
import { copyForFaceSize, type SourceCopy, type TileSource } from '../scratch/source.ts';
import { SourceWindowReader } from '../scratch/window.ts';
import { encodeWebp } from './preview.ts';

const MAX_POSTER_BYTES = 18_000;
const SIZES = [[640, 400], [480, 300], [320, 200]] as const; // prettier-ignore
const QUALITIES = [75, 65, 55, 45, 35, 25];

/** Radians; `fov` is vertical. */
export interface StartView {
  readonly yaw: number;
  readonly pitch: number;
  readonly fov: number;
}

export interface Poster {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export async function makePoster(source: TileSource, view: StartView, profile?: Uint8Array): Promise<Poster> {
  let smallest: Poster | undefined;
  for (const [width, height] of SIZES) {
    const pixels = renderView(source, view, width, height);
    for (const quality of QUALITIES) {
      const bytes = await encodeWebp(pixels, width, height, quality, profile);
      if (bytes.length <= MAX_POSTER_BYTES) return { bytes, width, height };
      smallest = { bytes, width, height };
    }
  }
  if (!smallest) throw new Error('no poster size is defined');
  return smallest;
}

/** A rectilinear view, three bytes per pixel. */
export function renderView(source: TileSource, view: StartView, width: number, height: number): Uint8Array {
  const focal = height / 2 / Math.tan(view.fov / 2);
  const directions = listDirections(view, width, height, focal);
  const copy = copyForFaceSize(source, 2 * focal);
  const reader = new SourceWindowReader(copy);
  try {
    const picture = new Uint8Array(width * height * 3);
    const faces = copy.kind === 'cube' ? copy.pictures.length : 1;
    for (let face = 0; face < faces; face++) {
      const map = createPixelMap(width * height);
      mapDirections(directions, 1 / focal, copy, face, map);
      addFace(map, reader, face, width, height, picture);
    }
    return picture;
  } finally {
    reader.close();
  }
}

function mapDirections(directions: readonly Vec3[], step: number, copy: SourceCopy, face: number, map: PixelMap): void {
  if (copy.kind === 'equirect') mapDirectionsToEquirect(directions, step, copy, map);
  else mapDirectionsToCube(directions, step, copy.pictures[face]?.width ?? 0, face, map);
}

function addFace(
  map: PixelMap,
  reader: SourceWindowReader,
  face: number,
  width: number,
  height: number,
  picture: Uint8Array,
): void {
  const window = boundWindow(map, width * height);
  if (!window) return;
  const pixels = new Uint16Array(window.width * window.height * 3);
  reader.read(face, window, pixels);
  const bytes = new Uint8Array(picture.length);
  samplePixels(map, pixels, window, { bytes, offset: 0, stride: width, width, height });
  for (let i = 0; i < width * height; i++) {
    if (Number.isNaN(map.x[i])) continue;
    picture.set(bytes.subarray(i * 3, i * 3 + 3), i * 3);
  }
}

function listDirections(view: StartView, width: number, height: number, focal: number): Vec3[] {
  const forward = directionOf(view.yaw, view.pitch);
  const right: Vec3 = [Math.cos(view.yaw), 0, Math.sin(view.yaw)];
  const up = directionOf(view.yaw, view.pitch + Math.PI / 2);
  const directions: Vec3[] = [];
  for (let row = 0; row < height; row++) {
    const y = (height / 2 - row - 0.5) / focal;
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5 - width / 2) / focal;
      directions.push([
        forward[0] + x * right[0] + y * up[0],
        forward[1] + y * up[1],
        forward[2] + x * right[2] + y * up[2],
      ]);
    }
  }
  return directions;
}
