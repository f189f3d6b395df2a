/**
 * A tileset in a scene: 3d-tiles-renderer behind our gate, inside our budget, on demand. This file is loaded when the
 * first tileset is opened; nobody else imports the renderer.
 *
 *     const view = createTilesetView({ … });
 *     scene.add(view.group);
 *     // Each frame, before it is drawn and after the camera's matrices are up to date:
 *     const { needsFrame } = view.frame(camera, { widthPx, heightPx });
 */
import { Scheduler } from '3d-tiles-renderer/core';
import { TilesRenderer } from '3d-tiles-renderer/three';
import { Box3, Group, Matrix4 } from 'three';
import type { ArrayCamera, Camera, Object3D, WebGLRenderer } from 'three';
import type { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { CheckGltf } from '#sources/tileset/checkContent.ts';
import { TilesetError, fileNameOf } from '#sources/tileset/tilesetError.ts';
import { resolveTileUri } from '#sources/tileset/tileUri.ts';
import { findUpright } from '#sources/tileset/upright.ts';
import { Admission } from './admission.ts';
import { freeInstances, instanceBytes } from './dressTile.ts';
import { ErrorTarget, type TileBudget, type TileLoad } from './errorTarget.ts';
import { TileGuard } from './guard.ts';
import { type TileMeasure, measureTile } from './measureTile.ts';
import { equipRenderer, setCacheBytes } from './equipRenderer.ts';
import { placeUpright } from './placeUpright.ts';
import { loadTileset } from './tileLoader.ts';
import { type InnerTile, type TilesInside, insideOf } from './tilesInside.ts';

export interface TilesetViewOptions {
  /** Of the tileset.json, as in the document. */
  readonly uri: string;
  /** Address of exhibition.json; nothing outside its folder is asked for. */
  readonly baseUrl: string;
  readonly up: 'y' | 'z';
  readonly isCentred: boolean;
  readonly renderer: WebGLRenderer;
  readonly budget: TileBudget;
  /** The gate for glTF inside tiles; throws an error in words. */
  readonly checkGltf: CheckGltf;
  /** Gives the loader of tiles its decoders. */
  readonly configureGltfLoader?: (loader: GLTFLoader) => void;
  /** Each fault once, in words for whoever made the exhibition. */
  readonly onFault: (fault: TilesetError) => void;
  /** A tile, as it hangs in the scene, is shown or no longer is; told while tiles are chosen. */
  readonly onTile?: (tile: Object3D, isShown: boolean) => void;
  readonly requestFrame: () => void;
}

export interface TilesetStats {
  /** Drawn in one frame by one eye; points count as triangles. */
  readonly triangles: number;
  readonly draws: number;
  readonly gpuBytes: number;
  /** Shown at the moment. */
  readonly tiles: number;
  /** Lines to be shown while the tileset is seen, those of the most tiles first. The list changes when they do. */
  readonly attributions: readonly string[];
  /** Fetched so far: files, and the bytes of what is drawn. */
  readonly requests: number;
  readonly bytes: number;
}

export interface TilesetFrame {
  /** Whether another frame will look different without anything else happening. */
  readonly needsFrame: boolean;
  /** Whether everything wanted is here, or cannot be had. */
  readonly isSettled: boolean;
}

export interface TilesetView {
  /** Metres, Y up. Empty until the first tiles are there. */
  readonly group: Group;
  /** Around the whole tileset, in the group's frame; empty until its tileset.json is there. */
  readonly bounds: Box3;
  readonly stats: TilesetStats;
  /** Whether its tileset.json could not be had, so that nothing will ever be shown. */
  readonly hasFailed: boolean;
  /** In a session the camera is the one that three gives for it. The answer is the same object each time. */
  frame(camera: Camera, sizePx: { readonly widthPx: number; readonly heightPx: number }): TilesetFrame;
  setBudget(budget: TileBudget): void;
  dispose(): void;
}

/** Coarser steps tried within one frame; each is a quarter coarser, so that all together are a factor of thousands. */
const MOST_STEPS = 40;

export function createTilesetView(options: TilesetViewOptions): TilesetView {
  const view = new View(options);
  void view.open();
  return view;
}

class View implements TilesetView {
  readonly group = new Group();
  readonly bounds = new Box3();
  readonly #options: TilesetViewOptions;
  readonly #error: ErrorTarget;
  readonly #stop = new AbortController();
  readonly #load = { triangles: 0, draws: 0, bytes: 0, refused: 0, isIdle: false };
  readonly #answer = { needsFrame: false, isSettled: false };
  readonly #measures = new Map<InnerTile, TileMeasure>();
  readonly #seen = new Matrix4();
  #stats: TilesetStats = {
    triangles: 0, draws: 0, gpuBytes: 0, tiles: 0, attributions: [], requests: 0, bytes: 0,
  }; // prettier-ignore
  #eyes = 1;
  #hasChanged = true;
  #hasFailed = false;
  #tiles: TilesRenderer | null = null;
  #inside: TilesInside | null = null;
  #guard: TileGuard | null = null;
  #camera: Camera | null = null;

  constructor(options: TilesetViewOptions) {
    this.#options = options;
    this.#error = new ErrorTarget(options.budget);
    const { xr } = options.renderer;
    xr.addEventListener('sessionstart', this.#followSession);
    xr.addEventListener('sessionend', this.#followSession);
    if (xr.isPresenting) this.#followSession();
  }

  get stats(): TilesetStats {
    return this.#stats;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Reads tileset.json, then starts the renderer; without it the view stays empty. */
  async open(): Promise<void> {
    const { uri, baseUrl, checkGltf, configureGltfLoader, onFault, requestFrame } = this.#options;
    const { signal } = this.#stop;
    const folder = new URL('.', baseUrl).href;
    try {
      const rootUrl = resolveTileUri(uri, baseUrl, folder);
      const root = await loadTileset(rootUrl, [], { folder, checkGltf }, signal);
      if (signal.aborted) return;
      const guard = new TileGuard({ rootUrl, root, folder, checkGltf, onFault, requestFrame });
      const tiles = new TilesRenderer(rootUrl);
      equipRenderer(tiles, { folder, ...(configureGltfLoader && { configureGltfLoader }) });
      setCacheBytes(tiles, this.#options.budget.gpuBytes);
      tiles.registerPlugin(guard);
      placeUpright(tiles.group, findUpright(root.root, this.#options), this.bounds);
      this.group.add(tiles.group);
      this.#watch(tiles);
      this.#guard = guard;
      this.#inside = insideOf(tiles);
      this.#tiles = tiles;
    } catch (error) {
      if (signal.aborted) return;
      this.#hasFailed = true;
      const file = fileNameOf(uri);
      onFault(error instanceof TilesetError ? error : new TilesetError('bad-content', file, String(error)));
    }
    requestFrame();
  }

  frame(camera: Camera, { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): TilesetFrame {
    const answer = this.#answer;
    answer.isSettled = this.#hasFailed;
    answer.needsFrame = false;
    const tiles = this.#tiles;
    const inside = this.#inside;
    if (!tiles || !inside || widthPx < 1 || heightPx < 1) return answer;
    this.#look(tiles, camera, widthPx, heightPx);
    tiles.group.updateWorldMatrix(true, false);
    this.#choose(tiles);
    const hasChanged = this.#hasChanged;
    let load = this.#measure(tiles, inside);
    let isRaised = false;
    for (let i = 0; i < MOST_STEPS && this.#error.isRaised(load); i++) {
      isRaised = true;
      this.#choose(tiles);
      load = this.#measure(tiles, inside);
    }
    const isLowered = !isRaised && !hasChanged && this.#error.isLowered(load);
    answer.needsFrame = hasChanged || isRaised || isLowered || (load.isIdle && load.refused > 0);
    answer.isSettled = load.isIdle && !answer.needsFrame;
    return answer;
  }

  setBudget(budget: TileBudget): void {
    this.#error.setBudget(budget);
    if (this.#tiles) setCacheBytes(this.#tiles, budget.gpuBytes);
    this.#options.requestFrame();
  }

  dispose(): void {
    this.#stop.abort(new DOMException('the tileset was closed', 'AbortError'));
    const { xr } = this.#options.renderer;
    xr.removeEventListener('sessionstart', this.#followSession);
    xr.removeEventListener('sessionend', this.#followSession);
    this.#tiles?.dispose();
    this.#tiles = null;
    this.#inside = null;
    this.#measures.clear();
    this.group.removeFromParent();
  }

  /** In a session the page's own frames may stand still; the renderer's queues must then wait for the session's. */
  readonly #followSession = (): void => {
    Scheduler.setXRSession(this.#options.renderer.xr.getSession() as XRSession);
  };

  #look(tiles: TilesRenderer, camera: Camera, widthPx: number, heightPx: number): void {
    if (camera !== this.#camera) {
      if (this.#camera) tiles.deleteCamera(this.#camera);
      tiles.setCamera(camera);
      this.#camera = camera;
    }
    tiles.setResolution(camera, widthPx, heightPx);
    this.#eyes = (camera as Partial<ArrayCamera>).cameras?.length ?? 1;
    if (this.#seen.equals(camera.matrixWorld)) return;
    this.#seen.copy(camera.matrixWorld);
    this.#error.release();
  }

  #choose(tiles: TilesRenderer): void {
    tiles.errorTarget = this.#error.value;
    tiles.update();
  }

  #measure(tiles: TilesRenderer, inside: TilesInside): TileLoad {
    const { cachedBytes } = inside.lruCache;
    if (this.#hasChanged || cachedBytes !== this.#stats.gpuBytes) this.#count(inside, cachedBytes);
    this.#hasChanged = false;
    const load = this.#load;
    load.triangles = this.#stats.triangles * this.#eyes;
    load.draws = this.#stats.draws * this.#eyes;
    load.bytes = 0;
    for (const tile of inside.lruCache.usedSet) load.bytes += tiles.lruCache.getMemoryUsage(tile);
    load.refused = inside.stats.refused;
    load.isIdle = inside.root !== null && !inside.isLoading && !isBusy(tiles);
    return load;
  }

  #count(inside: TilesInside, gpuBytes: number): void {
    const lines = new Map<string, number>();
    let triangles = 0;
    let draws = 0;
    for (const tile of inside.visibleTiles) {
      triangles += this.#measures.get(tile)?.triangles ?? 0;
      draws += this.#measures.get(tile)?.draws ?? 0;
      this.#guard?.collectCopyrights(tile, lines);
    }
    const found = [...lines].sort(([, a], [, b]) => b - a).map(([line]) => line);
    const { attributions } = this.#stats;
    const isSame = found.length === attributions.length && found.every((line, i) => line === attributions[i]);
    this.#stats = {
      triangles,
      draws,
      gpuBytes,
      tiles: inside.visibleTiles.size,
      attributions: isSame ? attributions : found,
      requests: this.#guard?.traffic.requests ?? 0,
      bytes: this.#guard?.traffic.bytes ?? 0,
    };
  }

  #watch(tiles: TilesRenderer): void {
    const { requestFrame } = this.#options;
    tiles.addEventListener('needs-update', requestFrame);
    const admission = new Admission(insideOf(tiles));
    tiles.addEventListener('load-model', ({ scene, tile }) => {
      admission.noteLoaded(tiles.lruCache.getMemoryUsage(tile));
      this.#measures.set(tile as unknown as InnerTile, measureTile(scene));
    });
    tiles.addEventListener('dispose-model', ({ scene, tile }) => {
      this.#measures.delete(tile as unknown as InnerTile);
      freeInstances(scene);
    });
    tiles.addEventListener('tile-visibility-change', ({ scene, visible }) => {
      this.#hasChanged = true;
      if (scene) this.#options.onTile?.(scene, visible);
    });
    tiles.registerPlugin({
      name: 'GROTTO_INSTANCE_BYTES',
      calculateBytesUsed: (_tile: unknown, scene: Group | null) => instanceBytes(scene),
    });
  }
}

function isBusy({ downloadQueue, parseQueue, processNodeQueue }: TilesRenderer): boolean {
  return downloadQueue.running || parseQueue.running || processNodeQueue.running;
}
