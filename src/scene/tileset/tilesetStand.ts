/** One tileset that stands somewhere: its view in its place, its tiles as relic objects, what went wrong with it. */
import { Group } from 'three';
import type { Matrix4, Object3D } from 'three';
import type { TilesetAsset } from '#document/schema.ts';
import type { LayerFrame } from '#scene/frame/layer.ts';
import type { PlacedRelic, RelicObject } from '#scene/relic/relicPool.ts';
import type { TilesetError } from '#sources/tileset/tilesetError.ts';
import type { TilesetStats, TilesetView, TilesetViewOptions } from './createTilesetView.ts';
import type { TileBudget } from './errorTarget.ts';
import { TileObject } from './tileObject.ts';

/** Of a view's options all but what belongs to the reading of its files. */
export type StandViewOptions = Omit<TilesetViewOptions, 'checkGltf' | 'configureGltfLoader'>;
export interface ViewOpener {
  open(options: StandViewOptions): TilesetView;
  /** After all views that it opened. */
  dispose(): void;
}

export interface TilesetStandOptions {
  readonly asset: TilesetAsset;
  /** All of a view's options but what a stand says itself. */
  readonly view: Pick<TilesetViewOptions, 'baseUrl' | 'renderer' | 'requestFrame'>;
  readonly onFault: (fault: TilesetError) => void;
}

const NOTHING: TilesetStats = {
  triangles: 0, draws: 0, gpuBytes: 0, tiles: 0, attributions: [], requests: 0, bytes: 0,
}; // prettier-ignore

export class TilesetStand {
  readonly asset: TilesetAsset;
  /** Turned and moved to where the tileset stands. */
  readonly group = new Group();
  /** Why nothing of it can be shown; null while there is hope. */
  fault: string | null = null;
  isSettled = false;
  /** Which relic it is; null while nobody wants it. */
  instanceId: string | null = null;
  readonly #options: TilesetStandOptions;
  readonly #objects = new Map<Object3D, TileObject>();
  readonly #shown = new Set<Object3D>();
  #view: TilesetView | null = null;
  #budget: TileBudget | null = null;
  #list: readonly RelicObject[] = [];
  #lastFault: string | null = null;
  #hasChanged = false;
  #named = NOTHING.attributions;

  constructor(options: TilesetStandOptions) {
    this.#options = options;
    this.asset = options.asset;
    this.group.name = `tileset ${options.asset.id}`;
    this.group.matrixAutoUpdate = false;
  }

  get stats(): TilesetStats {
    return this.#view?.stats ?? NOTHING;
  }

  /** Of the tiles that are shown, in no order. */
  get objects(): readonly RelicObject[] {
    return this.#list;
  }

  place({ instanceId, matrix }: PlacedRelic): void {
    if (instanceId !== this.instanceId) {
      this.instanceId = instanceId;
      // Who it belongs to stands in every object.
      this.#objects.clear();
      this.#hasChanged = true;
    }
    this.move(matrix);
  }

  move(matrix: Matrix4): void {
    this.group.matrix.copy(matrix);
    this.group.matrixWorldNeedsUpdate = true;
    this.isSettled = false;
  }

  /** Sets the view up once its code is here; says whether another frame is wanted. */
  frame({ renderer, camera }: LayerFrame, budget: TileBudget, opener: ViewOpener | null, size: FrameSize): boolean {
    if (!opener) return false;
    const view = this.#view ?? this.#open(opener, budget);
    if (!this.#budget || !isSame(this.#budget, budget)) {
      this.#budget = budget;
      view.setBudget(budget);
    }
    const { xr } = renderer;
    const { needsFrame, isSettled } = view.frame(xr.isPresenting ? xr.getCamera() : camera, size);
    this.isSettled = isSettled;
    const isBare = view.hasFailed || (isSettled && view.stats.tiles === 0);
    this.fault = isBare ? this.#lastFault : null;
    return needsFrame;
  }

  /** Whether `objects` is another list than before; to be asked once a frame. */
  hasChanged(): boolean {
    if (!this.#hasChanged) return false;
    this.#hasChanged = false;
    const { instanceId } = this;
    const view = this.#view;
    if (instanceId === null || !view) this.#list = [];
    else this.#list = [...this.#shown].map((tile) => this.#objectOf(tile, instanceId, view));
    return true;
  }

  /** Whether others are to be named than when this was last asked. */
  hasNewMakers(): boolean {
    const { attributions } = this.stats;
    const isNews = attributions !== this.#named;
    this.#named = attributions;
    return isNews;
  }

  /** Forgets the view and all of its memory; a later frame begins anew. */
  close(): void {
    this.#view?.dispose();
    this.#view = null;
    this.#objects.clear();
    this.#shown.clear();
    this.#hasChanged = true;
    this.isSettled = false;
  }

  dispose(): void {
    this.close();
    this.group.removeFromParent();
  }

  #open(opener: ViewOpener, budget: TileBudget): TilesetView {
    const { uri, up = 'z', isCentred = true } = this.asset;
    const { onFault, view: shared } = this.#options;
    const view = opener.open({
      ...shared,
      uri,
      up,
      isCentred,
      budget,
      onFault: (fault) => {
        this.#lastFault ??= fault.message;
        onFault(fault);
      },
      onTile: (tile, isShown) => {
        if (isShown) this.#shown.add(tile);
        else this.#shown.delete(tile);
        this.#hasChanged = true;
      },
    });
    this.#budget = budget;
    this.#view = view;
    this.group.add(view.group);
    return view;
  }

  #objectOf(tile: Object3D, instanceId: string, view: TilesetView): TileObject {
    let object = this.#objects.get(tile);
    if (!object) {
      object = new TileObject(instanceId, tile, view.group, view.bounds);
      this.#objects.set(tile, object);
      this.#forgetUnshown();
    }
    return object;
  }

  /** Tiles that were thrown out must not be held on to; a fresh object of one that comes back costs nothing. */
  #forgetUnshown(): void {
    if (this.#objects.size < 2 * this.#shown.size + 32) return;
    for (const tile of this.#objects.keys()) if (!this.#shown.has(tile)) this.#objects.delete(tile);
  }
}

export interface FrameSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

function isSame(a: TileBudget, b: TileBudget): boolean {
  return a.triangles === b.triangles && a.draws === b.draws && a.gpuBytes === b.gpuBytes;
}
