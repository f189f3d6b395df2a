/** Sand, slabs and footprints, and the low wall at the terrace's edge. */
import type { Painting, Sheet, SheetPoint } from '#demo/cave/cave.ts';
import { createFbmTile, createNoise3, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, rectangle, type Point } from '#demo/paint/paths.ts';
import { groundHeight, PATHS, toPath } from '#demo/caves/terrace/ground/relief.ts';
import { washPixels } from '#demo/caves/terrace/wash.ts';
import { PARAPET } from '#demo/site/terracePlan.ts';

interface Lot {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly fineness: number;
  readonly lightCell: number;
}

const NEAR = -0.9;
const FAR = PARAPET.to + 0.2;
const LOTS: readonly Lot[] = [
  { id: 'sand-middle', left: -7.2, right: 8.4, fineness: 0.5, lightCell: 0.06 },
  { id: 'sand-south', left: -28, right: -7.2, fineness: 0.2, lightCell: 0.12 },
  { id: 'sand-north', left: 8.4, right: 30, fineness: 0.2, lightCell: 0.12 },
];

/** Rows of quadrilaterals along z; the same for all lots, so that they meet. */
const ROWS = 116;

export function groundSheets(): Sheet[] {
  return LOTS.map((lot): Sheet => {
    const width = lot.right - lot.left;
    return {
      surface: lot.id,
      columns: Math.ceil(width / 0.12),
      rows: ROWS,
      facing: [(lot.left + lot.right) / 2, 6, 6],
      at(s, t, out: SheetPoint) {
        out.x = lot.left + s * width;
        out.z = NEAR + t * (FAR - NEAR);
        out.y = groundHeight(out.x, out.z);
        out.u = s * width;
        out.v = t * (FAR - NEAR);
      },
    };
  });
}

export const GROUND_PAINTINGS: readonly Painting[] = LOTS.map((lot) => ({
  id: lot.id,
  width: lot.right - lot.left,
  height: FAR - NEAR,
  lightCell: lot.lightCell,
  fineness: lot.fineness,
  seed: 650,
  draw: (painter: Painter) => drawGround(painter, lot),
  wear: { seed: 651, mottling: 0.15, strength: 0, threshold: 3, cracks: 0, dust: () => 0.04 },
}));

const broad = createSampler(createFbmTile(512, 4, 6, 0.55, 652), 512);
const middle = createSampler(createFbmTile(512, 6, 7, 0.6, 653), 512);
const grain = createSampler(createFbmTile(512, 32, 4, 0.8, 654), 512);

function drawGround(painter: Painter, lot: Lot): void {
  if (painter.isDrawing) painter.fill(rectangle(0, 0, painter.width, painter.height), 'ground');
  else
    washPixels(painter, (u, v, out) => {
      const x = lot.left + u;
      const z = NEAR + v;
      const fine = middle(x / 0.45, z / 0.45);
      const ripple = middle(x / 1.5 + 0.1 * Math.sin(z * 3), z / 0.24);
      const worn = smoothStep(1.1, 0.2, toPath(x, z) + 0.5 * (middle(x / 2.2, z / 2.2) - 0.5));
      let tone =
        0.92 + 0.1 * (broad(x / 7.5, z / 7.5) - 0.5) + 0.1 * (fine - 0.5) + 0.12 * (grain(x / 0.8, z / 0.8) - 0.5);
      tone *= 1 + 0.9 * (middle(x / 0.45, (z - 0.012) / 0.45) - fine);
      tone += 0.1 * (ripple - 0.5) * (1 - worn);
      tone *= 1 - 0.09 * worn;
      out.r = 224 * tone;
      out.g = 194 * tone;
      out.b = 152 * tone;
    });
  const { context } = painter;
  context.save();
  context.translate(-lot.left, -NEAR);
  strewPebbles(painter, lot);
  for (const slab of SLABS) drawSlab(painter, slab);
  drawFootprints(painter);
  context.restore();
}

function strewPebbles(painter: Painter, lot: Lot): void {
  const random = createRandom(Math.round(lot.left * 100) + 5000);
  const { context } = painter;
  const count = Math.round((lot.right - lot.left) * 62);
  for (let i = 0; i < count; i++) {
    const x = random.between(lot.left, lot.right);
    const z = random() < 0.5 ? 2.4 * random() ** 2 : random.between(0, FAR);
    const size = 0.006 + 0.032 * random() ** 3.5;
    const flat = random.between(0.6, 0.95);
    const tone = Math.round(random.between(104, 176));
    if (toPath(x, z) < 0.6 && size > 0.014) continue;
    if (painter.isDrawing) {
      context.strokeStyle = 'rgba(46,36,30,0.45)';
      context.lineWidth = 0.004;
    } else {
      context.fillStyle = 'rgba(58,44,36,0.45)';
      context.beginPath();
      context.ellipse(x + size * 0.1, z + size * 0.3, size * 1.15, size * flat, 0, 0, Math.PI * 2);
      context.fill();
      context.fillStyle = `rgb(${tone},${tone - 10},${tone - 24})`;
    }
    context.beginPath();
    context.ellipse(x, z, size, size * flat, 0, 0, Math.PI * 2);
    if (painter.isDrawing) context.stroke();
    else context.fill();
  }
}

