/** The relic pool of a visit: loader, mesh engine and stage put together. See `relicPool.ts` for its face. */
import { Vector3 } from 'three';
import type { Camera, Scene, WebGLRenderer } from 'three';
import type { LayerFrame, LayerStats } from '#scene/frame/layer.ts';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import type { ModelAsset, ModelLod } from '#document/schema.ts';
import { MeshEngine } from '#streaming/mesh/engine.ts';
import { estimateGpuBytes } from '#streaming/mesh/memory/estimateGpuBytes.ts';
import type { MeshAsset, MeshBudget, MeshFault, MeshInstance, MeshReport } from '#streaming/mesh/ports.ts';
import type { Clock } from '#streaming/ports.ts';
import { createRelicLoader } from './load/relicLoader.ts';
import { relicBudget } from './profile.ts';
import type { RelicContent } from './relicContent.ts';
import type { PlacedRelic, RelicPool } from './relicPool.ts';
import { RelicStage } from './stage/relicStage.ts';

export interface RelicPoolOptions {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: Camera;
  /** A model by its id; undefined for what is no model. */
  readonly modelOf: (assetId: string) => ModelAsset | undefined;
  /** The full address of a file of the exhibition; null where the gate refuses it. */
  readonly resolve: (uri: string) => string | null;
  readonly deviceClass: DeviceClass;
  /** How many models and states there are in all that may have a poster; 256 by default. */
  readonly posterCount?: number;
  /** Bytes that the tile stores have reserved of the same memory. */
  readonly tileBytes: number;
  readonly workers: number;
  readonly clock: Clock;
  readonly requestFrame: () => void;
  readonly prefersReducedMotion: () => boolean;
  /** Something that could not be had, or a part of it, once, in words. `path` is its place in the exhibition. */
  readonly onFault: (path: string, message: string) => void;
}

/** Where nobody says how large a relic is and nothing of it is here yet. */
const UNKNOWN_RADIUS = 0.5;
const MOST_TEXTURE_PX = { desktop: 8_192, phone: 2_048, headset: 2_048 } satisfies Record<DeviceClass, number>;

interface Known {
  readonly asset: MeshAsset;
  readonly lods: readonly ModelLod[];
  /** Middle of the relic in its own frame; null while nothing says where it is. */
  center: Vector3 | null;
  fault: string | null;
}

/** The pool of the models alone; others that stand beside them may take a part of its budget. */
export interface ModelPool extends RelicPool {
  /** Of everything together. */
  readonly wholeBudget: MeshBudget;
  /** What is left for models, from the next frame on. */
  setBudget(budget: MeshBudget): void;
  /** Taken and reserved at this moment. */
  readonly taken: { readonly triangles: number; readonly draws: number; readonly gpuBytes: number };
}

