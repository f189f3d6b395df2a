/**
 * A horse of earthenware with three-colour glaze: four-square on its slab, neck arched, head turned a little, saddled and
 * harnessed. Glaze was poured from above: it runs down in streaks, gathers in drops and stops short of the hooves.
 */
import { createGrain, findCell } from './matter/grain.ts';
import type { Cell } from './matter/grain.ts';
import { cover, coverWith, darken, ramp, setMix, setTint, tint } from './matter/tint.ts';
import { createHorseShape } from './horseShape.ts';
import type { Look, Place, Relic } from './relic.ts';

const CREAM = tint('#e3d3a6');
const CREAM_DEEP = tint('#cdb57c');
const AMBER = tint('#a8601f');
const AMBER_DEEP = tint('#6b340f');
const GREEN = tint('#47804a');
const GREEN_DEEP = tint('#204a2a');
const BUFF = tint('#d8c3a0');
const BUFF_DARK = tint('#b99d77');
const PUPIL = tint('#23160d');
const SOIL = tint('#7a664a');

export function createHorse(): Relic {
  const grain = createGrain(33);
  const shape = createHorseShape();
  const craze: Cell = { nearest: 0, second: 0, id: 0 };

  /** Streaks that run down: noise drawn out in height, 0…1. */
  const streak = (x: number, y: number, z: number, seed: number) =>
    grain.cloud(x + seed, y * 0.09 + seed, z, 30) * 0.65 + grain.mist(x + seed, y * 0.16, z, 95) * 0.35;

  /** Height at which the glaze of the legs ends. */
  const glazeEnd = (x: number, z: number) => 0.058 + 0.034 * grain.cloud(x * 1.2, 0.7, z * 1.2, 44);

  function paintBody({ x, y, z }: Place, out: Look, cloud: number) {
    setMix(out, AMBER, AMBER_DEEP, 0.1 + 0.6 * cloud);
    // Cream was splashed on chest, flanks and rump and ran.
    const splash = ramp(
      0.52,
      0.66,
      streak(x, y, z, 1.7) * 0.6 + grain.cloud(x, y * 0.5, z, 9) * 0.4 + ramp(0.3, 0.2, y) * 0.05,
    );
    cover(out, CREAM, splash * 0.88);
    cover(out, AMBER, splash * ramp(0.5, 0.8, streak(x, y, z, 4.1)) * 0.6);
    // The face is cream with an amber blaze.
    const isHead = ramp(0.5, 0.535, y + (z - 0.26) * 0.5);
    cover(out, CREAM, isHead * ramp(0.62, 0.45, streak(x, y, z, 6)) * ramp(0.2, 0.27, z) * 0.85);
    // Green that ran from the saddle cloth.
    const run = streak(x * 1.3, y, z * 1.3, 2.6);
    const fallen = (0.318 - y) / 0.085;
    const drip =
      ramp(0.09, 0.06, Math.abs(z + 0.008)) *
      ramp(0.5, 0.56, run - Math.max(0, fallen) * 0.22) *
      ramp(0.335, 0.318, y) *
      ramp(0.2, 0.24, y);
    cover(out, GREEN, drip * 0.85);
    cover(out, GREEN_DEEP, drip * ramp(0.58, 0.75, run) * 0.6);
  }

  function paintCloth({ x, y, z }: Place, out: Look, cloud: number) {
    setMix(out, GREEN, GREEN_DEEP, 0.15 + 0.6 * cloud);
    // Spots kept free with wax, each with an amber heart.
    const row = Math.round(y / 0.0235);
    const u = (z + (row % 2) * 0.0118) / 0.0235;
    const away = Math.hypot((u - Math.round(u)) * 0.0235, y - row * 0.0235);
    cover(out, CREAM, ramp(0.0078, 0.0052, away + (grain.mist(x, y, z, 120) - 0.5) * 0.004) * 0.9);
    cover(out, AMBER, ramp(0.0034, 0.0018, away) * 0.9);
    cover(out, GREEN, ramp(0.55, 0.72, streak(x, y, z, 8)) * 0.75);
    cover(out, AMBER, ramp(0.068, 0.073, Math.abs(z + 0.008)) * 0.9);
    cover(out, CREAM, ramp(0.302, 0.297, y) * 0.7);
  }

  function paintSaddle({ x, y, z }: Place, out: Look, cloud: number) {
    setMix(out, CREAM, CREAM_DEEP, cloud);
    cover(out, AMBER, ramp(0.47, 0.6, streak(x, y, z, 11)) * 0.9);
    cover(out, GREEN, ramp(0.52, 0.62, streak(x * 1.2, y, z * 1.2, 14)) * 0.9);
    cover(out, AMBER_DEEP, ramp(0.68, 0.8, streak(x, y, z, 11)) * 0.5);
  }

  return {
    id: 'glazed-horse',
    title: 'Horse, earthenware with three-colour glaze (synthetic: computed, no real object)',
    size: [0.222, 0.6635, 0.664],
    low: [-0.125, -0.01, -0.3],
    high: [0.125, 0.7, 0.42],
    sourceCell: 0.00195,
    finestTexture: 2048,
    steepness: 1.7,
    coat: { strength: 1, roughness: 0.1 },
    view: { yaw: -52, pitch: 9 },
    distance: shape.measure,
    height(x, y, z) {
      const end = y - glazeEnd(x, z);
      // The glaze swells where it stops.
      const drop = y < 0.12 && y > 0.03 ? 0.0009 * ramp(-0.001, 0.0012, end) * ramp(0.012, 0.002, end) : 0;
      return (
        (grain.mist(x, y, z, 30) - 0.5) * 0.0008 +
        (grain.mist(x, y, z, 130) - 0.5) * 0.00015 +
        drop +
        shape.relief(x, y, z)
      );
    },
    look(place, out, isRestored) {
      const { x, y, z, openness } = place;
      shape.measure(x, y, z);
      const kind = shape.kind();
      const cloud = grain.cloud(x, y * 0.5, z, 24);
      const fine = grain.mist(x, y, z, 220);
      out.roughness = 0.2 + 0.08 * fine;
      if (kind === 'slab' || kind === 'hoof') {
        setMix(out, BUFF, BUFF_DARK, 0.5 * cloud + 0.4 * fine);
        out.roughness = 0.85;
        // Drops that fell on the slab.
        if (kind === 'slab') {
          const fell = ramp(0.74, 0.78, grain.cloud(x, 0, z, 40));
          cover(out, AMBER, fell * 0.8);
          out.roughness -= fell * 0.6;
        }
      } else if (kind === 'mane') {
        setMix(out, CREAM, CREAM_DEEP, 0.2 + 0.6 * cloud);
        cover(out, AMBER, ramp(0.5, 0.72, streak(x, y, z, 3)) * 0.7);
      } else if (kind === 'tail') setMix(out, AMBER_DEEP, AMBER, cloud);
      else if (kind === 'cloth') paintCloth(place, out, cloud);
      else if (kind === 'saddle') paintSaddle(place, out, cloud);
      else if (kind === 'strap') {
        setMix(out, GREEN, GREEN_DEEP, cloud);
        cover(out, AMBER, ramp(0.55, 0.75, streak(x, y, z, 9)) * 0.7);
      } else if (kind === 'pendant') {
        setMix(out, AMBER, CREAM, ramp(0.4, 0.7, fine));
        cover(out, GREEN, ramp(0.45, 0.65, cloud) * 0.7);
      } else paintBody(place, out, cloud);
      const eye = shape.eyeAt(x, y, z);
      cover(out, CREAM, ramp(0.0125, 0.0095, eye) * 0.6);
      cover(out, PUPIL, ramp(0.0068, 0.005, eye));
      if (kind === 'body' && y < 0.13) {
        const bare = ramp(0.001, -0.0015, y - glazeEnd(x, z));
        coverWith(out, BUFF, 0.85, 0, bare);
        cover(out, BUFF_DARK, bare * fine * 0.5);
      }
      if (out.roughness < 0.5) {
        // Glaze is deeper where it stands, thin on ridges; finely crazed.
        darken(out, 1 - 0.42 * ramp(0.78, 0.35, openness));
        findCell(x * 210, y * 210, z * 210, craze);
        cover(out, AMBER_DEEP, ramp(0.09, 0.02, craze.second - craze.nearest) * 0.16);
      }
      if (isRestored) return;
      const chip = ramp(0.77, 0.785, grain.cloud(x + 2, y, z, 34) * 0.68 + grain.mist(x, y, z, 160) * 0.32);
      coverWith(out, BUFF, 0.85, 0, chip);
      coverWith(out, SOIL, 0.92, 0, ramp(0.5, 0.18, openness) * 0.55 + (kind === 'slab' ? 0.25 * cloud : 0));
      if (chip > 0.5) setTint(out, [BUFF[0] - 26 * fine, BUFF[1] - 30 * fine, BUFF[2] - 34 * fine]);
    },
  };
}
