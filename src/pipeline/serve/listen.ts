/** Listening on a port, the wanted one or the next that is free. */
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CommandError } from '#pipeline/command.ts';
import type { Certificate } from './certificate.ts';
import { type OtherAnswer, Responder, type Site } from './respond.ts';

export interface ListenOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** How many ports after the first may be tried where it is taken. */
  readonly portsToTry: number;
  /** All networks of the machine when left out. */
  readonly host?: string | undefined;
  readonly certificate?: Certificate | undefined;
  /** What is answered before any file is looked for. */
  readonly other?: OtherAnswer;
  /** Told of an error no visitor should see; the visitor gets a plain 500. */
  readonly onError?: (error: unknown) => void;
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Long enough that a visitor who reads a label does not pay for a new connection at the next tile. */
const KEEP_ALIVE_MS = 60_000;

export async function listen(site: Site, options: ListenOptions): Promise<RunningServer> {
  const responder = new Responder(site, options.other);
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    responder.respond(request, response).catch((error: unknown) => {
      options.onError?.(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Server error\n');
    });
  };
  const { certificate } = options;
  const server = certificate ? createHttpsServer({ ...certificate }, answer) : createHttpServer(answer);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const port = await bindFirstFree(server, options);
  return { port, close: () => close(server) };
}

async function bindFirstFree(server: Server, options: ListenOptions): Promise<number> {
  const last = options.port + Math.max(1, options.portsToTry) - 1;
  for (let port = options.port; port <= Math.min(last, 65_535); port++) {
    const bound = await bind(server, port, options.host);
    if (bound !== null) return bound;
  }
  const which = options.portsToTry > 1 ? `ports ${options.port} to ${last} are all taken` : `port ${last} is taken`;
  throw new CommandError(`${which}; choose another with --port, or 0 for any that is free`);
}

/** The port, or null where another program holds it. */
function bind(server: Server, port: number, host: string | undefined): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.removeListener('listening', onListening);
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(explain(error, port, host));
    };
    const onListening = (): void => {
      server.removeListener('error', onError);
      resolve((server.address() as AddressInfo).port);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen({ port, ...(host === undefined ? {} : { host }) });
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  if (error.code === 'EACCES')
    return new CommandError(`port ${port} needs more rights; choose one above 1023 with --port`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CommandError(`this machine has no address "${host}"; leave --host out to listen on all its networks`);
  }
  return error;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
