import type { Vec3 } from '#shared/vec.ts';

/** Metres to the surface of a solid, negative inside. */
export type Field = (x: number, y: number, z: number) => number;

export interface Surface {
  /** Three numbers a corner. */
  readonly positions: number[];
  readonly normals: number[];
  /** Three a triangle, counter-clockwise from outside. */
  readonly indices: number[];
}

/** The corners of a cell, as bits of x, y and z, and the pairs of them that an edge joins. */
const EDGES: readonly (readonly [number, number])[] = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [0, 2],
  [1, 3],
  [4, 6],
  [5, 7],
  [0, 4],
  [1, 5],
  [2, 6],
  [3, 7],
];
const STEP = 1e-4;
/** Lattice points along each side of a block that is asked for once where it is far from the surface. */
const BLOCK = 4;

/**
 * The surface of a solid by naive surface nets (Gibson 1998): a corner in each cell that the surface crosses, drawn onto
 * the surface, and a quad around each edge of the lattice that it crosses. The solid has to lie within the box.
 */
export function surfaceNet(field: Field, from: Vec3, to: Vec3, cell: Vec3): Surface {
  const count = [0, 1, 2].map((axis) => Math.ceil((to[axis]! - from[axis]!) / cell[axis]!) + 1) as [
    number,
    number,
    number,
  ];
  const [nx, ny, nz] = count;
  const at = (i: number, j: number, k: number) => (k * ny + j) * nx + i;
  const values = new Float32Array(nx * ny * nz);
  const half = (BLOCK - 1) / 2;
  const reach = Math.hypot(...cell) * half * 1.2;
  for (let k = 0; k < nz; k += BLOCK) {
    for (let j = 0; j < ny; j += BLOCK) {
      for (let i = 0; i < nx; i += BLOCK) {
        const valueAt = (x: number, y: number, z: number) =>
          field(from[0] + x * cell[0], from[1] + y * cell[1], from[2] + z * cell[2]);
        const middle = valueAt(i + half, j + half, k + half);
        // A field changes by no more than the way one goes: what is far from the surface need not be asked.
        const isFar = Math.abs(middle) > reach;
        for (let z = k; z < Math.min(nz, k + BLOCK); z++) {
          for (let y = j; y < Math.min(ny, j + BLOCK); y++) {
            for (let x = i; x < Math.min(nx, i + BLOCK); x++) values[at(x, y, z)] = isFar ? middle : valueAt(x, y, z);
          }
        }
      }
    }
  }

  const surface: Surface = { positions: [], normals: [], indices: [] };
  const corners = new Int32Array(values.length).fill(-1);
  for (let k = 0; k < nz - 1; k++) {
    for (let j = 0; j < ny - 1; j++) {
      for (let i = 0; i < nx - 1; i++) {
        const point = crossing(values, at, i, j, k);
        if (!point) continue;
        corners[at(i, j, k)] = surface.positions.length / 3;
        addCorner(surface, field, point.map((n, axis) => from[axis]! + n * cell[axis]!) as [number, number, number]);
      }
    }
  }
  const sides: readonly [number, number, number][] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  for (let k = 1; k < nz - 1; k++) {
    for (let j = 1; j < ny - 1; j++) {
      for (let i = 1; i < nx - 1; i++) {
        for (let axis = 0; axis < 3; axis++) {
          const [a, b, c] = [sides[axis]!, sides[(axis + 1) % 3]!, sides[(axis + 2) % 3]!];
          const inner = values[at(i, j, k)]! < 0;
          if (inner === values[at(i + a[0], j + a[1], k + a[2])]! < 0) continue;
          const near = (u: number, v: number) =>
            corners[at(i - u * b[0] - v * c[0], j - u * b[1] - v * c[1], k - u * b[2] - v * c[2])]!;
          const quad = [near(0, 0), near(1, 0), near(1, 1), near(0, 1)] as const;
          const [p, q, r, s] = inner ? quad : [quad[0], quad[3], quad[2], quad[1]];
          surface.indices.push(p, q, r, p, r, s);
        }
      }
    }
  }
  return surface;
}

/** The mean of where the surface crosses the edges of a cell, in cells; null where it does not. */
function crossing(
  values: Float32Array,
  at: (i: number, j: number, k: number) => number,
  i: number,
  j: number,
  k: number,
): number[] | null {
  const corner = (bits: number) => values[at(i + (bits & 1), j + ((bits >> 1) & 1), k + (bits >> 2))]!;
  const sum = [0, 0, 0];
  let count = 0;
  for (const [a, b] of EDGES) {
    const [va, vb] = [corner(a), corner(b)];
    if (va < 0 === vb < 0) continue;
    const t = va / (va - vb);
    for (let axis = 0; axis < 3; axis++) {
      const [pa, pb] = [(a >> axis) & 1, (b >> axis) & 1];
      sum[axis]! += pa + (pb - pa) * t;
    }
    count += 1;
  }
  return count === 0 ? null : sum.map((n, axis) => [i, j, k][axis]! + n / count);
}

function addCorner(surface: Surface, field: Field, point: [number, number, number]): void {
  let normal = slope(field, point);
  for (let i = 0; i < 2; i++) {
    const distance = field(...point);
    for (let axis = 0; axis < 3; axis++) point[axis]! -= normal[axis]! * distance * 0.8;
    normal = slope(field, point);
  }
  surface.positions.push(...point);
  surface.normals.push(...normal);
}

function slope(field: Field, [x, y, z]: Vec3): [number, number, number] {
  const dx = field(x + STEP, y, z) - field(x - STEP, y, z);
  const dy = field(x, y + STEP, z) - field(x, y - STEP, z);
  const dz = field(x, y, z + STEP) - field(x, y, z - STEP);
  const length = Math.hypot(dx, dy, dz) || 1;
  return [dx / length, dy / length, dz / length];
}
