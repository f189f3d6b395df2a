/** Photo Sphere Viewer with its tiled cube adapter; the preview strip is its base panorama, in one request. */
import '@photo-sphere-viewer/core/index.css';
import { Viewer } from '@photo-sphere-viewer/core';
import { CubemapTilesAdapter } from '@photo-sphere-viewer/cubemap-tiles-adapter';
import { readPage } from './config.ts';

const LETTERS = { front: 'f', right: 'r', back: 'b', left: 'l', top: 'u', bottom: 'd' } as const;
const WIDEST = 90;

const { config, container } = readPage();

const viewer = new Viewer({
  container,
  adapter: CubemapTilesAdapter,
  panorama: {
    baseUrl: { type: 'stripe', path: `${config.base}preview-row.jpg`, flipTopBottom: true },
    levels: config.levels.map((faceSize) => ({ faceSize, nbTiles: faceSize / config.tileSize })),
    tileUrl: (face: keyof typeof LETTERS, column: number, row: number, level: number) =>
      `${config.base}${level + 1}/${LETTERS[face]}/${row}_${column}.jpg`,
    flipTopBottom: true,
  },
  minFov: 30,
  maxFov: WIDEST,
  // The zoom runs from the widest view at 0 to the narrowest at 100, evenly in degrees.
  defaultZoomLvl: ((WIDEST - config.vfov) / (WIDEST - 30)) * 100,
  navbar: false,
  moveInertia: false,
});

window.benchViewer = {
  look: (yaw, pitch) => viewer.rotate({ yaw: `${yaw}deg`, pitch: `${pitch}deg` }),
};
