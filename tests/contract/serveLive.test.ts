/** Edits of an exhibition, told over real sockets: what can be shown, what is wrong, and nothing where nobody edits. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen, type RunningServer } from '#pipeline/serve/listen.ts';
import { type Live, openLive } from '#pipeline/serve/live/openLive.ts';
import { watchFolder } from '#pipeline/serve/live/watchFolder.ts';
import { openSite } from '#pipeline/serve/site.ts';
import { LIVE_EVENTS, LIVE_META } from '#shared/liveEdits.ts';

const label = { en: 'Cave' };
const SOUND = JSON.stringify({
  formatVersion: 1, id: 'caves', label, defaultLanguage: 'en', languages: ['en'], assets: [{ kind: 'gallery', id: 'hall', label }],
  nodes: [{ id: 'hall', label, asset: 'hall' }],
}); // prettier-ignore
const PAGE =
  '<html lang="en"><head><!--title-head--><!--/title-head--></head><!--title-card--><!--/title-card--></html>';

let folder: string;
let server: RunningServer | null = null;
let live: Live | null = null;
const log: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-live-'));
  mkdirSync(path.join(folder, 'dist'));
  mkdirSync(path.join(folder, 'show/pictures'), { recursive: true });
  writeFileSync(path.join(folder, 'dist/index.html'), PAGE);
  writeFileSync(path.join(folder, 'show/exhibition.json'), SOUND);
  log.length = 0;
});
afterEach(async () => {
  live?.close();
  await server?.close();
  [live, server] = [null, null];
  rmSync(folder, { recursive: true, force: true });
});

async function serve(): Promise<string> {
  live = await openLive(path.join(folder, 'show'), (line) => log.push(line));
  const site = await openSite({ root: path.join(folder, 'dist'), exhibition: path.join(folder, 'show'), isLive: true });
  server = await listen(site, { port: 0, portsToTry: 1, host: '127.0.0.1', other: live.answer });
  return `http://127.0.0.1:${server.port}/`;
}

/** What a page hears, as it comes. */
async function follow(base: string): Promise<{ next: () => Promise<string>; type: string | null }> {
  const answer = await fetch(base + LIVE_EVENTS);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const next = async (): Promise<string> => {
    for (;;) {
      const [, event] = /(event: .*\n[\s\S]*?)\n\n/.exec(heard) ?? [];
      if (event !== undefined) {
        heard = heard.slice(heard.indexOf(event) + event.length);
        return event;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the server ended');
      heard += value;
    }
  };
  return { next, type: answer.headers.get('content-type') };
}

/** What a server that was started by the command line says in its page. */
async function askStarted(...args: string[]): Promise<string> {
  const bin = path.resolve(import.meta.dirname, '../../src/pipeline/bin.mjs');
  const own = ['--root', path.join(folder, 'dist'), '--exhibition', path.join(folder, 'show'), '--port', '0', '--host', '127.0.0.1']; // prettier-ignore
  const started = spawn(process.execPath, [bin, 'serve', ...own, ...args]);
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      started.stdout.on('data', (data: Buffer) => {
        const found = /http:\/\/127\S+/.exec((said += data.toString()))?.[0];
        if (found !== undefined) resolve(found);
      });
      started.once('exit', () => reject(new Error(said)));
    });
    return await (await fetch(address)).text();
  } finally {
    started.kill('SIGTERM');
  }
}

describe('grotto serve', () => {
  it('tells of edits unless it is asked not to, and never on a kiosk', async () => {
    const pages = await Promise.all([askStarted(), askStarted('--no-live'), askStarted('--kiosk')]);
    expect(pages.map((page) => page.includes(LIVE_META))).toEqual([true, false, false]);
  });
});

describe('an exhibition that is edited', () => {
  it('says in its page that edits are told, and tells of documents and pictures that can be shown', async () => {
    const base = await serve();
    expect(await (await fetch(base)).text()).toContain(`<meta name="${LIVE_META}"`);
    const { next, type } = await follow(base);
    expect(type).toBe('text/event-stream');
    writeFileSync(path.join(folder, 'show/exhibition.json'), SOUND.replaceAll('Cave', 'Cave 45'));
    expect(await next()).toMatch(/^event: edit/);
    writeFileSync(path.join(folder, 'show/pictures/wall.jpg'), 'x');
    expect(await next()).toMatch(/^event: edit/);
    mkdirSync(path.join(folder, 'show/sounds'));
    expect(await next()).toMatch(/^event: edit/);
    writeFileSync(path.join(folder, 'show/sounds/bell.ogg'), 'x');
    expect(await next()).toMatch(/^event: edit/);
  });

  it('says what is wrong as check does, also to pages that come later, until it is mended', async () => {
    const base = await serve();
    const { next } = await follow(base);
    writeFileSync(path.join(folder, 'show/exhibition.json'), SOUND.replace('"asset":"hall"', '"asset":"hal"'));
    const faults = await next();
    expect(faults).toMatch(/^event: faults/);
    expect(faults).toContain('did you mean');
    expect(log.join('')).toContain('did you mean');
    expect(await (await follow(base)).next()).toBe(faults);
    // As editors do that write beside the file first.
    writeFileSync(path.join(folder, 'show/exhibition.json.tmp'), SOUND);
    renameSync(path.join(folder, 'show/exhibition.json.tmp'), path.join(folder, 'show/exhibition.json'));
    expect(await next()).toMatch(/^event: edit/);
    writeFileSync(path.join(folder, 'show/exhibition.json'), '{ "formatVersion": 1,');
    expect(await next()).toContain('line 1');
  });

  it('is not told of tiles one by one, nor of what editors leave', async () => {
    mkdirSync(path.join(folder, 'show/panoramas/hall/0'), { recursive: true });
    writeFileSync(path.join(folder, 'show/panoramas/hall/panorama.json'), '{}');
    const heard: string[] = [];
    const watching = await watchFolder(path.join(folder, 'show'), () => heard.push('edit'), 10);
    writeFileSync(path.join(folder, 'show/panoramas/hall/0/0.jpg'), 'x');
    writeFileSync(path.join(folder, 'show/.exhibition.json.swp'), 'x');
    writeFileSync(path.join(folder, 'show/exhibition.json~'), 'x');
    writeFileSync(path.join(folder, 'show/panoramas/hall/panorama.json'), '{ }');
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    watching.close();
    expect(heard).toEqual(['edit']);
  });
});
