import OpenSeadragon from 'openseadragon';
import type { FlatView, Open } from './opened.ts';

/** Without its buttons, its motion and its limits. */
const SETTINGS: OpenSeadragon.Options = {
  showNavigationControl: false,
  animationTime: 0,
  blendTime: 0,
  immediateRender: true,
  visibilityRatio: 0,
  minZoomImageRatio: 0.001,
  maxZoomPixelRatio: 1000,
};

/** What its `tileSources` is given. */
export const openOpenSeadragon: Open<FlatView> = async (element, config) => {
  const viewer = new OpenSeadragon.Viewer({
    ...SETTINGS,
    ...(config as Pick<OpenSeadragon.Options, 'tileSources'>),
    element,
  });
  await new Promise<void>((resolve, reject) => {
    viewer.addOnceHandler('open', () => resolve());
    viewer.addOnceHandler('open-failed', ({ message }) => reject(new Error(message)));
  });
  return {
    look: ({ x, y, width }) => {
      const height = (width * element.clientHeight) / element.clientWidth;
      const part = viewer.world.getItemAt(0).imageToViewportRectangle(x - width / 2, y - height / 2, width, height);
      viewer.viewport.fitBounds(part, true);
    },
    close: () => viewer.destroy(),
  };
};
