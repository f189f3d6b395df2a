import 'pannellum/build/pannellum.css';
import 'pannellum/build/pannellum.js';
import { toDegrees, toRadians } from '#shared/angle.ts';
import type { Open } from './opened.ts';

/** Narrower and wider than it goes by itself; without its buttons and its fading. */
const SETTINGS = { autoLoad: true, showControls: false, sceneFadeDuration: 0, minHfov: 1, maxHfov: 150 };

export const openPannellum: Open = async (container, config) => {
  const given = 'default' in config ? { ...config, default: { ...(config.default as object), ...SETTINGS } } : { ...config, ...SETTINGS }; // prettier-ignore
  const viewer = window.pannellum.viewer(container, given);
  await new Promise<void>((resolve, reject) => {
    viewer.on('load', () => resolve());
    // A pyramid is there at once.
    if (viewer.isLoaded()) resolve();
    viewer.on('error', (fault) => reject(new Error(fault)));
  });
  return {
    look: ({ yaw, pitch, fov }) => {
      const aspect = container.clientWidth / container.clientHeight;
      const across = toDegrees(2 * Math.atan(Math.tan(toRadians(fov) / 2) * aspect));
      viewer.lookAt(pitch, yaw, across, false);
    },
    close: () => viewer.destroy(),
  };
};
