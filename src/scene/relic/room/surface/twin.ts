import { InstancedMesh, type Material, Mesh, type Object3D, SkinnedMesh } from 'three';

/**
 * The same body once more with another material, such as the lines over it or its share of the stencil. It shares
 * everything with the mesh, also where it stands: three updates the mesh's matrix, and the twin has that very matrix.
 */
export function createTwin(mesh: Mesh, material: Material): Mesh {
  const twin = cast(mesh, material);
  twin.matrixAutoUpdate = false;
  twin.matrixWorldAutoUpdate = false;
  twin.matrixWorld = mesh.matrixWorld;
  twin.frustumCulled = false;
  twin.castShadow = twin.receiveShadow = false;
  if (mesh.morphTargetInfluences) {
    twin.morphTargetInfluences = mesh.morphTargetInfluences;
    if (mesh.morphTargetDictionary) twin.morphTargetDictionary = mesh.morphTargetDictionary;
  }
  return twin;
}

function cast(mesh: Mesh, material: Material): Mesh {
  const { geometry } = mesh;
  if (isSkinned(mesh)) {
    const twin = new SkinnedMesh(geometry, material);
    twin.bindMode = mesh.bindMode;
    twin.skeleton = mesh.skeleton;
    twin.bindMatrix.copy(mesh.bindMatrix);
    twin.bindMatrixInverse.copy(mesh.bindMatrixInverse);
    return twin;
  }
  if (isInstanced(mesh)) {
    const twin = new InstancedMesh(geometry, material, 0);
    twin.count = mesh.count;
    twin.instanceMatrix = mesh.instanceMatrix;
    return twin;
  }
  return new Mesh(geometry, material);
}

function isSkinned(object: Object3D): object is SkinnedMesh {
  return (object as SkinnedMesh).isSkinnedMesh === true;
}

function isInstanced(object: Object3D): object is InstancedMesh {
  return (object as InstancedMesh).isInstancedMesh === true;
}
