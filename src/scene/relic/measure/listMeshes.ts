import type { BufferAttribute, InterleavedBufferAttribute, InstancedMesh, Mesh, Object3D } from 'three';
import type { MeshPart } from './protocol.ts';

/** The meshes below an object, in the order in which `partsOf` lists them. */
export function listMeshes(root: Object3D): Mesh[] {
  const meshes: Mesh[] = [];
  root.traverse((object) => {
    if ((object as Mesh).isMesh && (object as Mesh).geometry.getAttribute('position')) meshes.push(object as Mesh);
  });
  return meshes;
}

/** Copies of what the meshes below `root` are made of, in its frame. Copying is all the page's thread does for it. */
export function partsOf(root: Object3D): MeshPart[] {
  root.updateMatrixWorld();
  const toRoot = root.matrixWorld.clone().invert();
  return listMeshes(root).map((mesh) => {
    const { geometry } = mesh;
    const position = geometry.getAttribute('position');
    const matrix = toRoot.clone().multiply(mesh.matrixWorld);
    return {
      ...layoutOf(position),
      count: position.count,
      isNormalized: position.normalized,
      index: indexOf(mesh),
      matrices: isInstanced(mesh)
        ? Array.from({ length: mesh.count }, (_, k) => {
            const instance = matrix.clone();
            mesh.getMatrixAt(k, instance);
            return matrix.clone().multiply(instance).toArray();
          })
        : [matrix.toArray()],
    };
  });
}

/** What of the index is drawn; some meshes are kept with nothing of them drawn. */
function indexOf({ geometry: { index, drawRange } }: Mesh): MeshPart['index'] {
  const { start, count } = drawRange;
  if (index) return index.array.slice(start, start + count) as NonNullable<MeshPart['index']>;
  return start === 0 && count === Infinity ? null : new Uint8Array(0);
}

function layoutOf(
  attribute: BufferAttribute | InterleavedBufferAttribute,
): Pick<MeshPart, 'positions' | 'stride' | 'offset'> {
  if ('data' in attribute) {
    const { data, offset } = attribute;
    return { positions: data.array.slice() as MeshPart['positions'], stride: data.stride, offset };
  }
  return { positions: attribute.array.slice() as MeshPart['positions'], stride: attribute.itemSize, offset: 0 };
}

function isInstanced(mesh: Mesh): mesh is InstancedMesh {
  return (mesh as InstancedMesh).isInstancedMesh === true;
}
