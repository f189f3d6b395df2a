/** A lamp stand of grey stone: square foot, a ring of petals, an eight-sided shaft with a knop, a small table; 0.94 high. */
import type { Solid } from '#demo/cave/cave.ts';
import { roundBox, smoothMin, torus } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { blend, layPigment, setPigment, solidNoise } from '#demo/statues/parts/statueColour.ts';

const SOOT = [40, 33, 28] as const;

function shaft(x: number, z: number, radius: number): number {
  const eighth = Math.PI / 4;
  const angle = Math.atan2(x, z);
  const turned = angle - Math.round(angle / eighth) * eighth;
  return Math.hypot(x, z) * Math.cos(turned) - radius;
}

export const LAMP_STAND: Solid = {
  id: 'pillarLampStand',
  low: [-0.2, -0.02, -0.2],
  high: [0.2, 0.98, 0.2],
  cell: 0.011,
  distance(x, y, z) {
    let d = roundBox(x, y, z, 0, 0.045, 0, 0.17, 0.045, 0.17, 0.012);
    const r = Math.hypot(x, z);
    const lobes = 0.012 * Math.abs(Math.cos(Math.atan2(x, z) * 4));
    const dome = Math.max(Math.hypot(r, (y - 0.08) * 1.3) - 0.125 - lobes, 0.07 - y);
    d = Math.min(d, dome * 0.8);
    d = Math.min(d, Math.max(shaft(x, z, 0.043 - 0.008 * smoothStep(0.15, 0.8, y)), Math.abs(y - 0.49) - 0.4) * 0.95);
    d = smoothMin(d, torus(x, y - 0.52, z, 0.035, 0.028), 0.02);
    const cup = Math.max(Math.hypot(r, (y - 0.93) * 1.2) - 0.1 - lobes * 0.5, y - 0.93) * 0.85;
    return smoothMin(d, cup, 0.015);
  },
  colour(x, y, z, layer, _variant, out) {
    setPigment(out, 'grey', layer);
    if (layer === 'line-drawing') return;
    const grain = 0.78 + solidNoise(x, y, z, 6) * 0.4;
    out.r *= grain * 0.82;
    out.g *= grain * 0.8;
    out.b *= grain * 0.78;
    if (y > 0.08 && y < 0.19) layPigment(out, 'ochreRed', layer, layer === 'restored' ? 0.7 : 0.3);
    if (y > 0.48 && y < 0.56) layPigment(out, 'malachite', layer, layer === 'restored' ? 0.7 : 0.3);
    if (layer === 'as-found') blend(out, SOOT, 0.55 * smoothStep(0.6, 0.94, y + solidNoise(x, y, z, 4) * 0.2));
  },
};
