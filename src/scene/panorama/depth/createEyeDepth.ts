/**
 * The depth of the places that a headset's wearer is at: sent for when the visit in the headset begins and with every
 * walk. Until it is here, and where there is none, the panorama is at infinity.
 */
import type { PanoramaAsset } from '#document/schema.ts';
import { depthFile } from '#sources/depth/depthFile.ts';
import { loadDepth } from '#sources/depth/loadDepth.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { findAsset } from '#tour/selectors/made.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import { NET_RADIANS } from './depthShader.ts';
import { DepthSheet } from './depthSheet.ts';
import { WallsAtDistance } from './wallsAtDistance.ts';

/** Half floats of 2,048 × 1,024 are 4 MB, and finer than the net. */
const MOST_WIDTH = 2_048;
/** Places whose depth is kept: the one left, which fades still, and the one arrived at. */
const MOST_KEPT = 2;

export interface EyeDepthOptions {
  readonly tour: Pick<Tour, 'store'>;
  readonly scene: Pick<SceneHandle, 'renderer' | 'stores' | 'displace' | 'invalidate'>;
  readonly resolve: (uri: string) => string | null;
  /** Of all pictures of a panorama. */
  readonly pyramidIdsOf: (asset: PanoramaAsset) => readonly string[];
  /** A worker on `sources/depth/depthWorker.ts`; the bundler must see its address where the page is wired. */
  readonly createDepthWorker: () => Worker;
  /** Seconds. */
  readonly clock: () => number;
  readonly onFault: (path: string, message: string) => void;
}

export interface EyeDepth {
  /** Where the head counts as standing, and where it is: what stands in a place is moved by the difference. Metres. */
  readonly standing: readonly [number, number, number];
  readonly head: readonly [number, number, number];
  /** Not asked for, on its way, here, or not to be had: of the place one is at. */
  readonly state: 'coming' | 'here' | 'none';
  /** Whether all depth that is here has come to the GPU, and the walls to their distance. */
  readonly isSettled: boolean;
  readonly gpuBytes: number;
  dispose(): void;
}

interface Kept {
  readonly ids: ReadonlySet<string>;
  readonly leaving: AbortController;
  state: EyeDepth['state'];
  sheet: DepthSheet | null;
}

export function createEyeDepth(options: EyeDepthOptions): EyeDepth {
  const { scene, clock } = options;
  const { store } = options.tour;
  /** By asset; the one arrived at last comes last. */
  const kept = new Map<string, Kept>();
  let here: Kept | null = null;

  const sheetOf = (pyramidId: string): DepthSheet | null => {
    for (const { ids, sheet } of kept.values()) if (sheet && ids.has(pyramidId)) return sheet;
    return null;
  };
  const walls = new WallsAtDistance(scene.stores, sheetOf, () => {
    for (const { sheet } of kept.values()) sheet?.advance(clock());
  });

  const release = ({ leaving, sheet }: Kept): void => {
    leaving.abort();
    sheet?.dispose();
  };
  const arrive = ({ exhibition, nodeId }: TourState): void => {
    const node = findNode(exhibition, nodeId);
    const asset = node && findAsset(exhibition, node.asset);
    here = asset?.kind === 'panorama' && asset.depth ? keep(asset, asset.depth) : null;
    // Beside a hall only the place left, which fades still.
    dropOldest(here ? MOST_KEPT : MOST_KEPT - 1);
  };
  const dropOldest = (most: number): void => {
    for (const [id, old] of kept) {
      if (kept.size <= most) break;
      release(old);
      kept.delete(id);
    }
  };
  const keep = (asset: PanoramaAsset, depth: NonNullable<PanoramaAsset['depth']>): Kept => {
    const known = kept.get(asset.id);
    kept.delete(asset.id);
    const entry = known ?? begin(asset, depth);
    kept.set(asset.id, entry);
    return entry;
  };
  const begin = (asset: PanoramaAsset, depth: NonNullable<PanoramaAsset['depth']>): Kept => {
    const entry: Kept = {
      ids: new Set(options.pyramidIdsOf(asset)),
      leaving: new AbortController(),
      state: 'coming',
      sheet: null,
    };
    take(entry, depth).catch((error: unknown) => {
      entry.state = 'none';
      if (entry.leaving.signal.aborted) return;
      options.onFault(`assets.${asset.id}.depth`, error instanceof Error ? error.message : String(error));
    });
    return entry;
  };
  const take = async (entry: Kept, depth: NonNullable<PanoramaAsset['depth']>): Promise<void> => {
    const { signal } = entry.leaving;
    const { uri, width, height } = depthFile(depth, MOST_WIDTH);
    const url = options.resolve(uri);
    if (!url) throw new Error(`${uri} is no address of this exhibition`);
    const { metresPerUnit = 0.001 } = depth;
    const request = { url, width, height, metresPerUnit, mostWidth: MOST_WIDTH, spread: NET_RADIANS };
    const grid = await loadDepth(request, options.createDepthWorker, signal);
    if (signal.aborted) return;
    entry.sheet = new DepthSheet(scene.renderer, grid);
    entry.state = 'here';
    scene.invalidate();
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (state.nodeId !== before.nodeId || state.exhibition !== before.exhibition) arrive(state);
  });
  arrive(store.getState());
  scene.displace(walls);

  return {
    standing: walls.standing,
    head: walls.head,
    get state() {
      return here?.state ?? 'none';
    },
    get isSettled() {
      return [...kept.values()].every(({ sheet }) => sheet === null || sheet.presence === 1);
    },
    get gpuBytes() {
      let bytes = 0;
      for (const { sheet } of kept.values()) bytes += sheet?.gpuBytes ?? 0;
      return bytes;
    },
    dispose() {
      unsubscribe();
      scene.displace(null);
      walls.dispose();
      for (const entry of kept.values()) release(entry);
      kept.clear();
    },
  };
}
