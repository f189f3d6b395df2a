/**
 * A piece of a mural on its clay: a bodhisattva's head and shoulders between a border and flying ribbons, broken all
 * round, with chopped straw showing in the breaks and on the back. It stands in a plain wooden rest.
 */
import { roundBox, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { beadBand, honeysuckle } from '#demo/paint/motifs/borders.ts';
import { cloud } from '#demo/paint/motifs/cloud.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { tinyBuddha } from '#demo/paint/motifs/tinyBuddha.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { createGrain, findCell } from './matter/grain.ts';
import type { Cell } from './matter/grain.ts';
import { keepOnGrid } from './matter/grid.ts';
import { paintSheet } from './matter/paintedSheet.ts';
import { cover, coverWith, darken, ramp, setMix, tint } from './matter/tint.ts';
import type { Relic } from './relic.ts';

const WIDTH = 0.48;
const HEIGHT = 0.36;
/** Height of the lowest break above the table. */
const LIFT = 0.014;
const HALF_THICKNESS = 0.014;

/** The break as a polygon about the middle, metres. */
const OUTLINE = [
  [-0.236, -0.088], [-0.205, -0.146], [-0.128, -0.159], [-0.072, -0.176], [0.012, -0.171], [0.083, -0.176], [0.151, -0.149], [0.196, -0.137],
  [0.229, -0.079], [0.235, -0.012], [0.21, 0.048], [0.223, 0.094], [0.186, 0.142], [0.131, 0.151], [0.076, 0.174], [0.004, 0.163],
  [-0.062, 0.176], [-0.121, 0.154], [-0.164, 0.16], [-0.212, 0.118], [-0.221, 0.055], [-0.238, 0.008],
] as const; // prettier-ignore

const CLAY = tint('#a98a64');
const CLAY_DARK = tint('#7d6247');
const STRAW = tint('#c9ad74');
const COAT = tint('#ddd0b4');
const DUST = tint('#b49f7f');
const WOOD = tint('#41291c');
const WOOD_DARK = tint('#20130d');

export function createFragment(): Relic {
  const grain = createGrain(88);
  const sheetOptions = { width: WIDTH, height: HEIGHT, pixelsPerMetre: 4600, seed: 21 };
  const found = paintSheet({ ...sheetOptions, layer: 'as-found' }, drawPainting);
  const fresh = paintSheet({ ...sheetOptions, layer: 'restored' }, drawPainting);
  const crack: Cell = { nearest: 0, second: 0, id: 0 };

  /** Metres to the break, negative inside; ragged at several scales. */
  const toBreak = keepOnGrid(0.53, 0.41, 0.001, (x, v) => {
    const u = x + (grain.cloud(x, v, 0, 22) - 0.5) * 0.016;
    const w = v + (grain.cloud(x + 2, v, 0, 22) - 0.5) * 0.016;
    let nearest = 1e9;
    let isInside = false;
    for (let i = 0, j = OUTLINE.length - 1; i < OUTLINE.length; j = i++) {
      const [ax, ay] = OUTLINE[j]!;
      const [bx, by] = OUTLINE[i]!;
      if (by > w !== ay > w && u < ((ax - bx) * (w - by)) / (ay - by) + bx) isInside = !isInside;
      const dx = bx - ax;
      const dy = by - ay;
      const t = Math.min(1, Math.max(0, ((u - ax) * dx + (w - ay) * dy) / (dx * dx + dy * dy)));
      const squared = (u - ax - dx * t) ** 2 + (w - ay - dy * t) ** 2;
      if (squared < nearest) nearest = squared;
    }
    return isInside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
  });

  const lossDrive = keepOnGrid(0.5, 0.38, 0.00042, (x, v) => {
    const slow = grain.cloud(x, v, 3, 13);
    const quick = grain.cloud(x, v, 5, 85);
    const bias = ramp(-0.03, -0.003, toBreak(x, v)) * 0.3 + ramp(0.1, 0.2, Math.hypot(x - 0.02, v - 0.03)) * 0.07;
    return slow * 0.6 + quick * 0.32 + bias;
  });
  const warpAt = keepOnGrid(
    0.5,
    0.38,
    0.004,
    (x, v) => 0.0022 * Math.sin(x * 9 + 1) * Math.cos(v * 11) + (grain.mist(x, v, 0, 16) - 0.5) * 0.0018,
  );

  /** How far paint (0…1) and white coat (1…2) are lost at a place of the front. */
  function lossAt(x: number, v: number): number {
    const drive = lossDrive(x, v);
    return ramp(0.655, 0.672, drive) + ramp(0.75, 0.77, drive);
  }

  function plaster(x: number, y: number, z: number): number {
    const v = y - LIFT - HEIGHT / 2;
    const rough = Math.max(Math.abs(x) - 0.24, Math.abs(v) - 0.18);
    if (rough > 0.03) return rough - 0.01;
    if (Math.abs(z) > 0.05) return Math.abs(z) - 0.03;
    // Deeper layers break off further out: the edge slopes and is lumpy.
    const depth = HALF_THICKNESS - z;
    let edge = toBreak(x, v);
    if (edge > -0.035) {
      const lump = (grain.cloud(x, y, z, 38) - 0.5) * 0.013 + (grain.mist(x, y, z, 150) - 0.5) * 0.0025;
      edge += lump * ramp(0.0005, 0.006, depth) - 0.006 * ramp(0.001, 0.016, depth);
    }
    const loss = z > 0 ? lossAt(x, v) : 0;
    const front = z - HALF_THICKNESS + warpAt(x, v) + 0.0002 * Math.min(1, loss) + 0.0014 * Math.max(0, loss - 1);
    const shell = smoothMax(front, edge * 0.9, 0.0012);
    if (z > 0.004) return shell;
    const back =
      -z - HALF_THICKNESS * 0.8 + (grain.cloud(x, v, 0, 17) - 0.5) * 0.009 + (grain.mist(x, v, 9, 120) - 0.5) * 0.002;
    return smoothMax(shell, back, 0.006);
  }

  function rest(x: number, y: number, z: number): number {
    if (y > 0.08) return y - 0.06;
    const ax = Math.abs(x);
    let d = roundBox(x, y, z, 0, 0.006, 0, 0.17, 0.006, 0.034, 0.002);
    d = smoothMin(d, roundBox(ax, y, z, 0.135, 0.018, 0, 0.012, 0.014, 0.034, 0.003), 0.003);
    return Math.min(
      d,
      roundBox(ax, y, z, 0.135, 0.028, 0.0255, 0.012, 0.024, 0.0055, 0.003),
      roundBox(ax, y, z, 0.135, 0.034, -0.0265, 0.012, 0.03, 0.0055, 0.003),
    );
  }

  /** How surely a straw lies here, 0…1: short stalks pressed into the clay every which way. */
  function straw(u: number, v: number): number {
    let most = 0;
    for (let layer = 0; layer < 2; layer++) {
      const cell = layer === 0 ? 0.013 : 0.009;
      const cx = Math.floor(u / cell);
      const cy = Math.floor(v / cell);
      for (let i = -1; i <= 1; i++)
        for (let j = -1; j <= 1; j++) {
          let hash = Math.imul(cx + i + layer * 71, 374761393) ^ Math.imul(cy + j, 668265263);
          hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
          hash ^= hash >>> 16;
          const mx = (cx + i + (hash & 255) / 255) * cell - u;
          const my = (cy + j + ((hash >>> 8) & 255) / 255) * cell - v;
          const angle = (((hash >>> 16) & 255) / 255) * Math.PI;
          const c = Math.cos(angle);
          const s = Math.sin(angle);
          const along = Math.abs(mx * c + my * s) - cell * (0.35 + 0.4 * (((hash >>> 24) & 63) / 63));
          const across = Math.abs(my * c - mx * s + along * along * 4);
          most = Math.max(most, ramp(0.00085, 0.0004, across) * ramp(0.0006, 0, along));
        }
    }
    return most;
  }

  /** Straw on the three pairs of sides alike. */
  function strawOn(x: number, y: number, z: number, nx: number, nz: number): number {
    return Math.abs(nz) > 0.6 ? straw(x, y) : Math.abs(nx) > 0.6 ? straw(z + 4, y) : straw(x, z + 7);
  }

  function crackAt(x: number, v: number): number {
    const wander = (grain.mist(x, v, 2, 40) - 0.5) * 0.02;
    findCell((x + wander) * 19, (v - wander) * 19, 0.5, crack);
    const wide = ramp(0.03, 0.008, crack.second - crack.nearest) * ramp(0.45, 0.65, grain.mist(x, v, 8, 12));
    findCell(x * 120 + wander * 40, v * 120, 0.5, crack);
    return Math.max(
      wide,
      ramp(0.05, 0.015, crack.second - crack.nearest) * 0.35 * ramp(0.5, 0.8, grain.mist(x + 1, v, 8, 20)),
    );
  }

  return {
    id: 'mural-fragment',
    title: 'Fragment of a mural, painted clay plaster, on a wooden rest (synthetic: computed, no real object)',
    size: [0.488, 0.3812, 0.0695],
    low: [-0.26, -0.01, -0.045],
    high: [0.26, 0.39, 0.045],
    sourceCell: 0.0013,
    steepness: 1.8,
    finestTexture: 4096,
    view: { yaw: -17, pitch: 6 },
    distance: (x, y, z) => Math.min(plaster(x, y, z), rest(x, y, z)),
    height(x, y, z) {
      if (rest(x, y, z) < 0.0006) return (grain.mist(x * 0.3, y * 3, z * 3, 150) - 0.5) * 0.0002;
      const v = y - LIFT - HEIGHT / 2;
      if (z > HALF_THICKNESS - 0.0075) {
        const loss = lossAt(x, v);
        const clay = Math.max(0, loss - 1);
        return (
          (grain.mist(x, v, 0, 260) - 0.5) * 0.00007 -
          Math.min(1, loss) * 0.00012 -
          crackAt(x, v) * 0.0004 +
          (clay > 0 ? clay * ((grain.mist(x, v, 1, 240) - 0.5) * 0.0012 + straw(x, y) * 0.0005) : 0)
        );
      }
      return (grain.mist(x, y, z, 260) - 0.5) * 0.0012 + (z < -0.006 ? straw(x, y) * 0.0009 : 0);
    },
    look(place, out, isRestored) {
      const { x, y, z, nx, nz, openness } = place;
      if (rest(x, y, z) < 0.0006) {
        setMix(out, WOOD_DARK, WOOD, grain.mist(x * 0.3, y * 3, z * 3, 130));
        out.roughness = 0.5;
        return;
      }
      const v = y - LIFT - HEIGHT / 2;
      const clouds = grain.cloud(x, y, z, 34);
      const fine = grain.mist(x, y, z, 300);
      setMix(out, CLAY_DARK, CLAY, 0.15 + 0.6 * clouds + 0.25 * fine);
      const isFront = nz > 0.4 && z > HALF_THICKNESS - 0.0075;
      const loss = isFront && !isRestored ? lossAt(x, v) : 0;
      if (!isFront || loss > 1) cover(out, STRAW, strawOn(x, y, z, nx, nz) * 0.7);
      darken(out, 0.72 + 0.28 * ramp(0.3, 0.85, openness));
      out.roughness = 0.95;
      if (!isFront) {
        // The white coat shows as a thin line along the break.
        coverWith(out, COAT, 0.9, 0, ramp(HALF_THICKNESS - 0.0042, HALF_THICKNESS - 0.0018, z) * 0.8);
        return;
      }
      coverWith(out, COAT, 0.92, 0, ramp(1.6, 1.0, loss));
      if (loss > 0.02 && loss < 1.4) darken(out, 0.9 + 0.12 * fine);
      if (loss < 0.98) {
        const [r, g, b] = [out.r, out.g, out.b];
        (isRestored ? fresh : found).read(x + WIDTH / 2, HEIGHT / 2 - v, out);
        if (!isRestored) {
          // Thinned, dusty, mottled.
          const thin = ramp(0.45, 0.9, grain.cloud(x, v, 6, 50) * 0.6 + clouds * 0.4);
          cover(out, COAT, thin * 0.34);
          cover(out, DUST, 0.1 + 0.14 * grain.cloud(x, v, 4, 9));
          darken(out, 0.95 + 0.07 * grain.mist(x, v, 12, 110));
        }
        const gone = ramp(0.25, 0.75, loss);
        out.r += (r - out.r) * gone;
        out.g += (g - out.g) * gone;
        out.b += (b - out.b) * gone;
        out.roughness = 0.84;
      }
      if (!isRestored) darken(out, 1 - 0.6 * crackAt(x, v));
    },
  };
}

/** Drawn as part of a larger wall: what lies outside is cut off. */
function drawPainting(painter: Painter) {
  painter.fill(rectangle(0, 0, WIDTH, HEIGHT), 'ochreRed');
  // Rows of small Buddhas above.
  for (let i = 0; i < 8; i++) {
    painter.push(0.03 + i * 0.062, 0.002, 0.07);
    tinyBuddha(painter, i * 3 + 1);
    painter.pop();
  }
  painter.push(0, 0.086);
  beadBand(painter, WIDTH, 0.011);
  painter.pop();
  painter.push(0, 0.097);
  honeysuckle(painter, WIDTH, 0.034, 'malachite', ['white', 'cinnabar', 'azuriteLight'], 2);
  painter.pop();
  painter.fill(rectangle(0, 0.131, WIDTH, 0.003), 'white');
  for (const [x, y, size, turn] of [
    [0.1, 0.2, 0.05, 0.2],
    [0.4, 0.17, 0.045, -0.3],
    [0.43, 0.28, 0.05, 0.1],
    [0.05, 0.31, 0.05, 0.4],
  ] as const)
    // prettier-ignore
    cloud(painter, x, y, size, turn, 'malachiteLight', turn < 0);
  for (let i = 0; i < 26; i++)
    flower(
      painter,
      painter.random.between(0.02, 0.46),
      painter.random.between(0.145, 0.35),
      painter.random.between(0.004, 0.0075),
    );
  painter.push(0.262, 0.755, 0.6);
  bodhisattva(painter, { turn: -0.8, hold: 'lotus', seed: 31, sway: -0.6 });
  painter.pop();
  painter.push(0.012, 0.742, 0.57);
  bodhisattva(painter, { turn: 0.7, hold: 'lotus', seed: 12, colours: { scarf: 'cinnabar', scarfReverse: 'white' } });
  painter.pop();
}
