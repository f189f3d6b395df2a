/**
 * The relic pool of a visit, models and tilesets together: whoever shows relics puts either kind into it and need not
 * know which. One budget; what a tileset may take of it says `shareOut.ts`.
 */
import { Group } from 'three';
import type { TilesetAsset } from '#document/schema.ts';
import type { LayerFrame, LayerStats } from '#scene/frame/layer.ts';
import { createRelicPool, type RelicPoolOptions } from '#scene/relic/createRelicPool.ts';
import type { PlacedRelic, RelicPool } from '#scene/relic/relicPool.ts';
import type { MeshBudget } from '#streaming/mesh/ports.ts';
import { leaveOver, shareOut } from './shareOut.ts';
import { StandingTilesets, type StandingTilesetsOptions } from './standingTilesets.ts';

export interface SharedPoolOptions extends RelicPoolOptions {
  /** A tileset by its id; undefined for what is none. */
  readonly tilesetOf: (assetId: string) => TilesetAsset | undefined;
  /** Address of exhibition.json. */
  readonly baseUrl: string;
  readonly onAttributions: StandingTilesetsOptions['onAttributions'];
}

/** What models and tilesets take at this moment, and what they may together. */
export interface PoolUse {
  readonly models: Use;
  readonly tilesets: Use;
  readonly budget: Use;
}

export interface Use {
  readonly triangles: number;
  readonly draws: number;
  readonly gpuBytes: number;
}

export interface SharedPool extends RelicPool {
  use(): PoolUse;
}

export function createSharedPool(options: SharedPoolOptions): SharedPool {
  const { renderer, requestFrame, onFault, onAttributions, baseUrl } = options;
  const models = createRelicPool(options);
  const tilesets = new StandingTilesets({
    view: { baseUrl, renderer, requestFrame },
    loadOpener: async () => (await import('./openView.ts')).createViewOpener(renderer),
    onFault,
    onAttributions,
    requestFrame,
  });
  const whole = models.wholeBudget;
  const group = new Group();
  group.name = 'pool';
  group.add(models.group, tilesets.group);
  let modelCount = 0;
  let left: MeshBudget = whole;
  const canvas = renderer.domElement;
  const onContextLost = (): void => tilesets.loseContext();
  canvas.addEventListener('webglcontextlost', onContextLost);

  const leave = (budget: MeshBudget): void => {
    const isSame =
      budget.triangles === left.triangles && budget.draws === left.draws && budget.gpuBytes === left.gpuBytes;
    if (isSame) return;
    left = budget;
    models.setBudget(budget);
  };

  return {
    group,
    hasCamera: false,
    hidesPanoramas: false,
    aim: () => undefined,
    show(relics) {
      const [plain, tiled]: [PlacedRelic[], (PlacedRelic & { asset: TilesetAsset })[]] = [[], []];
      for (const relic of relics) {
        const asset = options.tilesetOf(relic.assetId);
        if (asset) tiled.push({ ...relic, asset });
        else plain.push(relic);
      }
      modelCount = plain.length;
      models.show(plain);
      tilesets.show(tiled);
    },
    move(instanceId, matrix) {
      tilesets.move(instanceId, matrix);
      models.move(instanceId, matrix);
    },
    hold: (instanceId) => models.hold(instanceId),
    objectsOf: (instanceId) => tilesets.objectsOf(instanceId) ?? models.objectsOf(instanceId),
    onChange(listener) {
      const stops = [models.onChange(listener), tilesets.onChange(listener)];
      return () => stops.forEach((stop) => stop());
    },
    faultOf: (instanceId) => tilesets.faultOf(instanceId) ?? models.faultOf(instanceId),
    frame(frame: LayerFrame): boolean {
      const { count } = tilesets;
      if (count === 0) {
        const goesOn = tilesets.frame(frame, whole);
        leave(whole);
        return models.frame(frame) || goesOn;
      }
      const each = shareOut(whole, count, modelCount);
      // Models give up first what they hold beyond their part; until they have, tilesets have the less.
      const free = Math.max(0, whole.gpuBytes - models.taken.gpuBytes);
      const gpuBytes = Math.min(each.gpuBytes, Math.floor(free / count));
      const goesOn = tilesets.frame(frame, { ...each, gpuBytes });
      leave(leaveOver(whole, each, count, tilesets.taken));
      return models.frame(frame) || goesOn || gpuBytes < each.gpuBytes;
    },
    get isSettled() {
      return models.isSettled && tilesets.isSettled;
    },
    use: () => ({
      models: models.taken,
      tilesets: { ...tilesets.taken },
      budget: { triangles: whole.triangles, draws: whole.draws, gpuBytes: whole.gpuBytes },
    }),
    stats(): LayerStats {
      const own = models.stats();
      const { bytes, requests } = tilesets.traffic;
      return {
        ...own,
        gpuBytes: { ...own.gpuBytes, tilesets: tilesets.taken.gpuBytes },
        bytes: own.bytes + bytes,
        requests: own.requests + requests,
      };
    },
    restoreContext() {
      models.restoreContext();
      requestFrame();
    },
    dispose() {
      canvas.removeEventListener('webglcontextlost', onContextLost);
      tilesets.dispose();
      models.dispose();
    },
  };
}