interface Slab {
  readonly x: number;
  readonly z: number;
  readonly width: number;
  readonly depth: number;
  readonly turn: number;
  readonly seed: number;
}

const SLABS: readonly Slab[] = laySlabs();

function laySlabs(): Slab[] {
  const random = createRandom(662);
  const slabs: Slab[] = [];
  const lay = (x: number, z: number, width: number, depth: number, turn = 0): void => {
    slabs.push({
      x: x + random.normal() * 0.03,
      z: z + random.normal() * 0.03,
      width: width * random.between(0.92, 1.04),
      depth: depth * random.between(0.92, 1.04),
      turn: turn + random.normal() * 0.035,
      seed: slabs.length * 17 + 3,
    });
  };
  for (let row = 0; row < 5; row++)
    for (const side of [-1, 1]) lay(side * 0.42 + (row % 2 ? 0.05 : -0.04), 0.55 + row * 0.66, 0.8, 0.62);
  for (let i = 0; i < 3; i++) lay(-11.4 + 22.8 + (i - 1) * 0.78, 0.6, 0.74, 0.6);
  for (const path of PATHS.slice(1))
    for (let i = 0; i + 1 < path.length; i++) {
      const [ax, az] = path[i]!;
      const [bx, bz] = path[i + 1]!;
      const length = Math.hypot(bx - ax, bz - az);
      const turn = Math.atan2(bz - az, bx - ax);
      for (let d = 0.35; d < length; d += 0.82) {
        const x = ax + ((bx - ax) * d) / length;
        const z = az + ((bz - az) * d) / length;
        if (Math.abs(x) < 0.95 && z < 3.9) continue;
        if (Math.hypot(x - 0.35, z - 7.2) < 1.3) continue;
        lay(x, z, 0.62, 0.5, turn);
      }
    }
  return slabs;
}

function drawSlab(painter: Painter, { x, z, width, depth, turn, seed }: Slab): void {
  const random = createRandom(seed);
  const corners: Point[] = [];
  for (const [a, b] of [
    [-1, -1],
    [0, -1.02],
    [1, -1],
    [1.03, 0],
    [1, 1],
    [0, 1.02],
    [-1, 1],
    [-1.03, 0],
  ] as const)
    corners.push([(a * width * random.between(0.94, 1)) / 2, (b * depth * random.between(0.93, 1)) / 2]);
  const outline = blob(corners, true, 0.12);
  const { context } = painter;
  painter.push(x, z, 1, turn);
  if (!painter.isDrawing) {
    context.fillStyle = 'rgba(52,40,32,0.55)';
    context.save();
    context.translate(0.008, 0.022);
    context.fill(outline);
    context.restore();
  }
  painter.lightness = random.between(-0.08, 0.06);
  painter.fill(outline, 'grey');
  painter.lightness = 0;
  painter.clip(outline);
  for (let i = 0; i < 26; i++) {
    const at: Point = [random.between(-0.5, 0.5) * width, random.between(-0.5, 0.5) * depth];
    const radius = random.between(0.02, 0.12);
    painter.fill(
      blob([
        [at[0] - radius, at[1]],
        [at[0], at[1] - radius * 0.6],
        [at[0] + radius, at[1]],
        [at[0], at[1] + radius * 0.6],
      ]),
      random() < 0.5 ? 'ochre' : 'brown',
      0.1,
    );
  }
  // Sand has blown over one corner.
  painter.fill(
    blob([
      [-width / 2, depth * 0.1],
      [0, depth * 0.42],
      [width * 0.1, depth * 0.6],
      [-width * 0.6, depth * 0.6],
    ]),
    'ochre',
    0.35,
  );
  painter.pop();
  painter.line(outline, 0.006, 'ink', 0.75);
  context.save();
  context.translate(-0.004, -0.008);
  painter.line(outline, 0.008, 'white', 0.3);
  context.restore();
  painter.pop();
}

