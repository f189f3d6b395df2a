/** How far the walls of the place are, once somebody asks: sent for once a place, for the tape and for a wall brought closer. */
import type { PanoramaAsset } from '#document/schema.ts';
import { type Vec3, yawPitchOf } from '#shared/vec.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import { wallsOf } from '#scene/hotspot/wallsOf.ts';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import { depthFile } from '#sources/depth/depthFile.ts';
import { loadDepth } from '#sources/depth/loadDepth.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import { readDistance, type DepthAccuracy, type WallDistance } from '#sources/depth/readDistance.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';
import { rotationToPanorama } from '#tour/pose.ts';
import { findAsset } from '#tour/selectors/made.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { Tour } from '#tour/store.ts';
import type { TourState } from '#tour/state.ts';

export interface WallDepthOptions {
  readonly tour: Pick<Tour, 'store'>;
  readonly resolve: (uri: string) => string | null;
  readonly deviceClass: DeviceClass;
  /** Hears of the depth of every place that is loaded. */
  readonly known?: KnownWalls;
  /** A worker on `sources/depth/depthWorker.ts`; the bundler must see its address where the page is wired. */
  readonly createDepthWorker: () => Worker;
  readonly onFault: (path: string, message: string) => void;
}

export interface WallDepth {
  /** Not asked for, on its way, here, or not to be had. */
  readonly state: 'away' | 'coming' | 'here' | 'none';
  /** Along a unit direction of the node's frame; null where it is unknown, or not here. */
  read(direction: Vec3): WallDistance | null;
  subscribe(listener: () => void): () => void;
  /** That came over the network, and in how many requests. */
  readonly bytes: number;
  readonly requests: number;
  dispose(): void;
}

/** Cells across a depth picture, at most: half floats of 8192 × 4096 are 64 MB, of 4096 × 2048 16, of 2048 × 1024 4. */
const MOST_WIDTH = { desktop: 8_192, phone: 2_048, headset: 4_096 } satisfies Record<DeviceClass, number>;

interface Walls extends DepthAccuracy {
  readonly grid: DepthGrid;
  readonly toPanorama: Mat3;
}

export function createWallDepth(options: WallDepthOptions): WallDepth {
  const { store } = options.tour;
  const listeners = new Set<() => void>();
  let state: WallDepth['state'] = 'away';
  let walls: Walls | null = null;
  let leaving: AbortController | null = null;
  let bytes = 0;
  let requests = 0;

  const become = (next: WallDepth['state']): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const leave = (): void => {
    leaving?.abort();
    leaving = null;
    walls = null;
    state = 'away';
  };

  const arrive = (tourState: TourState): void => {
    if (state !== 'away') return;
    const node = selectNode(tourState);
    const asset = node && findAsset(tourState.exhibition, node.asset);
    const { depth } = asset?.kind === 'panorama' ? asset : {};
    const file = depth && depthFile(depth, MOST_WIDTH[options.deviceClass]);
    const url = file && options.resolve(file.uri);
    if (asset?.kind !== 'panorama' || !depth || !file || !url) {
      become('none');
      return;
    }
    const mine = new AbortController();
    leaving = mine;
    state = 'coming';
    void take(asset, depth, { ...file, url }, mine).catch((error: unknown) => {
      if (mine.signal.aborted) return;
      options.onFault(`assets.${asset.id}.depth`, error instanceof Error ? error.message : String(error));
      become('none');
    });
  };

  const take = async (
    { id, pose }: PanoramaAsset,
    { metresPerUnit = 0.001, error, errorShare, errorNearness }: NonNullable<PanoramaAsset['depth']>,
    { url, width, height }: { url: string; width: number; height: number },
    mine: AbortController,
  ): Promise<void> => {
    requests++;
    const request = { url, width, height, metresPerUnit, mostWidth: MOST_WIDTH[options.deviceClass] };
    const { bytes: loaded, ...grid } = await loadDepth(request, options.createDepthWorker, mine.signal);
    bytes += loaded;
    if (mine.signal.aborted) return;
    const toPanorama = rotationToPanorama(pose);
    const accuracy = { metresPerUnit, error, errorShare, errorNearness };
    walls = { grid, toPanorama, ...accuracy };
    options.known?.tell(id, wallsOf(grid, toPanorama, accuracy));
    become('here');
  };

  const isWanted = ({ tape, wallView }: TourState): boolean => tape !== null || wallView !== null;
  const follow = (tourState: TourState, before: TourState | null): void => {
    if (before && tourState.nodeId !== before.nodeId) leave();
    if (isWanted(tourState)) arrive(tourState);
    else if (before && isWanted(before)) leave();
  };
  const unsubscribe = store.subscribe(follow);
  follow(store.getState(), null);

  return {
    get state() {
      return state;
    },
    read(direction) {
      if (!walls) return null;
      const { yaw, pitch } = yawPitchOf(turn(walls.toPanorama, direction));
      return readDistance(walls.grid, yaw, pitch, walls);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get bytes() {
      return bytes;
    },
    get requests() {
      return requests;
    },
    dispose() {
      unsubscribe();
      leave();
      listeners.clear();
    },
  };
}

function turn(m: Mat3, [x, y, z]: Vec3): Vec3 {
  return [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
}
