/** `grotto deploy`: its files against what the server itself sends, and against what other programs would read in them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCode } from '#app/kiosk/checkCode.ts';
import { exhibitionSchema } from '#document/schema.ts';
import { runGrotto } from '#pipeline/main.ts';
import { cacheControlOf } from '#pipeline/serve/caching.ts';
import { buildPolicyHeaders } from '#pipeline/serve/policy.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';

const PAGE =
  '<!doctype html><html lang="en"><head><!--title-head--><!--/title-head--></head>' +
  '<body><!--title-card--><!--/title-card--></body></html>';

let folder: string;
let out = '';

async function deploy(...args: string[]) {
  let text = '';
  let err = '';
  const code = await runGrotto(['deploy', '--root', 'dist', ...args], {
    out: (line) => (text += line),
    err: (line) => (err += line),
    cwd: folder,
    isTerminal: false,
  });
  return { code, text, err };
}

const read = (name: string): string => readFileSync(path.join(folder, 'ready', name), 'utf8');
const HEADERS = buildPolicyHeaders(['https://museum.example']);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-deploy-'));
  mkdirSync(path.join(folder, 'dist'));
  mkdirSync(path.join(folder, 'a show'));
  writeFileSync(path.join(folder, 'dist/index.html'), PAGE);
  writeFileSync(path.join(folder, 'dist/exhibition.json'), '{}');
  const embed = { allowedOrigins: ['https://museum.example'] };
  writeFileSync(path.join(folder, 'a show/exhibition.json'), JSON.stringify({ ...makeExhibition(), embed }));
  const ready = ['--out', 'ready', '--exhibition', 'a show', '--port', '8090', '--path', '/caves/2026.a/'];
  const { code, text, err } = await deploy(...ready);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  out = text;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the headers for other servers', () => {
  it('are those of the server, each whole and once, for nginx', () => {
    const added = [...read('nginx.conf').matchAll(/^ +add_header (\S+) "([^"]*)" always;$/gm)];
    expect(Object.fromEntries(added.map(([, name, value]) => [name, value]))).toEqual(HEADERS);
    expect(added).toHaveLength(Object.keys(HEADERS).length);
    const config = read('nginx.conf').replace(/"[^"]*"|#.*/g, '');
    expect(config.split('{').length).toBe(config.split('}').length);
    expect(config).toContain('location /caves/2026.a/ {');
    expect(config.match(/location/g)).toHaveLength(1);
  });

  it('are those of the server for Apache, static hosts and buckets too', () => {
    const apache = [...read('apache.htaccess').matchAll(/^Header always set (\S+) "([^"]*)"$/gm)];
    expect(Object.fromEntries(apache.map(([, name, value]) => [name, value]))).toEqual(HEADERS);
    const hosted = [...read('_headers').matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name, value]);
    expect(Object.fromEntries(hosted)).toEqual({ ...HEADERS, 'Cache-Control': 'no-cache' });
    const { CustomHeadersConfig } = JSON.parse(read('bucket-headers.json')) as {
      CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
    };
    expect(Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value]))).toEqual(HEADERS);
    expect(CustomHeadersConfig.Quantity).toBe(CustomHeadersConfig.Items.length);
  });

  it('let be kept for ever what the server lets be kept for ever, and nothing else', () => {
    const [, pattern = ''] = /"~(.+)" "public/.exec(read('nginx.conf')) ?? [];
    const nginx = new RegExp(pattern);
    const [, named = ''] = /<FilesMatch "(.+)">/.exec(read('apache.htaccess')) ?? [];
    for (const name of [
      'app/main-1a2B_c-4.js',
      'app/xr/hand-12345678.glb',
      'app/labels.html',
      'exhibition.json',
      'index.html',
    ]) {
      const isKept = cacheControlOf(name).includes('immutable');
      expect(nginx.test(`/caves/2026.a/${name}`), name).toBe(isKept);
      expect(new RegExp(named).test(path.basename(name)), name).toBe(isKept);
    }
    expect(nginx.test('/caves/2026xa/app/main-1a2B_c-4.js')).toBe(false);
    expect(nginx.test('/elsewhere/caves/2026.a/app/main-1a2B_c-4.js')).toBe(false);
  });

  it('name a type for every ending that the server knows, each ending once', () => {
    for (const name of ['nginx.conf', 'apache.htaccess']) {
      const types = read(name).match(/^(?: {8}|AddType )[\w/.+-]+ .+$/gm) ?? [];
      const endings = types.flatMap((line) =>
        line
          .replace(';', '')
          .split(' ')
          .filter(Boolean)
          .slice(name === 'nginx.conf' ? 1 : 2),
      );
      const bare = endings.map((ending) => ending.replace('.', ''));
      expect(bare).toEqual([...new Set(bare)]);
      for (const ending of ['js', 'glb', 'ktx2', 'webp', 'woff2', 'wasm', 'json', 'opus'])
        expect(bare).toContain(ending);
    }
  });
});

