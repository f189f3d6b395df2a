/**
 * The bench's one server, HTTP/1.1 on loopback: Grotto's build at `/`, the peers' pages under `/peers/`, and the
 * pyramid under `/pyramid/`, which alone goes over the slow line and into the log. Nothing is cached.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { SlowLine } from './network.ts';

/** One request for a picture. Times are milliseconds since the epoch. */
export interface PictureRequest {
  readonly path: string;
  readonly startedAt: number;
  /** Absent while it is under way. */
  endedAt?: number;
  /** Bytes of the body; 0 where there is no such file or the viewer hung up. */
  bytes: number;
}

export interface BenchServer {
  readonly origin: string;
  /** Requests since the last `forget`, oldest first. */
  readonly requests: readonly PictureRequest[];
  forget(): void;
  close(): Promise<void>;
}

export interface ServedFolders {
  readonly pyramid: string;
  readonly peers: string;
  /** Grotto's production build. */
  readonly grotto: string;
  /** The exhibition that stands in for the build's own `exhibition.json`. */
  readonly exhibition: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const PICTURES = '/pyramid/';
const PEERS = '/peers/';

export async function startServer(folders: ServedFolders): Promise<BenchServer> {
  const requests: PictureRequest[] = [];
  const line = new SlowLine();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname));
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', MEDIA_TYPES[extname(path)] ?? 'text/html; charset=utf-8');
    if (path.startsWith(PICTURES)) await answerPicture(path, response);
    else if (path === '/exhibition.json') response.end(folders.exhibition);
    else await answerFile(path, response);
  }

  async function answerPicture(path: string, response: ServerResponse): Promise<void> {
    const entry: PictureRequest = { path: path.slice(PICTURES.length), startedAt: Date.now(), bytes: 0 };
    requests.push(entry);
    const body = await readFile(join(folders.pyramid, entry.path)).catch(() => null);
    if (!body) {
      response.writeHead(404).end();
    } else {
      response.setHeader('content-length', body.length);
      if (await line.send(response, body)) entry.bytes = body.length;
    }
    entry.endedAt = Date.now();
  }

  async function answerFile(path: string, response: ServerResponse): Promise<void> {
    const file = path.startsWith(PEERS)
      ? join(folders.peers, path.slice(PEERS.length))
      : join(folders.grotto, path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => null);
    if (body) response.end(body);
    else response.writeHead(404).end();
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
