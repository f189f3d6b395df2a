/** What the server makes of an exhibition for pages of others, over real sockets. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, listen } from '#pipeline/serve/listen.ts';
import { openSite } from '#pipeline/serve/site.ts';

const PAGE =
  '<!doctype html><html lang="en"><head><!--title-head--><!--/title-head--></head>' +
  '<body><!--title-card--><!--/title-card--></body></html>';

let folder: string;
const servers: RunningServer[] = [];

async function serve(exhibition?: string): Promise<(name: string) => Promise<Response>> {
  const at = (name: string): string => path.join(folder, name);
  const site = await openSite({ root: at('dist'), ...(exhibition !== undefined && { exhibition: at(exhibition) }) });
  const server = await listen(site, { port: 0, portsToTry: 1, host: '127.0.0.1' });
  servers.push(server);
  return (name) => fetch(`http://127.0.0.1:${server.port}/${name}`);
}

function describeShow(label: string, embed: object): string {
  const poster = { uri: 'a%20poster.png', width: 40, height: 30 };
  return JSON.stringify({
    label: { en: label },
    start: 'a',
    nodes: [{ id: 'a', asset: 'p' }],
    assets: [{ id: 'p', poster }],
    embed,
  });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-shared-'));
  const write = (name: string, content: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  const poster = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#864' } })
    .png()
    .toBuffer();
  write('dist/index.html', PAGE);
  write('dist/embed.js', '// the element');
  write('dist/oembed.json', '{ "title": "What was in the build before" }');
  write('dist/preview.jpg', 'what was in the build before');
  write('dist/a poster.png', poster);
  write('dist/exhibition.json', describeShow('In the build', { isOpen: true }));
  write('show/a poster.png', poster);
  write('show/exhibition.json', describeShow('A <show>', { publicUrl: 'https://museum.example/caves' }));
  write('own/exhibition.json', describeShow('Own', {}));
  write('own/preview.jpg', 'a picture of the curator’s own');
  write('broken/exhibition.json', '{');
});
afterAll(async () => {
  for (const server of servers) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an exhibition for pages of others', () => {
  it('has the element of the viewer, an oEmbed answer and a picture, made of its document', async () => {
    const get = await serve('show');
    expect(await (await get('embed.js')).text()).toBe('// the element');
    const oembed = await get('oembed.json');
    expect(oembed.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await oembed.json()).toMatchObject({ type: 'link', title: 'A <show>', thumbnail_url: 'https://museum.example/caves/preview.jpg' }); // prettier-ignore
    const picture = await get('preview.jpg');
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(await sharp(await picture.arrayBuffer()).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect(await (await get('')).text()).toContain('content="https://museum.example/caves/preview.jpg"');
  });

  it('is what lies in the build now, not what lay there when it was made', async () => {
    const get = await serve();
    expect(await (await get('oembed.json')).json()).toMatchObject({ type: 'rich', title: 'In the build' });
    expect((await get('preview.jpg')).headers.get('content-type')).toBe('image/jpeg');
    expect((await (await get('preview.jpg')).arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  });

  it('keeps a picture of the curator’s own, and has none where there is nothing to make one of', async () => {
    expect(await (await (await serve('own'))('preview.jpg')).text()).toBe('a picture of the curator’s own');
    const get = await serve('broken');
    for (const name of ['preview.jpg', 'oembed.json']) expect((await get(name)).status).toBe(404);
  });

  it.each([
    [undefined, '*'],
    ['show', "'self'"],
  ])('may be framed by whom its document says: %s', async (exhibition, ancestors) => {
    const policy = (await (await serve(exhibition))('')).headers.get('content-security-policy') ?? '';
    expect(policy.endsWith(`; frame-ancestors ${ancestors}`)).toBe(true);
  });
});
