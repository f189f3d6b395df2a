/** A ritual disc of jade with rows of curled grains, upright in a small stand of dark wood. */
import { roundBox, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { createGrain } from './matter/grain.ts';
import { cover, coverWith, darken, ramp, setMix, tint } from './matter/tint.ts';
import type { Relic } from './relic.ts';

const RADIUS = 0.09;
const BORE = 0.0205;
const HALF_THICKNESS = 0.0032;
/** Height of the disc's middle above the table. */
const MIDDLE = 0.103;
const PITCH = 0.0074;
/** Fields of grains lie between these rings; a rope is cut between the two. */
const FIELDS = [
  [0.0262, 0.0535],
  [0.0612, 0.0836],
] as const;

const PALE = tint('#b3bf94');
const GREEN = tint('#76916a');
const VEIN = tint('#56744e');
const DEEP = tint('#3d5a3c');
const SKIN = tint('#83552c');
const DARK_SKIN = tint('#3e2918');
const CHALK = tint('#dbd6c2');
const WOOD = tint('#4a2a1c');
const WOOD_DARK = tint('#22120c');

export function createDisc(): Relic {
  const grain = createGrain(17);

  /** Height of the carving, 0…1, at a place on the face. */
  function carve(u: number, v: number): number {
    const r = Math.hypot(u, v);
    let lift = 0;
    for (const [inner, outer] of FIELDS) {
      if (r < inner - 0.002 || r > outer + 0.002) continue;
      // Rings of grains, each turned by half a step against the next.
      const rings = Math.floor((outer - inner) / PITCH);
      const step = (outer - inner) / rings;
      const ring = Math.min(rings - 1, Math.max(0, Math.floor((r - inner) / step)));
      const middle = inner + (ring + 0.5) * step;
      const count = Math.round((2 * Math.PI * middle) / (PITCH * 1.06));
      const turn = (Math.atan2(v, u) / (2 * Math.PI)) * count + ring * 0.5;
      const angle = ((Math.round(turn) - ring * 0.5) / count) * 2 * Math.PI;
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      lift = Math.max(lift, curl(u * c + v * s - middle, v * c - u * s));
    }
    // Raised edges and the twisted rope between the fields.
    const rope = r - 0.0573;
    const twist = Math.abs(Math.sin(Math.atan2(v, u) * 26 + rope * 900));
    lift = Math.max(lift, ramp(0.0031, 0.0012, Math.abs(rope)) * (0.35 + 0.5 * twist));
    lift = Math.max(lift, ramp(0.0846, 0.0856, r) * 0.95, ramp(0.0252, 0.0242, r) * 0.95);
    return lift;
  }

  /** One grain: a dome that turns into a tail. */
  function curl(u: number, v: number): number {
    const r = Math.hypot(u, v);
    if (r > 0.0046) return 0;
    const dome = r < 0.0027 ? Math.sqrt(1 - (r / 0.0027) ** 2) : 0;
    const angle = Math.atan2(v, u);
    const tail = Math.abs(r - 0.0026 - 0.00042 * (angle + 0.6));
    const spiral = ramp(0.0008, 0.0002, tail) * ramp(-0.6, 0.2, angle) * ramp(3.1, 2.4, angle) * 0.75;
    const groove = ramp(0.0005, 0.0001, Math.abs(r - 0.0013 - 0.0003 * angle)) * 0.28;
    return Math.max(dome - groove * dome, spiral);
  }

  function jade(x: number, y: number, z: number): number {
    const v = y - MIDDLE;
    const r = Math.hypot(x, v);
    const edge = Math.max(Math.abs(r - (RADIUS + BORE) / 2) - (RADIUS - BORE) / 2, Math.abs(z) - HALF_THICKNESS);
    if (edge > 0.004) return edge;
    const rounded = smoothMax(
      Math.abs(r - (RADIUS + BORE) / 2) - (RADIUS - BORE) / 2,
      Math.abs(z) - HALF_THICKNESS + 0.0009 - 0.0009 * carve(x, v),
      0.0018,
    );
    return rounded;
  }

  function stand(x: number, y: number, z: number): number {
    if (y > 0.05) return y - 0.04;
    const ax = Math.abs(x);
    let d = roundBox(x, y, z, 0, 0.0055, 0, 0.062, 0.0055, 0.024, 0.003);
    // Cloud feet and a waist.
    d = smoothMax(d, -roundCone(ax, y, z, 0.014, -0.004, -0.05, 0.014, -0.004, 0.05, 0.0075, 0.0075), 0.003);
    d = smoothMax(d, -roundCone(ax, y, z, 0.04, -0.005, -0.05, 0.04, -0.005, 0.05, 0.0085, 0.0085), 0.003);
    const bed = Math.hypot(x, y - MIDDLE) - RADIUS - 0.0068;
    let cradle = roundBox(x, y, z, 0, 0.02, 0, 0.047, 0.0155, 0.0115, 0.003);
    // Its top follows the disc, curling up at both ends.
    cradle = smoothMax(cradle, -(bed + 0.0035), 0.002);
    cradle = smoothMin(cradle, roundCone(ax, y, z, 0.046, 0.022, 0, 0.054, 0.034, 0, 0.0085, 0.0055), 0.006);
    cradle = smoothMin(cradle, roundCone(ax, y, z, 0.05, 0.0375, 0, 0.0485, 0.0375, 0, 0.0048, 0.0046), 0.002);
    d = smoothMin(d, cradle, 0.005);
    // The slot that holds the disc.
    return smoothMax(
      d,
      -Math.max(Math.hypot(x, y - MIDDLE) - RADIUS - 0.0004, Math.abs(z) - HALF_THICKNESS - 0.0004),
      0.001,
    );
  }

  return {
    id: 'jade-disc',
    title: 'Ritual disc, jade, on a wooden stand (synthetic: computed, no real object)',
    size: [0.18, 0.193, 0.048],
    low: [-0.096, -0.006, -0.03],
    high: [0.096, 0.199, 0.03],
    sourceCell: 0.00056,
    finestTexture: 2048,
    coat: { strength: 0.55, roughness: 0.22 },
    translucency: 0.42,
    view: { yaw: -24, pitch: 8 },
    distance: (x, y, z) => Math.min(jade(x, y, z), stand(x, y, z)),
    height(x, y, z) {
      if (jade(x, y, z) > 0.0006) {
        const along = grain.mist(x * 0.25, y * 3, z * 3, 160);
        return (along - 0.5) * 0.00025 + (grain.value(x, y, z, 60) - 0.5) * 0.0004;
      }
      const v = y - MIDDLE;
      const scratch = grain.value(x * 1.4, v * 7, z, 300);
      return 0.00035 * carve(x, v) + (grain.mist(x, y, z, 60) - 0.5) * 0.00022 + (scratch - 0.5) * 0.00003;
    },
    look(place, out, isRestored) {
      const { x, y, z, openness } = place;
      if (jade(x, y, z) > 0.0006) {
        const ring = grain.mist(x * 0.3 + grain.mist(x, y, z, 18) * 0.02, y * 3.4, z * 2.2, 120);
        setMix(out, WOOD_DARK, WOOD, 0.25 + 0.75 * ring);
        darken(out, 0.55 + 0.45 * ramp(0.2, 0.8, openness));
        out.roughness = 0.38 + 0.15 * ring;
        return;
      }
      const v = y - MIDDLE;
      const big = grain.cloud(x, v, z * 3, 20);
      const middle = grain.cloud(x, v, z, 70);
      const stray = (grain.mist(x, v, z, 40) - 0.5) * 0.06;
      const vein = Math.abs(grain.mist(x + stray, v * 0.7 - stray, z, 26) - 0.5) * 2;
      setMix(out, PALE, GREEN, 0.15 + 0.8 * big);
      cover(out, VEIN, ramp(0.16, 0.0, vein) * 0.55);
      cover(out, DEEP, ramp(0.045, 0, vein) * 0.35 + ramp(0.75, 0.95, middle) * 0.25);
      // Light comes through where it is thin; the ground of the carving is darker.
      const lift = carve(x, v);
      cover(out, DEEP, ramp(0.55, 0, lift) * 0.3 + ramp(0.75, 0.3, openness) * 0.3);
      cover(out, PALE, ramp(0.5, 1, lift) * 0.25);
      out.roughness = 0.26 + 0.12 * middle;
      if (isRestored) return;
      // A brown skin on one side, as of stone that lay in the ground; chalky where it was eaten.
      const towards = Math.hypot(x - 0.062, v - 0.04);
      const skin = ramp(
        0.5,
        0.78,
        grain.cloud(x + 0.6, v, z * 2 + 0.2, 30) * 0.95 + ramp(0.12, 0.01, towards) * 0.3 - 0.12,
      );
      cover(out, SKIN, skin * 0.82);
      cover(out, DARK_SKIN, ramp(0.55, 0.9, skin * (0.35 + 0.75 * middle)) * 0.7);
      const chalk = ramp(
        0.72,
        0.9,
        grain.cloud(x - 2, v, z, 30) * 0.75 + ramp(0.1, 0.03, Math.hypot(x + 0.06, v + 0.045)) * 0.3,
      );
      coverWith(out, CHALK, 0.62, 0, chalk * 0.75);
    },
  };
}
