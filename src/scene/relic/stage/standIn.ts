/** One step of a relic as one instance of it shows it: a copy of the content's tree with materials of its own. */
import { Group, Mesh } from 'three';
import type { Material, Matrix4 } from 'three';
import { clone as cloneSkinned } from 'three/examples/jsm/utils/SkeletonUtils.js';
import type { RelicContent } from '../relicContent.ts';
import type { FadeUniforms, RelicObject } from '../relicPool.ts';
import { createFade, patchFade } from './fade.ts';

export class StandIn implements RelicObject {
  readonly instanceId: string;
  readonly root = new Group();
  readonly content: RelicContent;
  readonly quality: string;
  readonly fade: FadeUniforms = createFade();
  /** The frame in which it was last drawn. */
  drawnFrame = -1;
  readonly #materials = new Map<Material, Material>();

  constructor(instanceId: string, content: RelicContent, quality: string) {
    this.instanceId = instanceId;
    this.content = content;
    this.quality = quality;
    this.root.add(content.isDeforming ? cloneSkinned(content.root) : content.root.clone());
    this.root.matrixAutoUpdate = false;
    this.root.userData['instanceId'] = instanceId;
    this.root.traverse((object) => {
      if (!(object instanceof Mesh)) return;
      object.userData['instanceId'] = instanceId;
      // What is not in view is not drawn at all; measuring the spheres of a million vertices would cost a frame.
      object.frustumCulled = false;
      const { material } = object as Mesh;
      object.material = Array.isArray(material) ? material.map((one) => this.#own(one)) : this.#own(material);
    });
  }

  place(matrix: Matrix4): void {
    this.root.matrix.copy(matrix);
    this.root.matrixWorldNeedsUpdate = true;
  }

  /** Frees what is its own; geometry and textures are the content's. Materials given in exchange are their owner's. */
  dispose(): void {
    for (const material of this.#materials.values()) material.dispose();
    this.root.traverse((object) => {
      const { skeleton } = object as { skeleton?: { dispose(): void } };
      skeleton?.dispose();
    });
    this.root.removeFromParent();
  }

  #own(material: Material): Material {
    let own = this.#materials.get(material);
    if (!own) {
      own = patchFade(material.clone(), this.fade);
      this.#materials.set(material, own);
    }
    return own;
  }
}
