/** Scarves, jewels and crown of the standing bodhisattva, and what it holds. */
import { chain, ellipsoid, roundCone, smoothMin, sphere } from '#demo/form/fields.ts';
import { createBand, layBand, type Band, type BandPoint } from '#demo/statues/parts/band.ts';
import { bell } from '#demo/statues/parts/fold.ts';
import { beadString, necklace, ring } from '#demo/statues/parts/jewel.ts';
import { lotusRow } from '#demo/statues/parts/lotusThrone.ts';
import { apron, skirt, torso } from '#demo/statues/standing/body.ts';

/** z of the front of the dress at a place, where cloth comes to lie. */
function front(x: number, y: number): number {
  let low = 0;
  let high = 0.3;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (Math.min(skirt(x, y, middle), apron(x, y, middle)) < 0.004) low = middle;
    else high = middle;
  }
  return high;
}

const FORWARD = [0, 0, 1] as const;
const onDress = (x: number, y: number, halfWidth: number): BandPoint => [x, y, front(x, y), halfWidth];

const THICK = 0.0042;
const bands: readonly Band[] = [
  // Over the shoulders, down outside the arms to the elbows.
  ...[1, -1].map((side) =>
    createBand(
      layBand([[side * 0.05, 0.915, -0.05, 0.024], [side * 0.11, 0.905, -0.045, 0.028], [side * 0.165, 0.84, -0.03, 0.028], [side * 0.196, 0.755, -0.02, 0.024], [side * 0.203, 0.69, 0.005, 0.02]], [side * 0.7, 0.35, 0.6]), // prettier-ignore
      THICK,
      3,
      0.004,
    ),
  ),
  // The upper loop: from the right forearm across the thighs to the left arm.
  createBand(layBand([[-0.205, 0.69, 0.02, 0.02], [-0.172, 0.6, 0.075, 0.022], onDress(-0.095, 0.505, 0.024), onDress(-0.03, 0.468, 0.025), onDress(0.04, 0.478, 0.025), onDress(0.1, 0.53, 0.024), [0.165, 0.6, 0.075, 0.022], [0.2, 0.67, 0.025, 0.02]], FORWARD, 5), THICK, 3, 0.0042), // prettier-ignore
  // The lower loop, at the knees.
  createBand(layBand([[0.205, 0.69, 0.012, 0.02], [0.19, 0.55, 0.055, 0.022], [0.148, 0.42, 0.085, 0.024], onDress(0.085, 0.335, 0.025), onDress(0.015, 0.302, 0.026), onDress(-0.055, 0.315, 0.025), [-0.13, 0.39, 0.085, 0.024], [-0.182, 0.52, 0.055, 0.022], [-0.208, 0.68, 0.01, 0.02]], FORWARD, 5), THICK, 3, 0.0042), // prettier-ignore
  // Ends that fall from the elbows to the base and swing out.
  ...[1, -1].map((side) =>
    createBand(
      layBand([[side * 0.212, 0.7, -0.005, 0.018], [side * 0.222, 0.56, 0.0, 0.024], [side * 0.2, 0.42, 0.012, 0.028], [side * 0.192, 0.29, 0.02, 0.03], [side * 0.212, 0.17, 0.022, 0.03], [side * 0.222, 0.08, 0.03, 0.034], [side * 0.2, 0.03, 0.05, 0.03]], [side * 0.35, 0, 0.94]), // prettier-ignore
      THICK,
      3,
      0.0045,
    ),
  ),
];

export function scarves(x: number, y: number, z: number): number {
  let nearest = 9;
  for (const band of bands) nearest = Math.min(nearest, band.distance(x, y, z));
  return nearest;
}

const sash = createBand(layBand([onDress(0, 0.63, 0.016), onDress(0.004, 0.55, 0.018), onDress(-0.004, 0.42, 0.02), onDress(0.003, 0.3, 0.021), onDress(-0.003, 0.19, 0.022), onDress(0, 0.11, 0.026)], FORWARD), 0.005, 3, 0.0035); // prettier-ignore

