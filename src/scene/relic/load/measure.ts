/** What a loaded relic weighs. */
import { Box3, InstancedMesh, Line, Mesh, Points, Vector3 } from 'three';
import type { BufferGeometry, Material, Object3D, Texture } from 'three';
import type { Box } from '#sources/relic/geometry/mend.ts';
import { textureBytes } from './textures.ts';

export function isMesh(object: Object3D): object is Mesh {
  return object instanceof Mesh;
}

export function isDrawn(object: Object3D): object is Mesh | Points | Line {
  return object instanceof Mesh || object instanceof Points || object instanceof Line;
}

/** A metre about the origin where nothing is drawn; never without any extent, since cameras are placed by it. */
export function toBox3(box: Box | null): Box3 {
  if (!box) return new Box3(new Vector3(-0.5, 0, -0.5), new Vector3(0.5, 1, 0.5));
  const made = new Box3(new Vector3(...box.min), new Vector3(...box.max));
  const size = made.getSize(new Vector3());
  return size.lengthSq() > 0 ? made : made.expandByScalar(0.5);
}

export interface Weight {
  readonly triangles: number;
  readonly draws: number;
  readonly gpuBytes: number;
  readonly geometries: ReadonlySet<BufferGeometry>;
  readonly materials: ReadonlySet<Material>;
  readonly textures: ReadonlySet<Texture>;
  readonly instanced: readonly InstancedMesh[];
}

/** `more` are materials that are not worn at present. */
export function weigh(root: Object3D, more: readonly Material[]): Weight {
  const geometries = new Set<BufferGeometry>();
  const materials = new Set<Material>(more);
  const instanced: InstancedMesh[] = [];
  let triangles = 0;
  let draws = 0;
  root.traverse((object) => {
    if (!isDrawn(object)) return;
    const { geometry } = object as { geometry: BufferGeometry };
    geometries.add(geometry);
    const worn = [object.material].flat();
    for (const material of worn) materials.add(material);
    draws += worn.reduce((sum, material) => sum + drawsOf(material), 0);
    if (object instanceof InstancedMesh) instanced.push(object as InstancedMesh);
    if (!(object instanceof Mesh)) return;
    const corners = geometry.index?.count ?? geometry.getAttribute('position')?.count ?? 0;
    triangles += Math.floor(corners / 3) * (object instanceof InstancedMesh ? object.count : 1);
  });
  const textures = new Set<Texture>();
  for (const material of materials) for (const texture of texturesOf(material)) textures.add(texture);
  const gpuBytes = bytesOf(geometries, instanced, textures);
  return { triangles, draws, gpuBytes, geometries, materials, textures, instanced };
}

/** What is seen through from both sides is drawn twice, and what lets light through once more for what is behind. */
function drawsOf(material: Material): number {
  const { transparent, side, forceSinglePass, transmission = 0 } = material as Material & { transmission?: number };
  const isTwice = (transparent || transmission > 0) && side === 2 && !forceSinglePass;
  return isTwice ? 2 : 1;
}

function bytesOf(
  geometries: ReadonlySet<BufferGeometry>,
  instanced: readonly InstancedMesh[],
  textures: ReadonlySet<Texture>,
): number {
  const buffers = new Map<unknown, number>();
  for (const geometry of geometries) {
    for (const attribute of [geometry.index, ...Object.values(geometry.attributes)]) {
      if (!attribute) continue;
      const array = 'data' in attribute ? attribute.data.array : attribute.array;
      buffers.set(array, array.byteLength);
    }
    // Morphs lie in a texture of floats, four numbers for each vertex and kind.
    const kinds = Object.values(geometry.morphAttributes).filter((list) => list && list.length > 0);
    const targets = kinds[0]?.length ?? 0;
    const vertices = geometry.getAttribute('position')?.count ?? 0;
    if (targets > 0) buffers.set(geometry, targets * kinds.length * vertices * 16);
  }
  for (const { instanceMatrix } of instanced) buffers.set(instanceMatrix.array, instanceMatrix.array.byteLength);
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
