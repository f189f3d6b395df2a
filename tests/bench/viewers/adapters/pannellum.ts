/** Pannellum, multiresolution; it has no preview of its own kind, its coarsest level plays that part. */
import 'pannellum/build/pannellum.css';
import 'pannellum/build/pannellum.js';
import { readPage } from './config.ts';

const { config, container } = readPage();

const viewer = window.pannellum.viewer(container, {
  type: 'multires',
  multiRes: {
    basePath: config.base.replace(/\/$/, ''),
    path: '/%l/%s/%y_%x',
    extension: 'jpg',
    tileResolution: config.tileSize,
    maxLevel: config.levels.length,
    cubeResolution: config.levels.at(-1),
  },
  autoLoad: true,
  showControls: false,
  yaw: 0,
  pitch: 0,
  hfov: config.hfov,
});

window.benchViewer = {
  look: (yaw, pitch) => viewer.lookAt(pitch, yaw, undefined, false),
};
