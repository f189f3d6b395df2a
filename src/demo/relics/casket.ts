/** A reliquary casket of gilt bronze: chased walls, a sloping lid with a lotus knob, a stepped foot on four paws, a lock. */
import { ellipsoid, roundBox, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { LID_TOP, WALL, drawCasketRelief } from './casketRelief.ts';
import { createGrain } from './matter/grain.ts';
import { readRelief } from './matter/relief.ts';
import { cover, coverWith, darken, ramp, setMix, tint } from './matter/tint.ts';
import type { Relic } from './relic.ts';

const HALF = 0.078;
const WALL_LOW = 0.034;
const WALL_HIGH = WALL_LOW + WALL.height;
const LID_LOW = 0.1155;
const LID_EDGE = 0.137;
const LID_HIGH = 0.163;

const GOLD = tint('#e2b35a');
const DEEP_GOLD = tint('#c58c36');
const PALE_GOLD = tint('#efd08a');
const LINE = tint('#5d3c18');
const COPPER = tint('#7c4d2f');
const BRONZE = tint('#5d4a30');
const GREEN = tint('#5f8a70');
const DIRT = tint('#463420');

export function createCasket(): Relic {
  const grain = createGrain(29);
  const relief = drawCasketRelief();

  function distance(x: number, y: number, z: number): number {
    const ax = Math.abs(x);
    const az = Math.abs(z);
    const far = Math.max(ax, az);
    let d = roundBox(x, y, z, 0, (WALL_LOW + WALL_HIGH) / 2, 0, HALF, WALL.height / 2 + 0.004, HALF, 0.0022);
    // Foot: two steps and a hollow moulding.
    d = smoothMin(d, roundBox(x, y, z, 0, 0.0275, 0, 0.0855, 0.0045, 0.0855, 0.002), 0.004);
    d = smoothMin(d, roundBox(x, y, z, 0, 0.0175, 0, 0.0925, 0.0062, 0.0925, 0.0028), 0.002);
    // Paws at the corners.
    let paw = ellipsoid(ax, y, az, 0.0835, 0.0075, 0.0835, 0.0125, 0.0105, 0.0125);
    for (const [u, v] of [
      [0.0935, 0.084],
      [0.0905, 0.0905],
      [0.084, 0.0935],
    ] as const)
      paw = smoothMin(paw, ellipsoid(ax, y, az, u, 0.0042, v, 0.0048, 0.0052, 0.0048), 0.002);
    d = smoothMin(d, smoothMax(paw, -y, 0.001), 0.004);
    // Straps on the corners.
    const strap = Math.max(
      HALF - 0.0125 - Math.min(ax, az),
      far - HALF - 0.0016,
      WALL_LOW - 0.002 - y,
      y - WALL_HIGH - 0.001,
    );
    d = smoothMin(d, Math.max(strap, -(far - HALF + 0.004)), 0.0012);
    let lid = roundBox(x, y, z, 0, (LID_LOW + LID_EDGE) / 2, 0, 0.0835, (LID_EDGE - LID_LOW) / 2, 0.0835, 0.0022);
    const slope = (far - 0.0835 + (y - LID_EDGE) * 1.06) * 0.686;
    lid = smoothMin(lid, Math.max(smoothMax(slope, y - LID_HIGH, 0.002), LID_EDGE - 0.003 - y), 0.0016);
    lid = smoothMin(lid, roundBox(x, y, z, 0, LID_LOW + 0.0015, 0, 0.0868, 0.0026, 0.0868, 0.0018), 0.0015);
    d = Math.min(d, lid);
    // The gap under the lid.
    d = smoothMax(d, -Math.max(Math.abs(y - LID_LOW + 0.0016) - 0.0006, 0.074 - far), 0.0006);
    return Math.min(smoothMin(d, knob(x, y, z), 0.003), lock(ax, y, z), rings(ax, y, z));
  }

  /** Lotus petals, a jewel and its flame's tip. */
  function knob(x: number, y: number, z: number): number {
    if (y < LID_HIGH - 0.006) return 1;
    const r = Math.hypot(x, z);
    let d = Math.max(r - 0.02, Math.abs(y - LID_HIGH - 0.001) - 0.0012) - 0.0008;
    const turn = (Math.atan2(z, x) / (2 * Math.PI)) * 8;
    const u = (turn - Math.round(turn)) * ((2 * Math.PI * r) / 8);
    const lift = y - LID_HIGH - 0.001;
    d = smoothMin(d, ellipsoid(u, lift, r, 0, 0.005, 0.0135 + lift * 0.25, 0.0056, 0.0068, 0.0036), 0.0015);
    d = smoothMin(d, ellipsoid(x, y, z, 0, LID_HIGH + 0.016, 0, 0.0108, 0.0112, 0.0108), 0.001);
    return smoothMin(d, roundCone(x, y, z, 0, LID_HIGH + 0.025, 0, 0, LID_HIGH + 0.0325, 0, 0.0042, 0.0016), 0.004);
  }

  /** A hasp in front with a small bar lock. */
  function lock(ax: number, y: number, z: number): number {
    if (z < 0.06) return 1;
    let d = roundBox(ax, y, z, 0, 0.116, 0.0862, 0.011, 0.016, 0.0022, 0.0012);
    d = smoothMin(d, roundBox(ax, y, z, 0, 0.0985, 0.0865, 0.017, 0.0052, 0.005, 0.003), 0.001);
    d = smoothMin(d, roundCone(ax, y, z, 0.0125, 0.1, 0.0885, 0.0125, 0.109, 0.0885, 0.0022, 0.0022), 0.001);
    return smoothMin(d, ellipsoid(ax, y, z, 0, 0.124, 0.088, 0.0045, 0.0045, 0.0022), 0.001);
  }

  /** Ring handles on both sides. */
  function rings(ax: number, y: number, z: number): number {
    if (ax < 0.06) return 1;
    const boss = ellipsoid(ax, y, z, HALF + 0.0012, 0.0905, 0, 0.0045, 0.0085, 0.0085);
    const v = y - 0.0765;
    const ring = Math.hypot(Math.hypot(v, z) - 0.014, ax - HALF - 0.0052) - 0.0019;
    return Math.min(
      boss,
      smoothMin(ring, roundCone(ax, y, z, HALF, 0.0905, 0, HALF + 0.0065, 0.0905, 0, 0.0028, 0.0024), 0.001),
    );
  }

  /** 1 untouched … 0 in a line; the sides go round, so that each looks the right way from outside. */
  function chase(x: number, y: number, z: number): number {
    const ax = Math.abs(x);
    const az = Math.abs(z);
    const far = Math.max(ax, az);
    if (far < 0.0765 && y < LID_HIGH - 0.004) return 1;
    const along = az >= ax ? x * Math.sign(z) : -z * Math.sign(x);
    const u = (along + HALF) / (2 * HALF);
    if (y > LID_HIGH - 0.0012)
      return far < LID_TOP / 2 && Math.hypot(x, z) > 0.021
        ? readRelief(relief.top, x / LID_TOP + 0.5, z / LID_TOP + 0.5)
        : 1;
    if (y > LID_EDGE + 0.001) return readRelief(relief.vine, u, (LID_HIGH - y) / (LID_HIGH - LID_EDGE));
    if (y > LID_LOW + 0.0045 && y < LID_EDGE - 0.001)
      return readRelief(relief.vine, u, (LID_EDGE - y) / (LID_EDGE - LID_LOW - 0.003));
    if (y > WALL_LOW && y < WALL_HIGH && far < HALF + 0.0012)
      return readRelief(relief.wall, u, (WALL_HIGH - y) / WALL.height);
    if (y > 0.0125 && y < 0.0232 && far > 0.0915) return 0.4 + 0.6 * readRelief(relief.vine, u, (0.0232 - y) / 0.0107);
    return 1;
  }

  return {
    id: 'gilt-casket',
    title: 'Reliquary casket, gilt bronze (synthetic: computed, no real object)',
    size: [0.1962, 0.197, 0.1962],
    low: [-0.104, -0.006, -0.104],
    high: [0.104, 0.204, 0.104],
    sourceCell: 0.00086,
    finestTexture: 2048,
    view: { yaw: 28, pitch: 24 },
    distance,
    height(x, y, z) {
      const dents = (grain.mist(x, y, z, 36) - 0.5) * 0.0007;
      return 0.00034 * chase(x, y, z) + dents + (grain.value(x, y, z, 700) - 0.5) * 0.00004;
    },
    look(place, out, isRestored) {
      const { x, y, z, ny, openness } = place;
      const big = grain.cloud(x, y, z, 14);
      const middle = grain.cloud(x, y, z, 60);
      const fine = grain.mist(x, y, z, 260);
      const line = 1 - chase(x, y, z);
      setMix(out, GOLD, DEEP_GOLD, 0.15 + 0.6 * middle);
      out.metalness = 1;
      out.roughness = 0.24 + 0.14 * middle;
      cover(out, PALE_GOLD, ramp(0.6, 0.95, big) * 0.35);
      coverWith(out, LINE, 0.6, 0.55, line * (isRestored ? 0.5 : 0.82));
      if (isRestored) return;
      // Gilding is rubbed away on edges: there the field bends within two millimetres.
      const e = 0.0016;
      const bend =
        distance(x + e, y, z) +
        distance(x - e, y, z) +
        distance(x, y + e, z) +
        distance(x, y - e, z) +
        distance(x, y, z + e) +
        distance(x, y, z - e);
      const rubbed = ramp(
        0.38,
        0.72,
        Math.min(1, Math.max(0, bend) / (e * 2.6)) * 0.75 + (fine - 0.5) * 0.35 + (big - 0.5) * 0.4,
      );
      coverWith(out, COPPER, 0.42, 0.85, rubbed * 0.8);
      coverWith(out, BRONZE, 0.5, 0.7, ramp(0.7, 1, rubbed) * 0.7);
      const bare = ramp(0.72, 0.82, big * 0.55 + fine * 0.25 + middle * 0.25);
      coverWith(out, BRONZE, 0.5, 0.7, bare * 0.75);
      const shut = ramp(0.62, 0.22, openness);
      const green = ramp(0.62, 0.78, shut * 0.45 + middle * 0.4 + ramp(0.06, 0.02, y) * 0.18 + bare * 0.18);
      coverWith(out, GREEN, 0.85, 0, green * 0.7);
      coverWith(out, DIRT, 0.85, 0.1, Math.min(0.85, shut * 0.75 + line * shut * 0.5 + ramp(0.7, 1, ny) * 0.06));
      darken(out, 0.94 + 0.12 * fine);
    },
  };
}
