/** How far a simplified surface lies from the vertices of the one it was made of: measured, not bounded. */
import { BufferAttribute, BufferGeometry, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';

/** Vertices asked, evenly through the list: more would change the greatest distance by little. */
const SAMPLES = 50_000;

/**
 * The greatest distance, in the unit of the vertices. The simplified surface uses the same ones, unless it brings its own.
 */
export function measureError(vertices: Float32Array, simple: Uint32Array, simpleVertices = vertices): number {
  if (simple.length === 0) return 0;
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(simpleVertices, 3));
  geometry.setIndex(new BufferAttribute(Uint32Array.from(simple), 1));
  const tree = new MeshBVH(geometry);
  const count = vertices.length / 3;
  const stride = Math.max(1, Math.floor(count / SAMPLES));
  const point = new Vector3();
  const hit = { point: new Vector3(), distance: 0, faceIndex: 0 };
  let greatest = 0;
  for (let vertex = 0; vertex < count; vertex += stride) {
    point.fromArray(vertices, vertex * 3);
    tree.closestPointToPoint(point, hit);
    greatest = Math.max(greatest, hit.distance);
  }
  return greatest;
}
