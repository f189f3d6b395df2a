/**
 * The tilesets that stand in the world: which there are, what each may take, what is to be said of them. A view that
 * moves from the cave to the hand and back stays the same one, with all that is loaded of it.
 */
import { Group, Vector2, Vector4 } from 'three';
import type { Matrix4 } from 'three';
import type { TilesetAsset } from '#document/schema.ts';
import type { LayerFrame } from '#scene/frame/layer.ts';
import type { PlacedRelic, RelicObject } from '#scene/relic/relicPool.ts';
import type { TilesetError } from '#sources/tileset/tilesetError.ts';
import type { TileBudget } from './errorTarget.ts';
import { TilesetStand, type TilesetStandOptions, type ViewOpener } from './tilesetStand.ts';

export interface StandingTilesetsOptions {
  readonly view: TilesetStandOptions['view'];
  /** Brings the code that opens views; once. */
  readonly loadOpener: () => Promise<ViewOpener>;
  readonly onFault: (path: string, message: string) => void;
  /** Whom to name while a tileset is seen; an empty list once it is not. */
  readonly onAttributions: (assetId: string, lines: readonly string[]) => void;
  readonly requestFrame: () => void;
}

export interface PlacedTileset extends PlacedRelic {
  readonly asset: TilesetAsset;
}

/** Faults of one tileset that are told; a curator mends the first ones first. */
const MOST_FAULTS = 20;

export class StandingTilesets {
  readonly group = new Group();
  readonly #options: StandingTilesetsOptions;
  readonly #stands = new Map<string, TilesetStand>();
  /** Of whom nothing stands any more; they go in the next frame unless somebody wants them again. */
  #parked: TilesetStand[] = [];
  readonly #listeners = new Set<(instanceId: string) => void>();
  readonly #told = new Map<string, Set<string>>();
  readonly #named = new Map<string, readonly string[]>();
  readonly #buffer = new Vector2();
  readonly #viewport = new Vector4();
  readonly #size = { widthPx: 1, heightPx: 1 };
  readonly #taken = { triangles: 0, draws: 0, gpuBytes: 0 };
  readonly #traffic = { requests: 0, bytes: 0 };
  #opener: ViewOpener | null = null;
  #isClosed = false;
  #isComing = false;
  #hasNoCode = false;
  /** Whether others stand here than in the latest frame. */
  #hasMoved = false;

  constructor(options: StandingTilesetsOptions) {
    this.#options = options;
    this.group.name = 'tilesets';
  }

  get count(): number {
    return this.#stands.size;
  }

  /** In the latest frame, all eyes together; memory of what is parked counts too. */
  get taken(): { readonly triangles: number; readonly draws: number; readonly gpuBytes: number } {
    return this.#taken;
  }

