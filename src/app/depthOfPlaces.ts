/** How the depth of places is had, by whoever needs it: addresses, the worker that reads it, words where it fails. */
import { resolveAssetUri } from '#document/uri.ts';
import type { Tour } from '#tour/store.ts';

/** @param baseUrl The address of `exhibition.json`. */
export function depthOfPlaces({ commands }: Tour, baseUrl: string) {
  return {
    resolve: (uri: string): string | null => resolveAssetUri(uri, baseUrl),
    createDepthWorker: (): Worker =>
      new Worker(new URL('../sources/depth/depthWorker.ts', import.meta.url), { type: 'module', name: 'depth' }),
    onFault: (path: string, message: string): void =>
      commands.report([
        { severity: 'warning', path, code: 'broken-depth', message, remedy: 'run “grotto check” on the exhibition' },
      ]),
  };
}
