/**
 * A young poplar late in autumn as one solid: trunk, rising boughs, and leaves that each sit in a cell of their own, so
 * that thousands cost no more than one.
 */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import { ellipsoid, roundCone } from '#demo/form/fields.ts';
import { createNoise3, smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';

/** Height of the solid, metres; statues scale it. */
export const TREE_HEIGHT = 7;
const CELL = 0.135;

interface Bough {
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  readonly thick: number;
}

const boughs = growBoughs();
const noise = createNoise3(711);

function growBoughs(): Bough[] {
  const random = createRandom(712);
  const grown: Bough[] = [];
  let turn = 0;
  for (let i = 0; i < 30; i++) {
    const up = 0.13 + 0.8 * (i / 30);
    turn += 2.4 + random.normal() * 0.3;
    const reach = (0.34 + 0.55 * Math.sin(Math.PI * Math.min(1, 0.25 + up * 0.8))) * random.between(0.75, 1.1);
    const y = up * TREE_HEIGHT;
    const [tx, tz] = trunkAt(y);
    grown.push({
      from: [tx, y, tz],
      to: [
        tx + Math.cos(turn) * reach,
        Math.min(TREE_HEIGHT * 0.99, y + random.between(0.75, 1.35)),
        tz + Math.sin(turn) * reach,
      ],
      thick: 0.035 * (1.15 - up),
    });
  }
  return grown;
}

/** The trunk is not quite straight. */
function trunkAt(y: number): [x: number, z: number] {
  return [0.09 * Math.sin(y * 0.7) + 0.03 * Math.sin(y * 2.1), 0.07 * Math.sin(y * 0.9 + 1)];
}

function woodDistance(x: number, y: number, z: number): number {
  const [tx, tz] = trunkAt(Math.max(0, Math.min(TREE_HEIGHT, y)));
  const radius = 0.115 * (1 - (0.9 * y) / TREE_HEIGHT) + 0.06 * smoothStep(0.5, -0.1, y);
  let nearest = Math.hypot(x - tx, z - tz) - Math.max(0.012, radius);
  nearest = Math.max(nearest, y - TREE_HEIGHT, -0.2 - y);
  for (const { from, to, thick } of boughs) {
    if (y < from[1] - 0.4 || y > to[1] + 0.4) continue;
    nearest = Math.min(nearest, roundCone(x, y, z, from[0], from[1], from[2], to[0], to[1], to[2], thick, 0.009));
  }
  return nearest;
}

function hash(i: number, j: number, k: number): number {
  let h = Math.imul(i, 374761393) ^ Math.imul(j, 668265263) ^ Math.imul(k, 1274126177);
  h = Math.imul(h ^ (h >>> 13), 1103515245);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** How thickly leaves hang at a place, 0…1: in tufts about the ends of boughs. */
function leafiness(x: number, y: number, z: number): number {
  if (y < 1.1 || y > TREE_HEIGHT + 0.2) return 0;
  let best = 0;
  for (const { from, to } of boughs) {
    if (y < from[1] - 0.1 || y > to[1] + 0.45) continue;
    const along = Math.max(0.25, Math.min(1.08, (y - from[1]) / (to[1] - from[1])));
    const dx = x - from[0] - (to[0] - from[0]) * along;
    const dz = z - from[2] - (to[2] - from[2]) * along;
    const tuft = 0.13 + 0.14 * along;
    best = Math.max(best, 1 - (dx * dx + dz * dz) / (tuft * tuft));
  }
  return Math.max(0, best) * smoothStep(0.15, 0.5, noise(x * 2.2, y * 1.6, z * 2.2));
}

function leafDistance(x: number, y: number, z: number): number {
  const i = Math.floor(x / CELL);
  const j = Math.floor(y / CELL);
  const k = Math.floor(z / CELL);
  const fx = x - (i + 0.5) * CELL;
  const fy = y - (j + 0.5) * CELL;
  const fz = z - (k + 0.5) * CELL;
  const border = CELL / 2 - Math.max(Math.abs(fx), Math.abs(fy), Math.abs(fz)) + 0.006;
  if (hash(i, j, k) > 0.95 * leafiness((i + 0.5) * CELL, (j + 0.5) * CELL, (k + 0.5) * CELL)) return border + 0.01;
  const a = hash(j, k, i) * Math.PI * 2;
  const b = (hash(k, i, j) - 0.5) * 1.6;
  const c = Math.cos(a);
  const s = Math.sin(a);
  const px = fx * c + fz * s;
  const pz = -fx * s + fz * c;
  const qy = fy * Math.cos(b) - pz * Math.sin(b);
  const qz = fy * Math.sin(b) + pz * Math.cos(b);
  return Math.min(border, ellipsoid(px, qy, qz, 0, 0, 0, 0.055, 0.06, 0.016));
}

const LEAVES = [
  [206, 152, 58],
  [222, 176, 84],
  [186, 118, 48],
  [168, 148, 66],
  [214, 138, 62],
] as const;

export const TREE: Solid = {
  id: 'poplar',
  low: [-1.25, -0.25, -1.25],
  high: [1.25, TREE_HEIGHT + 0.35, 1.25],
  cell: 0.026,
  distance: (x, y, z) => {
    const wood = woodDistance(x, y, z);
    if (y < 0.9 || x * x + z * z > 1.7) return wood;
    return Math.min(wood, leafDistance(x, y, z));
  },
  colour(x, y, z, layer, _variant, out: SolidColour) {
    out.shine = 0;
    const isLeaf = woodDistance(x, y, z) > 0.006;
    if (layer === 'line-drawing') {
      out.r = isLeaf ? 206 : 150;
      out.g = isLeaf ? 194 : 138;
      out.b = isLeaf ? 170 : 120;
      return;
    }
    if (isLeaf) {
      const pick = hash(Math.floor(x / CELL) + 5, Math.floor(y / CELL), Math.floor(z / CELL) + 9);
      const [r, g, b] = LEAVES[Math.floor(pick * LEAVES.length)] ?? LEAVES[0];
      out.r = r;
      out.g = g;
      out.b = b;
      return;
    }
    const bark = 0.75 + 0.5 * noise(x * 30, y * 7, z * 30);
    out.r = 142 * bark;
    out.g = 130 * bark;
    out.b = 114 * bark;
  },
};
