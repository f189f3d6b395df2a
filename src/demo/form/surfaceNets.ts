/**
 * A mesh from a signed distance field by naive surface nets: one vertex in every cell the surface crosses, one
 * quadrilateral around every crossed edge, then vertices are moved onto the surface. Space is searched in large blocks,
 * those near the surface in small ones; a block further from the surface than its own half diagonal is skipped, and no
 * corner is measured twice.
 * Method: S. F. Gibson, "Constrained elastic surface nets", 1998; the mean-of-crossings form by M. Lysenko, 2012.
 */
import type { Vec3 } from '#demo/cave/cave.ts';

export type DistanceField = (x: number, y: number, z: number) => number;

export interface FieldMesh {
  /** Three values a vertex, metres. */
  positions: Float32Array;
  /** Three values a vertex: the field's gradient, unit length, outward. */
  normals: Float32Array;
  /** Three values a triangle, counter-clockwise from outside. */
  indices: Uint32Array;
}

/** Cells a side of the blocks that are measured, and of those the search starts with. */
const BLOCK = 4;
const LARGE = 16;
/** Corners of a block with the first ones of its neighbours. */
const CORNERS = BLOCK + 1;
const STRIDE_Y = 8192;
const STRIDE_X = STRIDE_Y * 8192;

/**
 * `low` and `high` must enclose the surface with a margin of a cell, or the mesh stays open there. `steepness` is the
 * greatest gradient of the field (1 for true distances): steeper fields need it so that no block is skipped wrongly.
 */
export function surfaceNets(distance: DistanceField, low: Vec3, high: Vec3, cell: number, steepness = 1.35): FieldMesh {
  const grid = collectCrossings(distance, low, high, cell, steepness);
  return projectToSurface(distance, new Float32Array(grid.vertices), Uint32Array.from(makeQuads(grid)), cell);
}

interface Lattice {
  /** Values at the corners of each kept block, BLOCK³ a block. */
  values: Float32Array;
  /** Key of a block → its place in `values`. */
  placeOfBlock: Map<number, number>;
  /** Kept blocks: x, y, z of their first cell. */
  blocks: number[];
}

/** The blocks near the surface, measured at their corners. */
function measureBlocks(distance: DistanceField, low: Vec3, counts: Vec3, cell: number, steepness: number): Lattice {
  const blocks: number[] = [];
  const isNear = (i: number, j: number, k: number, side: number): boolean => {
    const half = (side / 2) * cell;
    const reach = (half * Math.sqrt(3) + cell * 1.2) * steepness;
    return Math.abs(distance(low[0] + i * cell + half, low[1] + j * cell + half, low[2] + k * cell + half)) <= reach;
  };
  const search = (i: number, j: number, k: number, side: number): void => {
    if (!isNear(i, j, k, side)) return;
    if (side === BLOCK) {
      blocks.push(i, j, k);
      return;
    }
    const half = side / 2;
    for (let part = 0; part < 8; part++)
      search(i + (part & 1) * half, j + ((part >> 1) & 1) * half, k + (part >> 2) * half, half);
  };
  for (let i = 0; i < counts[0]; i += LARGE)
    for (let j = 0; j < counts[1]; j += LARGE) for (let k = 0; k < counts[2]; k += LARGE) search(i, j, k, LARGE);
  const values = new Float32Array((blocks.length / 3) * BLOCK ** 3);
  const placeOfBlock = new Map<number, number>();
  let at = 0;
  for (let b = 0; b < blocks.length; b += 3) {
    const [i, j, k] = [blocks[b]!, blocks[b + 1]!, blocks[b + 2]!];
    placeOfBlock.set(keyOf(i, j, k), at);
    for (let a = 0; a < BLOCK; a++)
      for (let c = 0; c < BLOCK; c++)
        for (let e = 0; e < BLOCK; e++)
          values[at++] = distance(low[0] + (i + a) * cell, low[1] + (j + c) * cell, low[2] + (k + e) * cell);
  }
  return { values, placeOfBlock, blocks };
}

/** Cells and blocks are counted from `low`; one step beyond it is allowed. */
function keyOf(i: number, j: number, k: number): number {
  return i * STRIDE_X + j * STRIDE_Y + k + STRIDE_X + STRIDE_Y + 1;
}

interface Crossings {
  vertices: number[];
  vertexOfCell: Map<number, number>;
  /** Axis, key of the first cell around the edge, and 1 where the field is negative on the low side. */
  edges: number[];
}

function collectCrossings(distance: DistanceField, low: Vec3, high: Vec3, cell: number, steepness: number): Crossings {
  const counts = [0, 1, 2].map((axis) => Math.ceil((high[axis]! - low[axis]!) / cell)) as [number, number, number];
  const lattice = measureBlocks(distance, low, counts, cell, steepness);
  const crossings: Crossings = { vertices: [], vertexOfCell: new Map(), edges: [] };
  const corners = new Float32Array(CORNERS ** 3);
  for (let b = 0; b < lattice.blocks.length; b += 3) {
    const [i, j, k] = [lattice.blocks[b]!, lattice.blocks[b + 1]!, lattice.blocks[b + 2]!];
    fillCorners(lattice, i, j, k, corners);
    addCells(crossings, corners, i, j, k, low, cell);
    addEdges(crossings, corners, i, j, k);
  }
  return crossings;
}

