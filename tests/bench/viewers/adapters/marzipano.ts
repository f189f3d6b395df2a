/** Marzipano, set up as its own tool sets it up: a pinned preview strip, then the levels. */
import Marzipano from 'marzipano';
import { readPage } from './config.ts';

const { config, container } = readPage();
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const viewer = new Marzipano.Viewer(container);
const source = Marzipano.ImageUrlSource.fromString(`${config.base}{z}/{f}/{y}_{x}.jpg`, {
  cubeMapPreviewUrl: `${config.base}preview.jpg`,
  cubeMapPreviewFaceOrder: config.stripOrder,
});
const geometry = new Marzipano.CubeGeometry([
  { tileSize: config.previewSize, size: config.previewSize, fallbackOnly: true },
  ...config.levels.map((size) => ({ tileSize: config.tileSize, size })),
]);
const view = new Marzipano.RectilinearView({ yaw: 0, pitch: 0, fov: radians(config.vfov) });
viewer.createScene({ source, geometry, view, pinFirstLevel: true }).switchTo({ transitionDuration: 0 });

window.benchViewer = {
  look: (yaw, pitch) => view.setParameters({ yaw: radians(yaw), pitch: radians(-pitch) }),
};
