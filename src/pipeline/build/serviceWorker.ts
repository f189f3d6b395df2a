/** The service worker, one script at a name that never changes beside the page: browsers find its next version by that. */
import type { Plugin } from 'vite';
import { SERVICE_WORKER } from '#offline/packList.ts';
import { bundleOne } from './bundleOne.ts';

const SCRIPT = 'src/offline/worker/serviceWorker.ts';

export function serviceWorker(root: string): Plugin {
  return {
    name: 'grotto-service-worker',
    apply: 'build',
    async generateBundle() {
      // Not a module: not every browser starts one as a service worker.
      const { code } = await bundleOne(root, SCRIPT, { format: 'iife' });
      this.emitFile({ type: 'asset', fileName: SERVICE_WORKER, source: code });
    },
  };
}
