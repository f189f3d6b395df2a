/** How a visit opens tilesets: behind the gate for glTF, with the decoders of the viewer. Loaded on demand. */
import type { WebGLRenderer } from 'three';
import { checkTileGltf } from '#sources/tileset/checkGltf.ts';
import { createTilesetView } from './createTilesetView.ts';
import { createTileDecoders } from './tileDecoders.ts';
import type { ViewOpener } from './tilesetStand.ts';

export function createViewOpener(renderer: WebGLRenderer): ViewOpener {
  const decoders = createTileDecoders(renderer);
  return {
    open: (options) =>
      createTilesetView({
        ...options,
        checkGltf: checkTileGltf,
        configureGltfLoader: (loader) => decoders.configure(loader),
      }),
    dispose: () => decoders.dispose(),
  };
}
