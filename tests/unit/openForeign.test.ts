/** Documents of other viewers, opened in the page: files of the same server alone, asked for as a browser asks. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exhibitionUrl } from '#app/fetchExhibition.ts';
import { ALL_FORMATS } from '#document/foreign/formats.ts';
import { openExhibition } from '#document/open.ts';
import { readForeign } from '#app/foreign/readForeign.ts';
import { openWebFolder } from '#app/foreign/webFolder.ts';
import { makeGlb, pngHead } from '../fixtures/foreignFolder.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

const SITE = 'https://m.example/visit/';

/** A server of these files, with or without ranges; what it was asked for is written down. */
function serverOf(files: Readonly<Record<string, string | Uint8Array>>, hasRanges = true) {
  const asked: string[] = [];
  const ask = (async (input: string, init: RequestInit = {}) => {
    asked.push(`${init.method ?? 'GET'} ${input}`);
    const name = decodeURIComponent(new URL(input).pathname.slice(1));
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!input.startsWith('https://m.example/') || file === undefined)
      return new Response('Not found', { status: 404 });
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    const end = /bytes=0-(\d+)/.exec(new Headers(init.headers).get('range') ?? '')?.[1];
    const isPart = hasRanges && end !== undefined && Number(end) + 1 < bytes.length;
    const body = isPart ? bytes.slice(0, Number(end) + 1) : bytes.slice();
    const headers = { 'content-length': String(body.length), ...(isPart && { 'content-range': `bytes 0-${end}/${bytes.length}` }) }; // prettier-ignore
    return new Response(init.method === 'HEAD' ? null : body, { status: isPart ? 206 : 200, headers });
  }) as typeof fetch;
  return { ask, asked };
}

const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

async function open(value: unknown, url: string, files: Parameters<typeof serverOf>[0]) {
  const { ask, asked } = serverOf(files);
  const read = await readForeign(value instanceof Uint8Array ? value : bytesOf(value), url, ask);
  if (!read || 'refused' in read) throw new Error(read?.refused ?? 'unknown');
  const { exhibition, faults } = openExhibition(read.text, ALL_FORMATS);
  expect(faults).toEqual([]);
  return { opened: { ...read, exhibition }, asked };
}

describe('the address of the document', () => {
  it.each([
    ['tour.json', 'tour.json'],
    ['old/Höhle 45/data.js', 'old/H%C3%B6hle%2045/data.js'],
    ['a/tour.xml', 'a/tour.xml'],
    ['spring', 'spring/exhibition.json'],
    ['', 'exhibition.json'],
    ['https://evil.example/tour.json', 'exhibition.json'],
    ['//evil.example/tour.json', 'exhibition.json'],
    ['../secret.json', 'exhibition.json'],
    ['a/../../secret.json', 'exhibition.json'],
    ['/etc/tour.json', 'exhibition.json'],
    ['a%2f..%2fb.json', 'exhibition.json'],
    ['.hidden.json', 'exhibition.json'],
    ['page.html', 'exhibition.json'],
    ['data:x.json', 'exhibition.json'],
    ['a\\b.json', 'exhibition.json'],
  ])('for ?exhibition=%s is %s', (wish, file) => {
    const page = `${SITE}?exhibition=${encodeURIComponent(wish)}#at=x`;
    expect(exhibitionUrl(page, ['spring'])).toBe(`${SITE}${file}`);
  });
});

describe('a folder on the web', () => {
  it.each([true, false])('gives heads and whole lengths, ranges known: %s', async (hasRanges) => {
    const { ask } = serverOf({ 'visit/a b.txt': 'abcdefgh' }, hasRanges);
    const folder = openWebFolder(`${SITE}tour.json`, ask);
    expect(await folder.hasFile('a b.txt')).toBe(true);
    expect(await folder.hasFile('c.txt')).toBe(false);
    const { bytes, head } = await folder.readHead('a b.txt', 3);
    expect([bytes, new TextDecoder().decode(head)]).toEqual([8, 'abc']);
    expect(await folder.readText('a b.txt', 7)).toBeNull();
    expect(await folder.readText('a b.txt', 8)).toBe('abcdefgh');
  });

  it('asks for nothing above its document', async () => {
    const { ask, asked } = serverOf({ 'secret.txt': 'x' });
    const folder = openWebFolder(`${SITE}tour.json`, ask);
    expect(await folder.hasFile('../secret.txt')).toBe(false);
    await expect(folder.readText('../secret.txt', 10)).rejects.toThrow('no file of the folder');
    expect(asked).toEqual([]);
  });
});

