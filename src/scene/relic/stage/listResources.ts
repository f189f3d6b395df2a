/** What a content has on the GPU: each texture and each buffer once, in the order in which they are met. */
import { BufferGeometry, InterleavedBufferAttribute, Texture } from 'three';
import type { BufferAttribute, Material, Mesh, Object3D } from 'three';

export interface GpuBuffer {
  readonly attribute: BufferAttribute | InterleavedBufferAttribute;
  readonly isIndex: boolean;
}

export function listMaterials(root: Object3D): Set<Material> {
  const materials = new Set<Material>();
  root.traverse((object) => {
    const { material } = object as Partial<Mesh>;
    for (const one of Array.isArray(material) ? material : material ? [material] : []) materials.add(one);
  });
  return materials;
}

export function listTextures(root: Object3D): Set<Texture> {
  const textures = new Set<Texture>();
  for (const material of listMaterials(root)) {
    for (const value of Object.values(material) as unknown[])
      if (value instanceof Texture) textures.add(value as Texture);
  }
  return textures;
}

export function listGeometries(root: Object3D): Set<BufferGeometry> {
  const geometries = new Set<BufferGeometry>();
  root.traverse((object) => {
    const { geometry } = object as Partial<Mesh>;
    if (geometry instanceof BufferGeometry) geometries.add(geometry);
  });
  return geometries;
}

export function listBuffers(root: Object3D): GpuBuffer[] {
  const buffers: GpuBuffer[] = [];
  const seen = new Set<unknown>();
  for (const geometry of listGeometries(root)) {
    for (const attribute of Object.values(geometry.attributes)) {
      const data = attribute instanceof InterleavedBufferAttribute ? attribute.data : attribute;
      if (!seen.has(data)) buffers.push({ attribute, isIndex: false });
      seen.add(data);
    }
    const { index } = geometry;
    if (index && !seen.has(index)) buffers.push({ attribute: index, isIndex: true });
    seen.add(index);
  }
  return buffers;
}
