/**
 * Fewer draw calls for the same picture: what a file repeats is drawn as instances, what shares a material as one mesh.
 * Only of models that stand still; nothing is changed where it would change the picture.
 */
import { InstancedMesh, Matrix4, Mesh, SkinnedMesh } from 'three';
import type { BufferGeometry, Material, Object3D } from 'three';
import { isMesh } from './measure.ts';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';

/** As many draws as a relic may take before it is worth the work. */
const FEW_DRAWS = 4;
/** Merged, geometry that was shared is there several times. */
const MOST_MERGED_VERTICES = 2_000_000;

export function consolidate(root: Object3D): void {
  root.updateMatrixWorld(true);
  const meshes: Mesh[] = [];
  root.traverse((object) => {
    if (!isMesh(object) || object instanceof SkinnedMesh || object instanceof InstancedMesh) return;
    const mesh = object;
    const isMorphed = Object.keys(mesh.geometry.morphAttributes).length > 0;
    if (!Array.isArray(mesh.material) && !isMorphed) meshes.push(mesh);
  });
  if (meshes.length <= FEW_DRAWS) return;
  const toRoot = root.matrixWorld.clone().invert();
  const rest: Mesh[] = [];
  for (const same of groupBy(meshes, ({ geometry, material }) => `${geometry.uuid} ${(material as Material).uuid}`)) {
    const [first] = same;
    // An instance cannot be mirrored on its own: its winding would turn.
    const isMirrored = same.some(({ matrixWorld }) => matrixWorld.determinant() < 0);
    if (!first || same.length <= FEW_DRAWS || isMirrored) rest.push(...same);
    else replace(root, same, instance(same, toRoot));
  }
  for (const same of groupBy(rest, mergeKey)) {
    const merged = same.length > 1 ? merge(same, toRoot) : null;
    if (merged) replace(root, same, merged);
  }
}

function groupBy(meshes: readonly Mesh[], key: (mesh: Mesh) => string): Mesh[][] {
  const groups = new Map<string, Mesh[]>();
  for (const mesh of meshes) {
    const group = groups.get(key(mesh));
    if (group) group.push(mesh);
    else groups.set(key(mesh), [mesh]);
  }
  return [...groups.values()];
}

/** Alike in material, attributes and mirroring. */
function mergeKey({ geometry, material, matrixWorld, userData }: Mesh): string {
  const attributes = Object.entries(geometry.attributes).map(
    ([name, { itemSize, normalized, array }]) => `${name}${itemSize}${normalized}${array.constructor.name}`,
  );
  const variants = (userData as { grottoVariants?: number }).grottoVariants;
  const parts = [(material as Material).uuid, geometry.index !== null, matrixWorld.determinant() < 0, variants ?? ''];
  return [...parts, ...attributes.sort()].join(' ');
}

function instance(same: readonly Mesh[], toRoot: Matrix4): Mesh {
  const [{ geometry, material }] = same as [Mesh];
  const made = new InstancedMesh(geometry, material, same.length);
  const matrix = new Matrix4();
  same.forEach((mesh, index) => made.setMatrixAt(index, matrix.multiplyMatrices(toRoot, mesh.matrixWorld)));
  return made;
}

function merge(same: readonly Mesh[], toRoot: Matrix4): Mesh | null {
  const [first] = same as [Mesh];
  const vertices = same.reduce((sum, { geometry }) => sum + (geometry.getAttribute('position')?.count ?? 0), 0);
  // Quantized positions cannot be moved without losing what they stand for, and mirrored ones would turn inside out.
  const isFloat = Object.values(first.geometry.attributes).every(({ array }) => array instanceof Float32Array);
  const isPlain = Object.values(first.geometry.attributes).every(
    (attribute) => 'array' in attribute && !('data' in attribute),
  );
  if (!isFloat || !isPlain || vertices > MOST_MERGED_VERTICES || first.matrixWorld.determinant() < 0) return null;
  if ((first.userData as { grottoVariants?: number }).grottoVariants !== undefined) return null;
  const moved: BufferGeometry[] = same.map(({ geometry, matrixWorld }) =>
    geometry.clone().applyMatrix4(new Matrix4().multiplyMatrices(toRoot, matrixWorld)),
  );
  const geometry = mergeGeometries(moved) as BufferGeometry | null;
  return geometry && new Mesh(geometry, first.material);
}

function hide(mesh: Mesh): void {
  mesh.geometry = mesh.geometry.clone();
  mesh.geometry.setDrawRange(0, 0);
}

/** One pass over each parent: taking children out one by one would take the square of their number. */
function replace(root: Object3D, old: readonly Mesh[], made: Mesh): void {
  const gone = new Set<Object3D>();
  const parents = new Set<Object3D>();
  for (const mesh of old) {
    // A mesh may have others below it; those stay where they are.
    if (mesh.children.length > 0 || !mesh.parent) hide(mesh);
    else {
      gone.add(mesh);
      parents.add(mesh.parent);
    }
  }
  for (const parent of parents) parent.children = parent.children.filter((child) => !gone.has(child));
  for (const mesh of gone) mesh.parent = null;
  root.add(made);
}
