/** Where the tiles of foreign formats lie, and where in their files: loader, check and packer ask here. */
import { columnCount, rowCount, type TileId, tilePixels } from '#streaming/pyramid/pyramid.ts';
import type { TileFiles } from './tileFiles.ts';
import { tileFilesPyramid } from './pyramid.ts';

/** Tiles that a folder `TileGroup` of Zoomify holds. */
const GROUP = 256;

export interface TileFile {
  /** Relative to the exhibition's folder. */
  readonly uri: string;
  /** Size of the picture in the file. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where the tile begins in it. */
  readonly left: number;
  readonly top: number;
  /** The file holds many tiles. */
  readonly isWhole: boolean;
  readonly isTurned: boolean;
}

export function tileFile(source: TileFiles, { level: index, face, x, y }: TileId): TileFile {
  const pyramid = tileFilesPyramid('', source);
  const level = source.levels[index];
  if (!level) throw new RangeError(`there is no level ${index}`);
  const columns = columnCount(pyramid, index);
  const isTurned = source.isUpDownTurned === true && face > 3;
  const [column, row] = isTurned ? [columns - 1 - x, rowCount(pyramid, index) - 1 - y] : [x, y];
  const { widthPx, heightPx } = tilePixels(pyramid, { level: index, face, x, y });
  const [width, height] = [level.tileWidthPx ?? source.tileSize, level.tileHeightPx ?? source.tileSize];
  const { template, whole, overlapPx = 0, tilesBefore = 0, region, widthPx: levelWidth, heightPx: levelHeight } = level;
  const { scale, widthPx: fullWidth, heightPx: fullHeight } = region ?? { scale: 1, ...level };
  const { firstIndex = 0 } = source;
  const [l, t] = [column * width * scale, row * height * scale];
  const values: Record<string, string | number | undefined> = {
    f: source.faces?.[face],
    x: column + firstIndex,
    y: row + firstIndex,
    g: Math.floor((tilesBefore + row * columns + column) / GROUP),
    // Of the whole picture: left, top, width and height of the tile; then its size here.
    l,
    t,
    w: Math.min(width * scale, fullWidth - l),
    h: Math.min(height * scale, fullHeight - t),
    p: widthPx,
    q: heightPx,
  };
  const uri =
    level.files?.[face] ??
    template.replace(/\{(0*)([a-z])\}/g, (written, zeros: string, name: string) => {
      const value = values[name];
      return value === undefined ? written : String(value).padStart(zeros.length + 1, '0');
    });
  if (whole) return { uri, ...whole, left: 0, top: 0, isWhole: true, isTurned };
  const [before, above] = [x > 0 ? overlapPx : 0, y > 0 ? overlapPx : 0];
  return {
    uri,
    widthPx: before + Math.min(widthPx + overlapPx, levelWidth - x * width),
    heightPx: above + Math.min(heightPx + overlapPx, levelHeight - y * height),
    left: before,
    top: above,
    isWhole: false,
    isTurned,
  };
}
