/** A relic as binary STL in millimetres: surface alone, which every printer reads. */
import type { Object3D } from 'three';
import { type PrintOptions, makePrintMesh, sizeOfPrint } from './printMesh.ts';
import type { Seams } from './weld.ts';

export interface PrintFile extends Seams {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly triangles: number;
  /** Extents along x, y and z (up), millimetres. */
  readonly sizeMm: readonly [number, number, number];
}

const HEADER_BYTES = 84;
const TRIANGLE_BYTES = 50;

/** Throws where there is nothing to print. */
export function toStl(root: Object3D, options: PrintOptions = {}): PrintFile {
  const mesh = makePrintMesh(root, options);
  const { positions, triangles, openEdges, tangledEdges } = mesh;
  const count = triangles.length / 3;
  const bytes = new Uint8Array(HEADER_BYTES + count * TRIANGLE_BYTES);
  const view = new DataView(bytes.buffer);
  // Readers take a file that begins with "solid" for text.
  bytes.set(new TextEncoder().encode('Binary STL, units are millimetres, Z up'));
  view.setUint32(80, count, true);
  for (let triangle = 0; triangle < count; triangle++) {
    const at = HEADER_BYTES + triangle * TRIANGLE_BYTES;
    const points = [0, 1, 2].map((i) => (triangles[triangle * 3 + i] ?? 0) * 3);
    normalOf(positions, points).forEach((value, i) => view.setFloat32(at + i * 4, value, true));
    points.forEach((point, i) => {
      for (let axis = 0; axis < 3; axis++) {
        view.setFloat32(at + 12 + i * 12 + axis * 4, positions[point + axis] ?? 0, true);
      }
    });
  }
  return { bytes, triangles: count, sizeMm: sizeOfPrint(mesh), openEdges, tangledEdges };
}

function normalOf(positions: Float32Array, [a = 0, b = 0, c = 0]: readonly number[]): [number, number, number] {
  const edge = (to: number, axis: number): number => (positions[to + axis] ?? 0) - (positions[a + axis] ?? 0);
  const x = edge(b, 1) * edge(c, 2) - edge(b, 2) * edge(c, 1);
  const y = edge(b, 2) * edge(c, 0) - edge(b, 0) * edge(c, 2);
  const z = edge(b, 0) * edge(c, 1) - edge(b, 1) * edge(c, 0);
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
