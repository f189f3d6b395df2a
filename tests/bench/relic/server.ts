/**
 * One server on loopback for all viewers: Grotto's build at `/`, the peer's page under `/peer/`, the relic's files
 * under `/relic/`. Everything goes over one slow line; nothing is cached.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SlowLine } from '../viewers/network.ts';

export const RATE_MBIT = 50;

export interface RelicRequest {
  readonly path: string;
  /** Milliseconds since the epoch; absent while it is under way. */
  endedAt?: number;
  bytes: number;
}

export interface RelicServer {
  readonly origin: string;
  /** Since the last `forget`, oldest first. */
  readonly requests: readonly RelicRequest[];
  forget(): void;
  close(): Promise<void>;
}

export interface ServedRelic {
  readonly grotto: string;
  readonly peer: string;
  readonly relic: string;
  readonly exhibition: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.glb': 'model/gltf-binary',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** What every web server compresses on the way. */
const PACKED = /\.(html|js|css|json|wasm|svg)$/;

export async function startServer(served: ServedRelic): Promise<RelicServer> {
  const requests: RelicRequest[] = [];
  const line = new SlowLine(RATE_MBIT);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname));
    const entry: RelicRequest = { path, bytes: 0 };
    requests.push(entry);
    const file =
      path === '/exhibition.json' ? Buffer.from(served.exhibition) : await readFile(fileOf(path)).catch(() => null);
    const isPacked = PACKED.test(path) || path.endsWith('/');
    const body = file && isPacked ? gzipSync(file) : file;
    if (!body) {
      response.writeHead(404).end();
    } else {
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-type', MEDIA_TYPES[extname(path)] ?? 'text/html; charset=utf-8');
      response.setHeader('content-length', body.length);
      if (isPacked) response.setHeader('content-encoding', 'gzip');
      if (await line.send(response, body)) entry.bytes = body.length;
    }
    entry.endedAt = Date.now();
  }

  function fileOf(path: string): string {
    if (path.startsWith('/relic/')) return join(served.relic, path.slice('/relic/'.length));
    if (path.startsWith('/peer/')) return join(served.peer, path.slice('/peer/'.length));
    return join(served.grotto, path.endsWith('/') ? `${path}index.html` : path);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      response.destroy(fault instanceof Error ? fault : new Error(String(fault)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    forget: () => void (requests.length = 0),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
