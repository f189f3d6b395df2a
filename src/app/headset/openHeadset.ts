/** The visit in a headset; a chunk of its own. */
import { createHeadset } from '#xr/createHeadset.ts';
import type { Headset, HeadsetOptions } from '#xr/ports.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { createRelations } from '../find/createRelations.ts';
import { openEyeDepth } from '../openEyeDepth.ts';
import { canSpeak } from '../sound/deviceSpeech.ts';
import { speakLanguage } from './speakLanguage.ts';
import { readSharing } from './readSharing.ts';

type Found = 'assetPath' | 'relatedTo' | 'sharing' | 'openEyeDepth' | 'resolve' | 'speakLanguage';

export interface AwaitedHeadset extends Omit<HeadsetOptions, Found> {
  /** The address of `exhibition.json`. */
  readonly baseUrl: string;
}

export function openHeadset({ baseUrl, ...options }: AwaitedHeadset): Headset {
  const { tour, scene, clock } = options;
  const sharing = readSharing(location.search);
  const headset = createHeadset({
    ...options,
    sharing,
    openEyeDepth: () => openEyeDepth({ tour, scene, baseUrl, clock }),
    resolve: (uri) => resolveAssetUri(uri, baseUrl),
    assetPath: new URL('app/xr/', document.baseURI).href,
    relatedTo: createRelations(tour),
    ...(canSpeak() && { speakLanguage }),
  });
  // Whoever looks after a shared headset gives it to the next visitor from the page.
  if (sharing) {
    addEventListener('keydown', ({ altKey, code }) => {
      if (altKey && code === 'KeyR') headset.handOver();
    });
  }
  return headset;
}
