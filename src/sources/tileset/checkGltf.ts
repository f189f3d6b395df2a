/** The gate for glTF inside tiles: the one that relics pass, for what a tile may be and may ask for. */
import { readContainer } from '#sources/relic/gltf/container.ts';
import { gateGltf, KNOWN_EXTENSIONS } from '#sources/relic/gltf/gate.ts';
import { ModelError } from '#sources/relic/gltf/modelError.ts';
import { type RelicLimits, VISIT_LIMITS } from '#sources/relic/limits.ts';
import { MOST_CONTENT_BYTES } from './limits.ts';
import { TilesetError, fileNameOf } from './tilesetError.ts';

const MEGABYTE = 1024 * 1024;

/** A tile is one of many. */
const TILE_LIMITS: RelicLimits = {
  ...VISIT_LIMITS,
  fileBytes: MOST_CONTENT_BYTES,
  geometryBytes: 256 * MEGABYTE,
  elements: 10_000_000,
  nodes: 50_000,
  instances: 50_000,
};

/** What a tile is without: its properties are never shown. */
const TILE_EXTENSIONS: ReadonlySet<string> = new Set([
  ...KNOWN_EXTENSIONS, 'CESIUM_RTC', 'CESIUM_primitive_outline', 'EXT_feature_metadata', 'EXT_instance_features',
  'EXT_mesh_features', 'EXT_structural_metadata',
]); // prettier-ignore

export function checkTileGltf(bytes: Uint8Array, url: string): void {
  try {
    const { json, bin } = readContainer(bytes as Uint8Array<ArrayBuffer>, TILE_LIMITS);
    gateGltf(json, bin?.length ?? 0, { limits: TILE_LIMITS, known: TILE_EXTENSIONS });
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new TilesetError('bad-content', fileNameOf(url), `its glTF: ${error.message}`);
  }
}
