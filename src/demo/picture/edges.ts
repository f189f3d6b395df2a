/** The edges of painted sheets at which one picture may end and another begin: found once for a scene. */
import type { Scene } from '#demo/form/sceneTypes.ts';

/** Sheets that bend by more than this over one edge (cosine) are taken to have an edge there. */
const CREASE = 0.9;

export interface SheetEdges {
  /** Rims and creases, which are edges from everywhere: two vertices each. */
  readonly fixed: Uint32Array;
  /** Edges inside a sheet: two vertices, then the two triangles; outlines where one of these is seen from behind. */
  readonly inner: Uint32Array;
}

export function findEdges(scene: Scene): SheetEdges {
  const { indices, partOfTriangle, parts, positions } = scene;
  const vertexCount = positions.length / 3;
  const open = new Map<number, number>();
  const inner: number[] = [];
  const fixed: number[] = [];
  for (let triangle = 0; triangle < partOfTriangle.length; triangle++) {
    if (parts[partOfTriangle[triangle]!]!.kind !== 'painted') continue;
    for (let k = 0; k < 3; k++) {
      const a = indices[triangle * 3 + k]!;
      const b = indices[triangle * 3 + ((k + 1) % 3)]!;
      const key = Math.min(a, b) * vertexCount + Math.max(a, b);
      const other = open.get(key);
      if (other === undefined) {
        open.set(key, triangle);
        continue;
      }
      open.delete(key);
      if (isCrease(scene, triangle, other)) fixed.push(a, b);
      else inner.push(a, b, triangle, other);
    }
  }
  for (const key of open.keys()) fixed.push(Math.floor(key / vertexCount), key % vertexCount);
  return { fixed: Uint32Array.from(fixed), inner: Uint32Array.from(inner) };
}

function isCrease(scene: Scene, a: number, b: number): boolean {
  const p = triangleNormal(scene, a);
  const q = triangleNormal(scene, b);
  const lengths = Math.hypot(...p) * Math.hypot(...q);
  return lengths > 0 && p[0] * q[0] + p[1] * q[1] + p[2] * q[2] < CREASE * lengths;
}

/** Not of unit length: twice the triangle's area. */
export function triangleNormal({ indices, positions }: Scene, triangle: number): [number, number, number] {
  const a = indices[triangle * 3]! * 3;
  const b = indices[triangle * 3 + 1]! * 3;
  const c = indices[triangle * 3 + 2]! * 3;
  const ux = positions[b]! - positions[a]!;
  const uy = positions[b + 1]! - positions[a + 1]!;
  const uz = positions[b + 2]! - positions[a + 2]!;
  const vx = positions[c]! - positions[a]!;
  const vy = positions[c + 1]! - positions[a + 1]!;
  const vz = positions[c + 2]! - positions[a + 2]!;
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
}
