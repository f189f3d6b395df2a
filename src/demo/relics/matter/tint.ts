/** Mixing colours into a look, in place. */
import type { Look } from '../relic.ts';

/** sRGB 0…255. */
export type Tint = readonly [r: number, g: number, b: number];

/** From '#rrggbb'. */
export function tint(hex: string): Tint {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** 0 below a, 1 above b, smooth between; works for a > b too. */
export function ramp(a: number, b: number, x: number): number {
  const t = (x - a) / (b - a);
  return t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
}

export function setTint(look: Look, colour: Tint): void {
  look.r = colour[0];
  look.g = colour[1];
  look.b = colour[2];
}

/** The colour between two, at `t`. */
export function setMix(look: Look, a: Tint, b: Tint, t: number): void {
  look.r = a[0] + (b[0] - a[0]) * t;
  look.g = a[1] + (b[1] - a[1]) * t;
  look.b = a[2] + (b[2] - a[2]) * t;
}

/** Lays a colour over what is there; `t` 0…1 is how well it covers. */
export function cover(look: Look, colour: Tint, t: number): void {
  look.r += (colour[0] - look.r) * t;
  look.g += (colour[1] - look.g) * t;
  look.b += (colour[2] - look.b) * t;
}

/** Lays a whole material over what is there. */
export function coverWith(look: Look, colour: Tint, roughness: number, metalness: number, t: number): void {
  cover(look, colour, t);
  look.roughness += (roughness - look.roughness) * t;
  look.metalness += (metalness - look.metalness) * t;
}

export function darken(look: Look, factor: number): void {
  look.r *= factor;
  look.g *= factor;
  look.b *= factor;
}
