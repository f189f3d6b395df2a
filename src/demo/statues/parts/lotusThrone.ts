/** Round seats of lotus petals. */
import { ellipsoid, smoothMin } from '#demo/form/fields.ts';

export interface LotusRow {
  /** Height at which the petals spring from the seat, metres, and their radius there. */
  readonly y: number;
  readonly radius: number;
  readonly count: number;
  /** Half height and half thickness of a petal. */
  readonly height: number;
  readonly thickness: number;
  /** 1 open upwards, −1 hanging. */
  readonly direction: 1 | -1;
  /** Shift around the seat, in petals. */
  readonly shift: number;
}

/** One ring of petals around the y axis, tips bending outward, with a keel along each. */
export function lotusRow(x: number, y: number, z: number, row: LotusRow): number {
  const r = Math.sqrt(x * x + z * z);
  const away = Math.abs(r - row.radius) + Math.abs(y - row.y);
  if (away > row.height * 5) return away * 0.6;
  const turn = (2 * Math.PI) / row.count;
  const at = Math.atan2(x, z) / turn + row.shift;
  const angle = (at - Math.round(at)) * turn;
  const u = Math.sin(angle) * r;
  const rise = ((y - row.y) * row.direction) / row.height;
  const bend = rise > 0 ? rise * rise * 0.3 : rise * 0.25;
  const w = Math.cos(angle) * r - row.radius - (bend + 0.12 * rise) * row.height;
  const halfWidth = ((Math.PI * row.radius) / row.count) * 1.06;
  // Wide at the middle, pointed at the tip.
  const narrowing = rise > 0.2 ? 1 + (rise - 0.2) * (rise - 0.2) * 0.9 : 1;
  const d = ellipsoid(u * narrowing, y - row.y, w, 0, 0, 0, halfWidth, row.height, row.thickness);
  const keel = Math.abs(u) / halfWidth;
  return (
    d * 0.85 -
    row.thickness * 0.16 * Math.exp(-keel * keel * 30) +
    row.thickness * 0.1 * Math.exp(-((keel - 0.62) ** 2) * 60)
  );
}

/** How far out on its petal a point lies: 0 in the middle, 1 at the rim; for paint. */
export function petalRim(x: number, y: number, z: number, row: LotusRow): number {
  const r = Math.sqrt(x * x + z * z);
  const turn = (2 * Math.PI) / row.count;
  const at = Math.atan2(x, z) / turn + row.shift;
  const u = (Math.sin((at - Math.round(at)) * turn) * r) / (((Math.PI * row.radius) / row.count) * 1.06);
  const v = ((y - row.y) * row.direction) / row.height;
  return Math.sqrt(u * u + (v > 0 ? v * v : v * v * 0.3));
}

/** An upright cylinder about the y axis with edges rounded by `rounding`. */
export function drum(
  x: number,
  y: number,
  z: number,
  radius: number,
  low: number,
  high: number,
  rounding: number,
): number {
  const dr = Math.sqrt(x * x + z * z) - radius + rounding;
  const dy = Math.abs(y - (low + high) / 2) - (high - low) / 2 + rounding;
  const a = dr > 0 ? dr : 0;
  const b = dy > 0 ? dy : 0;
  return Math.sqrt(a * a + b * b) + Math.min(Math.max(dr, dy), 0) - rounding;
}

export interface LotusThrone {
  readonly upper: LotusRow;
  readonly second: LotusRow;
  readonly lower: LotusRow;
  /** Distance of cushion, waist and foot. */
  body(x: number, y: number, z: number): number;
  /** Distance of the two rows of raised petals and of the hanging row. */
  raisedPetals(x: number, y: number, z: number): number;
  hangingPetals(x: number, y: number, z: number): number;
}

/** A seat whose top is at `top` and whose foot stands at `bottom`; petals reach a tenth beyond `radius`. */
export function createLotusThrone(radius: number, bottom: number, top: number, petals = 18): LotusThrone {
  const tall = top - bottom;
  const common = { count: petals, thickness: radius * 0.085 };
  const upper: LotusRow = {
    ...common,
    y: top - tall * 0.2,
    radius: radius * 0.98,
    height: tall * 0.25,
    direction: 1,
    shift: 0,
  };
  const second: LotusRow = {
    ...common,
    y: top - tall * 0.3,
    radius: radius * 1.02,
    height: tall * 0.22,
    direction: 1,
    shift: 0.5,
  };
  const lower: LotusRow = {
    ...common,
    y: bottom + tall * 0.27,
    radius: radius * 0.99,
    height: tall * 0.2,
    direction: -1,
    shift: 0.5,
  };
  return {
    upper,
    second,
    lower,
    body(x, y, z) {
      const seat = drum(x, y, z, radius * 0.97, top - tall * 0.3, top, tall * 0.08);
      const waist = drum(x, y, z, radius * 0.8, bottom, top - tall * 0.2, tall * 0.03);
      const shoulder = drum(x, y, z, radius * 0.95, bottom + tall * 0.12, bottom + tall * 0.42, tall * 0.1);
      const base = drum(x, y, z, radius * 1.1, bottom, bottom + tall * 0.16, tall * 0.04);
      return smoothMin(Math.min(seat, base), smoothMin(waist, shoulder, tall * 0.1), tall * 0.06);
    },
    raisedPetals: (x, y, z) => Math.min(lotusRow(x, y, z, upper), lotusRow(x, y, z, second)),
    hangingPetals: (x, y, z) => lotusRow(x, y, z, lower),
  };
}
