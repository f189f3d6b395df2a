/**
 * A temple bell of cast bronze with a dragon for a loop: cord bands, panels, rows of studs, a lotus where the beam
 * strikes, petals about the crown and a lobed lip. Its field is exported, because a cave's terrace hangs it up.
 */
import { chain, ellipsoid, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import type { ChainPoint } from '#demo/form/fields.ts';
import { createBronze } from './matter/bronze.ts';
import { revolve, smoothOutline } from './matter/profile.ts';
import type { OutlinePoint } from './matter/profile.ts';
import { ramp } from './matter/tint.ts';
import type { Relic } from './relic.ts';

const OUTSIDE: readonly OutlinePoint[] = [
  [0.203, 0],
  [0.2095, 0.001],
  [0.21, 0.008],
  [0.2068, 0.03],
  [0.199, 0.09],
  [0.1935, 0.18],
  [0.19, 0.27],
  [0.184, 0.34],
  [0.172, 0.395],
  [0.147, 0.437],
  [0.105, 0.463],
  [0.055, 0.4755],
  [0, 0.478],
];
const INSIDE: readonly OutlinePoint[] = [
  [0, 0.46],
  [0.052, 0.4575],
  [0.098, 0.446],
  [0.134, 0.424],
  [0.157, 0.387],
  [0.1685, 0.337],
  [0.1745, 0.27],
  [0.178, 0.18],
  [0.1825, 0.09],
  [0.1885, 0.03],
  [0.192, 0.006],
];
/** Height of the loop's top, where it hangs from. */
export const BELL_LOOP_TOP = 0.625;

const BODY: readonly ChainPoint[] = [
  [0.092, 0.486, 0, 0.017],
  [0.1, 0.522, 0, 0.0185],
  [0.078, 0.565, 0, 0.0195],
  [0.04, 0.593, 0, 0.0205],
  [0, 0.599, 0, 0.021],
];
/** Heights of the cord bands: double lines about the body. */
const CORDS = [0.058, 0.215, 0.232, 0.362] as const;
const PANELS = 4;
/** Metres from the hollow where the outside of the wall begins. */
const OUTER_HALF = 0.0065;

export function createBell(): Relic {
  const bulk = revolve([...smoothOutline(OUTSIDE, 10), [0, 0]], 0.002);
  const cavity = revolve([...smoothOutline(INSIDE, 10), [0.193, -0.03], [0, -0.03]], 0.002);
  const bronze = createBronze(73, 0.8, 4.5);

  /** The raised work on the outside of the body, metres outward. */
  function raised(x: number, y: number, z: number): number {
    if (y < 0 || y > 0.49) return 0;
    const r = Math.hypot(x, z);
    const turn = (Math.atan2(z, x) / (2 * Math.PI)) * PANELS;
    let lift = 0;
    for (const cord of CORDS)
      lift = Math.max(lift, round((y - cord - 0.0045) / 0.003) * 0.0032, round((y - cord + 0.0045) / 0.003) * 0.0032);
    // Upright bands between the panels.
    const across = (turn - Math.round(turn)) * ((2 * Math.PI) / PANELS) * r;
    const inPanels = ramp(0.066, 0.07, y) * ramp(0.357, 0.353, y);
    for (const offset of [-0.019, -0.012, 0.012, 0.019])
      lift = Math.max(lift, round((across - offset) / 0.0026) * 0.0028 * inPanels);
    lift = Math.max(lift, studs(turn, r, y), petals(x, y, z, r), lotus(x, y, z), lip(x, y, z));
    return lift;
  }

  /** Nine studs in each upper panel. */
  function studs(turn: number, r: number, y: number): number {
    if (y < 0.235 || y > 0.36) return 0;
    const u = (turn - Math.floor(turn) - 0.5) * ((2 * Math.PI) / PANELS) * r;
    const column = Math.max(-1, Math.min(1, Math.round(u / 0.062)));
    const row = Math.max(-1, Math.min(1, Math.round((y - 0.297) / 0.036)));
    const away = Math.hypot(u - column * 0.062, y - 0.297 - row * 0.036);
    const dome = away < 0.0105 ? Math.sqrt(1 - (away / 0.0105) ** 2) * 0.009 : 0;
    return Math.max(dome, round((away - 0.0135) / 0.0018) * 0.0016);
  }

  /** Sixteen petals on the shoulder, in two rows. */
  function petals(x: number, y: number, z: number, r: number): number {
    if (y < 0.38 || r < 0.03) return 0;
    let lift = 0;
    for (const [count, inner, outer, shift] of [
      [16, 0.06, 0.168, 0],
      [8, 0.03, 0.1, 0.5],
    ] as const) {
      const turn = (Math.atan2(z, x) / (2 * Math.PI)) * count + shift;
      const u = Math.abs(turn - Math.round(turn)) * 2;
      const t = (r - inner) / (outer - inner);
      if (t < 0 || t > 1) continue;
      const width = Math.sqrt(Math.max(0, Math.min(1, t * 2.5))) * Math.sqrt(Math.max(0, 1 - t ** 5));
      const edge = (width * 0.94 - u) * ((Math.PI * r) / count);
      lift = Math.max(lift, ramp(0, 0.0022, edge) * (0.0018 + 0.002 * (1 - u)), 0);
      // A vein along the middle.
      lift -= ramp(0.0012, 0, u * ((Math.PI * r) / count)) * 0.0007 * ramp(0, 0.0022, edge);
    }
    return lift;
  }

  /** Two eight-petalled lotuses, front and back, where the beam strikes. */
  function lotus(x: number, y: number, z: number): number {
    if (Math.abs(x) > 0.07) return 0;
    const v = y - 0.145;
    const away = Math.hypot(x, v);
    if (away > 0.058 || Math.abs(z) < 0.1) return 0;
    const seeds = away < 0.017 ? 0.0062 - 0.002 * (away / 0.017) ** 2 + seedRelief(x, v) : 0;
    const rim = round((away - 0.0205) / 0.0022) * 0.006;
    let lift = Math.max(seeds, rim);
    for (const [shift, reach, height] of [
      [0, 0.048, 0.0062],
      [0.5, 0.056, 0.0036],
    ] as const) {
      const turn = (Math.atan2(v, x) / (2 * Math.PI)) * 8 + shift;
      const u = Math.abs(turn - Math.round(turn)) * 2;
      const t = (away - 0.02) / (reach - 0.02);
      if (t < 0 || t > 1) continue;
      const width = Math.sqrt(Math.max(0, 1 - t ** 4)) * 0.95;
      const edge = (width - u) * ((Math.PI * away) / 8);
      lift = Math.max(lift, ramp(0, 0.003, edge) * height * (0.65 + 0.35 * u) * (1 - 0.25 * t));
    }
    return lift;
  }

  function seedRelief(x: number, v: number): number {
    let lift = 0;
    for (let i = 0; i < 7; i++) {
      const angle = (i / 6) * 2 * Math.PI;
      const r = i === 6 ? 0 : 0.0105;
      lift = Math.max(lift, 0.0016 * ramp(0.0034, 0.001, Math.hypot(x - Math.cos(angle) * r, v - Math.sin(angle) * r)));
    }
    return lift;
  }

  /** A scrolling vine above the lip and a thick edge. */
  function lip(x: number, y: number, z: number): number {
    if (y > 0.052) return 0;
    const turn = (Math.atan2(z, x) / (2 * Math.PI)) * 24;
    const phase = turn * 2 * Math.PI;
    const wave = 0.03 + 0.008 * Math.sin(phase);
    let lift = round((y - wave) / 0.0022) * 0.0024;
    for (const side of [0, 0.5]) {
      const u = (turn + side - Math.round(turn + side)) * 0.0545;
      const centre = 0.03 + (side === 0 ? 0.0055 : -0.0055);
      const curl = Math.hypot(u, y - centre);
      const angle = Math.atan2(y - centre, u);
      lift = Math.max(lift, round((curl - 0.0052 - 0.0009 * angle) / 0.0016) * 0.0022 * (curl < 0.0095 ? 1 : 0));
    }
    return Math.max(lift, ramp(0.012, 0.0095, y) * 0.0028);
  }

  /** Half of the double-headed dragon; it repeats in x. */
  function dragon(x: number, y: number, z: number): number {
    const ax = Math.abs(x);
    if (y < 0.44 || ax > 0.16 || Math.abs(z) > 0.07) return Math.max(0.44 - y, ax - 0.16, Math.abs(z) - 0.07) + 0.03;
    let d = chain(ax, y, z, BODY, 0.012);
    // Scales: a wave along and about the body.
    const along = Math.atan2(y - 0.49, ax) * 0.11;
    d -= 0.0011 * Math.abs(Math.sin(along * 420) * Math.cos(Math.atan2(z, Math.hypot(ax, y - 0.49) - 0.105) * 5));
    // Head, biting the crown: brow, snout, jaw, nostril, horn, mane.
    const az = Math.abs(z);
    let head = roundCone(ax, y, az, 0.098, 0.515, 0, 0.117, 0.484, 0, 0.024, 0.019);
    head = smoothMin(head, ellipsoid(ax, y, az, 0.13, 0.487, 0.006, 0.014, 0.011, 0.012), 0.008);
    head = smoothMin(head, ellipsoid(ax, y, az, 0.124, 0.51, 0.0145, 0.011, 0.0075, 0.0075), 0.005);
    head = smoothMin(head, ellipsoid(ax, y, az, 0.1385, 0.494, 0.006, 0.0055, 0.005, 0.005), 0.003);
    head = Math.min(head, ellipsoid(ax, y, az, 0.129, 0.5065, 0.0165, 0.0055, 0.0055, 0.0048));
    head = smoothMax(head, -roundCone(ax, y, az, 0.112, 0.474, 0, 0.15, 0.47, 0, 0.0045, 0.008), 0.004);
    const jaw = roundCone(ax, y, az, 0.1, 0.474, 0, 0.124, 0.459, 0, 0.013, 0.0085);
    head = smoothMin(head, jaw, 0.005);
    head = smoothMin(head, roundCone(ax, y, az, 0.11, 0.525, 0.011, 0.085, 0.556, 0.03, 0.0068, 0.0028), 0.004);
    for (let i = 0; i < 3; i++)
      head = smoothMin(
        head,
        roundCone(
          ax,
          y,
          az,
          0.098 - i * 0.006,
          0.505 - i * 0.014,
          0.018,
          0.072 - i * 0.002,
          0.522 - i * 0.019,
          0.034,
          0.0062,
          0.002,
        ),
        0.004,
      );
    d = smoothMin(d, head, 0.008);
    // A pearl on the ridge, with its flame.
    d = smoothMin(d, roundCone(ax, y, z, 0, 0.606, 0, 0, 0.6115, 0, 0.0125, 0.0085), 0.005);
    // Fins along the back.
    const fin = Math.abs(((along / 0.0135) % 1) - 0.5);
    const ridge = chain(ax, y, z, BODY) - 0.001 - 0.005 * ramp(0.5, 0.05, fin);
    d = smoothMin(d, Math.max(ridge, az - 0.0028), 0.002);
    return Math.max(d, 0.455 - y);
  }

  function distance(x: number, y: number, z: number): number {
    const r = Math.hypot(x, z);
    let d = bulk(r, y);
    const hollow = cavity(r, y);
    if (d > -0.012 && d < 0.03 && hollow > OUTER_HALF) d -= raised(x, y, z);
    d = smoothMax(d, -hollow, 0.002);
    // The lip is cut in eight shallow lobes.
    if (y < 0.03) d = smoothMax(d, 0.0065 * (1 - Math.abs(Math.cos(4 * Math.atan2(z, x)))) - y, 0.002);
    return smoothMin(d, dragon(x, y, z), 0.006);
  }

  return {
    id: 'bronze-bell',
    title: 'Temple bell with a dragon loop, bronze (synthetic: computed, no real object)',
    size: [0.4235, 0.625, 0.4235],
    low: [-0.225, -0.014, -0.225],
    high: [0.225, 0.636, 0.225],
    sourceCell: 0.0026,
    finestTexture: 2048,
    steepness: 1.6,
    view: { yaw: 28, pitch: 12 },
    distance,
    height: (x, y, z) => bronze.crust(x, y, z),
    look(place, out, isRestored) {
      const { x, y, z } = place;
      const r = Math.hypot(x, z);
      const lift = cavity(r, y) > OUTER_HALF ? raised(x, y, z) : 0;
      const relief = y > 0.48 ? 0.8 : 0.42 + Math.min(0.5, lift * 110);
      // Rain runs down the shoulder in streaks.
      const streak = 0.5 + 0.5 * Math.sin(Math.atan2(z, x) * 23 + Math.sin(Math.atan2(z, x) * 9) * 2);
      const wet = ramp(0.36, 0.46, y) * 0.55 + streak * ramp(0.2, 0.42, y) * 0.25 + ramp(0.04, 0, y) * 0.3;
      bronze.look(place, relief, Math.min(1, wet), isRestored, out);
      // Where the beam strikes, the lotus is bright.
      if (!isRestored && Math.abs(z) > 0.1) {
        const rubbed = ramp(0.05, 0.012, Math.hypot(x, y - 0.145)) * 0.7 * (0.4 + 0.6 * ramp(0.001, 0.005, lift));
        out.r += (172 - out.r) * rubbed;
        out.g += (132 - out.g) * rubbed;
        out.b += (74 - out.b) * rubbed;
        out.roughness += (0.28 - out.roughness) * rubbed;
        out.metalness += (0.95 - out.metalness) * rubbed;
      }
    },
  };
}

/** 1 at 0, 0 beyond ±1, round. */
function round(t: number): number {
  const squared = 1 - t * t;
  return squared > 0 ? Math.sqrt(squared) : 0;
}
