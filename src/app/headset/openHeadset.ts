/** The visit in a headset; a chunk of its own. */
import { createHeadset, type Headset } from '#xr/createHeadset.ts';
import type { AwaitedHeadset } from './awaitHeadset.ts';

export function openHeadset(options: AwaitedHeadset): Headset {
  return createHeadset({ ...options, assetPath: new URL('app/xr/', document.baseURI).href });
}
