import type { Box3, Material, Mesh, Object3D } from 'three';
import type { RelicContent } from '#scene/relic/relicContent.ts';
import type { FadeUniforms, RelicObject } from '#scene/relic/relicPool.ts';
import { createFade } from '#scene/relic/stage/fade.ts';
import { measureTile } from './measureTile.ts';

/**
 * One tile as the relic room sees it: the part of a relic that is drawn from it, with materials that may be exchanged.
 * Tiles come and go at once, so that there is no fade to take part in.
 */
export class TileObject implements RelicObject {
  readonly instanceId: string;
  readonly root: Object3D;
  readonly content: RelicContent;
  readonly quality = 'tiles';
  readonly fade: FadeUniforms = createFade();

  /** `whole` is the tileset that the tile is a part of, `bounds` the whole one's. */
  constructor(instanceId: string, tile: Object3D, whole: Object3D, bounds: Box3) {
    this.instanceId = instanceId;
    this.root = tile;
    const own = new Map<Object3D, Material | Material[]>();
    tile.traverse((object) => {
      const { isMesh, material } = object as Partial<Mesh>;
      if (isMesh && material) own.set(object, material);
    });
    this.content = {
      ...measureTile(tile),
      gpuBytes: 0,
      root: tile,
      whole,
      bounds,
      clips: [],
      variants: [],
      materialOf: (mesh) => own.get(mesh) ?? (mesh as Mesh).material,
      isDeforming: false,
      dispose: () => undefined,
    };
  }
}
