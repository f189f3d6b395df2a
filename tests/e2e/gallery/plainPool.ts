/**
 * A pool without levels of detail, for pages that test halls alone: each relic is a box as large as its model, or the
 * model's own file where that is asked for.
 */
import { Box3, BoxGeometry, Group, Mesh, MeshStandardMaterial, Vector3 } from 'three';
import type { Object3D } from 'three';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import type { Exhibition } from '#document/schema.ts';
import type { RelicContent } from '#scene/relic/relicContent.ts';
import type { PlacedRelic, RelicObject, RelicPool } from '#scene/relic/relicPool.ts';
import { boundsOf } from '#tour/gallery/pieces.ts';

export interface PlainPoolOptions {
  readonly exhibition: () => Exhibition;
  readonly requestFrame: () => void;
  /** Where the files of models are; boxes stand in for them where it is null. */
  readonly baseUrl: string | null;
}

export interface PlainPool extends RelicPool {
  readonly shown: readonly PlacedRelic[];
}

export function createPlainPool({ exhibition, requestFrame, baseUrl }: PlainPoolOptions): PlainPool {
  const group = new Group();
  const objects = new Map<string, RelicObject>();
  const listeners = new Set<(instanceId: string) => void>();
  let shown: readonly PlacedRelic[] = [];
  let pending = 0;

  const add = (relic: PlacedRelic, root: Object3D): void => {
    root.matrixAutoUpdate = false;
    root.matrix.copy(relic.matrix);
    root.matrixWorldNeedsUpdate = true;
    group.add(root);
    objects.set(relic.instanceId, {
      instanceId: relic.instanceId,
      root,
      content: contentOf(root),
      quality: 'high',
      fade: { share: { value: 1 }, isLeaving: { value: 0 } },
    });
    for (const listener of listeners) listener(relic.instanceId);
    requestFrame();
  };
  const load = async (relic: PlacedRelic): Promise<void> => {
    const asset = exhibition().assets.find(({ id }) => id === relic.assetId);
    if (baseUrl === null || asset?.kind !== 'model') return add(relic, boxOf(exhibition(), relic.assetId));
    pending++;
    const loader = new GLTFLoader();
    loader.setMeshoptDecoder(MeshoptDecoder);
    const { scene } = await loader.loadAsync(new URL(asset.lods.at(-1)?.uri ?? '', baseUrl).href);
    pending--;
    const root = new Group();
    root.add(scene);
    if (shown.includes(relic)) add(relic, root);
  };

  return {
    group,
    hasCamera: false,
    hidesPanoramas: false,
    aim: () => undefined,
    frame: () => false,
    get isSettled() {
      return pending === 0;
    },
    get shown() {
      return shown;
    },
    show(relics) {
      for (const { root } of objects.values()) root.removeFromParent();
      objects.clear();
      shown = relics;
      for (const relic of relics) void load(relic);
    },
    hold: () => undefined,
    objectsOf: (id) => [objects.get(id)].filter((object) => object !== undefined),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    faultOf: () => null,
    stats: () => ({ gpuBytes: {}, bytes: 0, requests: 0, longestUploadMs: 0 }),
    restoreContext: () => undefined,
    dispose: () => undefined,
  };
}

function boxOf(exhibition: Exhibition, assetId: string): Object3D {
  const { min, max } = boundsOf(exhibition.assets.find(({ id }) => id === assetId));
  const [w, h, d] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
  const box = new Mesh(new BoxGeometry(w, h, d), new MeshStandardMaterial({ color: 0x4a8f7a, roughness: 0.55 }));
  box.position.set((min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2);
  const root = new Group();
  root.add(box);
  return root;
}

function contentOf(root: Object3D): RelicContent {
  return {
    triangles: 12,
    draws: 1,
    gpuBytes: 1_000,
    root,
    bounds: new Box3(new Vector3(), new Vector3(1, 1, 1)),
    clips: [],
    variants: [],
    materialOf: (mesh) => (mesh as Mesh).material,
    isDeforming: false,
    dispose: () => undefined,
  };
}
