/** A small painting kept as pixels, to be laid on a relic. */
import type { Layer } from '#demo/cave/layer.ts';
import { Painter } from '#demo/paint/painter.ts';
import type { Look } from '../relic.ts';

export interface PaintedSheet {
  /** Writes the colour at a place, metres from the top left; beyond the borders that of the border. */
  read(x: number, y: number, out: Look): void;
}

export function paintSheet(
  options: { width: number; height: number; pixelsPerMetre: number; layer: Layer; seed: number },
  draw: (painter: Painter) => void,
): PaintedSheet {
  const painter = new Painter(options);
  draw(painter);
  const { data, width, height } = painter.pixels();
  const pixels = new Uint8Array(data);
  painter.release();
  const scale = options.pixelsPerMetre;
  return {
    read(x, y, out) {
      const u = Math.min(width - 1.001, Math.max(0, x * scale - 0.5));
      const v = Math.min(height - 1.001, Math.max(0, y * scale - 0.5));
      const column = Math.floor(u);
      const row = Math.floor(v);
      const fu = u - column;
      const fv = v - row;
      const at = (row * width + column) * 4;
      const below = at + width * 4;
      const blend = (k: number) =>
        (pixels[at + k]! * (1 - fu) + pixels[at + 4 + k]! * fu) * (1 - fv) +
        (pixels[below + k]! * (1 - fu) + pixels[below + 4 + k]! * fu) * fv;
      out.r = blend(0);
      out.g = blend(1);
      out.b = blend(2);
    },
  };
}
