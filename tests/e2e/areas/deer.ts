/** An area in the shape of an L, and colours to compare with. */
import { toRadians } from '#shared/angle.ts';
import { readPolygon, type SphericalPolygon } from '#shared/polygon.ts';
import { directionOf } from '#shared/vec.ts';

/** Yaw and pitch, degrees. */
export type Corners = readonly (readonly [number, number])[];

/** An L: its middle level, left to right, and concave at (12, 4). */
export const DEER: Corners = [[2, -12], [32, -12], [32, -2], [12, -2], [12, 14], [2, 14]]; // prettier-ignore
/** Of a colour such as `#c98f3c`. */
export const rgb = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** `a` with a share of `b` over it. */
export function mixed(a: readonly number[], b: readonly number[], share: number): number[] {
  return a.map((value, channel) => value + ((b[channel] ?? 0) - value) * share);
}

/** The largest of any channel. */
export function difference(found: readonly number[] | undefined, expected: readonly number[]): number {
  return Math.max(...expected.map((value, i) => Math.abs(value - (found?.[i] ?? 999))));
}

export function polygonOf(corners: Corners): SphericalPolygon {
  const reading = readPolygon(corners.map(([yaw, pitch]) => directionOf(toRadians(yaw), toRadians(pitch))));
  if (reading.fault) throw new Error(reading.fault.kind);
  return reading.polygon;
}
