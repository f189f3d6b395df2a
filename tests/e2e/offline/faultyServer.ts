/** The real server in a folder of a site, which writes down what it is asked and can fail as networks do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Responder } from '#pipeline/serve/respond.ts';
import { openSite } from '#pipeline/serve/site.ts';
import type { LittleSite } from './littleSite.ts';

/** What becomes of a request, by the path below the site: an answer cut off, another status, other bytes; null for none. */
export type Fault = 'cut' | 404 | 'wrong' | null;

const FOLDER = '/caves/';

export interface FaultyServer {
  /** The page's address. */
  readonly url: string;
  /** Paths in order, without search. */
  readonly asked: string[];
  fault: (path: string) => Fault;
  /** What each answer waits. */
  delayMs: number;
  /** Nothing listens any more. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function openFaultyServer(site: Pick<LittleSite, 'folder' | 'viewer'>): Promise<FaultyServer> {
  const opened = await openSite({ root: site.viewer, exhibition: site.folder });
  const responder = new Responder(opened);
  const asked: string[] = [];
  let server: Server | null = null;
  let port = 0;
  const faulty: FaultyServer = {
    get url() {
      return `http://127.0.0.1:${port}${FOLDER}`;
    },
    asked,
    fault: () => null,
    delayMs: 0,
    stop: () =>
      new Promise((resolve) => {
        const open = server;
        server = null;
        if (!open) return resolve();
        open.close(() => resolve());
        open.closeAllConnections();
      }),
    async start() {
      const listening = createServer((request, response) => void answer(request, response));
      server = listening;
      await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
      ({ port } = listening.address() as AddressInfo);
    },
  };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '';
    if (!target.startsWith(FOLDER)) return void response.writeHead(404).end();
    request.url = target.slice(FOLDER.length - 1);
    const path = decodeURIComponent(request.url.split('?', 1)[0] ?? '').slice(1);
    asked.push(path);
    const fault = faulty.fault(path);
    if (faulty.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faulty.delayMs));
    if (fault === 'cut') return void response.destroy();
    if (fault === 404) return void response.writeHead(404).end();
    if (fault === 'wrong') return void response.writeHead(200).end('not what was promised');
    await responder.respond(request, response);
  }
  await faulty.start();
  return faulty;
}
