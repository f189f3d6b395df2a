/** Against a real server that answers as badly as servers do. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FetchError, fetchBytes } from '#sources/http/fetchBytes.ts';

const MOST = 1_000;
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, way = '', number = ''] = (request.url ?? '').split('/');
    const count = Number(number);
    switch (way) {
      case 'whole':
        return response.setHeader('Content-Type', 'image/webp').end(Buffer.alloc(count, 7));
      case 'status':
        return response.writeHead(count).end('no');
      case 'stop':
        return response.write(Buffer.alloc(count));
      case 'drip': {
        // Slower than the patience as a whole, never between two pieces.
        let left = count;
        const timer = setInterval(() => {
          response.write('x');
          if (--left > 0) return;
          clearInterval(timer);
          response.end();
        }, 40);
        return;
      }
      case 'cut':
        response.setHeader('Content-Length', 500).write(Buffer.alloc(10));
        return setTimeout(() => response.destroy(), 20);
      case 'silence':
        return;
      default:
        return request.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, stallMs?: number) =>
  fetchBytes(`${base}/${path}`, { mostBytes: MOST, ...(stallMs !== undefined && { stallMs }) });
const failOf = async (path: string, stallMs?: number): Promise<FetchError> => {
  const error: unknown = await get(path, stallMs).catch((reason: unknown) => reason);
  if (!(error instanceof FetchError)) throw new Error(`no FetchError: ${String(error)}`);
  return error;
};

describe('a file from the server', () => {
  it('comes whole, with its type and word of each piece', async () => {
    let told = 0;
    const onBytes = (count: number) => void (told += count);
    const { bytes, type } = await fetchBytes(`${base}/whole/700`, { mostBytes: MOST, onBytes });
    expect([bytes.length, type, told]).toEqual([700, 'image/webp', 700]);
    expect(bytes.every((byte) => byte === 7)).toBe(true);
  });

  it('may take longer than the patience as long as something comes', async () => {
    expect((await get('drip/8', 200)).bytes.length).toBe(8);
  });

  it.each([
    ['silence', 'line', true, 'the server stopped answering'],
    ['stop/20', 'line', true, 'the server stopped answering'],
    ['cut', 'line', true, 'the connection broke off'],
    ['nobody', 'line', true, 'no answer from the server'],
    ['status/503', 'missing', true, 'the server answered 503'],
    ['status/404', 'missing', false, 'the server answered 404'],
    ['whole/1001', 'too-large', false, 'has more than 1000 bytes'],
    ['stop/1001', 'too-large', false, 'has more than 1000 bytes'],
  ])('that ends as %s is an error of kind %s', async (path, kind, isPassing, message) => {
    expect(await failOf(path, 150)).toMatchObject({ kind, isPassing, message });
  });

  it('is left when nobody wants it, with the reason of whoever left', async () => {
    const leaving = new AbortController();
    const coming = fetchBytes(`${base}/silence`, { mostBytes: MOST, signal: leaving.signal });
    const reason = new Error('gone elsewhere');
    leaving.abort(reason);
    await expect(coming).rejects.toBe(reason);
    await expect(fetchBytes(`${base}/whole/1`, { mostBytes: MOST, signal: leaving.signal })).rejects.toBe(reason);
  });
});
