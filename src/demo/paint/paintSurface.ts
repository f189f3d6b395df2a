import type { Painting } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { Painter } from '#demo/paint/painter.ts';
import type { SurfacePixels } from '#demo/paint/surfacePixels.ts';
import { applyWear } from '#demo/paint/wear/applyWear.ts';

/**
 * Draws a painting in all three layers and lets time pass over it. The same bytes for the same painting and resolution,
 * on whatever worker. Holds two canvases of 4 bytes a pixel at a time, and returns 11 bytes a pixel.
 */
export function paintSurface(painting: Painting, pixelsPerMetre: number): SurfacePixels {
  const line = drawLines(painting, pixelsPerMetre);
  const found = drawLayer(painting, pixelsPerMetre, 'as-found');
  const fresh = drawLayer(painting, pixelsPerMetre, 'restored');
  const { width, height } = found.size;
  const worn = applyWear({
    width,
    height,
    pixelsPerMetre,
    wear: painting.wear,
    found: (top, rows) => found.pixels(top, rows).data,
    fresh: (top, rows) => fresh.pixels(top, rows).data,
  });
  found.release();
  fresh.release();
  return { ...worn, line };
}

/** One layer of a painting as it is drawn, before any wear. */
export function drawLayer(painting: Painting, pixelsPerMetre: number, layer: Layer): Painter {
  const { width, height, seed } = painting;
  const painter = new Painter({ width, height, pixelsPerMetre, layer, seed });
  painting.draw(painter);
  return painter;
}

function drawLines(painting: Painting, pixelsPerMetre: number): Uint8Array {
  const painter = drawLayer(painting, pixelsPerMetre, 'line-drawing');
  const { width, height } = painter.size;
  const bytes = new Uint8Array(width * height * 3);
  for (let top = 0; top < height; top += 256) {
    const { data } = painter.pixels(top, Math.min(256, height - top));
    for (let from = 0, to = top * width * 3; from < data.length; from += 4, to += 3) {
      bytes[to] = data[from]!;
      bytes[to + 1] = data[from + 1]!;
      bytes[to + 2] = data[from + 2]!;
    }
  }
  painter.release();
  return bytes;
}
