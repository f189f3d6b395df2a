/** A decoded step of a relic as the scene holds it: three's objects and what must be known of them. */
import type { AnimationClip, Box3, Material, Object3D } from 'three';
import type { MeshContent } from '#streaming/mesh/ports.ts';

export interface RelicContent extends MeshContent {
  /**
   * Never put into a scene itself: whoever shows it clones it (geometry, materials and textures are shared), so one
   * content serves any number of instances. Metres, Y up, front towards +Z, as in the file.
   */
  readonly root: Object3D;
  /** Of one tile of many: all that is there of the tileset. What is asked of the surface is asked of that. */
  readonly whole?: Object3D;
  /** Of what is drawn, finite and clamped whatever the file says. */
  readonly bounds: Box3;
  readonly clips: readonly AnimationClip[];
  /** Names of KHR_materials_variants, in the order of the file. */
  readonly variants: readonly string[];
  /** The material of a mesh under a variant; null is the file's own. */
  materialOf(mesh: Object3D, variant: string | null): Material | Material[];
  /** Whether its vertices move: skinned or morphed, so that picking must not use the rest pose. */
  readonly isDeforming: boolean;
  /** Frees everything on both sides. */
  dispose(): void;
}
