/** `/health` over HTTP: who may read it, who may tell, and in which form it is read. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { HEALTH, HEARTBEAT_MS, MOST_HEARTBEAT_BYTES } from '#shared/heartbeat.ts';
import { describeHealth } from './describeHealth.ts';
import type { Health } from './health.ts';
import { readHeartbeat } from './readHeartbeat.ts';

export interface HealthDesk {
  readonly health: Health;
  /** Whether other machines may read it too. */
  readonly isOpen: boolean;
}

/** Pages of this machine that tell at the same time. */
const MOST_PAGES = 4;

/** Answers for `/health`; what it does not answer (false) is for somebody else. */
export function createHealthAnswer({ health, isOpen }: HealthDesk, now: () => number) {
  /** When heartbeats came, milliseconds. */
  let recent: readonly number[] = [];

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    recent = recent.filter((at) => at > now() - HEARTBEAT_MS && at <= now());
    // Each page may tell once more than it does.
    if (recent.length >= 2 * MOST_PAGES) return end(response, 429);
    recent = [...recent, now()];
    const text = await readBody(request);
    if (text === null) return end(response, 413);
    const heartbeat = readHeartbeat(text);
    if (!heartbeat) return end(response, 400);
    health.take(heartbeat);
    end(response, 204);
  }

  return async function answerHealth(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== `/${HEALTH}` && path !== `/${HEALTH}.json`) return false;
    const isHere = isThisMachine(request);
    if (request.method === 'POST') {
      if (!health.isKiosk || !isHere || !isOwnPage(request)) return false;
      await take(request, response);
      return true;
    }
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !(isHere || isOpen)) return false;
    const report = health.report();
    const isJson = path.endsWith('.json') || /\bapplication\/json\b/.test(request.headers.accept ?? '');
    const body = isJson ? `${JSON.stringify(report)}\n` : describeHealth(report, new Date());
    const isWell = report.status === 'well' || report.status === 'waiting';
    response.writeHead(isWell ? 200 : 503, {
      'Content-Type': `${isJson ? 'application/json' : 'text/plain'}; charset=utf-8`,
      'Cache-Control': 'no-store',
      Vary: 'Accept',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}

/** By its address, and by the name that it asks for: a site elsewhere may lend its name to this machine. */
function isThisMachine({ socket, headers }: IncomingMessage): boolean {
  return isLoopback(socket.remoteAddress ?? '') && isLoopback(nameOf(headers.host ?? ''));
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}

function isLoopback(name: string): boolean {
  if (name === 'localhost' || name === '::1') return true;
  const v4 = name.replace(/^::ffff:/i, '');
  return isIP(v4) === 4 && v4.startsWith('127.');
}

/** A page of another site would have to ask first to send this type, and nobody answers that. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  return site === 'same-origin' && headers['content-type'] === 'application/json';
}

/** Null where it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_HEARTBEAT_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function end(response: ServerResponse, status: number): void {
  // What is left of a body that was too long is not waited for.
  response.writeHead(status, status === 413 ? { Connection: 'close' } : {}).end();
}