describe('the units of a kiosk', () => {
  const valuesOf = (name: string, key: string): string[] =>
    [...read(name).matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

  it('serve the exhibition to the own machine, and start again whatever ends', () => {
    expect(valuesOf('grotto.service', 'ExecStart')).toEqual([
      `/opt/grotto/node_modules/.bin/node src/pipeline/bin.mjs serve --kiosk --port 8090 --exhibition "${path.join(folder, 'a show')}"`,
    ]);
    for (const name of ['grotto.service', 'grotto-kiosk.service']) {
      expect(valuesOf(name, 'Restart')).toEqual(['always']);
      expect(valuesOf(name, 'User')).toEqual(['kiosk']);
      expect(read(name)).toMatch(/^\[Unit\]\n[^[]*\n\[Service\]\n[^[]*\n\[Install\]\n[^[]*\n$/);
    }
  });

  it('start the browser again where the server says that its page is not well', () => {
    const [start = ''] = valuesOf('grotto-watch.service', 'ExecStart');
    // As systemd and then the shell read it.
    const script = start.replaceAll('%%', '%').replaceAll('$$', '$');
    const [, told = ''] = /^\/bin\/sh -c '(.+)'$/.exec(script) ?? [];
    const answered = (status: number): string => {
      const commands = [
        'sleep() { [ "$1" = 180 ] || { [ -z "$again" ] && again=1; }; }',
        'systemctl() { echo "$@"; }',
        `curl() { printf ${status}; }`,
      ];
      return execFileSync('/bin/sh', ['-c', [...commands, told].join('\n')], { encoding: 'utf8' });
    };
    expect(answered(503)).toBe('restart grotto-kiosk.service\n');
    expect(answered(200)).toBe('');
    expect(told).toContain('http://localhost:8090/health');
    expect(valuesOf('grotto-watch.service', 'Restart')).toEqual(['always']);
  });

  it('show the very address that the policy allows, and no other', () => {
    const [start = ''] = valuesOf('grotto-kiosk.service', 'ExecStart');
    expect(start).toMatch(
      /^\/usr\/bin\/cage -- \/usr\/bin\/chromium --kiosk .* "http:\/\/localhost:8090\/\?profile=kiosk&health"$/,
    );
    const policy = JSON.parse(read('chromium-policy.json')) as Record<string, unknown>;
    expect(policy['URLBlocklist']).toEqual(['*']);
    expect(policy['URLAllowlist']).toContain('http://localhost:8090');
    expect(policy).toMatchObject({ DownloadRestrictions: 3, PrintingEnabled: false, DeveloperToolsAvailability: 2 });
    expect(out).toContain('http://localhost:8090/?profile=kiosk&health');
  });
});

describe('the command line', () => {
  it('prints a code of the staff that the schema takes and the page knows again', async () => {
    const { code, text } = await deploy('--code', '271828');
    expect(code).toBe(0);
    const kiosk = JSON.parse(`{${text}}`) as { staff: Parameters<typeof checkCode>[1] };
    expect(exhibitionSchema.safeParse({ ...makeExhibition(), kiosk }).success).toBe(true);
    expect(text).not.toContain('271828');
    expect(await checkCode('271828', kiosk.staff)).toBe(true);
    expect(await checkCode('271829', kiosk.staff)).toBe(false);
  });

  it.each([
    [['--port', '0'], 'port'],
    [['--user', 'root; reboot'], 'user'],
    [['--grotto', 'relative'], 'full path'],
    [['--browser', '/usr/bin/x"\nExecStart=evil'], 'full path'],
    [['--path', 'caves'], 'slash'],
    [['--path', '/a b{/'], 'slash'],
    [['--code', 'secret'], 'digits'],
    [['--nonsense'], 'nonsense'],
  ])('refuses %j in one line', async (args, word) => {
    const { code, err } = await deploy('--out', 'refused', ...args);
    expect([code, err.trim().includes('\n')]).toEqual([2, false]);
    expect(err).toContain(word);
    expect(existsSync(path.join(folder, 'refused'))).toBe(false);
  });
});
