/** An oil lamp of clay: a bowl on a low foot, its wick at the rim; foot at y = 0, wick at 0.078 over it. */
import type { Solid } from '#demo/cave/cave.ts';
import { roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { blend, solidNoise } from '#demo/statues/parts/statueColour.ts';

const BURNT = [38, 30, 25] as const;

export const LAMP: Solid = {
  id: 'pillarLamp',
  low: [-0.09, -0.008, -0.09],
  high: [0.09, 0.09, 0.09],
  cell: 0.006,
  distance(x, y, z) {
    const r = Math.hypot(x, z);
    let d = Math.max(r - 0.042 + y * 0.5, Math.abs(y - 0.008) - 0.01) - 0.003;
    d = smoothMin(d, Math.max(r - 0.016, Math.abs(y - 0.025) - 0.025), 0.01);
    const outer = Math.hypot(r, (y - 0.1) * 1.35) - 0.078;
    const inner = Math.hypot(r, (y - 0.1) * 1.35) - 0.068;
    const bowl = smoothMax(smoothMax(outer, -inner, 0.004), y - 0.072, 0.004);
    d = smoothMin(d, bowl, 0.008);
    // Oil and the wick in its middle.
    d = Math.min(d, Math.max(r - 0.05, Math.abs(y - 0.058) - 0.004));
    return Math.min(d, roundCone(x, y, z, 0, 0.055, 0, 0, 0.076, 0, 0.006, 0.004));
  },
  colour(x, y, z, layer, _variant, out) {
    out.r = 128;
    out.g = 88;
    out.b = 62;
    out.shine = 0.05;
    if (layer === 'line-drawing') {
      out.r = 240;
      out.g = 231;
      out.b = 211;
      out.shine = 0;
      return;
    }
    blend(out, BURNT, Math.min(1, Math.max(0, (y - 0.02) * 14) * (0.5 + solidNoise(x, y, z, 14) * 0.6)));
    if (Math.hypot(x, z) < 0.05 && y > 0.054) {
      blend(out, [52, 34, 18], 0.9);
      out.shine = 0.5;
    }
  },
};
