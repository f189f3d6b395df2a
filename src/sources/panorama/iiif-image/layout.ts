/**
 * https://iiif.io/api/image/3.0/#4-image-requests and https://iiif.io/api/image/2.1/#canonical-uri-syntax: a tile is
 * {region}/{size}/0/default.{format}, its region in pixels of the whole picture, its size that divided by the level's
 * scale factor and rounded up. So tiles begin at whole multiples of their region, whatever their level is rounded to.
 */
import type { FileLevel, LayoutFault, TileLayout } from '../tile-files/tileFiles.ts';
import { CUT_TILE_PX } from '../foreign/cubePictures.ts';
import type { IiifImageSource } from './schema.ts';

/** Of a service that names no tiles; it gives any region. */
const USUAL_TILE = 512;

export function iiifImageLayout(source: IiifImageSource): TileLayout | LayoutFault {
  const tiles = tilesOf(source);
  const levels = tiles ? tileLevels(source, tiles) : pictureLevels(source);
  if (levels.length > 0) return { projection: 'equirect', tileSize: 0, levels };
  return { key: tiles ? 'tiles' : 'sizes', fault: 'holds nothing that may be asked for' };
}

interface Tiles {
  readonly width: number;
  readonly height: number;
  readonly scaleFactors: readonly number[];
}

function tilesOf(source: IiifImageSource): Tiles | null {
  const [listed] = source.tiles ?? [];
  if (listed) return { width: listed.width, height: listed.height ?? listed.width, scaleFactors: listed.scaleFactors };
  if ((source.profile ?? 'level0') === 'level0') return null;
  const edge = Math.min(USUAL_TILE, source.maxWidth ?? USUAL_TILE, source.maxHeight ?? USUAL_TILE);
  const scaleFactors = [1];
  for (let factor = 1; source.width > edge * factor || source.height > edge * factor;) scaleFactors.push((factor *= 2));
  return { width: edge, height: edge, scaleFactors };
}

/** Coarse to fine, from the finest that is a single tile on; coarser ones show less than that one alone. */
function tileLevels(source: IiifImageSource, { width, height, scaleFactors }: Tiles): FileLevel[] {
  const full = { widthPx: source.width, heightPx: source.height };
  if (!isAllowed(source, Math.min(width, source.width), Math.min(height, source.height))) return [];
  const levels = [...new Set(scaleFactors)]
    .toSorted((a, b) => b - a)
    .map((scale): FileLevel => {
      const [widthPx, heightPx] = [Math.ceil(source.width / scale), Math.ceil(source.height / scale)];
      const isSingle = widthPx <= width && heightPx <= height;
      const isFull = isSingle && source.wholeRegion !== 'numbers';
      const size = isSingle ? sizeOf(source, widthPx, heightPx) : sizeOf(source, '{p}', '{q}');
      const template = addressOf(source, isFull ? 'full' : '{l},{t},{w},{h}', size);
      const span = { spanWidthPx: source.width / scale, spanHeightPx: source.height / scale };
      const tile = { tileWidthPx: width, tileHeightPx: height };
      return { widthPx, heightPx, ...span, ...tile, template, region: { scale, ...full } };
    });
  const single = levels.findLastIndex(({ widthPx, heightPx }) => widthPx <= width && heightPx <= height);
  return levels.slice(Math.max(0, single));
}

/** Whole pictures in the sizes that are listed, or the one there always is. */
function pictureLevels(source: IiifImageSource): FileLevel[] {
  const { width, height } = source;
  const listed = source.sizes ?? [];
  return (listed.length > 0 ? listed : [{ width, height }])
    .filter((size) => isAllowed(source, size.width, size.height))
    .toSorted((a, b) => a.width - b.width)
    .map((size): FileLevel => {
      const whole = { widthPx: size.width, heightPx: size.height };
      const tile = { tileWidthPx: CUT_TILE_PX, tileHeightPx: CUT_TILE_PX };
      const written = listed.length > 0 ? writeSize(source, size.width, size.height) : fullSize(source);
      return { ...whole, ...tile, template: '', files: [addressOf(source, 'full', written)], whole };
    });
}

function isAllowed({ maxWidth, maxHeight = maxWidth, maxArea }: IiifImageSource, width: number, height: number) {
  return (
    width <= (maxWidth ?? Infinity) && height <= (maxHeight ?? Infinity) && width * height <= (maxArea ?? Infinity)
  );
}

function sizeOf(source: IiifImageSource, width: number | string, height: number | string): string {
  return width === source.width && height === source.height ? fullSize(source) : writeSize(source, width, height);
}

function writeSize(source: IiifImageSource, width: number | string, height: number | string): string {
  const form = source.sizeForm ?? (source.version === 2 ? 'w,' : 'w,h');
  return form === 'w,' ? `${width},` : `${width},${height}`;
}

function fullSize({ version }: IiifImageSource): string {
  return version === 2 ? 'full' : 'max';
}

function addressOf({ uri, format = 'jpg' }: IiifImageSource, region: string, size: string): string {
  return `${uri.replace(/\/+$/, '')}/${region}/${size}/0/default.${format}`;
}
