import { InstancedMesh, Mesh, Points } from 'three';
import type { BufferGeometry, Object3D } from 'three';

export interface TileMeasure {
  /** A point counts as one, since it costs about as much. */
  readonly triangles: number;
  readonly draws: number;
}

/** What drawing a tile takes, for one eye. */
export function measureTile(scene: Object3D): TileMeasure {
  let triangles = 0;
  let draws = 0;
  scene.traverse((object) => {
    if (object instanceof Mesh) {
      const instances = object instanceof InstancedMesh ? object.count : 1;
      triangles += (countVertices(object.geometry as BufferGeometry) / 3) * instances;
      draws += Array.isArray(object.material) ? object.material.length : 1;
    } else if (object instanceof Points) {
      triangles += countVertices(object.geometry as BufferGeometry);
      draws += 1;
    }
  });
  return { triangles: Math.ceil(triangles), draws };
}

function countVertices({ index, attributes }: BufferGeometry): number {
  return index?.count ?? attributes.position?.count ?? 0;
}