/** Belt with its knot, and the long end that hangs between the legs. */
export function beltAndSash(x: number, y: number, z: number): number {
  const belt = Math.max(Math.hypot(x, z * 1.24) - 0.102, Math.abs(y - 0.648) - 0.012) - 0.004;
  let knot = ellipsoid(x, y, z, 0, 0.645, 0.092, 0.016, 0.013, 0.014);
  knot = Math.min(knot, ellipsoid(Math.abs(x), y, z, 0.026, 0.65, 0.09, 0.019, 0.01, 0.008));
  return Math.min(belt, knot, sash.distance(x, y, z));
}

/** Drawn tight across the chest from the left shoulder, as cloth on the body: `skin` is the torso's distance. */
export function chestBand(x: number, y: number, z: number, skin: number): number {
  const across = x * 0.72 - (y - 0.775) * 0.69;
  const edge = Math.max(Math.abs(across) - 0.024, 0.66 - y, z < -0.02 ? 0.02 : 0);
  const fold = 0.0022 * Math.cos(across * 420);
  return Math.max(Math.abs(skin - 0.004) - 0.005 - fold, edge) * 0.9;
}

type Triple = readonly [number, number, number];
const GARLAND: readonly Triple[] = [[0.092, 0.885, 0.055], [0.078, 0.77, 0.092], [0.03, 0.665, 0.112], [0, 0.588, 0.13]]; // prettier-ignore
const FALLS: readonly Triple[] = [[0, 0.588, 0.13], [0.04, 0.45, front(0.04, 0.45) + 0.004], [0.075, 0.33, front(0.075, 0.33) + 0.004], [0.09, 0.24, front(0.09, 0.24) + 0.002]]; // prettier-ignore

const PENDANTS: readonly Triple[] = [[0, 0.8, 0], [0.045, 0.812, 0], [0.075, 0.835, 0]]; // prettier-ignore
const DROP_Z = front(0.09, 0.24);

/** Necklaces with pendants, armlets, bracelets, and the long bead strings that meet in a rosette. */
export function jewels(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  let d = 9;
  if (y > 0.78) {
    const skin = torso(x, y, z);
    d = Math.min(necklace(ax, y, z, skin, 0.07, 0.007), necklace(ax, y, z, skin, 0.092, 0.0045));
    if (z > 0) {
      const pendants = beadString(ax, y, 0, PENDANTS, 0.0075, 0.024);
      d = Math.min(d, Math.max(pendants, Math.abs(skin - 0.004) - 0.006));
    }
  }
  d = Math.min(d, ring(x, y, z, [0.15, 0.79, -0.006], [-0.25, 0.968, 0], 0.0365, 0.006), ring(x, y, z, [-0.153, 0.797, 0.0], [0.31, 0.945, -0.1], 0.0365, 0.006)); // prettier-ignore
  d = Math.min(d, ellipsoid(ax, y, z, 0.172, 0.808, 0.026, 0.012, 0.022, 0.012));
  d = Math.min(d, ring(x, y, z, [0.161, 0.553, 0.054], [0.06, 0.92, -0.38], 0.023, 0.0048), ring(x, y, z, [-0.119, 0.775, 0.088], [0.58, 0.54, 0.61], 0.023, 0.0048)); // prettier-ignore
  if (z > -0.03)
    d = Math.min(d, beadString(ax, y, z, GARLAND, 0.0062, 0.0135), beadString(ax, y, z, FALLS, 0.006, 0.0135));
  d = Math.min(
    d,
    ellipsoid(x, y, z, 0, 0.588, 0.131, 0.024, 0.024, 0.01) - 0.002 * Math.cos(Math.atan2(x, y - 0.588) * 8),
  );
  return Math.min(d, ellipsoid(ax, y, z, 0.092, 0.222, DROP_Z, 0.01, 0.018, 0.009));
}

