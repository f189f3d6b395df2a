import { type Pyramid, type TileId, tilePixels } from '#streaming/pyramid/pyramid.ts';
import type { CutJob, DecodeJob } from '../decode/protocol.ts';
import { tileFile } from './address.ts';
import type { TileFiles } from './tileFiles.ts';

/** What the loader does for any format. */
export interface RequestParts {
  /** Asks for the tile out of a whole picture of that size. */
  readonly cut: (uri: string, widthPx: number, heightPx: number) => CutJob;
  readonly resolve: (uri: string) => string;
  readonly job: number;
}

/** How the decode worker is asked for a tile of a foreign format. */
export function requestFile(
  source: TileFiles,
  pyramid: Pyramid,
  tile: TileId,
  { cut, resolve, job }: RequestParts,
): DecodeJob {
  const { uri, widthPx, heightPx, left, top, isWhole, isTurned } = tileFile(source, tile);
  if (isWhole) {
    const request = cut(uri, widthPx, heightPx);
    return isTurned ? { ...request, cut: { ...request.cut, isTurned } } : request;
  }
  const size = tilePixels(pyramid, tile);
  const part = { left, top, width: size.widthPx, height: size.heightPx, ...size, isTurned };
  // A file may be larger than it is said to be; it is shown in the size that the pyramid has.
  return { kind: 'tile', job, url: resolve(uri), mostPx: 2 * pyramid.tileSize, part: { widthPx, heightPx, cut: part } };
}
