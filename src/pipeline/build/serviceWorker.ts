/** The service worker, one script at a name that never changes beside the page: browsers find its next version by that. */
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { SERVICE_WORKER } from '#offline/packList.ts';

const SCRIPT = 'src/offline/worker/serviceWorker.ts';

export function serviceWorker(root: string): Plugin {
  return {
    name: 'grotto-service-worker',
    apply: 'build',
    async generateBundle() {
      const output = await build({
        root,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          target: 'es2022',
          write: false,
          // Not a module: not every browser starts one as a service worker.
          rolldownOptions: { input: path.join(root, SCRIPT), output: { format: 'iife' } },
        },
      });
      const chunks = (Array.isArray(output) ? output : [output]).flatMap((one) => ('output' in one ? one.output : []));
      const [chunk, ...more] = chunks;
      if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`${SCRIPT} must become one script`);
      this.emitFile({ type: 'asset', fileName: SERVICE_WORKER, source: chunk.code });
    },
  };
}
