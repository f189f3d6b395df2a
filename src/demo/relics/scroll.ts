/**
 * A manuscript scroll, partly unrolled: the thick rest about its roller with turned knobs on the left, the beginning
 * curled about a stave on the right, a wavy sheet of worn paper between.
 */
import { chain, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { createGrain } from './matter/grain.ts';
import { keepOnGrid } from './matter/grid.ts';
import { paintSheet } from './matter/paintedSheet.ts';
import { cover, coverWith, darken, ramp, setMix, tint } from './matter/tint.ts';
import type { Relic } from './relic.ts';
import { SHEET, drawSheet } from './writing.ts';

/** Middles and radii of the rolls, metres. */
const LEFT = { x: -0.216, radius: 0.029 } as const;
const RIGHT = { x: 0.222, radius: 0.0165 } as const;
const HALF_THICKNESS = 0.0008;
const HALF_DEPTH = SHEET.height / 2;
/** One turn of the rolled paper, metres: coarser than real, so that it is seen. */
const TURN = 0.0013;

const PAPER = tint('#cdb387');
const PAPER_DARK = tint('#a78759');
const EDGE_DARK = tint('#6f5434');
const STAIN = tint('#7b5a34');
const TIDE = tint('#4f3820');
const WOOD = tint('#5b2f1d');
const WOOD_DARK = tint('#27130c');
const SILK = tint('#5a6f6a');
const SILK_LIGHT = tint('#8d9a83');

export function createScroll(): Relic {
  const grain = createGrain(64);
  const options = { width: SHEET.width, height: SHEET.height, pixelsPerMetre: 5200, seed: 9 };
  const found = paintSheet({ ...options, layer: 'as-found' }, drawSheet);
  const fresh = paintSheet({ ...options, layer: 'restored' }, drawSheet);
  const bare = { r: 217, g: 201, b: 166 } as const;

  /** How far the sheet lies above the table. */
  const waveAt = keepOnGrid(0.5, 0.28, 0.002, (x, z) => {
    const flat = ramp(-0.216, -0.15, x) * ramp(0.222, 0.17, x);
    const roll = 0.0042 * (0.5 + 0.5 * Math.sin(x * 31 + 1.2 + z * 2.2));
    const curl = 0.006 * ramp(0.1, 0.131, Math.abs(z)) * (0.35 + 0.65 * grain.mist(x, z, 0, 14));
    const cockle = 0.0016 * grain.mist(x * 1.4, z * 0.5, 3, 26);
    return HALF_THICKNESS + (roll + curl + cockle) * flat;
  });

  /** Metres beyond the paper's upper and lower edge: nibbled and torn. */
  const toEdge = keepOnGrid(0.5, 0.3, 0.001, (x, z) => {
    const nibble = (grain.cloud(x, Math.sign(z), 1, 60) - 0.5) * 0.003;
    const tear =
      0.02 * ramp(0.009, 0.001, Math.abs(x - 0.012 - (z + 0.131) * 0.25)) * (z < 0 ? 0 : 1) * ramp(0.1, 0.131, z);
    const bite = z < 0 ? 0.012 * ramp(0.02, 0.004, Math.abs(x + 0.09)) * (0.5 + 0.5 * grain.mist(x, 0, 0, 150)) : 0;
    return Math.abs(z) - HALF_DEPTH + nibble + tear + bite + 0.001;
  });

  function sheet(x: number, y: number, z: number): number {
    const across = Math.max(LEFT.x - x, x - RIGHT.x);
    return smoothMax(Math.max(Math.abs(y - waveAt(x, z)) - HALF_THICKNESS, across), toEdge(x, z), 0.0006);
  }

  /** A roll whose ends show its turns, a little uneven. */
  function roll(x: number, y: number, z: number, middle: number, radius: number): number {
    const dx = x - middle;
    const dy = y - radius;
    const r = Math.hypot(dx, dy);
    const turn = (r - (Math.atan2(dy, dx) / (2 * Math.PI)) * TURN) / TURN;
    const end = 0.0011 * Math.sin(Math.floor(turn) * 2.4) + 0.00035 * Math.cos((turn - Math.floor(turn)) * 2 * Math.PI);
    const sag = 0.0005 * Math.sin(z * 24 + middle * 30);
    return smoothMax(r - radius + sag, Math.abs(z) - HALF_DEPTH + 0.002 - end, 0.0008);
  }

  /** The lip of paper that leaves the right roll upward. */
  function lip(x: number, y: number, z: number): number {
    const angle = 0.6;
    const dx = x - RIGHT.x;
    const dy = y - RIGHT.radius;
    const u = dx * Math.cos(angle) + dy * Math.sin(angle);
    const v = dy * Math.cos(angle) - dx * Math.sin(angle);
    const d = Math.max(Math.abs(v - RIGHT.radius - 0.0004 - u * u * 6) - 0.0009, -u, u - 0.011);
    return smoothMax(d, Math.abs(z) - HALF_DEPTH + 0.004, 0.0008);
  }

  function wood(x: number, y: number, z: number): number {
    const az = Math.abs(z);
    const dx = x - LEFT.x;
    const rod = Math.max(Math.hypot(dx, y - LEFT.radius) - 0.0065, az - 0.15);
    // Turned knobs: neck, disc, ball.
    let knob = roundCone(dx, y - LEFT.radius, az, 0, 0, 0.13, 0, 0, 0.1375, 0.0098, 0.0072);
    knob = smoothMin(knob, chain(dx, y - LEFT.radius, az, [[0, 0, 0.139, 0.0085], [0, 0, 0.1415, 0.0125], [0, 0, 0.1475, 0.0135], [0, 0, 0.1515, 0.009]], 0.002), 0.0012); // prettier-ignore
    const groove = 0.0007 * ramp(0.0009, 0.0002, Math.abs(az - 0.1395));
    const stave = Math.max(Math.hypot(x - RIGHT.x, y - RIGHT.radius) - 0.0042, az - 0.1355);
    return Math.min(smoothMin(rod, knob, 0.002) + groove, stave);
  }

  /** A flat silk ribbon tied to the stave and lying on the table. */
  function ribbon(x: number, y: number, z: number): number {
    if (x < 0.2) return 0.2 - x + 0.02;
    const t = x - 0.222;
    const middle = 0.018 * Math.sin(t * 46) + 0.012;
    const lift = y - 0.0011 - 0.0035 * ramp(0.006, 0.0, Math.abs(t - 0.032)) - 0.03 * ramp(0.018, 0.006, t);
    return Math.max(Math.abs(lift) * 0.7 - 0.0009, (Math.abs(z - middle) - 0.0055) * 0.75, 0.01 - t, t - 0.062);
  }

  function paper(x: number, y: number, z: number): number {
    return Math.min(
      sheet(x, y, z),
      roll(x, y, z, LEFT.x, LEFT.radius),
      roll(x, y, z, RIGHT.x, RIGHT.radius),
      lip(x, y, z),
    );
  }

  return {
    id: 'manuscript-scroll',
    title: 'Manuscript scroll, paper, partly unrolled (synthetic: computed, marks without meaning)',
    size: [0.5295, 0.059, 0.3225],
    low: [-0.258, -0.008, -0.168],
    high: [0.298, 0.07, 0.168],
    sourceCell: 0.00108,
    coarsest: 1.3,
    steepness: 1.5,
    finestTexture: 2048,
    view: { yaw: -14, pitch: 38 },
    distance: (x, y, z) => Math.min(paper(x, y, z), wood(x, y, z), ribbon(x, y, z)),
    height(x, y, z) {
      const fibre = (grain.mist(x, y, z * 3, 420) - 0.5) * 0.00008 + (grain.mist(x, y, z, 90) - 0.5) * 0.0002;
      // Lines of the sieve the paper was made on.
      return fibre + 0.000012 * Math.sin(z * 5200);
    },
    look({ x, y, z, openness, ny }, out, isRestored) {
      const dWood = wood(x, y, z);
      const dPaper = paper(x, y, z);
      const fine = grain.mist(x, y, z, 330);
      if (dWood < dPaper && dWood < 0.0004) {
        const ring = grain.mist(x * 3, y * 3, z * 0.3, 150);
        setMix(out, WOOD_DARK, WOOD, 0.2 + 0.8 * ring);
        out.roughness = 0.32 + 0.2 * fine;
        return;
      }
      if (ribbon(x, y, z) < Math.min(dPaper, 0.0004)) {
        const weave = 0.5 + 0.5 * Math.sin(x * 3000) * Math.sin(z * 3000);
        setMix(out, SILK, SILK_LIGHT, 0.2 + 0.3 * weave + 0.4 * grain.cloud(x, y, z, 60));
        out.roughness = 0.6;
        return;
      }
      const cloud = grain.cloud(x, y, z, 24);
      const isSheet = sheet(x, y, z) < 0.0004 && ny > 0.2 && x > LEFT.x + 0.012 && x < RIGHT.x - 0.008;
      out.roughness = 0.86;
      setMix(out, PAPER, PAPER_DARK, 0.15 + 0.5 * cloud);
      if (isRestored) setMix(out, tint('#e2cf9f'), PAPER, 0.5 * cloud);
      // Ends of the rolls show the edges of the turns.
      if (!isSheet && Math.abs(z) > HALF_DEPTH - 0.006) {
        const [middle, radius] = x < 0 ? [LEFT.x, LEFT.radius] : [RIGHT.x, RIGHT.radius];
        const r = Math.hypot(x - middle, y - radius);
        const turn = (r - (Math.atan2(y - radius, x - middle) / (2 * Math.PI)) * TURN) / TURN;
        cover(out, EDGE_DARK, (0.5 + 0.5 * Math.cos(turn * 2 * Math.PI)) * 0.6 + 0.1);
      }
      if (isSheet) {
        const [r, g, b] = [out.r, out.g, out.b];
        (isRestored ? fresh : found).read(x + SHEET.width / 2, z + HALF_DEPTH, out);
        // Ink and colour as a veil on the paper's own colour.
        const rubbed = isRestored ? 1 : 1 - 0.28 * ramp(0.5, 0.9, grain.cloud(x, 2, z, 60));
        out.r = r * (1 + (out.r / bare.r - 1) * rubbed);
        out.g = g * (1 + (out.g / bare.g - 1) * rubbed);
        out.b = b * (1 + (out.b / bare.b - 1) * rubbed);
      } else if (!isRestored) cover(out, PAPER_DARK, 0.35);
      if (isRestored) return;
      // Damp rose from the lower edge and left tide lines.
      const damp = z * 6.2 + 0.24 + (grain.cloud(x, 0.3, z * 0.6, 15) - 0.5) * 1.15;
      coverWith(out, STAIN, 0.9, 0, ramp(0.42, 0.66, damp) * 0.34);
      cover(
        out,
        TIDE,
        ramp(0.035, 0.004, Math.abs(damp - 0.46)) * 0.42 + ramp(0.03, 0.003, Math.abs(damp - 0.72)) * 0.25,
      );
      cover(out, EDGE_DARK, ramp(-0.008, 0, toEdge(x, z)) * 0.45 * (0.4 + 0.6 * cloud));
      const speck = ramp(0.83, 0.9, grain.mist(x, y, z, 170));
      cover(out, TIDE, speck * 0.35);
      // Worm holes in a row, as they go through the roll.
      const step = (x + 0.2) / 0.052;
      const hole = Math.hypot((step - Math.round(step)) * 0.052, z - 0.062 - 0.004 * Math.sin(x * 40));
      if (isSheet) coverWith(out, TIDE, 0.9, 0, ramp(0.0021, 0.0013, hole + (fine - 0.5) * 0.0012) * 0.85);
      darken(out, 0.9 + 0.1 * fine);
      darken(out, 0.75 + 0.25 * ramp(0.15, 0.7, openness));
    },
  };
}