/** In head units: a band with three flaming plaques, jewels and ribbons at the temples. */
export function crown(u: number, v: number, w: number): number {
  const r = Math.hypot(u, w + 0.06);
  let d = Math.max(Math.abs(r - 0.462) - 0.026, Math.abs(v - 0.335 - (w < 0 ? 0.1 * w : 0)) - 0.042) - 0.008;
  for (let plaque = -1; plaque <= 1; plaque++) {
    const angle = plaque * 0.86;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const px = u * c - (w + 0.06) * s;
    const pz = u * s + (w + 0.06) * c;
    const tall = plaque === 0 ? 0.34 : 0.27;
    const rise = (v - 0.36) / tall;
    const half = rise > 0 ? 0.155 * Math.max(0.02, 1 - rise ** 1.7) : 0.14;
    const leaf = Math.max(
      Math.abs(px) - half - 0.012 * Math.cos(rise * 14),
      Math.abs(pz - 0.475 + 0.05 * rise) - 0.022,
      v - 0.36 - tall,
      0.32 - v,
    );
    d = Math.min(
      d,
      leaf * 0.8,
      sphere(px, v, pz, 0, 0.47, 0.497, 0.052),
      sphere(px, v, pz, 0, 0.36 + tall, 0.44, 0.03),
    );
    d = Math.min(d, sphere(Math.abs(px), v, pz, 0.105, 0.37, 0.48, 0.028));
  }
  return smoothMin(d, ellipsoid(Math.abs(u), v, w, 0.47, 0.3, -0.02, 0.05, 0.09, 0.09), 0.02);
}

/** Locks of hair on the shoulders. */
export function locks(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  if (y < 0.8 || y > 1.08) return 0.1;
  const wave = 0.004 * Math.sin(y * 90);
  return chain(ax - wave, y, z, [[0.066, 1.03, -0.012, 0.012], [0.08, 0.955, -0.012, 0.012], [0.107, 0.915, 0.012, 0.011], [0.13, 0.875, 0.032, 0.009], [0.14, 0.83, 0.038, 0.004]], 0.012); // prettier-ignore
}

/** A lotus just opening, on its stem. */
export function lotusBud(x: number, y: number, z: number): number {
  const stem = chain(x, y, z, [
    [-0.1, 0.74, 0.118, 0.004],
    [-0.108, 0.84, 0.132, 0.004],
    [-0.126, 0.965, 0.112, 0.005],
  ]);
  const px = x + 0.128;
  const pz = z - 0.108;
  if (Math.abs(y - 1.0) > 0.12) return stem;
  const bud = ellipsoid(px, y, pz, 0, 1.005, 0, 0.025, 0.043, 0.025) + 0.003 * Math.cos(Math.atan2(px, pz) * 5);
  const open = lotusRow(px, y, pz, { y: 0.99, radius: 0.026, count: 6, height: 0.032, thickness: 0.006, direction: 1, shift: 0.3 }); // prettier-ignore
  return Math.min(stem, bud, open);
}

/** The flask of pure water, hanging by its neck. */
export function flask(x: number, y: number, z: number): number {
  const d = smoothMin(
    ellipsoid(x, y, z, 0.155, 0.425, 0.088, 0.029, 0.036, 0.029),
    roundCone(x, y, z, 0.155, 0.45, 0.088, 0.156, 0.51, 0.087, 0.009, 0.011),
    0.016,
  );
  const foot = roundCone(x, y, z, 0.155, 0.395, 0.088, 0.155, 0.382, 0.088, 0.01, 0.018);
  return (
    Math.min(smoothMin(d, foot, 0.01), sphere(x, y, z, 0.156, 0.52, 0.086, 0.014)) - 0.0015 * bell(y - 0.43, 0.006)
  );
}
