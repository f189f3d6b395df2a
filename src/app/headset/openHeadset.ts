/** The visit in a headset; a chunk of its own. */
import { createHeadset, type Headset, type HeadsetOptions } from '#xr/createHeadset.ts';
import { readSharing } from './readSharing.ts';

export type AwaitedHeadset = Omit<HeadsetOptions, 'assetPath' | 'sharing'>;

export function openHeadset(options: AwaitedHeadset): Headset {
  const sharing = readSharing(location.search);
  const headset = createHeadset({ ...options, sharing, assetPath: new URL('app/xr/', document.baseURI).href });
  // Whoever looks after a shared headset gives it to the next visitor from the page.
  if (sharing) {
    addEventListener('keydown', ({ altKey, code }) => {
      if (altKey && code === 'KeyR') headset.handOver();
    });
  }
  return headset;
}
