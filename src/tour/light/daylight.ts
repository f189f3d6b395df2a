/**
 * The colour and brightness of daylight at an hour, as what a picture by daylight is multiplied by in linear light.
 *
 * A colour temperature becomes a chromaticity by the cubic spline of Kim et al. for the Planckian locus (US patent
 * 7024034 B2; valid from 1 667 to 25 000 K, as given in Wikipedia's “Planckian locus”), the chromaticity linear sRGB by
 * the inverse matrix of IEC 61966-2-1. All is relative to 6 504 K, the temperature of D65, which a picture in sRGB takes
 * for white, so day is exactly 1, 1, 1.
 */
import { HOURS, type HourName } from './state.ts';

interface Daylight {
  /** Kelvin. */
  readonly temperature: number;
  /** Luminance against that of day. */
  readonly brightness: number;
}

/**
 * Chosen for the eye, not measured at any site: the blue light before sunrise, the warm one of a low sun, at night as
 * much as lets one guess where the door is.
 */
const DAYLIGHT = {
  night: { temperature: 9_000, brightness: 0.003 },
  dawn: { temperature: 9_000, brightness: 0.3 },
  day: { temperature: 6_504, brightness: 1 },
  dusk: { temperature: 3_300, brightness: 0.35 },
  nightfall: { temperature: 9_000, brightness: 0.003 },
} as const satisfies Record<HourName, Daylight>;

/** Writes linear red, green, blue. `time` as in `TourLight`. */
export function writeDaylight(time: number, gain: [number, number, number]): void {
  const place = Math.max(0, Math.min(1, Number.isFinite(time) ? time : 0));
  const next = HOURS.findIndex((hour) => hour.time >= place);
  const to = HOURS[next] ?? HOURS[0];
  const from = HOURS[Math.max(0, next - 1)] ?? to;
  const share = to.time > from.time ? (place - from.time) / (to.time - from.time) : 0;
  const [a, b] = [DAYLIGHT[from.name], DAYLIGHT[to.name]];
  // Even steps to the eye: of lightness (CIE L* goes with the cube root), and of reciprocal temperature (mireds).
  const brightness = mix(Math.cbrt(a.brightness), Math.cbrt(b.brightness), share) ** 3;
  const temperature = 1 / mix(1 / a.temperature, 1 / b.temperature, share);
  const [r, g, b2] = whiteOf(temperature);
  gain[0] = (r / D65[0]) * brightness;
  gain[1] = (g / D65[1]) * brightness;
  gain[2] = (b2 / D65[2]) * brightness;
}

/** Linear sRGB of a black body at unit luminance. @param kelvin 1 667 to 25 000. */
export function whiteOf(kelvin: number): readonly [number, number, number] {
  const t = 1_000 / kelvin;
  const x =
    kelvin <= 4_000
      ? ((-0.2661239 * t - 0.2343589) * t + 0.8776956) * t + 0.17991
      : ((-3.0258469 * t + 2.1070379) * t + 0.2226347) * t + 0.24039;
  let y: number;
  if (kelvin <= 2_222) y = ((-1.1063814 * x - 1.3481102) * x + 2.18555832) * x - 0.20219683;
  else if (kelvin <= 4_000) y = ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867;
  else y = ((3.081758 * x - 5.8733867) * x + 3.75112997) * x - 0.37001483;
  const X = x / y;
  const Z = (1 - x - y) / y;
  return [
    3.2406255 * X - 1.5372080 - 0.4986286 * Z,
    -0.9689307 * X + 1.8757561 + 0.0415175 * Z,
    0.0557101 * X - 0.2040211 + 1.0569959 * Z,
  ]; // prettier-ignore
}

const D65 = whiteOf(6_504);

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
