/**
 * A mesh from a signed distance field by naive surface nets: one vertex in every cell the surface crosses, one
 * quadrilateral around every crossed edge, then vertices are moved onto the surface. Space is searched in blocks of
 * cells; a block further from the surface than its own half diagonal is skipped.
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

const BLOCK = 8;
/** Corners of a block with one cell of overlap. */
const CORNERS = BLOCK + 2;

/**
 * `low` and `high` must enclose the surface with a margin of a cell, or the mesh stays open there. `steepness` is the
 * greatest gradient of the field (1 for true distances): steeper fields need it so that no block is skipped wrongly.
 */
export function surfaceNets(distance: DistanceField, low: Vec3, high: Vec3, cell: number, steepness = 1.35): FieldMesh {
  const grid = collectCrossings(distance, low, high, cell, steepness);
  return projectToSurface(distance, new Float32Array(grid.vertices), Uint32Array.from(makeQuads(grid)), cell);
}

interface Crossings {
  vertices: number[];
  vertexOfCell: Map<number, number>;
  /** Axis, cell x, y, z and 1 where the field is negative on the low side: five values an edge. */
  edges: number[];
  strideX: number;
  strideY: number;
}

function collectCrossings(distance: DistanceField, low: Vec3, high: Vec3, cell: number, steepness: number): Crossings {
  const blocks = [0, 1, 2].map((axis) => Math.ceil((high[axis]! - low[axis]!) / cell / BLOCK) * BLOCK);
  const [nx, ny, nz] = blocks as [number, number, number];
  const strideY = nz + 2;
  const strideX = (ny + 2) * strideY;
  const crossings: Crossings = { vertices: [], vertexOfCell: new Map(), edges: [], strideX, strideY };
  const reach = (BLOCK / 2 + 1) * Math.sqrt(3) * cell * steepness;
  const values = new Float32Array(CORNERS ** 3);
  for (let i = 0; i < nx; i += BLOCK)
    for (let j = 0; j < ny; j += BLOCK)
      for (let k = 0; k < nz; k += BLOCK) {
        const x = low[0] + i * cell;
        const y = low[1] + j * cell;
        const z = low[2] + k * cell;
        const half = (BLOCK / 2) * cell;
        if (Math.abs(distance(x + half, y + half, z + half)) > reach) continue;
        let n = 0;
        for (let a = 0; a < CORNERS; a++)
          for (let b = 0; b < CORNERS; b++)
            for (let c = 0; c < CORNERS; c++) values[n++] = distance(x + a * cell, y + b * cell, z + c * cell);
        addCells(crossings, values, i, j, k, low, cell);
        addEdges(crossings, values, i, j, k);
      }
  return crossings;
}

/** A vertex for every crossed cell of the block, at the mean of the crossings of its twelve edges. */
function addCells(
  crossings: Crossings,
  values: Float32Array,
  bi: number,
  bj: number,
  bk: number,
  low: Vec3,
  cell: number,
) {
  const corner = new Float64Array(8);
  for (let i = 0; i <= BLOCK; i++)
    for (let j = 0; j <= BLOCK; j++)
      for (let k = 0; k <= BLOCK; k++) {
        let inside = 0;
        for (let q = 0; q < 8; q++) {
          const d = values[((i + (q & 1)) * CORNERS + j + ((q >> 1) & 1)) * CORNERS + k + (q >> 2)]!;
          corner[q] = d;
          if (d < 0) inside++;
        }
        if (inside === 0 || inside === 8) continue;
        const key = (bi + i) * crossings.strideX + (bj + j) * crossings.strideY + bk + k;
        if (crossings.vertexOfCell.has(key)) continue;
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
        crossings.vertexOfCell.set(key, crossings.vertices.length / 3);
        crossings.vertices.push(
          low[0] + (bi + i + x / count) * cell,
          low[1] + (bj + j + y / count) * cell,
          low[2] + (bk + k + z / count) * cell,
        );
      }
}

/** The crossed edges that end in a corner of this block alone, so that each is taken once. */
function addEdges(crossings: Crossings, values: Float32Array, bi: number, bj: number, bk: number) {
  for (let i = 0; i < BLOCK; i++)
    for (let j = 0; j < BLOCK; j++)
      for (let k = 0; k < BLOCK; k++) {
        const here = ((i + 1) * CORNERS + j + 1) * CORNERS + k + 1;
        const isInside = values[here]! < 0;
        for (let axis = 0; axis < 3; axis++) {
          const step = axis === 0 ? CORNERS * CORNERS : axis === 1 ? CORNERS : 1;
          const wasInside = values[here - step]! < 0;
          if (wasInside !== isInside) crossings.edges.push(axis, bi + i, bj + j, bk + k, wasInside ? 1 : 0);
        }
      }
}

/** Two triangles around every crossed edge, turned outward. */
function makeQuads({ edges, vertexOfCell, strideX, strideY }: Crossings): number[] {
  const indices: number[] = [];
  const steps = [strideX, strideY, 1];
  for (let e = 0; e < edges.length; e += 5) {
    const axis = edges[e]!;
    const first = edges[e + 1]! * strideX + edges[e + 2]! * strideY + edges[e + 3]!;
    const u = steps[(axis + 1) % 3]!;
    const v = steps[(axis + 2) % 3]!;
    const a = vertexOfCell.get(first);
    const b = vertexOfCell.get(first + u);
    const c = vertexOfCell.get(first + u + v);
    const d = vertexOfCell.get(first + v);
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    if (edges[e + 4] === 1) indices.push(a, b, c, a, c, d);
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
