/** What a loaded relic weighs and where it is, whatever its file says of it. */
import { Box3, InstancedMesh, Matrix4, Mesh, Points, Line, Sphere, Vector3 } from 'three';
import type { BufferAttribute, BufferGeometry, InterleavedBufferAttribute, Material, Object3D, Texture } from 'three';
import { textureBytes } from './textures.ts';

/** Every vertex of small meshes, every nth of large ones: bounds are wanted at once. */
const MOST_PROBES = 200_000;
/** Nothing that is shown as a relic is larger or smaller, metres. */
const LARGEST = 10_000;
const SMALLEST = 1e-5;

export function isMesh(object: Object3D): object is Mesh {
  return object instanceof Mesh;
}

export function isDrawn(object: Object3D): object is Mesh | Points | Line {
  return object instanceof Mesh || object instanceof Points || object instanceof Line;
}

/** The box around everything that is drawn; a metre about the origin where nothing has a sensible place. */
export function measureBounds(root: Object3D): Box3 {
  root.updateMatrixWorld(true);
  const bounds = new Box3();
  const matrix = new Matrix4();
  root.traverse((object) => {
    if (!isDrawn(object)) return;
    const box = boxOf(object.geometry);
    if (box.isEmpty()) return;
    if (object instanceof InstancedMesh) {
      for (let index = 0; index < object.count; index++) {
        object.getMatrixAt(index, matrix);
        bounds.union(box.clone().applyMatrix4(matrix.premultiply(object.matrixWorld)));
      }
      return;
    }
    bounds.union(box.clone().applyMatrix4(object.matrixWorld));
  });
  return isSensible(bounds) ? bounds : new Box3(new Vector3(-0.5, 0, -0.5), new Vector3(0.5, 1, 0.5));
}

function isSensible(box: Box3): boolean {
  const size = box.getSize(new Vector3());
  const values = [...box.min.toArray(), ...box.max.toArray()];
  return (
    !box.isEmpty() && values.every((value) => Math.abs(value) < LARGEST) && Math.max(size.x, size.y, size.z) > SMALLEST
  );
}

/** Of the vertices themselves: what a file declares as their bounds may lie. Also kept for culling. */
function boxOf(geometry: BufferGeometry): Box3 {
  const known = geometry.userData as { grottoBox?: Box3 };
  if (known.grottoBox) return known.grottoBox;
  const box = new Box3();
  const position = geometry.getAttribute('position') as BufferAttribute | InterleavedBufferAttribute | undefined;
  const count = position?.count ?? 0;
  const step = Math.max(1, Math.floor(count / MOST_PROBES));
  const point = new Vector3();
  for (let index = 0; position && index < count; index += step) {
    point.fromBufferAttribute(position, index);
    if (Number.isFinite(point.x) && Number.isFinite(point.y) && Number.isFinite(point.z)) box.expandByPoint(point);
  }
  if (step > 1 && !box.isEmpty()) box.expandByScalar(box.getSize(point).length() * 0.002);
  known.grottoBox = box;
  geometry.boundingBox = box;
  geometry.boundingSphere = box.isEmpty() ? new Sphere(new Vector3(), 0) : box.getBoundingSphere(new Sphere());
  return box;
}

export interface Weight {
  readonly triangles: number;
  readonly draws: number;
  readonly gpuBytes: number;
  readonly geometries: ReadonlySet<BufferGeometry>;
  readonly materials: ReadonlySet<Material>;
  readonly textures: ReadonlySet<Texture>;
}

/** `more` are materials that are not worn at present. */
export function weigh(root: Object3D, more: readonly Material[]): Weight {
  const geometries = new Set<BufferGeometry>();
  const materials = new Set<Material>(more);
  let triangles = 0;
  let draws = 0;
  root.traverse((object) => {
    if (!isDrawn(object)) return;
    const { geometry } = object as { geometry: BufferGeometry };
    geometries.add(geometry);
    const worn = [object.material].flat();
    for (const material of worn) materials.add(material);
    draws += Math.max(1, geometry.groups.length === 0 ? 1 : worn.length);
    if (!(object instanceof Mesh)) return;
    const corners = geometry.index?.count ?? geometry.getAttribute('position')?.count ?? 0;
    triangles += Math.floor(corners / 3) * (object instanceof InstancedMesh ? object.count : 1);
  });
  const textures = new Set<Texture>();
  for (const material of materials) for (const texture of texturesOf(material)) textures.add(texture);
  return { triangles, draws, gpuBytes: bytesOf(geometries, textures), geometries, materials, textures };
}

function bytesOf(geometries: ReadonlySet<BufferGeometry>, textures: ReadonlySet<Texture>): number {
  const buffers = new Map<ArrayBufferLike | object, number>();
  for (const geometry of geometries) {
    for (const attribute of [geometry.index, ...Object.values(geometry.attributes)]) {
      if (!attribute) continue;
      const array = 'data' in attribute ? attribute.data.array : attribute.array;
      buffers.set(array, array.byteLength);
    }
  }
  const sources = new Map<unknown, number>();
  for (const texture of textures) sources.set(texture.source, textureBytes(texture));
  return [...buffers.values(), ...sources.values()].reduce((sum, bytes) => sum + bytes, 0);
}

export function texturesOf(material: Material): Texture[] {
  return Object.values(material).filter((value: unknown): value is Texture => isTexture(value));
}

function isTexture(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { isTexture?: boolean }).isTexture === true;
}
