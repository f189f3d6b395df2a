import Marzipano from 'marzipano';
import { toRadians } from '#shared/angle.ts';
import type { Open } from './opened.ts';

/** What the Marzipano Tool writes into `data.js`, as far as its own `index.js` needs it to show a scene. */
interface Data {
  readonly scenes: readonly {
    readonly id: string;
    readonly levels: readonly { tileSize: number; size: number; fallbackOnly?: boolean }[];
    readonly initialViewParameters: { yaw: number; pitch: number; fov: number };
  }[];
}

/** The first scene, opened as the tool's `index.js` does, without its limits of the view. */
export const openMarzipano: Open = async (container, config) => {
  const [scene] = (config as Data).scenes;
  if (!scene) throw new Error('the tour has no scene');
  const prefix = `tiles/${scene.id}`;
  const viewer = new Marzipano.Viewer(container);
  const source = Marzipano.ImageUrlSource.fromString(`${prefix}/{z}/{f}/{y}/{x}.jpg`, {
    cubeMapPreviewUrl: `${prefix}/preview.jpg`,
  });
  const geometry = new Marzipano.CubeGeometry(scene.levels);
  const view = new Marzipano.RectilinearView(scene.initialViewParameters);
  viewer.createScene({ source, geometry, view, pinFirstLevel: true }).switchTo({ transitionDuration: 0 });
  return {
    look: ({ yaw, pitch, fov }) =>
      view.setParameters({ yaw: toRadians(yaw), pitch: -toRadians(pitch), fov: toRadians(fov) }),
    close: () => viewer.destroy(),
  };
};
