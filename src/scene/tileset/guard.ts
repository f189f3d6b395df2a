/**
 * The plugin that stands between the renderer and everything it loads: each file comes through the gate, each fault
 * is told once, and a file that cannot be had costs only itself. The renderer never sees an error, which it would
 * write to the visitor's console.
 */
import { Group, Vector3 } from 'three';
import type { Object3D } from 'three';
import { holdsPoint } from '#sources/tileset/boundingVolume.ts';
import type { CheckGltf } from '#sources/tileset/checkContent.ts';
import type { ReadTileset } from '#sources/tileset/readTileset.ts';
import { TilesetError, fileNameOf } from '#sources/tileset/tilesetError.ts';
import { dressTile } from './dressTile.ts';
import { FailedTiles } from './failedTiles.ts';
import { type TileContents, loadTile } from './tileLoader.ts';
import type { InnerTile, TilesInside } from './tilesInside.ts';

export interface GuardOptions {
  readonly rootUrl: string;
  readonly root: ReadTileset;
  readonly folder: string;
  readonly checkGltf: CheckGltf;
  readonly onFault: (fault: TilesetError) => void;
  readonly requestFrame: () => void;
}

/** Requests that were given up before they began are forgotten now and then. */
const MOST_REQUESTS = 4_000;

export class TileGuard {
  readonly name = 'GROTTO_TILE_GUARD';
  /** Files that came, and the bytes of what is drawn; the first one is the tileset.json. */
  readonly traffic = { requests: 1, bytes: 0 };
  readonly #options: GuardOptions;
  readonly #failed = new FailedTiles();
  readonly #told = new Set<string>();
  /** The address the renderer asks with carries a number, by which its tile is known again. */
  readonly #requests = new Map<string, InnerTile>();
  #lastRequest = 0;
  /** The tileset that each root tile begins. */
  readonly #sources = new WeakMap<InnerTile, string>();
  readonly #copyrights = new WeakMap<InnerTile, readonly string[]>();
  readonly #point = new Vector3();
  #inside: TilesInside | null = null;

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** Called by the renderer once it has the plugin. */
  init(tiles: TilesInside): void {
    this.#inside = tiles;
    const queue = tiles.queueTileForDownload.bind(tiles);
    tiles.queueTileForDownload = (tile) => {
      if (!this.#failed.has(tile)) queue(tile);
    };
  }

  preprocessURL(url: string, tile: InnerTile | null): string {
    if (tile === null) return url;
    if (this.#requests.size > MOST_REQUESTS) this.#requests.clear();
    const [file = url] = url.split('#', 1);
    const address = `${file}#${++this.#lastRequest}`;
    this.#requests.set(address, tile);
    return address;
  }

  fetchData(address: string, { signal }: { signal?: AbortSignal }): Promise<ReadTileset | TileContents> {
    if (!address.includes('#')) return Promise.resolve(this.#options.root);
    const tile = this.#requests.get(address);
    this.#requests.delete(address);
    if (!tile || !signal) return Promise.reject(givenUp());
    return this.#guard(tile, signal, async () => {
      const found = await loadTile(tile, this.#ancestorsOf(tile), this.#options, signal);
      this.traffic.requests += 'contents' in found ? found.contents.length : 1;
      if ('contents' in found) for (const { bytes } of found.contents) this.traffic.bytes += bytes.byteLength;
      if (found.copyrights.length > 0) this.#copyrights.set(tile, found.copyrights);
      return found;
    });
  }

  /** Once for every tile, before anything else is done with it; `parent` is null for the very first. */
  preprocessNode(tile: InnerTile, _folder: string, parent: InnerTile | null): void {
    if (parent === null) {
      this.#sources.set(tile, this.#options.rootUrl);
    } else if (parent.internal.hasUnrenderableContent) {
      if (!parent.implicit && parent.content) this.#sources.set(tile, parent.content.uri);
      this.#failed.noteLoaded(parent);
    }
  }

  parseTile(
    { contents }: TileContents,
    tile: InnerTile,
    _extension: string,
    _address: string,
    signal: AbortSignal,
  ): Promise<void> {
    return this.#guard(tile, signal, async () => {
      await this.#parse(contents, tile, signal);
      if (!signal.aborted) this.#failed.noteLoaded(tile);
      // Where it finds no room after all, the renderer drops it without a word.
      this.#options.requestFrame();
    });
  }

