/** A small moulded worshipper in high relief, kneeling, hands joined; foot at y = 0, back at z = 0, 0.23 high. */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { ellipsoid, roundCone, smoothMin, sphere } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { layLine, layPigment, setPigment, weather } from '#demo/statues/parts/statueColour.ts';
import { createSolid } from '#demo/statues/solid.ts';
import { arcs } from './folds.ts';

const SKIN = 0;
const CLOTH = 1;
const HAIR = 2;
const SCARF = 3;

const CLOTHS: readonly (readonly [Pigment, Pigment])[] = [
  ['cinnabar', 'malachite'],
  ['malachite', 'white'],
  ['azurite', 'cinnabar'],
  ['ochre', 'azurite'],
];

function measure(x: number, y: number, z: number, out: Float64Array): void {
  let skin = ellipsoid(x, y, z, 0, 0.178, 0.03, 0.026, 0.032, 0.03);
  skin = smoothMin(skin, roundCone(x, y, z, 0, 0.135, 0.012, 0, 0.16, 0.02, 0.014, 0.013), 0.01);
  skin = smoothMin(skin, sphere(x, y, z, 0, 0.17, 0.056, 0.006), 0.008);
  skin = smoothMin(skin, ellipsoid(x, y, z, 0, 0.11, 0.012, 0.036, 0.038, 0.026), 0.015);
  for (const side of [-1, 1]) {
    skin = smoothMin(
      skin,
      roundCone(x, y, z, side * 0.042, 0.128, 0.012, side * 0.052, 0.088, 0.024, 0.013, 0.011),
      0.01,
    );
    skin = smoothMin(skin, roundCone(x, y, z, side * 0.052, 0.088, 0.024, 0.004, 0.105, 0.05, 0.011, 0.008), 0.008);
  }
  out[SKIN] = skin;
  let cloth = roundCone(x, y, z, -0.045, 0.026, 0.022, 0.05, 0.022, 0.036, 0.028, 0.024);
  cloth = smoothMin(cloth, ellipsoid(x, y, z, 0, 0.06, 0.014, 0.04, 0.034, 0.03), 0.02);
  out[CLOTH] = cloth - 0.0025 * arcs(x, y, -0.05, 0.09, 0.016, 1);
  out[HAIR] = smoothMin(
    ellipsoid(x, y, z, 0, 0.192, 0.02, 0.029, 0.028, 0.028),
    sphere(x, y, z, 0, 0.222, 0.02, 0.013),
    0.008,
  );
  const ax = Math.abs(x);
  out[SCARF] = Math.min(
    roundCone(ax, y, z, 0.04, 0.135, 0.004, 0.07, 0.08, 0.01, 0.011, 0.01),
    roundCone(ax, y, z, 0.07, 0.08, 0.01, 0.078, 0.01, 0.012, 0.01, 0.014),
  );
}

function paint(region: number, x: number, y: number, z: number, layer: Layer, variant: number, out: SolidColour): void {
  const [cloth, scarf] = CLOTHS[variant % 4]!;
  if (region === SKIN) {
    setPigment(out, layer === 'as-found' ? 'flesh' : 'ground', layer);
    layPigment(out, 'ground', layer, 0.35);
    if (y > 0.15 && z > 0.04) {
      layLine(out, layer, smoothStep(0.0035, 0.002, Math.abs(y - 0.182)) * smoothStep(0.017, 0.014, Math.abs(Math.abs(x) - 0.011)) * 0.9); // prettier-ignore
      layPigment(
        out,
        'cinnabar',
        layer,
        smoothStep(0.003, 0.002, Math.abs(y - 0.16)) * smoothStep(0.009, 0.007, Math.abs(x)),
      );
    }
  } else setPigment(out, region === CLOTH ? cloth : region === HAIR ? 'black' : scarf, layer);
  weather(out, layer, x * 3 + variant, y * 3, z * 3, 0, 1.05);
}

export const KNEELER: Solid = createSolid({
  id: 'kneeler',
  low: [-0.11, -0.012, -0.03],
  high: [0.11, 0.25, 0.08],
  cell: 0.0115,
  regions: 4,
  measure,
  paint,
});
