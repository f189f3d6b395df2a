import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, listen } from '#pipeline/serve/listen.ts';
import { openSite } from '#pipeline/serve/site.ts';

const PAGE =
  '<!doctype html><html lang="en"><head><!--title-head--><!--/title-head--></head>' +
  '<body><!--title-card--><!--/title-card--></body></html>';
const LONG_SCRIPT = `export const words = ${JSON.stringify('a wall of malachite and azurite '.repeat(200))};\n`;
const TILE = Buffer.from(Array.from({ length: 256 }, (_, index) => index));

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-serve-'));
  const write = (name: string, content: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  write('dist/index.html', PAGE);
  write('dist/exhibition.json', '{ "label": { "en": "Demonstration" } }');
  write('dist/panoramas/demonstration.txt', 'of the demonstration');
  write('dist/app/main-1a2B_c-4.js', LONG_SCRIPT);
  write('dist/.built-from', 'secret');
  write('show/exhibition.json', JSON.stringify({ label: { en: 'A <show>' }, embed: { allowedOrigins: ['https://museum.example', "https://x; script-src 'unsafe-inline'"] } })); // prettier-ignore
  write('show/panoramas/0/f/0_0.webp', TILE);
  write('show/panoramas/洞窟 45.webp', TILE);
  write('show/app/own.txt', 'of the exhibition');
  write('show/trick.html', '<script>alert(1)</script>');
  write('show/trick.mjs', 'alert(1)');
  write('show/empty.bin', '');
  write('show/.hidden/secret.txt', 'secret');
  write('secret.txt', 'secret');
  symlinkSync('../secret.txt', path.join(folder, 'show/leak.txt'));
  symlinkSync('..', path.join(folder, 'show/up'));
  symlinkSync('panoramas/0/f/0_0.webp', path.join(folder, 'show/inner.webp'));
  const site = await openSite({ root: path.join(folder, 'dist'), exhibition: path.join(folder, 'show') });
  server = await listen(site, { port: 0, portsToTry: 1, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a target exactly as written; nothing normalises it on the way, unlike fetch. */
function ask(
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
  port = server.port,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end();
  });
}

describe('what every answer carries', () => {
  it('is the policy of the project, on pages, files and errors alike', async () => {
    for (const target of ['/', '/panoramas/0/f/0_0.webp', '/none']) {
      const { headers } = await ask(target);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
          "img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self' blob: data:; font-src 'self'; " +
          "manifest-src 'self'; base-uri 'none'; form-action 'none'; script-src-attr 'none'; require-trusted-types-for 'script'; trusted-types default; " +
          "frame-ancestors 'self' https://museum.example",
      );
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['permissions-policy']).toContain(
        'xr-spatial-tracking=(self), gyroscope=(self), accelerometer=(self)',
      );
      expect(headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('finding a file', () => {
  it('serves the exhibition at the root of the page, with its own title card', async () => {
    const page = await ask('/');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body.toString()).toContain('A &#60;show&#62;');
    expect((await ask('/panoramas/0/f/0_0.webp')).body).toEqual(TILE);
    expect((await ask('/panoramas/%E6%B4%9E%E7%AA%9F%2045.webp?v=2')).body).toEqual(TILE);
  });

  it('serves the viewer from its build, and what the exhibition keeps under the same name where the build has none', async () => {
    expect((await ask('/app/main-1a2B_c-4.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/app/own.txt')).body.toString()).toBe('of the exhibition');
  });

  it('never mixes the demonstration into another exhibition', async () => {
    expect((await ask('/panoramas/demonstration.txt')).status).toBe(404);
  });

  it('answers what is missing with plain text, never with a page', async () => {
    for (const target of ['/none.webp', '/panoramas/9/f/0_0.webp', '/panoramas', '/panoramas/', '/app/']) {
      const { status, headers, body } = await ask(target);
      expect([target, status, headers['content-type']]).toEqual([target, 404, 'text/plain; charset=utf-8']);
      expect(body.toString()).toBe('Not found\n');
    }
  });

  it.each([
    '/../secret.txt',
    '/panoramas/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%252e%252e/secret.txt',
    '/panoramas/..%00/secret.txt',
    '//secret.txt',
    '/leak.txt',
    '/up/secret.txt',
    '/.built-from',
    '/.hidden/secret.txt',
    '/%2Ehidden/secret.txt',
    '/%',
    '/%ff',
    'http://127.0.0.1/secret.txt',
  ])('lets %s out to nobody', async (target) => {
    const { status, body } = await ask(target);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  it('follows a symbolic link that stays in the folder', async () => {
    expect((await ask('/inner.webp')).body).toEqual(TILE);
  });

  it('never serves a file of the exhibition as a page or a script', async () => {
    for (const target of ['/trick.html', '/trick.mjs']) {
      expect((await ask(target)).headers['content-type']).toBe('text/plain; charset=utf-8');
    }
  });

  it('lives on after a request that is not HTTP', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('\x16\x03\x01 nonsense\r\n\r\n'));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.resume();
    });
    expect((await ask('/')).status).toBe(200);
  });
});

describe('conditions and caches', () => {
  it('answers 304 to who has the file, and the file again once it has changed', async () => {
    const first = await ask('/panoramas/0/f/0_0.webp');
    const etag = first.headers.etag ?? '';
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await ask('/panoramas/0/f/0_0.webp', { 'If-None-Match': `"other", W/${etag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    utimesSync(path.join(folder, 'show/panoramas/0/f/0_0.webp'), 1, 1);
    expect((await ask('/panoramas/0/f/0_0.webp', { 'If-None-Match': etag })).status).toBe(200);
  });

  it('lets only files whose name holds their hash be kept for ever', async () => {
    expect((await ask('/app/main-1a2B_c-4.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/app/own.txt')).headers['cache-control']).toBe('no-cache');
  });

  it('shows an edit of the document at the next reload', async () => {
    const before = await ask('/');
    writeFileSync(path.join(folder, 'show/exhibition.json'), '{ "label": { "en": "Another show" } }');
    const after = await ask('/', { 'If-None-Match': before.headers.etag ?? '' });
    expect(after.status).toBe(200);
    expect(after.body.toString()).toContain('Another show');
  });
});

describe('compression', () => {
  it('sends text in the best form the browser takes, and says that it depends on the browser', async () => {
    const brotli = await ask('/app/main-1a2B_c-4.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    const gzip = await ask('/app/main-1a2B_c-4.js', { 'Accept-Encoding': 'gzip, br;q=0' });
    const plain = await ask('/app/main-1a2B_c-4.js');
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotliDecompressSync(brotli.body).toString()).toBe(LONG_SCRIPT);
    expect(gunzipSync(gzip.body).toString()).toBe(LONG_SCRIPT);
    expect(plain.body.toString()).toBe(LONG_SCRIPT);
    expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('leaves pictures as they are', async () => {
    const { headers } = await ask('/panoramas/0/f/0_0.webp', { 'Accept-Encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-type']).toBe('image/webp');
  });
});

describe('ranges', () => {
  const range = (value: string, more: Record<string, string> = {}): Promise<Answer> =>
    ask('/panoramas/0/f/0_0.webp', { Range: value, ...more });

  it('sends the bytes that were asked for', async () => {
    const middle = await range('bytes=10-19');
    expect([middle.status, middle.headers['content-range']]).toEqual([206, 'bytes 10-19/256']);
    expect(middle.body).toEqual(TILE.subarray(10, 20));
    expect((await range('bytes=250-')).body).toEqual(TILE.subarray(250));
    expect((await range('bytes=-6')).body).toEqual(TILE.subarray(250));
    expect((await range('bytes=0-99999')).headers['content-range']).toBe('bytes 0-255/256');
  });

  it('says so where nothing lies there', async () => {
    const beyond = await range('bytes=256-');
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */256']);
  });

  it('sends all where the range is malformed, or of a file that has changed since', async () => {
    expect((await range('bytes=9-3')).status).toBe(200);
    expect((await range('bytes=0-1,5-6')).status).toBe(200);
    expect((await range('bytes=0-1', { 'If-Range': '"old"' })).body).toEqual(TILE);
  });
});

describe('methods', () => {
  it('answers HEAD like GET without the body', async () => {
    const got = await ask('/panoramas/0/f/0_0.webp');
    const head = await ask('/panoramas/0/f/0_0.webp', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe('256');
    expect(head.headers.etag).toBe(got.headers.etag);
    expect(head.body.length).toBe(0);
    expect((await ask('/', {}, 'HEAD')).body.length).toBe(0);
    expect((await ask('/empty.bin')).headers['content-length']).toBe('0');
  });

  it('refuses every other method', async () => {
    const answer = await ask('/', {}, 'POST');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('opening', () => {
  it('says in one line what is wrong with a folder', async () => {
    const root = path.join(folder, 'dist');
    await expect(openSite({ root, exhibition: path.join(folder, 'nowhere') })).rejects.toThrow(
      /^there is no folder .*nowhere/,
    );
    await expect(openSite({ root, exhibition: path.join(folder, 'dist/app') })).rejects.toThrow(
      /holds no exhibition\.json/,
    );
    await expect(openSite({ root, exhibition: path.join(folder, 'secret.txt') })).rejects.toThrow(/is a file/);
    await expect(openSite({ root: path.join(folder, 'show') })).rejects.toThrow(/run npm run build/);
  });

  it('takes the next port where one is taken, and gives up where it may not', async () => {
    const site = await openSite({ root: path.join(folder, 'dist') });
    const next = await listen(site, { port: server.port, portsToTry: 20, host: '127.0.0.1' });
    expect(next.port).toBeGreaterThan(server.port);
    await next.close();
    const stuck = listen(site, { port: server.port, portsToTry: 1, host: '127.0.0.1' });
    await expect(stuck).rejects.toThrow(`port ${server.port} is taken`);
  });

  it('serves a page with an empty card where the document is broken, for the viewer to say so', async () => {
    mkdirSync(path.join(folder, 'broken'));
    writeFileSync(path.join(folder, 'broken/exhibition.json'), '{ "label": ');
    const site = await openSite({ root: path.join(folder, 'dist'), exhibition: path.join(folder, 'broken') });
    const other = await listen(site, { port: 0, portsToTry: 1, host: '127.0.0.1' });
    const page = await ask('/', {}, 'GET', other.port);
    await other.close();
    expect([page.status, page.body.toString()]).toEqual([200, expect.stringContaining('<title>Grotto</title>')]);
  });
});
