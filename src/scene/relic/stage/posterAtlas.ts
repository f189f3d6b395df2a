/**
 * Small pictures of relics, one layer of a texture array each, fetched when a relic first stands there as a card.
 * Layers are few and small, so they are kept for the whole visit; where all are taken, later relics have no card.
 */
import { DataArrayTexture, LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace } from 'three';

/** Larger on the screen than this, device pixels, cards look soft; the engine values them so. */
export const POSTER_PX = 96;

/** Fetches a relic's poster; null where it has none. */
export type LoadPoster = (assetId: string, signal: AbortSignal) => Promise<ImageBitmap | null>;

const AT_ONCE = 4;

export class PosterAtlas {
  readonly texture: DataArrayTexture;
  readonly #load: LoadPoster;
  readonly #onArrival: () => void;
  readonly #capacity: number;
  /** The layer of an asset; −1 while there is none. */
  readonly #layers = new Map<string, number>();
  readonly #waiting: string[] = [];
  readonly #leaving = new AbortController();
  #count = 0;
  #loading = 0;

  constructor(load: LoadPoster, capacity: number, onArrival: () => void) {
    this.#load = load;
    this.#capacity = capacity;
    this.#onArrival = onArrival;
    this.texture = new DataArrayTexture(new Uint8Array(POSTER_PX ** 2 * 4 * capacity), POSTER_PX, POSTER_PX, capacity);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.minFilter = LinearMipmapLinearFilter;
    this.texture.magFilter = LinearFilter;
    this.texture.generateMipmaps = true;
    // Memory that is reserved holds nothing: one layer instead of all of them is enough to begin with.
    this.texture.addLayerUpdate(0);
    this.texture.needsUpdate = true;
  }

  /** With mipmaps. */
  get gpuBytes(): number {
    return Math.ceil((POSTER_PX ** 2 * 4 * this.#capacity * 4) / 3);
  }

  /** The layer with an asset's poster; −1 while it is not here, and it is sent for. */
  layerOf(assetId: string): number {
    const layer = this.#layers.get(assetId);
    if (layer !== undefined) return layer;
    this.#layers.set(assetId, -1);
    this.#waiting.push(assetId);
    this.#next();
    return -1;
  }

  dispose(): void {
    this.#leaving.abort();
    this.#waiting.length = 0;
    this.texture.dispose();
  }

  #next(): void {
    while (this.#loading < AT_ONCE && this.#count + this.#loading < this.#capacity) {
      const assetId = this.#waiting.shift();
      if (assetId === undefined) return;
      this.#loading++;
      void this.#fetch(assetId).finally(() => {
        this.#loading--;
        this.#next();
      });
    }
  }

  async #fetch(assetId: string): Promise<void> {
    const { signal } = this.#leaving;
    // A poster that is not to be had is no more than a card less: what is wrong with it the document's check says.
    const bitmap = await this.#load(assetId, signal).catch(() => null);
    if (!bitmap) return;
    const pixels = signal.aborted ? null : readPixels(bitmap);
    bitmap.close();
    if (!pixels) return;
    const layer = this.#count++;
    (this.texture.image.data as Uint8Array).set(pixels, layer * POSTER_PX ** 2 * 4);
    this.texture.addLayerUpdate(layer);
    this.texture.needsUpdate = true;
    this.#layers.set(assetId, layer);
    this.#onArrival();
  }
}

/** The whole picture in the middle of a square, what is beside it transparent. */
function readPixels(bitmap: ImageBitmap): Uint8ClampedArray | null {
  const context = new OffscreenCanvas(POSTER_PX, POSTER_PX).getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const scale = POSTER_PX / Math.max(bitmap.width, bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, (POSTER_PX - width) / 2, (POSTER_PX - height) / 2, width, height);
  return context.getImageData(0, 0, POSTER_PX, POSTER_PX).data;
}
