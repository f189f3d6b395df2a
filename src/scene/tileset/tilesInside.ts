/**
 * What is used of 3d-tiles-renderer beyond the faces it declares. Its version is pinned in package.json; the tests in
 * the browser show whether a new one still works like this.
 */
import { Ellipsoid, type TilesRenderer } from '3d-tiles-renderer/three';
import { Matrix4, Vector3 } from 'three';
import type { BufferGeometry, Material, Object3D, Texture } from 'three';
import type { ReadTile } from '#sources/tileset/readTile.ts';

/** A tile as the renderer keeps it: what was read, and its own state. */
export interface InnerTile extends ReadTile {
  readonly parent: InnerTile | null;
  readonly children: InnerTile[];
  readonly refine: 'ADD' | 'REPLACE';
  readonly internal: {
    hasContent: boolean;
    hasRenderableContent: boolean;
    hasUnrenderableContent: boolean;
    readonly loadingState: number;
  };
  readonly engineData: {
    readonly transformInverse: Matrix4;
    scene: Object3D | null;
    /** The loader's whole result, with the file's bytes. */
    metadata: unknown;
    materials: Material[] | null;
    geometry: BufferGeometry[] | null;
    textures: Texture[] | null;
  };
}

export interface TilesInside {
  readonly isLoading: boolean;
  readonly root: InnerTile | null;
  /** Of each camera, in the tileset's frame. */
  readonly cameraInfo: readonly { readonly position: Vector3 }[];
  readonly visibleTiles: ReadonlySet<InnerTile>;
  /** Tiles wanted by the last update that found no room. */
  readonly stats: { refused: number };
  /** Queued, fetched or being decoded. */
  readonly loadingTiles: ReadonlySet<InnerTile>;
  readonly lruCache: {
    readonly cachedBytes: number;
    readonly maxBytesSize: number;
    readonly usedSet: ReadonlySet<InnerTile>;
  };
  /** Asked for every tile that is wanted and not there. */
  queueTileForDownload(tile: InnerTile): void;
  /** Called for what was asked for, the most urgent first. */
  requestTileContents(tile: InnerTile): void;
  /** Decodes a content and keeps it in `tile.engineData`. */
  parseTile(bytes: ArrayBuffer, tile: InnerTile, extension: string, url: string, signal: AbortSignal): Promise<void>;
}

export function insideOf(tiles: TilesRenderer): TilesInside {
  return tiles as unknown as TilesInside;
}

/**
 * The loader of i3dm still asks for this frame with three arguments, and the renderer then writes a warning to the
 * visitor's console for every instance. Both ways of asking are answered here, by the same means.
 */
export function answerBothWays(): void {
  Ellipsoid.prototype.getEastNorthUpFrame = function (
    lat: number,
    lon: number,
    third: number | Matrix4,
    last?: Matrix4,
  ) {
    const [height, target] = typeof third === 'number' ? [third, last ?? new Matrix4()] : [0, third];
    const [east, north, up] = [new Vector3(), new Vector3(), new Vector3()];
    this.getEastNorthUpAxes(lat, lon, east, north, up);
    const at = this.getCartographicToPosition(lat, lon, height, new Vector3());
    return target.makeBasis(east, north, up).setPosition(at);
  };
}
