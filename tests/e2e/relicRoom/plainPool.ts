/** A pool for tests: every relic has one step, which comes when it is made. */
import { Group, type Object3D } from 'three';
import type { RelicContent } from '#scene/relic/relicContent.ts';
import type { PlacedRelic, RelicObject, RelicPool } from '#scene/relic/relicPool.ts';

export function createPlainPool(
  make: (assetId: string, stateId: string) => RelicContent,
  requestFrame: () => void,
): RelicPool {
  const group = new Group();
  const contents = new Map<string, Promise<RelicContent>>();
  const objects = new Map<string, RelicObject>();
  const listeners = new Set<(instanceId: string) => void>();
  const news: string[] = [];
  let wanted: readonly PlacedRelic[] = [];

  const place = (relic: PlacedRelic, content: RelicContent): void => {
    if (!wanted.some(({ instanceId }) => instanceId === relic.instanceId)) return;
    const root: Object3D = content.root.clone();
    root.applyMatrix4(relic.matrix);
    group.add(root);
    const fade = { share: { value: 1 }, isLeaving: { value: 0 } };
    objects.set(relic.instanceId, { instanceId: relic.instanceId, root, content, quality: 'high', fade });
    news.push(relic.instanceId);
    requestFrame();
  };

  return {
    group,
    hasCamera: false,
    hidesPanoramas: false,
    get isSettled() {
      return wanted.every(({ instanceId }) => objects.has(instanceId));
    },
    show(relics) {
      wanted = relics;
      for (const [id, { root }] of objects) {
        if (relics.some(({ instanceId }) => instanceId === id)) continue;
        root.removeFromParent();
        objects.delete(id);
      }
      for (const relic of relics) {
        if (objects.has(relic.instanceId)) continue;
        const key = `${relic.assetId}|${relic.stateId}`;
        const content = contents.get(key) ?? Promise.resolve(make(relic.assetId, relic.stateId));
        contents.set(key, content);
        void content.then((made) => place(relic, made));
      }
    },
    move: () => undefined,
    hold: () => undefined,
    objectsOf: (id) => [...objects.values()].filter(({ instanceId }) => instanceId === id),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    faultOf: () => null,
    aim: () => undefined,
    frame() {
      for (const id of news.splice(0)) for (const listener of listeners) listener(id);
      return false;
    },
    stats: () => ({ gpuBytes: {}, bytes: 0, requests: 0, longestUploadMs: 0 }),
    restoreContext: () => undefined,
    dispose: () => undefined,
  };
}
