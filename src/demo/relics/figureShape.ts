/**
 * The standing bodhisattva as distances. Its own frame: soles at y = 0, crown of the head at y = 1, front towards +z;
 * hips swing to its left, shoulders lean back over them, the head bends the other way.
 */
import { chain, ellipsoid, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import type { ChainPoint } from '#demo/form/fields.ts';
import { bell, foldRidge } from '#demo/statues/parts/fold.ts';
import { foot, hand } from '#demo/statues/parts/hand.ts';
import { SERENE, head, toHead } from '#demo/statues/parts/head.ts';
import { SCARVES } from './figureScarves.ts';
import { ramp } from './matter/tint.ts';

export const FIGURE_PARTS = ['skin', 'hair', 'skirt', 'overskirt', 'sash', 'scarf', 'gold', 'flask', 'lotus'] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

export const HEAD_POSE = { x: 0.006, y: 0.918, z: 0.026, scale: 0.124, turn: 0.12, tilt: 0.13, nod: 0.16 } as const;

/** How far the axis of the body strays sideways and forward at a height. */
export function swayAt(y: number): number {
  return 0.056 * bell(y - 0.5, 0.19) - 0.02 * bell(y - 0.8, 0.14);
}
const leanAt = (y: number): number => 0.018 * bell(y - 0.56, 0.16) - 0.012 * bell(y - 0.8, 0.14);

const TRESS: readonly ChainPoint[] = [
  [0.052, 0.9, -0.012, 0.012], [0.062, 0.852, -0.016, 0.011], [0.092, 0.825, -0.006, 0.011], [0.122, 0.79, 0.02, 0.009], [0.13, 0.735, 0.03, 0.004],
]; // prettier-ignore
const GARLAND: readonly ChainPoint[] = [
  [0.076, 0.826, 0.03, 0.008], [0.068, 0.745, 0.064, 0.008], [0.034, 0.645, 0.082, 0.008], [0, 0.572, 0.096, 0.008], [0.045, 0.47, 0.098, 0.008],
  [0.062, 0.36, 0.088, 0.008], [0.03, 0.27, 0.085, 0.008],
]; // prettier-ignore
const NECKLACE: readonly ChainPoint[] = [
  [0.062, 0.836, 0.01, 0.0085], [0.054, 0.806, 0.045, 0.0085], [0.026, 0.786, 0.062, 0.009], [0, 0.78, 0.067, 0.011],
]; // prettier-ignore

export interface FigureShape {
  measure(x: number, y: number, z: number): number;
  kind(): FigurePart;
  /** Place on the head in its own units, of the last point given; writes three values. */
  toHead(x: number, y: number, z: number, out: Float64Array): void;
}

export function createFigureShape(): FigureShape {
  const parts = new Float64Array(FIGURE_PARTS.length).fill(1);
  const own = new Float64Array(3);

  function skin(x: number, y: number, z: number): number {
    const ax = Math.abs(x);
    let d = ellipsoid(x, y, z, 0, 0.752, 0, 0.094, 0.088, 0.06);
    d = smoothMin(d, ellipsoid(ax, y, z, 0.042, 0.772, 0.036, 0.042, 0.03, 0.026), 0.025);
    d = smoothMin(d, ellipsoid(x, y, z, 0, 0.64, 0.01, 0.064, 0.09, 0.052), 0.05);
    d = smoothMin(d, ellipsoid(x, y, z, 0, 0.606, 0.03, 0.055, 0.045, 0.042), 0.035);
    d = smoothMin(d, ellipsoid(x, y, z, 0, 0.545, 0.002, 0.092, 0.06, 0.072), 0.03);
    d = smoothMin(d, ellipsoid(ax, y, z, 0.098, 0.796, -0.006, 0.04, 0.032, 0.034), 0.045);
    d = smoothMax(d, -ellipsoid(x, y, z, 0, 0.618, 0.078, 0.0055, 0.007, 0.01), 0.006);
    d = smoothMin(d, roundCone(x, y, z, 0, 0.81, -0.008, 0, 0.885, 0.01, 0.04, 0.034), 0.03);
    if (y > 0.83 && y < 0.88) d += 0.0022 * foldRidge(((y - 0.835) / 0.0155) * Math.PI) * ramp(0, 0.02, z) * 0.6;
    return d;
  }

  function arms(x: number, y: number, z: number): number {
    // Its right hand is raised with a lotus, the left hangs and holds a flask.
    let raised = roundCone(x, y, z, -0.116, 0.796, -0.006, -0.176, 0.672, -0.004, 0.032, 0.0265);
    raised = smoothMin(raised, roundCone(x, y, z, -0.178, 0.672, -0.004, -0.132, 0.752, 0.09, 0.028, 0.0185), 0.018);
    raised = smoothMin(raised, hand(x, y, z, RAISED), 0.01);
    let hanging = roundCone(x, y, z, 0.116, 0.796, -0.006, 0.17, 0.668, -0.014, 0.032, 0.0265);
    hanging = smoothMin(hanging, roundCone(x, y, z, 0.172, 0.668, -0.014, 0.166, 0.548, 0.05, 0.028, 0.0185), 0.02);
    hanging = smoothMin(hanging, hand(x, y, z, HANGING), 0.01);
    return Math.min(raised, hanging);
  }

  function hair(u: number, v: number, w: number): number {
    const line = 0.245 + 0.05 * ramp(0.25, 0.0, Math.abs(u)) - Math.abs(u) * 0.16;
    let d = smoothMax(
      ellipsoid(u, v, w, 0, 0.13, -0.095, 0.462, 0.5, 0.49),
      line - v + (w < 0.1 ? (w - 0.1) * 1.6 : 0),
      0.04,
    );
    d += 0.011 * foldRidge(u * 22 + v * 5) - 0.008;
    // A tall knot of hair, bound once, coiled above.
    let knot = ellipsoid(u, v, w, 0, 0.76, -0.13, 0.19, 0.22, 0.18);
    knot = smoothMin(knot, ellipsoid(u, v, w, 0, 1.0, -0.15, 0.13, 0.14, 0.12), 0.06);
    knot -= 0.014 * foldRidge(v * 14 + Math.atan2(u, w + 0.13) * 2);
    return smoothMin(d, knot, 0.06);
  }

  function crown(u: number, v: number, w: number): number {
    const r = Math.hypot(u, w + 0.09);
    let d = Math.max(Math.abs(r - 0.485) - 0.024, Math.abs(v - 0.345 - 0.05 * ramp(0, 0.5, w)) - 0.045) - 0.012;
    for (const [angle, tall, wide] of [
      [0, 0.3, 0.17],
      [0.82, 0.23, 0.14],
      [-0.82, 0.23, 0.14],
    ] as const) {
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      const p = u * c - (w + 0.09) * s;
      const q = u * s + (w + 0.09) * c;
      const leaf = ellipsoid(p, v, q, 0, 0.5, 0.465, wide * (1 - 0.5 * ramp(0.5, 0.85, v)), tall, 0.045);
      const scroll = 0.012 * foldRidge(Math.hypot(p, v - 0.47) * 42);
      d = smoothMin(d, Math.max(leaf - scroll, 0.34 - v), 0.02);
      d = smoothMin(d, ellipsoid(p, v, q, 0, 0.48, 0.5, 0.055, 0.07, 0.045), 0.012);
    }
    // Tassels by the ears.
    const au = Math.abs(u);
    d = Math.min(d, ellipsoid(au, v, w, 0.45, 0.33, 0.04, 0.075, 0.075, 0.05));
    return Math.min(d, roundCone(au, v, w, 0.44, -0.28, 0.0, 0.44, -0.42, 0.01, 0.035, 0.05));
  }

  function skirt(X: number, ax: number, y: number, z: number): number {
    const flare = 0.022 * ramp(0.16, 0.0, y);
    let d = roundCone(ax, y, z, 0.05, 0.52, 0.002, 0.05, 0.3, 0.016, 0.068, 0.052);
    d = smoothMin(d, roundCone(ax, y, z, 0.05, 0.3, 0.016, 0.052, 0.03, 0.004, 0.052, 0.05 + flare), 0.03);
    d = smoothMin(d, ellipsoid(X, y, z, 0, 0.5, -0.002, 0.11, 0.085, 0.078), 0.04);
    // Cloth between and behind the legs.
    d = smoothMin(d, roundCone(X, y, z, 0, 0.42, -0.006, 0, 0.03, -0.012, 0.062, 0.066 + flare), 0.03);
    d = smoothMax(d, y - 0.575, 0.012);
    d = smoothMax(d, 0.018 + 0.01 * foldRidge(X * 60 + 1) - y, 0.008);
    const leg = ax - 0.05;
    // Bows of cloth over thighs and shins, upright pleats between, at the sides and behind.
    const bows = foldRidge((y + leg * leg * 9) * 62);
    const onLeg = ramp(0.032, 0.012, Math.abs(leg)) * ramp(-0.01, 0.03, z) * ramp(0.09, 0.16, y);
    const pleats = foldRidge(Math.atan2(X, z + 0.02) * 9 + Math.sin(y * 14) * 0.4);
    return d - 0.0052 * bows * onLeg - 0.0062 * pleats * (1 - onLeg);
  }

  function overskirt(X: number, y: number, z: number): number {
    const r = Math.hypot(X * 0.94, z * 1.2);
    const swell = 0.098 + 0.014 * ramp(0.56, 0.5, y) - 0.022 * ramp(0.53, 0.6, y);
    const angle = Math.atan2(X, z);
    const hem = 0.47 + 0.022 * Math.cos(angle * 2) + 0.01 * foldRidge(angle * 8);
    let d = Math.max((r - swell) * 0.85, hem - y, y - 0.592 + 0.034 * ramp(-0.06, 0.09, z));
    d = Math.max(d, swell - 0.03 - r);
    d -= 0.004 * foldRidge(angle * 12 + y * 20);
    // The roll over the belt.
    const roll = Math.hypot(r - swell + 0.004, y - 0.586 + 0.034 * ramp(-0.06, 0.09, z)) - 0.0125;
    return smoothMin(d, roll - 0.003 * foldRidge(angle * 16), 0.006);
  }

  function sash(X: number, y: number, z: number): number {
    const front = 0.108 - 0.02 * ramp(0.5, 0.2, y) + 0.012 * ramp(0.2, 0.05, y);
    const wide = 0.018 + 0.012 * ramp(0.5, 0.08, y);
    const middle = 0.004 * Math.sin(y * 26);
    let d = Math.max(
      Math.abs(X - middle) - wide,
      Math.abs(z - front) - 0.007,
      y - 0.56,
      0.07 + 0.012 * foldRidge(X * 150) - y,
    );
    d -= 0.0028 * foldRidge((X - middle) * 210);
    const knot = ellipsoid(X, y, z, 0, 0.552, 0.112, 0.02, 0.016, 0.013);
    return (
      smoothMin(
        d,
        smoothMin(knot, ellipsoid(Math.abs(X), y, z, 0.026, 0.55, 0.106, 0.02, 0.012, 0.008), 0.004),
        0.006,
      ) * 0.8
    );
  }

  function gold(X: number, ax: number, y: number, z: number): number {
    if (y < 0.25) return 0.1;
    // Beads: the string swells at even steps.
    const bead = 0.0028 * Math.abs(Math.sin(y * 230)) - 0.0045;
    let d = chain(ax, y, z, GARLAND) - bead;
    d = Math.min(d, chain(ax, y, z, NECKLACE) + 0.002);
    d = Math.min(
      d,
      ellipsoid(X, y, z, 0, 0.572, 0.1, 0.022, 0.022, 0.012),
      ellipsoid(X, y, z, 0, 0.762, 0.068, 0.011, 0.014, 0.008),
    );
    for (const px of [0.03, 0.055])
      d = Math.min(d, ellipsoid(ax, y, z, px, 0.782 + px * 0.35, 0.062 - px * 0.25, 0.006, 0.0085, 0.006));
    return d;
  }

  /** Rings on arms and wrists. */
  function rings(x: number, y: number, z: number): number {
    const ring = (px: number, py: number, pz: number, ax: number, ay: number, az: number, radius: number) => {
      const along = (x - px) * ax + (y - py) * ay + (z - pz) * az;
      const away = Math.sqrt(Math.max(0, (x - px) ** 2 + (y - py) ** 2 + (z - pz) ** 2 - along * along));
      return Math.hypot(away - radius, along) - 0.0052;
    };
    return Math.min(
      ring(-0.147, 0.748, -0.005, 0.38, 0.925, 0, 0.032),
      ring(0.145, 0.748, -0.01, -0.335, 0.942, 0.05, 0.032),
      ring(-0.138, 0.742, 0.078, 0.35, 0.61, 0.71, 0.0195),
      ring(0.166, 0.562, 0.042, 0.04, 0.88, -0.47, 0.0195),
    );
  }

  function flask(x: number, y: number, z: number): number {
    if (y < 0.3 || y > 0.56) return 0.1;
    let d = ellipsoid(x, y, z, 0.168, 0.384, 0.082, 0.03, 0.037, 0.03);
    d = smoothMin(d, roundCone(x, y, z, 0.168, 0.41, 0.082, 0.168, 0.486, 0.084, 0.0125, 0.0095), 0.014);
    return smoothMin(d, roundCone(x, y, z, 0.168, 0.349, 0.082, 0.168, 0.343, 0.082, 0.0165, 0.018), 0.006);
  }

  function lotus(x: number, y: number, z: number): number {
    if (x > -0.05 || y < 0.66) return 0.1;
    const stem = chain(x, y, z, [[-0.128, 0.69, 0.12, 0.0065], [-0.132, 0.8, 0.125, 0.0065], [-0.15, 0.89, 0.118, 0.0065], [-0.158, 0.945, 0.112, 0.007]]); // prettier-ignore
    const dx = x + 0.16;
    const dz = z - 0.111;
    const angle = Math.atan2(dz, dx) * 2.5;
    const bud = ellipsoid(dx, y, dz, 0, 0.982, 0, 0.024, 0.042, 0.024) - 0.0035 * foldRidge(angle + (y - 0.98) * 6);
    return Math.min(stem, bud);
  }

  function measure(x: number, y: number, z: number): number {
    const X = x - swayAt(y);
    const Z = z - leanAt(y);
    const ax = Math.abs(X);
    let headD = 1;
    let hairD = 1;
    let crownD = 1;
    if (y > 0.8) {
      toHead(HEAD_POSE, x, y, z, own);
      const [u, v, w] = own as unknown as [number, number, number];
      headD = head(u, v, w, SERENE) * HEAD_POSE.scale;
      hairD = hair(u, v, w) * HEAD_POSE.scale;
      crownD = crown(u, v, w) * HEAD_POSE.scale;
    }
    parts[0] = y > 0.45 ? smoothMin(smoothMin(skin(X, y, Z), arms(X, y, Z), 0.02), headD, 0.018) : 1;
    if (y < 0.12)
      for (const side of [-1, 1]) parts[0] = Math.min(parts[0], foot(x - side * 0.05, y, z + 0.012, 0.125, side > 0));
    parts[1] = y > 0.7 ? Math.min(hairD, chain(ax, y, Z, TRESS, 0.006) - 0.002 * foldRidge(y * 120)) : 1;
    parts[2] = y < 0.64 ? skirt(X, ax, y, Z) * 0.85 : 1;
    parts[3] = y > 0.42 && y < 0.64 ? overskirt(X, y, Z) * 0.8 : 1;
    parts[4] = y < 0.64 ? sash(X, y, Z) : 1;
    let cloth = 1;
    for (const band of SCARVES) cloth = Math.min(cloth, band.distance(x, y, z));
    parts[5] = cloth * 0.8;
    parts[6] = Math.min(gold(X, ax, y, Z), crownD, y > 0.5 ? rings(X, y, Z) : 1) * 0.9;
    parts[7] = flask(X, y, Z);
    parts[8] = lotus(X, y, Z);
    let d = smoothMin(parts[0], parts[1], 0.005);
    d = smoothMin(d, parts[2], 0.006);
    d = smoothMin(d, parts[3], 0.004);
    d = smoothMin(d, parts[4], 0.004);
    d = smoothMin(d, parts[5], 0.004);
    d = smoothMin(d, parts[6], 0.0025);
    return Math.min(d, parts[7], parts[8]);
  }

  return {
    measure,
    kind() {
      let nearest = 0;
      for (let i = 1; i < parts.length; i++) if (parts[i]! < parts[nearest]! - 0.0004) nearest = i;
      return FIGURE_PARTS[nearest]!;
    },
    toHead: (x, y, z, out) => toHead(HEAD_POSE, x, y, z, out),
  };
}

const RAISED = {
  wrist: [-0.131, 0.756, 0.094],
  scale: 0.05,
  fingers: [0.12, 0.97, 0.21],
  palm: [0.22, -0.235, 0.947],
  mirrored: false,
  bends: [0.35, 0.5, 0.9, 1],
  thumb: 0.6,
} as const;
const HANGING = {
  wrist: [0.166, 0.546, 0.052],
  scale: 0.05,
  fingers: [0, -0.92, 0.39],
  palm: [-1, 0, 0],
  mirrored: true,
  bends: [0.7, 0.75, 0.8, 0.85],
  thumb: 0.7,
} as const;