  get traffic(): { readonly requests: number; readonly bytes: number } {
    const sum = { ...this.#traffic };
    for (const { stats } of this.#all()) add(sum, stats);
    return sum;
  }

  get isSettled(): boolean {
    if (this.#hasNoCode) return true;
    for (const stand of this.#stands.values()) if (!stand.isSettled) return false;
    return true;
  }

  show(placed: readonly PlacedTileset[]): void {
    const wanted = new Set(placed.map(({ instanceId }) => instanceId));
    for (const [instanceId, stand] of this.#stands) {
      if (wanted.has(instanceId)) continue;
      this.#stands.delete(instanceId);
      stand.instanceId = null;
      stand.group.removeFromParent();
      this.#parked.push(stand);
    }
    for (const one of placed) {
      const stand = this.#stands.get(one.instanceId) ?? this.#take(one.asset);
      this.#stands.set(one.instanceId, stand);
      this.group.add(stand.group);
      stand.place(one);
    }
    this.#hasMoved = true;
    if (placed.length > 0) this.#load();
    this.#options.requestFrame();
  }

  move(instanceId: string, matrix: Matrix4): void {
    this.#stands.get(instanceId)?.move(matrix);
  }

  /** `each` is the ceiling of every one; says whether another frame is wanted. */
  frame(frame: LayerFrame, each: TileBudget): boolean {
    for (const stand of this.#parked.splice(0)) {
      add(this.#traffic, stand.stats);
      stand.dispose();
    }
    if (this.#stands.size > 0) this.#measure(frame);
    let needsFrame = false;
    const eyes = Math.max(1, frame.sample.eyes.length);
    const taken = this.#taken;
    taken.triangles = taken.draws = taken.gpuBytes = 0;
    for (const [instanceId, stand] of this.#stands) {
      needsFrame = stand.frame(frame, each, this.#opener, this.#size) || needsFrame;
      const { triangles, draws, gpuBytes } = stand.stats;
      taken.triangles += triangles * eyes;
      taken.draws += draws * eyes;
      taken.gpuBytes += gpuBytes;
      if (stand.hasChanged()) for (const listener of this.#listeners) listener(instanceId);
    }
    this.#nameMakers();
    return needsFrame;
  }

  objectsOf(instanceId: string): readonly RelicObject[] | null {
    return this.#stands.get(instanceId)?.objects ?? null;
  }

  faultOf(instanceId: string): string | null {
    return this.#stands.get(instanceId)?.fault ?? null;
  }

  onChange(listener: (instanceId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What is given back only once a new context is there belongs to none, so it goes at once. */
  loseContext(): void {
    for (const stand of this.#all()) {
      add(this.#traffic, stand.stats);
      stand.close();
    }
  }

  dispose(): void {
    this.#isClosed = true;
    for (const stand of this.#all()) stand.dispose();
    this.#opener?.dispose();
    this.#stands.clear();
    this.#parked = [];
    this.#listeners.clear();
    this.group.removeFromParent();
  }

  *#all(): Generator<TilesetStand> {
    yield* this.#stands.values();
    yield* this.#parked;
  }

  #take(asset: TilesetAsset): TilesetStand {
    const at = this.#parked.findIndex((stand) => stand.asset === asset);
    const [parked] = at < 0 ? [] : this.#parked.splice(at, 1);
    const { view } = this.#options;
    return parked ?? new TilesetStand({ asset, view, onFault: (fault) => this.#tell(asset.id, fault) });
  }

  #load(): void {
    if (this.#opener || this.#isComing) return;
    this.#isComing = true;
    this.#hasNoCode = false;
    const { loadOpener, requestFrame } = this.#options;
    loadOpener()
      .then(
        (opener) => {
          if (this.#isClosed) opener.dispose();
          else this.#opener = opener;
        },
        () => {
          // Tried again the next time that a tileset is to stand somewhere.
          this.#isComing = false;
          this.#hasNoCode = true;
          for (const { asset } of this.#stands.values()) {
            const message = 'the part of the viewer that shows tilesets could not be fetched; load the page again';
            this.#options.onFault(`assets.${asset.id}`, message);
          }
        },
      )
      .finally(requestFrame);
  }

  #tell(assetId: string, { file, message }: TilesetError): void {
    const told = this.#told.get(assetId) ?? new Set();
    this.#told.set(assetId, told);
    if (told.has(message) || told.size > MOST_FAULTS) return;
    told.add(message);
    const { onFault } = this.#options;
    if (told.size <= MOST_FAULTS) onFault(`assets.${assetId}/${file}`, message);
    else onFault(`assets.${assetId}`, 'and more files of this tileset; “grotto check” lists them all');
  }

  #measure({ renderer }: LayerFrame): void {
    const size = this.#size;
    const { xr } = renderer;
    if (xr.isPresenting) {
      const { z, w } = xr.getCamera().cameras[0]?.viewport ?? this.#viewport.set(0, 0, 1, 1);
      [size.widthPx, size.heightPx] = [z, w];
      return;
    }
    const { x, y } = renderer.getDrawingBufferSize(this.#buffer);
    [size.widthPx, size.heightPx] = [x, y];
  }

  /** Several that show one tileset name its makers together. */
  #nameMakers(): void {
    let isNews = this.#hasMoved;
    for (const stand of this.#stands.values()) isNews = stand.hasNewMakers() || isNews;
    if (!isNews) return;
    this.#hasMoved = false;
    const found = new Map([...this.#named.keys()].map((assetId) => [assetId, NOBODY]));
    for (const { asset, stats } of this.#stands.values()) {
      found.set(asset.id, [...new Set([...(found.get(asset.id) ?? NOBODY), ...stats.attributions])]);
    }
    for (const [assetId, lines] of found) {
      const before = this.#named.get(assetId) ?? NOBODY;
      if (lines.length === before.length && lines.every((line, i) => line === before[i])) continue;
      this.#named.set(assetId, lines);
      this.#options.onAttributions(assetId, lines);
    }
  }
}

const NOBODY: readonly string[] = [];

function add(sum: { requests: number; bytes: number }, stats: { requests: number; bytes: number }): void {
  sum.requests += stats.requests;
  sum.bytes += stats.bytes;
}
