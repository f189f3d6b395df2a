/** `/health` over real sockets: what is told, who may tell, who may read, and that a browser whose page hangs is ended. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHealthAnswer } from '#pipeline/serve/health/answerHealth.ts';
import { Health, type HealthReport } from '#pipeline/serve/health/health.ts';
import { superviseBrowser } from '#pipeline/serve/health/superviseBrowser.ts';
import { keepRunning } from '#pipeline/serve/keepRunning.ts';
import { listen, type RunningServer } from '#pipeline/serve/listen.ts';
import { openSite } from '#pipeline/serve/site.ts';
import { type Heartbeat, HEARTBEAT_MS, MOST_HEARTBEAT_BYTES } from '#shared/heartbeat.ts';

const PAGE =
  '<!doctype html><html lang="en"><head><!--title-head--><!--/title-head--></head>' +
  '<body><!--title-card--><!--/title-card--></body></html>';
const HEARTBEAT: Heartbeat = {
  page: 'k3j2',
  version: '0.1.0',
  phase: 'visiting',
  seconds: 70,
  visitors: 3,
  framesDrawn: 812,
  textureBytes: 116_000_000,
  heapBytes: 14_000_000,
  reloads: 0,
  illness: null,
  isHidden: false,
  errors: [{ at: 1_700_000_000_000, kind: 'error', text: 'Something was not there', times: 2 }],
};

let folder: string;
let server: RunningServer | null = null;
/** Seconds. */
let time = 0;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-health-'));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist/index.html'), PAGE);
  writeFileSync(path.join(folder, 'dist/exhibition.json'), '{ "id": "caves" }');
});
afterEach(async () => {
  await server?.close();
  server = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve({ isKiosk = true, isOpen = false, host = '127.0.0.1' } = {}): Promise<Health> {
  time = 1_000;
  const health = new Health({ version: '9.9.9', exhibition: 'caves', isKiosk, now: () => time });
  const other = createHealthAnswer({ health, isOpen }, () => time * 1_000);
  server = await listen(await openSite({ root: path.join(folder, 'dist') }), { port: 0, portsToTry: 1, host, other });
  return health;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly host?: string;
}

function ask(target: string, { method = 'GET', headers = {}, body, host = '127.0.0.1' }: Asked = {}) {
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const port = server?.port;
    const request = httpRequest({
      host,
      port,
      path: target,
      method,
      headers: { host: `localhost:${port}`, ...headers },
    });
    request.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const tell = (told: Partial<Heartbeat> | string, headers: Readonly<Record<string, string>> = JSON_TYPE) =>
  ask('/health', {
    method: 'POST',
    headers,
    body: typeof told === 'string' ? told : JSON.stringify({ ...HEARTBEAT, ...told }),
  });
const read = async (): Promise<HealthReport> => JSON.parse((await ask('/health.json')).text) as HealthReport;

describe('what is read of a server', () => {
  it('is its version, its exhibition and how long it runs, in words and for programs', async () => {
    await serve({ isKiosk: false });
    time += 7_300;
    expect(await read()).toEqual({
      status: 'well', version: '9.9.9', exhibition: 'caves', seconds: 7_300, isKiosk: false, restarts: 0, heartbeat: null,
    }); // prettier-ignore
    const page = await ask('/health');
    expect([page.status, page.type]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(page.text).toMatch(/^All is well\.\n\nexhibition {2}caves\nserver {6}Grotto 9\.9\.9, for 2 h/);
    const json = await ask('/health', { headers: { accept: 'text/html, application/json' } });
    expect([json.type, json.text]).toEqual(['application/json; charset=utf-8', (await ask('/health.json')).text]);
    expect(await ask('/health', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  it('is nothing for other machines, or for a site that lends its name to this one, unless it is open', async () => {
    await serve();
    expect((await ask('/health', { headers: { host: 'museum.example' } })).status).toBe(404);
    for (const host of ['localhost', '127.0.0.1:80', '[::1]:8080']) {
      expect((await ask('/health', { headers: { host } })).status, host).toBe(200);
    }
    await server?.close();
    await serve({ isOpen: true });
    expect((await ask('/health', { headers: { host: 'museum.example' } })).status).toBe(200);
  });

  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const outside = own.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
  it.skipIf(outside === undefined)('is nothing over the network, which needs an address of this machine', async () => {
    await serve({ host: '0.0.0.0' });
    const asked = { host: outside ?? '', headers: { host: 'localhost' } };
    expect((await ask('/health', asked)).status).toBe(404);
    expect((await ask('/health', { ...asked, method: 'POST', headers: { ...asked.headers, ...JSON_TYPE } })).status).toBe(405); // prettier-ignore
  });
});

describe('what is told of a kiosk', () => {
  it('is read as it was told, without what no heartbeat has', async () => {
    await serve();
    expect((await read()).status).toBe('waiting');
    expect((await tell(JSON.stringify({ ...HEARTBEAT, visitor: 'Ann' }))).status).toBe(204);
    time += 5;
    expect(await read()).toMatchObject({ status: 'well', heartbeat: { ...HEARTBEAT, secondsAgo: 5 } });
    expect((await ask('/health.json')).text).not.toContain('Ann');
    expect((await ask('/health')).text).toContain('error ×2  Something was not there');
  });

  it.each<[string, Partial<Heartbeat> | string]>([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a number that is none', JSON.stringify({ ...HEARTBEAT, framesDrawn: 'many' })],
    ['a negative one', { seconds: -1 }],
    ['a word without end', { phase: 'x'.repeat(61) }],
    ['more errors than are told', { errors: Array.from({ length: 6 }, () => HEARTBEAT.errors[0]!) }],
  ])('is refused where it is %s', async (_, told) => {
    const health = await serve();
    expect((await tell(told)).status).toBe(400);
    expect(health.report().heartbeat).toBeNull();
  });

  it('is bounded in size and in how often it comes', async () => {
    const health = await serve();
    expect((await tell('x'.repeat(MOST_HEARTBEAT_BYTES + 1))).status).toBe(413);
    for (let time = 0; time < 7; time++) expect((await tell({})).status).toBe(204);
    expect((await tell({ phase: 'asking' })).status).toBe(429);
    expect(health.report().heartbeat?.phase).toBe('visiting');
    time += HEARTBEAT_MS / 1_000;
    expect((await tell({ phase: 'asking' })).status).toBe(204);
  });

  it('is taken from pages of this very server alone, and only where there is a kiosk', async () => {
    const health = await serve();
    expect((await tell({}, { 'content-type': 'text/plain' })).status).toBe(405);
    expect((await tell({}, { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' })).status).toBe(405);
    expect((await tell({}, { ...JSON_TYPE, host: 'museum.example' })).status).toBe(405);
    expect(health.report().heartbeat).toBeNull();
    await server?.close();
    await serve({ isKiosk: false });
    expect((await tell({})).status).toBe(405);
  });

  it('costs nobody anything where it never ends', async () => {
    await serve();
    const socket = connect(server?.port ?? 0, '127.0.0.1');
    socket.write(
      'POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{',
    );
    await expect.poll(async () => (await tell({})).status).toBe(204);
    socket.destroy();
    expect((await read()).status).toBe('well');
  });
});

describe('a kiosk', () => {
  it('has three minutes to begin, and is late a minute after it fell silent', async () => {
    await serve();
    time += 180;
    expect((await ask('/health')).status).toBe(200);
    time += 1;
    expect([(await ask('/health')).status, (await read()).status]).toEqual([503, 'late']);
    await tell({});
    time += 60;
    expect((await ask('/health')).status).toBe(200);
    time += 1;
    expect((await ask('/health')).status).toBe(503);
    expect((await ask('/health')).text).toMatch(/^The kiosk was not heard of for too long\.\n/);
    await tell({ isHidden: true });
    time += 120;
    expect((await read()).status).toBe('well');
  });

  it('is ill once loading it anew has not helped', async () => {
    await serve();
    await tell({ illness: 'context', reloads: 5 });
    expect((await read()).status).toBe('well');
    await tell({ illness: 'context', reloads: 6 });
    expect([(await ask('/health')).status, (await read()).status]).toEqual([503, 'ill']);
    await tell({ illness: null, reloads: 6 });
    expect((await read()).status).toBe('well');
  });

  it('that fell silent has its browser ended, however that hangs, and started again, with time to begin', async () => {
    const health = await serve();
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    // Deaf to being told to end, as what hangs may be.
    const deaf = "process.on('SIGTERM', () => 0); console.log('up'); setInterval(() => 0, 1e6)";
    const keeper = keepRunning(process.execPath, ['-e', deaf], log, 300);
    const stop = superviseBrowser(health, keeper, log, 20);
    await tell({});
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(lines).toEqual([]);
    time += 61;
    await expect.poll(() => lines.length, { timeout: 20_000 }).toBe(2);
    expect(lines[0]).toBe("the kiosk's page is late, last heard of 61 s ago\n");
    expect(lines[1]).toContain('has ended (SIG');
    expect(await read()).toMatchObject({ status: 'waiting', restarts: 1 });
    // What the old page still says is not the new one's word.
    await tell({});
    expect((await read()).status).toBe('waiting');
    await tell({ page: 'another' });
    expect((await read()).status).toBe('well');
    stop();
    keeper.stop();
  });
});