export function createRelicPool(options: RelicPoolOptions): ModelPool {
  const { deviceClass, requestFrame } = options;
  const known = new Map<string, Known>();
  const keys = new Map<string, string>();
  let placed: readonly PlacedRelic[] = [];
  let report: MeshReport | null = null;

  const loader = createRelicLoader({
    renderer: options.renderer,
    mostTexturePx: MOST_TEXTURE_PX[deviceClass],
    workers: options.workers,
    onLoss: (url, message) => options.onFault(new URL(url).pathname, message),
  });
  const stage = new RelicStage({
    renderer: options.renderer,
    scene: options.scene,
    camera: options.camera,
    requestFrame,
    loadPoster: (key, signal) => fetchPoster(options, key, signal),
    ...(options.posterCount !== undefined && { posterCount: options.posterCount }),
  });
  const wholeBudget = relicBudget(deviceClass, options.tileBytes + stage.stats.posterBytes);
  const engine = new MeshEngine({
    loader: {
      async load(asset, step, signal) {
        const found = known.get(asset.id);
        const url = options.resolve(found?.lods[step]?.uri ?? '');
        if (!found || url === null) throw new Error('the address of the model leads out of the exhibition');
        const content = await loader.load(url, signal);
        learn(found, content);
        return content;
      },
    },
    stage,
    budget: wholeBudget,
    clock: options.clock,
    requestFrame: (afterSeconds) => {
      if (afterSeconds > 0) setTimeout(requestFrame, afterSeconds * 1_000);
      else requestFrame();
    },
    prefersReducedMotion: options.prefersReducedMotion,
    onFault: noteFault,
  });

  // What is given back only once a new context is there belongs to none, and the browser says so.
  const onContextLost = (): void => {
    engine.loseContext();
    stage.loseContext();
  };
  const canvas = options.renderer.domElement;
  canvas.addEventListener('webglcontextlost', onContextLost);

  /** What the first content tells of a relic that the document says too little of. */
  function learn(found: Known, content: RelicContent): void {
    if (found.center) return;
    found.center = content.bounds.getCenter(new Vector3());
    const radius = content.bounds.getSize(new Vector3()).length() / 2;
    (found.asset as { radius: number }).radius = radius;
    tellEngine();
  }

  function noteFault({ asset, step, message }: MeshFault): void {
    const found = known.get(asset.id);
    options.onFault(`assets.${asset.id}.lods.${step}`, message);
    // As long as one step may come, there is hope.
    if (found && step === 0) found.fault = message;
  }

  function find(assetId: string, stateId: string): Known | null {
    const key = `${assetId}/${stateId}`;
    const before = known.get(key);
    if (before) return before;
    const model = options.modelOf(assetId);
    const state = stateId === '' ? undefined : model?.states?.find(({ id }) => id === stateId);
    const lods = state ? (state.lods ?? model?.lods) : model?.lods;
    if (!model || !lods || (stateId !== '' && !state)) return null;
    const found = describe(key, model, lods);
    known.set(key, found);
    return found;
  }

  function tellEngine(): void {
    const instances: MeshInstance[] = [];
    for (const relic of placed) {
      const found = find(relic.assetId, relic.stateId);
      if (found) instances.push({ id: relic.instanceId, asset: found.asset, ...standOf(relic, found) });
    }
    engine.show(instances);
  }

  return {
    group: stage.group,
    hasCamera: false,
    hidesPanoramas: false,
    wholeBudget,
    setBudget: (budget) => engine.setBudget(budget),
    get taken() {
      const { triangles, drawCalls, gpuBytes } = engine.stats;
      return { triangles, draws: drawCalls, gpuBytes };
    },
    aim: () => undefined,
    show(relics) {
      const kept = new Set(relics.map(({ instanceId }) => instanceId));
      for (const { instanceId } of placed) if (!kept.has(instanceId)) stage.remove(instanceId);
      placed = relics.map((relic) => ({ ...relic, matrix: relic.matrix.clone() }));
      keys.clear();
      for (const { instanceId, assetId, stateId, matrix, isBare } of relics) {
        keys.set(instanceId, `${assetId}/${stateId}`);
        stage.place(instanceId, matrix, isBare);
      }
      tellEngine();
    },
    move(instanceId, matrix) {
      const one = placed.find((relic) => relic.instanceId === instanceId);
      if (!one) return;
      one.matrix.copy(matrix);
      stage.move(instanceId, matrix);
      const { center, scale } = standOf(one, known.get(keys.get(instanceId) ?? ''));
      engine.move(instanceId, center, scale);
    },
    hold: (instanceId) => engine.hold(instanceId),
    objectsOf: (instanceId) => stage.objectsOf(instanceId),
    onChange: (listener) => stage.onChange(listener),
    faultOf: (instanceId) => known.get(keys.get(instanceId) ?? '')?.fault ?? null,
    frame({ sample }: LayerFrame): boolean {
      report = engine.frame(sample);
      stage.show(report);
      stage.work();
      return report.needsFrame;
    },
    get isSettled() {
      return placed.length === 0 || report?.isSettled === true;
    },
    stats(): LayerStats {
      return {
        gpuBytes: { relics: engine.stats.gpuBytes, posters: stage.stats.posterBytes },
        bytes: loader.stats.bytes,
        requests: loader.stats.requests,
        longestUploadMs: stage.stats.longestUploadMs,
      };
    },
    restoreContext: () => requestFrame(),
    dispose() {
      canvas.removeEventListener('webglcontextlost', onContextLost);
      engine.dispose();
      stage.dispose();
      loader.dispose();
    },
  };
}

/** The middle of a relic where it stands, and its scale. */
function standOf({ matrix }: PlacedRelic, found: Known | undefined): Pick<MeshInstance, 'center' | 'scale'> {
  const { x, y, z } = (found?.center ?? new Vector3()).clone().applyMatrix4(matrix);
  return { center: [x, y, z], scale: matrix.getMaxScaleOnAxis() };
}

function describe(key: string, { boundingBox }: ModelAsset, lods: readonly ModelLod[]): Known {
  const center = new Vector3();
  let radius = UNKNOWN_RADIUS;
  if (boundingBox) {
    const min = new Vector3(...boundingBox.min);
    const max = new Vector3(...boundingBox.max);
    center.addVectors(min, max).multiplyScalar(0.5);
    radius = Math.max(1e-4, max.distanceTo(min) / 2);
  }
  const steps = lods.map(({ quality, bytes, triangles, draws = 1, gpuBytes, error = 0, textureSize = 0, sharpTo }) => ({
    quality,
    bytes,
    triangles,
    draws,
    gpuBytes: gpuBytes ?? estimateGpuBytes({ triangles, textureSize }),
    errorMetres: error,
    textureSize,
    sharpToPx: sharpTo,
  }));
  return { asset: { id: key, steps, radius }, lods, center: boundingBox ? center : null, fault: null };
}

async function fetchPoster(
  { modelOf, resolve }: RelicPoolOptions,
  key: string,
  signal: AbortSignal,
): Promise<ImageBitmap | null> {
  const poster = modelOf(key.slice(0, key.indexOf('/')))?.poster;
  const url = poster && resolve(poster.uri);
  if (!url) return null;
  const response = await fetch(url, { signal, credentials: 'same-origin' });
  return response.ok ? createImageBitmap(await response.blob()) : null;
}
