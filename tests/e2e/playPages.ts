/** Pages of the tests' own, built as the viewer is: one bundle opens much faster than hundreds of modules. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type Connect, build, preview } from 'vite';
import { leaveOutNode } from '#pipeline/build/leaveOutNode.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

export interface PlayPagesOptions {
  /** Sent with every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers requests for what is not part of the build, before anyone else does. */
  readonly answer?: Connect.NextHandleFunction;
}

export interface PlayPages {
  /** Without a slash at its end; a page lies at its path in the repository. */
  readonly origin: string;
  close(): Promise<void>;
}

/** @param pages Relative to this folder, such as `tileset/page.html`. */
export async function servePlayPages(pages: readonly string[], options: PlayPagesOptions = {}): Promise<PlayPages> {
  const { headers = {}, answer } = options;
  const outDir = await mkdtemp(path.join(tmpdir(), 'grotto-play-'));
  await build({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [react()],
    worker: { format: 'es', plugins: () => [leaveOutNode()] },
    build: {
      outDir,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { input: pages.map((page) => path.join(import.meta.dirname, page)) },
    },
  });
  const server = await preview({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', headers },
    appType: 'mpa',
    plugins: answer
      ? [{ name: 'answers', configurePreviewServer: ({ middlewares }) => void middlewares.use(answer) }]
      : [],
  });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error('the server of the play pages has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
