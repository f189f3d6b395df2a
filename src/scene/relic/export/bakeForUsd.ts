/**
 * A copy of a relic in the few words that USD's preview surface has: plain meshes at their places, in the pose that is
 * seen, of one kind of material. Mirrored parts are turned right side out, and open surfaces that are seen from both
 * sides get a second one, since the format says neither.
 */
import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, MeshStandardMaterial, Vector3 } from 'three';
import type { Material, Texture } from 'three';
import type { Object3D } from 'three';
import { type Part, countTriangles, listParts } from './parts.ts';
import { findSeams, weld } from './weld.ts';

export interface BakedScene {
  readonly group: Group;
  dispose(): void;
}

const MAPS = ['map', 'normalMap', 'roughnessMap', 'metalnessMap', 'aoMap', 'emissiveMap'] as const;

/** `readable` gives a texture whose picture can be drawn into a canvas. */
export function bakeForUsd(root: Object3D, readable: (texture: Texture) => Texture): BakedScene {
  const group = new Group();
  const textures = new Map<Texture, Texture>();
  const materials = new Map<Material, MeshStandardMaterial>();
  const read = (texture: Texture): Texture => {
    const found = textures.get(texture) ?? readable(texture);
    textures.set(texture, found);
    return found;
  };
  for (const part of listParts(root)) {
    part.materials.forEach((material, i) => {
      const geometry = bakeGeometry(part, part.materials.length > 1 ? i : null, material);
      if (!geometry) return;
      const plain = materials.get(material) ?? simplify(material, read);
      materials.set(material, plain);
      group.add(new Mesh(geometry, plain));
    });
  }
  return {
    group,
    dispose() {
      for (const { geometry } of group.children as Mesh[]) geometry.dispose();
      for (const material of materials.values()) material.dispose();
    },
  };
}

/** The triangles of one material, in the root's frame; null where it has none. */
function bakeGeometry(part: Part, materialIndex: number | null, material: Material): BufferGeometry | null {
  const { mesh, geometry: source, matrix } = part;
  const index = listCorners(source, materialIndex, matrix.determinant() < 0);
  if (index.length === 0) return null;
  const geometry = new BufferGeometry();
  const count = source.getAttribute('position').count;
  const positions = new Float32Array(count * 3);
  const point = new Vector3();
  for (let i = 0; i < count; i++)
    mesh
      .getVertexPosition(i, point)
      .applyMatrix4(matrix)
      .toArray(positions, i * 3);
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  for (const name of ['uv', 'uv1', 'color']) {
    const attribute = source.getAttribute(name);
    if (attribute) geometry.setAttribute(name, attribute);
  }
  geometry.setIndex(new BufferAttribute(index, 1));
  const isMoved = mesh.morphTargetInfluences !== undefined || (mesh as { isSkinnedMesh?: boolean }).isSkinnedMesh;
  const normal = source.getAttribute('normal');
  if (normal && isMoved !== true) geometry.setAttribute('normal', bakeNormals(part));
  else geometry.computeVertexNormals();
  return material.side === DoubleSide && isOpen(positions, index) ? closeBack(geometry) : geometry;
}

function bakeNormals({ geometry, matrix }: Part): BufferAttribute {
  const source = geometry.getAttribute('normal');
  const normals = new Float32Array(source.count * 3);
  const normal = new Vector3();
  const turned = matrix.clone().invert().transpose();
  turned.setPosition(0, 0, 0);
  for (let i = 0; i < source.count; i++) {
    normal.fromBufferAttribute(source, i);
    normal.transformDirection(turned).toArray(normals, i * 3);
  }
  return new BufferAttribute(normals, 3);
}

function listCorners(source: BufferGeometry, materialIndex: number | null, isMirrored: boolean): Uint32Array {
  const groups =
    materialIndex === null
      ? [{ start: 0, count: countTriangles(source) * 3 }]
      : source.groups.filter((group) => (group.materialIndex ?? 0) === materialIndex);
  const corners: number[] = [];
  for (const { start, count } of groups) {
    const end = Math.min(start + count, countTriangles(source) * 3);
    for (let i = start; i + 2 < end; i += 3) {
      const [a, b, c] = isMirrored ? [i, i + 2, i + 1] : [i, i + 1, i + 2];
      for (const at of [a, b, c]) corners.push(source.index?.getX(at) ?? at);
    }
  }
  return Uint32Array.from(corners);
}

function isOpen(positions: Float32Array, index: Uint32Array): boolean {
  const corners = new Float32Array(index.length * 3);
  index.forEach((vertex, i) => corners.set(positions.subarray(vertex * 3, vertex * 3 + 3), i * 3));
  return findSeams(weld(corners).triangles).openEdges > 0;
}

/** Every triangle once more, turned round and with its own normals. */
function closeBack(geometry: BufferGeometry): BufferGeometry {
  const count = geometry.getAttribute('position').count;
  const both = new BufferGeometry();
  for (const [name, attribute] of Object.entries(geometry.attributes)) {
    const { itemSize } = attribute;
    const values = new Float32Array(count * 2 * itemSize);
    for (let i = 0; i < count; i++) {
      for (let axis = 0; axis < itemSize; axis++) {
        const value = attribute.getComponent(i, axis);
        values[i * itemSize + axis] = value;
        values[(count + i) * itemSize + axis] = name === 'normal' ? -value : value;
      }
    }
    both.setAttribute(name, new BufferAttribute(values, itemSize));
  }
  const front = geometry.index?.array ?? new Uint32Array();
  const index = new Uint32Array(front.length * 2);
  index.set(front);
  for (let i = 0; i < front.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [front[i], front[i + 1], front[i + 2]];
    index.set([a + count, c + count, b + count], front.length + i);
  }
  both.setIndex(new BufferAttribute(index, 1));
  geometry.dispose();
  return both;
}

function simplify(material: Material, read: (texture: Texture) => Texture): MeshStandardMaterial {
  const source = material as Partial<MeshStandardMaterial>;
  const plain = new MeshStandardMaterial({
    name: material.name,
    roughness: source.roughness ?? 1,
    metalness: source.metalness ?? 0,
    transparent: material.transparent,
    opacity: material.opacity,
    alphaTest: material.alphaTest,
  });
  if (source.color) plain.color.copy(source.color);
  if (source.emissive) plain.emissive.copy(source.emissive).multiplyScalar(source.emissiveIntensity ?? 1);
  if (source.normalScale) plain.normalScale.copy(source.normalScale);
  for (const name of MAPS) {
    const texture = source[name];
    if (texture) plain[name] = read(texture);
  }
  return plain;
}
