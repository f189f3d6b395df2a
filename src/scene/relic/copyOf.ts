/** A relic to be set elsewhere: a copy of its tree in the materials of its file, which are shared like its geometry. */
import { Mesh } from 'three';
import type { Object3D } from 'three';
import { clone as cloneSkinned } from 'three/examples/jsm/utils/SkeletonUtils.js';
import type { RelicContent } from './relicContent.ts';

/** @param variant Of KHR_materials_variants; null is how the file has it. Valid as long as the content is. */
export function copyOf(content: RelicContent, variant: string | null): Object3D {
  const copy = content.isDeforming ? cloneSkinned(content.root) : content.root.clone();
  const originals: Object3D[] = [];
  content.root.traverse((object) => originals.push(object));
  let at = 0;
  copy.traverse((object) => {
    const original = originals[at++];
    if (original && object instanceof Mesh) object.material = content.materialOf(original, variant);
  });
  return copy;
}
