/** The captions of what a guided tour tells; a chunk of its own, which sends for the reader of WebVTT when it is due. */
import { resolveAssetUri } from '#document/uri.ts';
import { loadCues } from '#sources/captions/loadCues.ts';
import { createCaptionist } from '#tour/captions/createCaptionist.ts';
import type { Captionist } from '#tour/guide/ports.ts';
import type { Tour } from '#tour/store.ts';

/** @param baseUrl The address of `exhibition.json`. */
export function openCaptionist(tour: Tour, baseUrl: string): Captionist {
  return createCaptionist({
    captions: tour.commands.captions,
    loadCues(uri, signal) {
      const url = resolveAssetUri(uri, baseUrl);
      if (url === null) return Promise.reject(new Error(`captions lie elsewhere: ${uri}`));
      return loadCues(url, signal);
    },
  });
}
