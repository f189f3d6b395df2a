/**
 * How far a simplified surface lies from the one it was made of, measured: places all over the old surface, each with
 * the distance to the nearest place on the new one. The largest is the one-sided Hausdorff distance of the sample: what
 * was lost shows in it, a knob as well as a hollow.
 */
import { BufferAttribute, BufferGeometry, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';

export interface Surface {
  /** Three values a vertex. */
  readonly positions: Float32Array;
  /** Three a triangle. */
  readonly indices: Uint32Array;
}

/** Places on the old surface; more make the measure finer, not the result smaller. */
const SAMPLES = 60_000;

/** In the unit of the positions; Infinity where nothing is left. */
export function measureDistance(from: Surface, to: Surface): number {
  if (to.indices.length === 0) return from.indices.length === 0 ? 0 : Infinity;
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(to.positions, 3));
  geometry.setIndex(new BufferAttribute(to.indices.slice(), 1));
  const tree = new MeshBVH(geometry, { targetLeafSize: 8 });
  const at = new Vector3();
  const hit = { point: new Vector3(), distance: 0, faceIndex: 0 };
  let most = 0;
  for (const place of samplePlaces(from)) {
    at.set(place[0], place[1], place[2]);
    const found = tree.closestPointToPoint(at, hit);
    if (found) most = Math.max(most, found.distance);
  }
  geometry.dispose();
  return most;
}

/**
 * Corners and middles of triangles in even steps through the list: no chance in it, so the same mesh gives the same
 * number, and edges and tips, which go first, are among them.
 */
function* samplePlaces({ positions, indices }: Surface): Generator<[number, number, number]> {
  const place: [number, number, number] = [0, 0, 0];
  const triangles = indices.length / 3;
  const step = Math.max(1, (triangles * 2) / SAMPLES);
  for (let t = 0; t < triangles; t += step) {
    const first = Math.floor(t) * 3;
    const corner = indices[first + (Math.floor(t) % 3)]! * 3;
    for (let k = 0; k < 3; k++) place[k] = positions[corner + k]!;
    yield place;
    for (let k = 0; k < 3; k++) {
      place[k] = (positions[indices[first]! * 3 + k]! + positions[indices[first + 1]! * 3 + k]! + positions[indices[first + 2]! * 3 + k]!) / 3; // prettier-ignore
    }
    yield place;
  }
}
