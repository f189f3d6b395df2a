/** Where meshes of different materials meet: there both must keep their vertices, or a crack opens between them. */
import type { Primitive } from '@gltf-transform/core';

/** More vertices than this are not compared; a crack then is no wider than the error of the step. */
const MOST_VERTICES = 4_000_000;

/** For every mesh that meets another one, a mark per vertex: 1 where it lies on a vertex of the other. */
export function findSharedEdges(primitives: readonly Primitive[]): Map<Primitive, Uint8Array> {
  const marks = new Map<Primitive, Uint8Array>();
  const total = primitives.reduce((sum, primitive) => sum + (primitive.getAttribute('POSITION')?.getCount() ?? 0), 0);
  if (primitives.length < 2 || total > MOST_VERTICES) return marks;
  const owners = new Map<string, number>();
  const SEVERAL = -1;
  primitives.forEach((primitive, index) => {
    forEachVertex(primitive, (key) => {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, index);
      else if (owner !== index) owners.set(key, SEVERAL);
    });
  });
  for (const primitive of primitives) {
    const mark = new Uint8Array(primitive.getAttribute('POSITION')?.getCount() ?? 0);
    let isShared = false;
    forEachVertex(primitive, (key, vertex) => {
      if (owners.get(key) !== SEVERAL) return;
      mark[vertex] = 1;
      isShared = true;
    });
    if (isShared) marks.set(primitive, mark);
  }
  return marks;
}

function forEachVertex(primitive: Primitive, visit: (key: string, vertex: number) => void): void {
  const positions = primitive.getAttribute('POSITION')?.getArray();
  if (!positions) return;
  for (let vertex = 0; vertex * 3 < positions.length; vertex++) {
    visit(`${positions[vertex * 3]} ${positions[vertex * 3 + 1]} ${positions[vertex * 3 + 2]}`, vertex);
  }
}