  /**
   * Hides a tile that only shows while the viewer is in a volume of its own. True means that the answer counts; within
   * the volume it must not, or the renderer would take the tile for seen wherever one looks.
   */
  calculateTileViewError(tile: InnerTile, answer: { inView: boolean }): boolean {
    const { viewerRequestVolume } = tile;
    const viewer = this.#inside?.cameraInfo[0]?.position;
    if (!viewerRequestVolume || !viewer) return false;
    const { x, y, z } = this.#point.copy(viewer).applyMatrix4(tile.engineData.transformInverse);
    answer.inView = holdsPoint(viewerRequestVolume, x, y, z);
    return !answer.inView;
  }

  /** Called while the renderer decodes, before it notes what must be freed. */
  processTileModel(scene: Object3D): void {
    dressTile(scene);
  }

  disposeTile(tile: InnerTile): void {
    this.#failed.noteDropped(tile);
  }

  /** Whom a tile names as its makers, by itself or through the tilesets it lies in. */
  collectCopyrights(tile: InnerTile, lines: Map<string, number>): void {
    count(this.#options.root.copyrights, lines);
    for (let at = tile.parent; at; at = at.parent) {
      if (at.internal.hasUnrenderableContent) count(this.#copyrights.get(at), lines);
    }
    count(this.#copyrights.get(tile), lines);
  }

  tell(fault: TilesetError): void {
    if (this.#told.has(fault.message)) return;
    this.#told.add(fault.message);
    this.#options.onFault(fault);
  }

  async #parse(contents: TileContents['contents'], tile: InnerTile, signal: AbortSignal): Promise<void> {
    const { engineData } = tile;
    const parts: InnerTile['engineData'][] = [];
    for (const { bytes, url, format } of contents) {
      await this.#inside?.parseTile(bytes, tile, format, url, signal);
      if (signal.aborted) return parts.forEach(freePart);
      // The loader's result holds on to the whole file.
      engineData.metadata = null;
      parts.push({ ...engineData });
    }
    if (parts.length < 2) return;
    const group = new Group();
    group.userData.tile = tile;
    group.add(...parts.flatMap(({ scene }) => scene ?? []));
    engineData.scene = group;
    engineData.materials = parts.flatMap(({ materials }) => materials ?? []);
    engineData.geometry = parts.flatMap(({ geometry }) => geometry ?? []);
    engineData.textures = parts.flatMap(({ textures }) => textures ?? []);
  }

  /** Turns a fault into a quiet end of the request: the renderer takes it for one that was given up. */
  async #guard<T>(tile: InnerTile, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!signal.aborted) {
        const file = fileNameOf(tile.content?.uri ?? '');
        const fault = error instanceof TilesetError ? error : new TilesetError('bad-content', file, wordsOf(error));
        this.#failed.noteFailed(tile);
        this.tell(fault);
        this.#options.requestFrame();
      }
      throw givenUp();
    }
  }

  #ancestorsOf(tile: InnerTile): readonly string[] {
    const found: string[] = [];
    for (let at: InnerTile | null = tile; at; at = at.parent) {
      const source = this.#sources.get(at);
      if (source !== undefined) found.unshift(source);
    }
    return found;
  }
}

function count(found: readonly string[] | undefined, lines: Map<string, number>): void {
  for (const line of found ?? []) lines.set(line, (lines.get(line) ?? 0) + 1);
}

function givenUp(): DOMException {
  return new DOMException('the tile is not there', 'AbortError');
}

function freePart({ geometry, materials, textures }: InnerTile['engineData']): void {
  for (const part of geometry ?? []) part.dispose();
  for (const part of materials ?? []) part.dispose();
  for (const part of textures ?? []) part.dispose();
}

function wordsOf(error: unknown): string {
  return `cannot be decoded (${error instanceof Error ? error.message : String(error)}); export it again`;
}
