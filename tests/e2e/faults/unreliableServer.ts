/** The real server, behind a door that can be made to fail as servers and lines do. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Responder } from '#pipeline/serve/respond.ts';
import { openSite } from '#pipeline/serve/site.ts';

/**
 * What happens to a request: `hangs` takes it and never answers, `stops` sends a part,
 * `is damaged` and `is no picture` send other bytes, `is called text` the right ones under a wrong name. A number is the
 * status of the answer.
 */
export type Trouble = 'hangs' | 'stops' | 'is damaged' | 'is no picture' | 'is called text' | number;

export interface UnreliableServer {
  readonly port: number;
  /** Asked at every request, by its path within the site. */
  trouble: (path: string) => Trouble | null;
  /** Paths asked for so far. */
  readonly asked: string[];
  /** Every line is cut, and nobody listens any more. */
  die(): Promise<void>;
  /** At the same port again. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');

export async function startUnreliableServer(): Promise<UnreliableServer> {
  const responder = new Responder(await openSite({ root: path.join(ROOT, 'dist') }));
  const asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    asked.push(name);
    const trouble = made.trouble(name);
    if (trouble === null) void responder.respond(request, response);
    else upset(trouble, request, response, responder);
  };
  let server = await listenAt(0, answer);
  const { port } = server.address() as AddressInfo;
  const made: UnreliableServer = {
    port,
    trouble: () => null,
    asked,
    die: () => end(server),
    async comeBack() {
      server = await listenAt(port, answer);
    },
    close: () => end(server),
  };
  return made;
}

function upset(trouble: Trouble, request: IncomingMessage, response: ServerResponse, responder: Responder): void {
  if (trouble === 'hangs') return;
  if (typeof trouble === 'number') {
    response.writeHead(trouble, { 'Content-Type': 'text/plain' }).end('no');
    return;
  }
  if (trouble === 'is no picture') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
    return;
  }
  const [write, setHeader] = [response.write.bind(response), response.setHeader.bind(response)];
  if (trouble === 'is called text') {
    response.setHeader = (name, value) => setHeader(name, name.toLowerCase() === 'content-type' ? 'text/plain' : value);
  } else {
    response.write = ((piece: Buffer, ...rest: []) => {
      if (trouble === 'stops') return write(piece.subarray(0, piece.length >> 1));
      return write(scramble(piece), ...rest);
    }) as typeof response.write;
    if (trouble === 'stops') response.end = () => response;
  }
  void responder.respond(request, response);
}

/** Its beginning, where it says what it is, stays. */
function scramble(piece: Buffer): Buffer {
  const damaged = Buffer.from(piece);
  for (let at = 64; at < damaged.length; at++) damaged[at] = (at * 131) & 255;
  return damaged;
}

async function listenAt(port: number, answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function end(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
