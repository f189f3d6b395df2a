/** KHR_materials_variants: which material each mesh wears under which name. */
import type { GLTF } from 'three/addons/loaders/GLTFLoader.js';
import { Mesh } from 'three';
import type { Material, Object3D } from 'three';
import { isMesh } from './measure.ts';

const NAME = 'KHR_materials_variants';
/** Meshes are cloned for every place where the relic stands; this key survives it. */
const KEY = 'grottoVariants';

interface Mapping {
  readonly material: number;
  readonly variants: readonly number[];
}

export interface Variants {
  readonly names: readonly string[];
  materialOf(mesh: Object3D, variant: string | null): Material | null;
  readonly materials: readonly Material[];
}

export async function readVariants({ parser, scene }: GLTF, names: readonly string[]): Promise<Variants> {
  const json = parser.json as {
    meshes?: { primitives?: { extensions?: Record<string, { mappings?: Mapping[] }> }[] }[];
  };
  const worn = new Map<number, Map<string, Material>>();
  const waiting: Promise<void>[] = [];
  scene.traverse((object) => {
    if (!isMesh(object)) return;
    const mesh = object;
    const { meshes, primitives } = parser.associations.get(mesh) ?? {};
    const mappings = json.meshes?.[meshes ?? -1]?.primitives?.[primitives ?? 0]?.extensions?.[NAME]?.mappings;
    if (!mappings || names.length === 0) return;
    const key = worn.size;
    const byName = new Map<string, Material>();
    worn.set(key, byName);
    (mesh.userData as Record<string, unknown>)[KEY] = key;
    for (const { material, variants } of mappings) {
      waiting.push(
        parser.getDependency('material', material).then((found) => {
          // three dresses a material for what the mesh has: vertex colours, tangents, flat shading.
          const probe = new Mesh(mesh.geometry, found as Material);
          parser.assignFinalMaterial(probe);
          for (const variant of variants) byName.set(names[variant] ?? '', probe.material);
        }),
      );
    }
  });
  await Promise.all(waiting);
  return {
    names,
    materialOf: (mesh, variant) => {
      const key = (mesh.userData as Record<string, unknown>)[KEY];
      return variant === null || typeof key !== 'number' ? null : (worn.get(key)?.get(variant) ?? null);
    },
    materials: [...worn.values()].flatMap((byName) => [...byName.values()]),
  };
}
