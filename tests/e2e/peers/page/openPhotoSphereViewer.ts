import '@photo-sphere-viewer/core/index.css';
import { EquirectangularAdapter, Viewer, type ViewerConfig } from '@photo-sphere-viewer/core';
import { CubemapAdapter } from '@photo-sphere-viewer/cubemap-adapter';
import { CubemapTilesAdapter } from '@photo-sphere-viewer/cubemap-tiles-adapter';
import { EquirectangularTilesAdapter } from '@photo-sphere-viewer/equirectangular-tiles-adapter';
import type { Open } from './opened.ts';

/**
 * By default it draws a sphere as 64 by 32 flat pieces, in which a picture lies straight where it should curve, and takes
 * tiles near the poles from coarser pictures of its own making. Its options for the picture as it is are chosen here.
 */
const ADAPTERS: Readonly<Record<string, ViewerConfig['adapter']>> = {
  equirectangular: EquirectangularAdapter.withConfig({ shader: true }),
  cubemap: CubemapAdapter,
  'cubemap-tiles': CubemapTilesAdapter,
  'equirectangular-tiles': EquirectangularTilesAdapter.withConfig({ resolution: 128, antialias: false }),
};
const [NARROWEST, WIDEST] = [1, 101];

interface Written {
  /** The id of one of its adapters. */
  readonly adapter: string;
  /** With a template for `tileUrl`, where the viewer itself wants a function. */
  readonly panorama: string | { readonly tileUrl?: string };
}

export const openPhotoSphereViewer: Open = async (container, config) => {
  const { adapter, panorama } = config as Written;
  const chosen = ADAPTERS[adapter];
  if (!chosen) throw new Error(`no adapter ${adapter}`);
  const viewer = new Viewer({
    container,
    adapter: chosen,
    panorama: typeof panorama === 'string' ? panorama : { ...panorama, tileUrl: addressOf(adapter, panorama.tileUrl) },
    minFov: NARROWEST,
    maxFov: WIDEST,
    navbar: false,
    moveInertia: false,
  });
  await new Promise<void>((resolve, reject) => {
    viewer.addEventListener('ready', () => resolve(), { once: true });
    viewer.addEventListener('panorama-error', ({ error }) => reject(error), { once: true });
  });
  return {
    look: ({ yaw, pitch, fov }) => {
      viewer.rotate({ yaw: `${yaw}deg`, pitch: `${pitch}deg` });
      // From the widest at 0 to the narrowest at 100, evenly in degrees.
      viewer.zoom(((WIDEST - fov) / (WIDEST - NARROWEST)) * 100);
    },
    close: () => viewer.destroy(),
  };
};

type Arguments = readonly (string | number)[];

/** The function that the template stands for: its adapters give face, column, row, level, or all but the face. */
function addressOf(adapter: string, template: string | undefined): ((...given: Arguments) => string) | undefined {
  if (template === undefined) return undefined;
  const names = adapter === 'cubemap-tiles' ? ['face', 'col', 'row', 'level'] : ['col', 'row', 'level'];
  return (...given) => names.reduce((url, name, index) => url.replace(`{${name}}`, String(given[index])), template);
}
