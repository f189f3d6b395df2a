/** The meshes of a relic: the dense one from its field, and lighter ones made from that. */
import { surfaceNets } from '#demo/form/surfaceNets.ts';
import type { FieldMesh } from '#demo/form/surfaceNets.ts';
import { MeshoptSimplifier } from 'meshoptimizer';
import type { Relic } from '../relic.ts';

/** From the field at cells of `cell` metres; pieces too small to be part of anything are left out. */
export function meshRelic(relic: Relic, cell: number): FieldMesh {
  const mesh = surfaceNets(relic.distance, relic.low, relic.high, cell, relic.steepness ?? 1.35);
  return compact(mesh, dropCrumbs(mesh));
}

/** At most about `triangles`, with the vertices and normals of the given mesh. */
export async function simplifyMesh(mesh: FieldMesh, triangles: number): Promise<FieldMesh> {
  if (mesh.indices.length / 3 <= triangles) return mesh;
  await MeshoptSimplifier.ready;
  const [indices] = MeshoptSimplifier.simplifyWithAttributes(
    mesh.indices,
    mesh.positions,
    3,
    mesh.normals,
    3,
    [0.25, 0.25, 0.25],
    null,
    triangles * 3,
    0.1,
    ['Prune'],
  );
  return compact(mesh, indices);
}

/** Keeps the vertices that are used, in the order of their first use. */
function compact(mesh: FieldMesh, indices: Uint32Array): FieldMesh {
  const place = new Int32Array(mesh.positions.length / 3).fill(-1);
  const kept: number[] = [];
  const renamed = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    const vertex = indices[i]!;
    if (place[vertex]! < 0) {
      place[vertex] = kept.length;
      kept.push(vertex);
    }
    renamed[i] = place[vertex]!;
  }
  const positions = new Float32Array(kept.length * 3);
  const normals = new Float32Array(kept.length * 3);
  for (let v = 0; v < kept.length; v++) {
    positions.set(mesh.positions.subarray(kept[v]! * 3, kept[v]! * 3 + 3), v * 3);
    normals.set(mesh.normals.subarray(kept[v]! * 3, kept[v]! * 3 + 3), v * 3);
  }
  return { positions, normals, indices: renamed };
}

/** Indices without the connected pieces that hold less than a thousandth of the triangles. */
function dropCrumbs({ positions, indices }: FieldMesh): Uint32Array {
  const parent = Uint32Array.from({ length: positions.length / 3 }, (_, i) => i);
  const rootOf = (v: number) => {
    while (parent[v] !== v) {
      parent[v] = parent[parent[v]!]!;
      v = parent[v]!;
    }
    return v;
  };
  for (let t = 0; t < indices.length; t += 3) {
    const a = rootOf(indices[t]!);
    parent[rootOf(indices[t + 1]!)] = a;
    parent[rootOf(indices[t + 2]!)] = a;
  }
  const sizes = new Uint32Array(parent.length);
  for (let t = 0; t < indices.length; t += 3) sizes[rootOf(indices[t]!)]!++;
  const least = indices.length / 3 / 1000;
  return indices.filter((_, i) => sizes[rootOf(indices[i - (i % 3)]!)]! >= least);
}