function drawFootprints(painter: Painter): void {
  const random = createRandom(671);
  const { context } = painter;
  for (const path of PATHS)
    for (let walker = 0; walker < 9; walker++) {
      const offset = random.normal() * 0.55;
      const back = random() < 0.5;
      const fresh = random.between(0.3, 1);
      for (let i = 0; i + 1 < path.length; i++) {
        const [ax, az] = path[i]!;
        const [bx, bz] = path[i + 1]!;
        const length = Math.hypot(bx - ax, bz - az);
        const turn = Math.atan2(bz - az, bx - ax) + (back ? Math.PI : 0);
        for (let step = 0; step * 0.34 < length; step++) {
          const d = step * 0.34 + random.between(-0.04, 0.04);
          const side = (step % 2 ? 1 : -1) * 0.09 + offset + 0.2 * Math.sin(d * 0.7 + walker);
          const x = ax + ((bx - ax) * d - (bz - az) * side) / length;
          const z = az + ((bz - az) * d + (bx - ax) * side) / length;
          const tilt = random.normal() * 0.12;
          if (random() < 0.2) continue;
          context.save();
          context.translate(x, z);
          context.rotate(turn + tilt);
          drawFoot(painter, fresh);
          context.restore();
        }
      }
    }
}

/** A sole and a heel pressed into sand: dark in the hollow, a pale rim pushed up on the far side. */
function drawFoot(painter: Painter, fresh: number): void {
  const { context, isDrawing } = painter;
  for (const [x, length, width] of [
    [0.045, 0.085, 0.046],
    [-0.085, 0.045, 0.036],
  ] as const) {
    if (isDrawing) {
      context.strokeStyle = 'rgba(46,36,30,0.22)';
      context.lineWidth = 0.004;
      context.beginPath();
      context.ellipse(x, 0, length, width, 0, 0, Math.PI * 2);
      context.stroke();
      continue;
    }
    context.fillStyle = `rgba(232,214,186,${0.24 * fresh})`;
    context.beginPath();
    context.ellipse(x + 0.004, 0, length + 0.009, width + 0.009, 0, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = `rgba(84,66,52,${0.3 * fresh})`;
    context.beginPath();
    context.ellipse(x, 0, length, width, 0, 0, Math.PI * 2);
    context.fill();
  }
}

const wallNoise = createNoise3(681);
const GIRTH = 2.25;

/** Rammed earth, worn round at the top: inner side, top and outer side in one sheet. */
export function parapetSheet(): Sheet {
  const length = PARAPET.north - PARAPET.south;
  const depth = PARAPET.to - PARAPET.from;
  return {
    surface: 'parapet',
    columns: 480,
    rows: 24,
    facing: [0, 1.2, 6],
    at(s, t, out: SheetPoint) {
      const x = PARAPET.south + s * length;
      const height = PARAPET.height + 0.13 * (wallNoise(x * 0.5, 0, 1) - 0.5) + 0.09 * (wallNoise(x * 1.7, 0, 5) - 0.5);
      // A superellipse from foot to foot gives upright sides and a rounded top.
      const angle = Math.PI * t;
      const c = Math.cos(angle);
      const r = Math.sin(angle);
      const reach = (Math.abs(c) ** 5 + r ** 5) ** (-1 / 5);
      out.x = x;
      out.y = r * reach * height - 0.1 * (1 - r);
      out.z =
        PARAPET.from +
        depth / 2 -
        c * reach * (depth / 2) * (1 + 0.12 * (1 - r)) +
        0.05 * (wallNoise(x * 0.9, out.y * 1.5, 9) - 0.5);
      out.u = s * length;
      out.v = t * GIRTH;
    },
  };
}

export const PARAPET_PAINTING: Painting = {
  id: 'parapet',
  width: PARAPET.north - PARAPET.south,
  height: GIRTH,
  lightCell: 0.1,
  fineness: 0.28,
  seed: 691,
  draw(painter) {
    if (painter.isDrawing) {
      painter.fill(rectangle(0, 0, painter.width, painter.height), 'ground');
      for (let v = 0.2; v < GIRTH; v += 0.16)
        painter.line(rectangle(-1, v, painter.width + 2, 0.001), 0.004, 'ink', 0.6);
      return;
    }
    washPixels(painter, (u, v, out) => {
      const layer = Math.abs(((v + 0.03 * (middle(u / 3, 0.2) - 0.5)) / 0.13) % 1);
      let tone =
        0.8 +
        0.24 * (broad(u / 6, v / 6) - 0.5) +
        0.3 * (middle(u / 0.8, v / 0.4) - 0.5) +
        0.16 * (grain(u / 0.7, v / 0.7) - 0.5);
      tone *= 1 - 0.14 * smoothStep(0.14, 0, layer);
      out.r = 190 * tone;
      out.g = 165 * tone;
      out.b = 134 * tone;
    });
  },
  wear: { seed: 691, mottling: 0.5, strength: 0, threshold: 3, cracks: 0 },
};
