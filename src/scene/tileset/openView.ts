/** A tileset's view as a visit opens it: behind the gate for glTF, with the decoders of the viewer. Loaded on demand. */
import { checkTileGltf } from '#sources/tileset/checkGltf.ts';
import { createTilesetView, type TilesetView } from './createTilesetView.ts';
import type { StandViewOptions } from './tilesetStand.ts';

export function openView(options: StandViewOptions): TilesetView {
  return createTilesetView({ ...options, checkGltf: checkTileGltf });
}
