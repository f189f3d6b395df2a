/** What of a scene has a surface: its visible meshes, each instance by itself, placed in the frame of the root. */
import { InstancedMesh, Matrix4, Mesh } from 'three';
import type { BufferGeometry, Material, Object3D } from 'three';

export interface Part {
  readonly mesh: Mesh;
  readonly geometry: BufferGeometry;
  /** From the mesh's vertices to the frame that the root stands in. */
  readonly matrix: Matrix4;
  /** One, or one for each group of the geometry. */
  readonly materials: readonly Material[];
}

export function listParts(root: Object3D): Part[] {
  root.updateWorldMatrix(true, true);
  const toFrame = root.parent ? root.parent.matrixWorld.clone().invert() : new Matrix4();
  const parts: Part[] = [];
  root.traverseVisible((object) => {
    if (!(object instanceof Mesh)) return;
    const geometry = object.geometry as BufferGeometry;
    if (!geometry.getAttribute('position')) return;
    const material = object.material as Material | Material[];
    const shared = { mesh: object, geometry, materials: Array.isArray(material) ? material : [material] };
    const world = new Matrix4().multiplyMatrices(toFrame, object.matrixWorld);
    if (!(object instanceof InstancedMesh)) {
      parts.push({ ...shared, matrix: world });
      return;
    }
    for (let i = 0; i < object.count; i++) {
      const instance = new Matrix4();
      object.getMatrixAt(i, instance);
      parts.push({ ...shared, matrix: instance.premultiply(world) });
    }
  });
  return parts;
}

/** How many triangles a geometry draws, whatever its draw range says is more than there is. */
export function countTriangles({ index, attributes }: BufferGeometry): number {
  return Math.floor((index?.count ?? attributes.position?.count ?? 0) / 3);
}
