/**
 * Makes blocks of cube faces out of a source copy. A block whose window would be too large to hold (about the poles)
 * is cut into four, so memory stays the same for pictures of any size.
 */
import type { SourceWindowReader } from '../scratch/window.ts';
import { createPixelMap, type FaceBlock, mapFaceToEquirect, mapFaceToFace, type PixelMap } from './map.ts';
import { boundWindow, samplePixels } from './sample.ts';

/** Pixels of the largest window that is read at once: 24 MB. */
const MAX_WINDOW_PIXELS = 4_000_000;
/** Blocks are not cut below this edge. */
const MIN_BLOCK = 16;

export class FaceRenderer {
  readonly #reader: SourceWindowReader;
  #map: PixelMap = createPixelMap(0);
  #window = new Uint16Array(0);

  constructor(reader: SourceWindowReader) {
    this.#reader = reader;
  }

  /** Renders a block as stored 8-bit values, three per pixel. */
  render(block: FaceBlock): Uint8Array {
    const bytes = new Uint8Array(block.width * block.height * 3);
    if (this.#map.x.length < block.width * block.height) this.#map = createPixelMap(block.width * block.height);
    this.#renderPart(block, block, bytes);
    return bytes;
  }

  #renderPart(whole: FaceBlock, part: FaceBlock, bytes: Uint8Array): void {
    const { copy } = this.#reader;
    if (copy.kind === 'equirect') mapFaceToEquirect(part, copy, this.#map);
    else mapFaceToFace(part, copy.pictures[part.face]?.width ?? 0, this.#map);
    const window = boundWindow(this.#map, part.width * part.height);
    const windowPixels = window ? window.width * window.height : 0;
    if (windowPixels > MAX_WINDOW_PIXELS && Math.max(part.width, part.height) > MIN_BLOCK) {
      for (const quarter of cutInFour(part)) this.#renderPart(whole, quarter, bytes);
      return;
    }
    if (window) {
      if (this.#window.length < windowPixels * 3) this.#window = new Uint16Array(windowPixels * 3);
      this.#reader.read(copy.kind === 'cube' ? part.face : 0, window, this.#window);
    }
    samplePixels(this.#map, this.#window, window, {
      bytes,
      offset: (part.y - whole.y) * whole.width + part.x - whole.x,
      stride: whole.width,
      width: part.width,
      height: part.height,
    });
  }
}

function cutInFour(block: FaceBlock): FaceBlock[] {
  const halfWidth = Math.ceil(block.width / 2);
  const halfHeight = Math.ceil(block.height / 2);
  const parts: FaceBlock[] = [];
  for (const [y, height] of [[block.y, halfHeight], [block.y + halfHeight, block.height - halfHeight]] as const) {
    for (const [x, width] of [[block.x, halfWidth], [block.x + halfWidth, block.width - halfWidth]] as const) {
      if (width > 0 && height > 0) parts.push({ ...block, x, y, width, height });
    }
  } // prettier-ignore
  return parts;
}
