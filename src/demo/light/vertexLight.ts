/** From the clusters' light to every free vertex: a mean of clusters that are near and look the same way. */
import type { Scene } from '#demo/form/sceneTypes.ts';
import { POINT_STRIDE, RAW_STRIDE } from '#demo/light/bakeTypes.ts';
import { BURIED } from '#demo/light/filter.ts';
import { LIGHT_STRIDE, VERTEX_STRIDE } from '#demo/light/lightTypes.ts';
import type { PointSet } from '#demo/light/points.ts';

/** Spread of the mean for direct and for indirect light, in cluster sizes. */
const DIRECT_SPREAD = 0.7;
const INDIRECT_SPREAD = 1.6;
/** Clusters whose normal differs by more than this cosine are left out. */
const LEAST_LIKENESS = 0.3;

export function spreadToVertices(scene: Scene, set: PointSet, raw: Float32Array, clusterSize: number): Float32Array {
  const { positions, normals, firstFreeVertex } = scene;
  const { points, clusterOfVertex } = set;
  const result = new Float32Array(clusterOfVertex.length * VERTEX_STRIDE);
  const side = clusterSize * 2.5;
  const cells = sortIntoCells(set, raw, side);
  const direct = new Float64Array(LIGHT_STRIDE + 3);
  const indirect = new Float64Array(LIGHT_STRIDE);
  const narrow = 1 / (2 * (DIRECT_SPREAD * clusterSize) ** 2);
  const wide = 1 / (2 * (INDIRECT_SPREAD * clusterSize) ** 2);
  for (let vertex = 0; vertex < clusterOfVertex.length; vertex++) {
    const at = (vertex + firstFreeVertex) * 3;
    const [x, y, z] = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
    const [nx, ny, nz] = [normals[at]!, normals[at + 1]!, normals[at + 2]!];
    direct.fill(0);
    indirect.fill(0);
    let directWeight = 0;
    let indirectWeight = 0;
    const take = (point: number) => {
      const p = point * POINT_STRIDE;
      const likeness = points[p + 3]! * nx + points[p + 4]! * ny + points[p + 5]! * nz;
      if (likeness < LEAST_LIKENESS) return;
      const squared = (points[p]! - x) ** 2 + (points[p + 1]! - y) ** 2 + (points[p + 2]! - z) ** 2;
      const alike = likeness * likeness * likeness;
      const a = Math.exp(-squared * narrow) * alike;
      const b = Math.exp(-squared * wide) * alike;
      const from = point * RAW_STRIDE;
      directWeight += a;
      indirectWeight += b;
      for (let k = 0; k < LIGHT_STRIDE; k++) {
        direct[k]! += raw[from + k]! * a;
        indirect[k]! += raw[from + LIGHT_STRIDE + k]! * b;
      }
      for (let k = 0; k < 3; k++) direct[LIGHT_STRIDE + k]! += points[p + 3 + k]! * a;
    };
    const [cx, cy, cz] = [Math.floor(x / side), Math.floor(y / side), Math.floor(z / side)];
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (let k = -1; k <= 1; k++) for (const point of cells.get(cellKey(cx + i, cy + j, cz + k)) ?? []) take(point);
    const to = vertex * VERTEX_STRIDE;
    if (directWeight < 1e-7 || indirectWeight < 1e-7) {
      const point = clusterOfVertex[vertex]!;
      for (let k = 0; k < LIGHT_STRIDE; k++)
        result[to + k] = raw[point * RAW_STRIDE + k]! + raw[point * RAW_STRIDE + LIGHT_STRIDE + k]!;
      for (let k = 0; k < 3; k++) result[to + LIGHT_STRIDE + k] = points[point * POINT_STRIDE + 3 + k]!;
      continue;
    }
    for (let k = 0; k < LIGHT_STRIDE; k++) result[to + k] = direct[k]! / directWeight + indirect[k]! / indirectWeight;
    for (let k = 0; k < 3; k++) result[to + LIGHT_STRIDE + k] = direct[LIGHT_STRIDE + k]! / directWeight;
  }
  return result;
}

function cellKey(x: number, y: number, z: number): number {
  return ((x + 4096) * 8192 + y + 4096) * 8192 + z + 4096;
}

/** Clusters inside another solid are left out. */
function sortIntoCells({ points, firstCluster }: PointSet, raw: Float32Array, side: number): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  for (let point = firstCluster; point < points.length / POINT_STRIDE; point++) {
    if (raw[point * RAW_STRIDE + RAW_STRIDE - 1]! > BURIED) continue;
    const p = point * POINT_STRIDE;
    const key = cellKey(
      Math.floor(points[p]! / side),
      Math.floor(points[p + 1]! / side),
      Math.floor(points[p + 2]! / side),
    );
    const cell = cells.get(key);
    if (cell) cell.push(point);
    else cells.set(key, [point]);
  }
  return cells;
}