describe('a document of another viewer', () => {
  it('is shown with its pictures, and what it lost', async () => {
    const tour = { scenes: { hall: { title: 'Hall', panorama: 'hall.png', autoRotate: -2 }, far: { panorama: 'https://else.example/p.jpg' } } }; // prettier-ignore
    const { opened, asked } = await open(tour, `${SITE}old/tour.json`, {
      'visit/old/hall.png': pngHead(4096, 2048),
    });
    expect(opened.exhibition?.nodes.map(({ label }) => label)).toEqual([{ und: 'Hall' }]);
    expect(opened.url).toBe(`${SITE}old/tour.json`);
    expect(opened.format).toBe('pannellum');
    expect(opened.losses.map(({ path: at }) => at)).toContain('/scenes/far/panorama');
    expect(new Set(asked)).toEqual(new Set([`HEAD ${SITE}old/hall.png`, `GET ${SITE}old/hall.png`]));
  });

  it('may name files of its own folder by their whole addresses', async () => {
    const { opened } = await open({ panorama: `${SITE}hall.png`, autoLoad: true }, `${SITE}t.json`, { 'visit/hall.png': pngHead(4096, 2048) }); // prettier-ignore
    expect(opened.exhibition?.assets).toHaveLength(1);
  });

  it('that describes tiles beside it is seen from the folder above', async () => {
    const info = { '@context': 'http://iiif.io/api/image/3/context.json', id: 'x', type: 'ImageService3', profile: 'level0', width: 1024, height: 512, tiles: [{ width: 512, scaleFactors: [1, 2] }] }; // prettier-ignore
    const { opened } = await open(info, `${SITE}hall/info.json`, {});
    expect(opened.url).toBe(SITE);
    const [asset] = opened.exhibition?.assets ?? [];
    expect(asset?.kind === 'panorama' && asset.layers[0]?.source).toMatchObject({ written: { uri: 'hall' } });
  });

  it('has its models made to metres in the memory of the page', async () => {
    const svx = {
      asset: { type: 'application/si-dpo-3d.document+json', version: '1.0' }, scene: 0,
      scenes: [{ units: 'cm', nodes: [0] }], nodes: [{ name: 'Bowl', model: 0 }],
      models: [{ units: 'cm', derivatives: [{ usage: 'Web3D', quality: 'High', assets: [{ uri: 'bowl.glb', type: 'Model' }] }] }],
    }; // prettier-ignore
    const glb = makeGlb(12);
    const { opened } = await open(svx, `${SITE}bowl.svx.json`, { 'visit/bowl.glb': glb });
    const model = opened.exhibition?.assets.find(({ kind }) => kind === 'model');
    const uri = model?.kind === 'model' ? (model.lods[0]?.uri ?? '') : '';
    const made = await new Map(opened.made).get(uri)!.arrayBuffer();
    const text = new TextDecoder().decode(made);
    expect(text.startsWith('glTF')).toBe(true);
    expect(text).toContain('0.01');
    expect(new Uint8Array(made).slice(-4)).toEqual(glb.slice(-4));
  });

  it('that cannot be read says why; one of no known format is nobody’s', async () => {
    const { ask } = serverOf({});
    const script = await readForeign(bytesOf('var APP_DATA = { scenes: make() };'), `${SITE}data.js`, ask);
    expect(script && 'refused' in script && script.refused).toContain('no plain data');
    expect(await readForeign(bytesOf({ hello: 1 }), `${SITE}x.json`, ask)).toBeNull();
    expect(await readForeign(bytesOf('not json'), `${SITE}x.json`, ask)).toBeNull();
  });

  it('of which nothing is here says so, in place of bare walls', async () => {
    const { ask } = serverOf({});
    const read = await readForeign(bytesOf({ scenes: { hall: { panorama: 'gone.png' } } }), `${SITE}t.json`, ask);
    expect(read && 'refused' in read && read.refused).toMatch(
      /^read as pannellum, .*\/scenes\/hall\/panorama: .*gone\.png/,
    );
  });

  it.skipIf(!hasRealData)(titleOf('of the collection is opened as on the command line'), async () => {
    const root = path.join(REAL_DATA, 'pano/pannellum');
    const names = ['examplepano.jpg', ...[0, 1, 2, 3, 4, 5].map((n) => `examplepanocube${n}.jpg`)];
    const files = Object.fromEntries(names.map((name) => [`visit/${name}`, new Uint8Array(readFileSync(path.join(root, name)))])); // prettier-ignore
    const bytes = new Uint8Array(readFileSync(path.join(root, 'example-tour.json')));
    const { opened } = await open(bytes, `${SITE}example-tour.json`, files);
    expect(opened.exhibition?.nodes.map(({ id }) => id)).toEqual(['pondcube', 'pond']);
    expect(opened.losses).toHaveLength(1);
  });
});
