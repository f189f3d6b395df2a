import type { DeviceClass } from '#scene/panorama/planStores.ts';

/** Headset browsers say who they are; a phone is a touch screen whose short side is below that of a tablet. */
const HEADSETS = /OculusBrowser|PicoBrowser|Pico Neo|Wolvic|VisionOS/i;
const PHONE_SHORT_SIDE_PX = 600;

/** Decides how much GPU memory the visit reserves. */
export function deviceClassOf(window: Pick<Window, 'navigator' | 'screen' | 'matchMedia'>): DeviceClass {
  if (HEADSETS.test(window.navigator.userAgent)) return 'headset';
  const shortSide = Math.min(window.screen.width, window.screen.height);
  return window.matchMedia('(pointer: coarse)').matches && shortSide < PHONE_SHORT_SIDE_PX ? 'phone' : 'desktop';
}

/** Workers for decoding: two on common machines, one where there are hardly cores. */
export function workerCountOf(navigator: Pick<Navigator, 'hardwareConcurrency'>): number {
  return navigator.hardwareConcurrency > 2 ? 2 : 1;
}
