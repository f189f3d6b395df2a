/**
 * How much texture memory to reserve for tiles, decided once per visit: nothing is allocated on the GPU while walking.
 */
import { columnCount, levelOf, type Pyramid, rowCount, tileHeightOf } from '#streaming/pyramid/pyramid.ts';

export type DeviceClass = 'desktop' | 'phone' | 'headset';

export interface StorePlan {
  /** Edge of a layer in pixels: a power of two. */
  readonly layerSize: number;
  readonly layerCount: number;
}

export interface StoreLimits {
  readonly deviceClass: DeviceClass;
  /** The largest picture that will be drawn on the page, in device pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the GPU allows. */
  readonly maxTextureSize: number;
  readonly maxLayers: number;
}

/** Bytes of texture memory for everything on a device, all kinds together. */
export const TEXTURE_BYTES = {
  desktop: 768 * 2 ** 20,
  phone: 128 * 2 ** 20,
  headset: 192 * 2 ** 20,
} satisfies Record<DeviceClass, number>;

/** Part of a device's texture bytes that tiles may take; the rest is for relics (`relic/profile.ts`), marks and text. */
const TILE_SHARE = { desktop: 0.6, phone: 0.6, headset: 0.55 } satisfies Record<DeviceClass, number>;
/** Both eyes side by side of a usual headset, device pixels: its page and its screen say nothing of them. */
const EYES = { widthPx: 3_360, heightPx: 1_760 };
const SMALLEST_LAYER = 256;
/** Views kept beside the visible one: what was just looked at, what lies around, a second panorama while walking. */
const VIEWS_KEPT = 3;
/** Panoramas whose previews stay at hand: here, the neighbours, the way back. */
const PREVIEWS_KEPT = 12;
/** Room beside the previews for the smaller tiles at the edges of faces and the coarsest levels. */
const SMALL_TILES = 24;
const BYTES_PER_TEXEL = 4;
/** Of a store that one view may fill before the engine makes do with less. */
const SHARE_WANTED = 0.75;

/**
 * One store per layer size that the pyramids of a visit need, small layers first: a preview face or tile goes to the
 * smallest layer it fits. Counts follow from the picture's device pixels and stay inside the device's budget, larger
 * layers giving way first. Throws where the GPU cannot hold a single layer of a tile size.
 */
export function planStores(pyramids: readonly Pyramid[], limits: StoreLimits): StorePlan[] {
  const previewSizes = new Set<number>();
  const tileSizes = new Map<number, number>();
  for (const pyramid of pyramids) {
    if (pyramid.previewFaceSize !== undefined) previewSizes.add(layerSizeFor(pyramid.previewFaceSize));
    const layerSize = layerSizeFor(largestTilePx(pyramid));
    tileSizes.set(layerSize, Math.max(tileSizes.get(layerSize) ?? 0, tilesAtPole(pyramid, limits)));
  }
  const sizes = [...new Set([...previewSizes, ...tileSizes.keys()])].sort((a, b) => a - b);
  if (sizes.length === 0) sizes.push(SMALLEST_LAYER);
  const previews = 6 * Math.min(Math.max(pyramids.length, 2), PREVIEWS_KEPT) + SMALL_TILES;
  let bytesLeft = TEXTURE_BYTES[limits.deviceClass] * TILE_SHARE[limits.deviceClass];
  return sizes.map((layerSize, index) => {
    if (layerSize > limits.maxTextureSize) {
      throw new RangeError(`tiles of ${layerSize} px need textures larger than this GPU's ${limits.maxTextureSize} px`);
    }
    const atPole = tileSizes.get(layerSize);
    const kept = atPole === undefined ? 0 : Math.max(atPole, tilesKept(layerSize, limits));
    const wanted = (previewSizes.has(layerSize) ? previews : 0) + kept;
    const layerBytes = layerSize * layerSize * BYTES_PER_TEXEL;
    const share = bytesLeft / (sizes.length - index);
    const layerCount = Math.max(1, Math.min(wanted, limits.maxLayers, Math.floor(share / layerBytes)));
    bytesLeft -= layerCount * layerBytes;
    return { layerSize, layerCount };
  });
}

/** Tiles of one size that `VIEWS_KEPT` views need where a texel is between half a pixel and one. */
function tilesKept(layerSize: number, { deviceClass, widthPx, heightPx }: StoreLimits): number {
  const least = deviceClass === 'headset' ? EYES : { widthPx: 0, heightPx: 0 };
  const columns = Math.ceil((2 * Math.max(widthPx, least.widthPx)) / layerSize) + 1;
  const rows = Math.ceil((2 * Math.max(heightPx, least.heightPx)) / layerSize) + 1;
  return VIEWS_KEPT * columns * rows;
}

/**
 * At a pole all columns of a whole sphere's picture meet in one view. Tiles that others have cut may be narrow; with no
 * room for them the picture would never come to rest there.
 */
function tilesAtPole(pyramid: Pyramid, { heightPx }: StoreLimits): number {
  if (pyramid.projection !== 'equirect') return 0;
  const finest = pyramid.levels.length - 1;
  const rows = 1 + Math.ceil(heightPx / tileHeightOf(pyramid, levelOf(pyramid, finest)));
  return Math.ceil((columnCount(pyramid, finest) * Math.min(rows, rowCount(pyramid, finest))) / SHARE_WANTED);
}

/** Edge of a pyramid's largest tile. Smaller ones, at the edges of a face, go where they fit best. */
function largestTilePx(pyramid: Pyramid): number {
  const finest = pyramid.levels[pyramid.levels.length - 1];
  return Math.min(pyramid.tileSize, Math.max(finest?.widthPx ?? 1, finest?.heightPx ?? 1));
}

function layerSizeFor(pixels: number): number {
  return Math.max(SMALLEST_LAYER, 2 ** Math.ceil(Math.log2(pixels)));
}