/** The block's corners and the nearest ones of its neighbours; NaN where a neighbour was skipped, far from the surface. */
function fillCorners({ values, placeOfBlock }: Lattice, i: number, j: number, k: number, corners: Float32Array): void {
  for (let part = 0; part < 8; part++) {
    const [a0, b0, c0] = [(part & 1) * BLOCK, ((part >> 1) & 1) * BLOCK, (part >> 2) * BLOCK];
    const place = placeOfBlock.get(keyOf(i + a0, j + b0, k + c0));
    for (let a = a0; a < (a0 ? CORNERS : BLOCK); a++)
      for (let b = b0; b < (b0 ? CORNERS : BLOCK); b++)
        for (let c = c0; c < (c0 ? CORNERS : BLOCK); c++)
          corners[(a * CORNERS + b) * CORNERS + c] =
            place === undefined ? NaN : values[place + ((a - a0) * BLOCK + b - b0) * BLOCK + c - c0]!;
  }
}

/** A vertex for every crossed cell of the block, at the mean of the crossings of its twelve edges. */
function addCells(
  crossings: Crossings,
  corners: Float32Array,
  bi: number,
  bj: number,
  bk: number,
  low: Vec3,
  cell: number,
) {
  const corner = new Float64Array(8);
  for (let i = 0; i < BLOCK; i++)
    for (let j = 0; j < BLOCK; j++)
      for (let k = 0; k < BLOCK; k++) {
        let inside = 0;
        let isKnown = true;
        for (let q = 0; q < 8; q++) {
          const d = corners[((i + (q & 1)) * CORNERS + j + ((q >> 1) & 1)) * CORNERS + k + (q >> 2)]!;
          corner[q] = d;
          if (d < 0) inside++;
          else if (!(d >= 0)) isKnown = false;
        }
        if (!isKnown || inside === 0 || inside === 8) continue;
        let x = 0;
        let y = 0;
        let z = 0;
        let count = 0;
        for (let a = 0; a < 8; a++)
          for (let bit = 1; bit < 8; bit <<= 1) {
            if (a & bit) continue;
            const da = corner[a]!;
            const db = corner[a | bit]!;
            if (da < 0 === db < 0) continue;
            const t = da / (da - db);
            x += (a & 1) + (bit === 1 ? t : 0);
            y += ((a >> 1) & 1) + (bit === 2 ? t : 0);
            z += (a >> 2) + (bit === 4 ? t : 0);
            count++;
          }
        crossings.vertexOfCell.set(keyOf(bi + i, bj + j, bk + k), crossings.vertices.length / 3);
        crossings.vertices.push(
          low[0] + (bi + i + x / count) * cell,
          low[1] + (bj + j + y / count) * cell,
          low[2] + (bk + k + z / count) * cell,
        );
      }
}

/** The crossed edges that start in a corner of this block, so that each is taken once. */
function addEdges(crossings: Crossings, corners: Float32Array, bi: number, bj: number, bk: number) {
  for (let i = 0; i < BLOCK; i++)
    for (let j = 0; j < BLOCK; j++)
      for (let k = 0; k < BLOCK; k++) {
        const at = (i * CORNERS + j) * CORNERS + k;
        const here = corners[at]!;
        for (let axis = 0; axis < 3; axis++) {
          const next = corners[at + (axis === 0 ? CORNERS * CORNERS : axis === 1 ? CORNERS : 1)]!;
          if (Number.isNaN(next) || here < 0 === next < 0) continue;
          const first = keyOf(
            bi + i - (axis === 0 ? 0 : 1),
            bj + j - (axis === 1 ? 0 : 1),
            bk + k - (axis === 2 ? 0 : 1),
          );
          crossings.edges.push(axis, first, here < 0 ? 1 : 0);
        }
      }
}

/** Two triangles around every crossed edge, turned outward. */
function makeQuads({ edges, vertexOfCell }: Crossings): number[] {
  const indices: number[] = [];
  const steps = [STRIDE_X, STRIDE_Y, 1];
  for (let e = 0; e < edges.length; e += 3) {
    const axis = edges[e]!;
    const first = edges[e + 1]!;
    const u = steps[(axis + 1) % 3]!;
    const v = steps[(axis + 2) % 3]!;
    const a = vertexOfCell.get(first);
    const b = vertexOfCell.get(first + u);
    const c = vertexOfCell.get(first + u + v);
    const d = vertexOfCell.get(first + v);
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    if (edges[e + 2] === 1) indices.push(a, b, c, a, c, d);
    else indices.push(a, c, b, a, d, c);
  }
  return indices;
}

/** Two Newton steps along the gradient, none longer than 0.4 cells, and the gradient as normal. */
function projectToSurface(
  distance: DistanceField,
  positions: Float32Array,
  indices: Uint32Array,
  cell: number,
): FieldMesh {
  const normals = new Float32Array(positions.length);
  const e = cell * 0.35;
  for (let i = 0; i < positions.length; i += 3) {
    let x = positions[i]!;
    let y = positions[i + 1]!;
    let z = positions[i + 2]!;
    for (let step = 0; step < 2; step++) {
      const d = distance(x, y, z);
      const gx = distance(x + e, y, z) - distance(x - e, y, z);
      const gy = distance(x, y + e, z) - distance(x, y - e, z);
      const gz = distance(x, y, z + e) - distance(x, y, z - e);
      const length = Math.hypot(gx, gy, gz) || 1;
      const move = Math.max(-cell * 0.4, Math.min(cell * 0.4, d * Math.min(1.5, (2 * e) / length))) / length;
      x -= gx * move;
      y -= gy * move;
      z -= gz * move;
      normals[i] = gx / length;
      normals[i + 1] = gy / length;
      normals[i + 2] = gz / length;
    }
    positions[i] = x;
    positions[i + 1] = y;
    positions[i + 2] = z;
  }
  return { positions, normals, indices };
}
