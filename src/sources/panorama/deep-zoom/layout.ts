/**
 * https://learn.microsoft.com/previous-versions/windows/silverlight/dotnet-windows-silverlight/cc645077(v=vs.95): level
 * 0 is a single pixel, each level is twice the one before it, up to the whole picture; {level}/{column}_{row}.
 */
import type { FileLevel, TileLayout } from '../tile-files/tileFiles.ts';
import type { DeepZoomSource } from './schema.ts';

export function deepZoomLayout({ uri, width, height, tileSize, overlap = 0, format }: DeepZoomSource): TileLayout {
  const last = Math.ceil(Math.log2(Math.max(width, height)));
  const levels = Array.from({ length: last + 1 }, (_, index): FileLevel => {
    const scale = 2 ** (last - index);
    return {
      widthPx: Math.ceil(width / scale),
      heightPx: Math.ceil(height / scale),
      // As OpenSeadragon lays tiles out, and libvips, which makes one pixel of four, writes them.
      spanWidthPx: width / scale,
      spanHeightPx: height / scale,
      tileWidthPx: tileSize,
      tileHeightPx: tileSize,
      overlapPx: overlap,
      template: `${uri.replace(/\.(dzi|xml)$/, '_files')}/${index}/{x}_{y}.${format}`,
    };
  });
  const single = levels.findLastIndex(({ widthPx, heightPx }) => widthPx <= tileSize && heightPx <= tileSize);
  return { projection: 'equirect', tileSize, levels: levels.slice(single) };
}
