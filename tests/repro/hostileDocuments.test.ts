/** Every hostile JSON and SVG file that was crafted for this project leads to what is written beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import { findSvgFaults } from '#document/check/svg.ts';
import { openExhibition } from '#document/open.ts';
import { readJson } from '#document/read.ts';
import { describeRights } from '#document/rights/describeRights.ts';
import type { Exhibition } from '#document/schema.ts';
import { assetPath, resolveAssetUri, safeLinkUrl } from '#document/uri.ts';
import { describeHotspot } from '#hotspots/content.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

const CRAFTED = path.join(REAL_DATA, 'crafted');

type Expectations = Record<string, { readonly expect: 'reject' | 'survive' | 'inert' }>;
const EXPECTED = hasRealData ? (JSON.parse(read('EXPECT.json').toString('utf8')) as Expectations) : {};

function read(file: string): Buffer {
  return readFileSync(path.join(CRAFTED, file));
}

function list(folder: string): string[] {
  return hasRealData ? readdirSync(path.join(CRAFTED, folder)).map((file) => `${folder}/${file}`) : [];
}

function readVectors(file: string): string[] {
  return hasRealData ? (JSON.parse(read(file).toString('utf8')) as string[]) : [];
}

describe('crafted JSON', () => {
  it.skipIf(!hasRealData)(titleOf('is refused with a message, or read, as is written beside it'), () => {
    for (const file of list('json')) {
      const opened = openExhibition(read(file));
      // None is an exhibition; each is told so, in few words, and nothing throws.
      expect(opened.exhibition, file).toBeNull();
      expect(opened.faults.length, file).toBeGreaterThan(0);
      expect(opened.faults.length, file).toBeLessThan(20);
      for (const { message } of opened.faults) expect(message.length, file).toBeLessThan(300);
      const isReadable = readJson(read(file)).fault === undefined;
      if (EXPECTED[file]?.expect !== 'reject') expect(isReadable, file).toBe(true);
      // Lists and null are JSON; it is the exhibition that refuses them.
      else if (!/array|null/.test(file)) expect(isReadable, file).toBe(false);
    }
    expect(({} as Record<string, unknown>)['polluted___xss_open']).toBeUndefined();
  });
});

describe('crafted addresses', () => {
  const vectors = readVectors('json/url_vectors.json');

  it.skipIf(!hasRealData)(titleOf('never leave the folder as an asset, nor run as a link'), () => {
    for (const vector of vectors) {
      const resolved = resolveAssetUri(vector, 'https://museum.example/show/exhibition.json');
      if (resolved !== null) expect(resolved.startsWith('https://museum.example/show/'), vector).toBe(true);
      const link = safeLinkUrl(vector);
      if (link !== null) expect(link, vector).toMatch(/^(https?:\/\/[^/@]+\/|mailto:[^?]+$)/);
      const rights = describeRights(vector).url;
      if (rights !== null) expect(rights, vector).toMatch(/^(https?:\/\/[^/@]+\/|mailto:[^?]+$)/);
    }
    expect(vectors.filter((vector) => assetPath(vector) !== null)).toEqual(['view\u2044source']);
  });

  it.skipIf(!hasRealData)(titleOf('in every field of a document cost at most what they stand in'), () => {
    for (const vector of vectors) {
      const exhibition = makeExhibition();
      exhibition.homepage = vector;
      exhibition.rights = vector;
      const [tiles, whole, image] = exhibition.assets;
      if (tiles?.kind !== 'panorama' || whole?.kind !== 'panorama' || image?.kind !== 'image')
        throw new Error('fixture');
      tiles.poster = { uri: vector, width: 1, height: 1 };
      const [source] = whole.layers;
      if (source?.source.type === 'equirect-image') source.source.uri = vector;
      image.uri = vector;
      const opened = openExhibition(JSON.stringify(exhibition));
      expect(opened.exhibition?.nodes, vector).toHaveLength(2);
      const kept = collectUris(opened.exhibition);
      expect(
        kept.filter((uri) => assetPath(uri) === null),
        vector,
      ).toEqual([]);
    }
  });
});

describe('crafted texts', () => {
  it.skipIf(!hasRealData)(titleOf('stay the text they are, from the document to the panel'), () => {
    const crafted = [...readVectors('json/xss_vectors.json'), ...readVectors('json/blns.json')];
    // For an empty text another language stands in.
    const vectors = crafted.filter((vector) => vector !== '');
    expect(vectors.length).toBeGreaterThan(500);
    for (const vector of vectors) {
      const exhibition = fillTexts(makeExhibition(), vector);
      const opened = openExhibition(JSON.stringify(exhibition));
      expect(opened.faults, vector).toEqual([]);
      expect(opened.exhibition).toEqual(exhibition);
      for (const hotspot of opened.exhibition?.nodes[0]?.hotspots ?? []) {
        const content = describeHotspot(hotspot, { exhibition, language: 'en' });
        expect(content.title.text).toBe(vector);
        if (content.picture) expect(content.picture.alt.text).toBe(vector);
        expect(
          content.paragraphs
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(hotspot.kind === 'text' ? vector.replace(/\s/g, '') : '');
      }
    }
  });

  it.skipIf(!hasRealData)(titleOf('as keys and names pollute nothing and name nothing'), () => {
    for (const vector of readVectors('json/xss_vectors.json')) {
      const document = JSON.stringify(makeExhibition())
        .replace('"id":"cave-46"', `"id":${JSON.stringify(vector)}`)
        .replace('{"id":"small"', `{${JSON.stringify(vector)}:{"a":1},"id":"small"`)
        .replace('{"en":"Small"', `{${JSON.stringify(vector)}:"x","en":"Small"`);
      const opened = openExhibition(document);
      expect(opened.exhibition?.nodes, vector).toHaveLength(2);
      expect(Object.keys(opened.exhibition?.label ?? {}).toSorted(), vector).toEqual(
        /^(true|null)$/.test(vector) ? expect.arrayContaining(['en', 'zh-Hans']) : expect.arrayContaining(['en']),
      );
    }
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});

describe('crafted SVG', () => {
  it.each(list('svg'))('%s is refused or warned of, as is written beside it', (file) => {
    const found = findSvgFaults(read(file).toString('utf8'), '');
    const isRefused = found.some(({ severity }) => severity === 'error');
    expect(isRefused).toBe(EXPECTED[file]?.expect === 'reject');
    expect(found.length).toBeGreaterThan(0);
  });

  it.skipIf(!hasRealData)(titleOf('is judged by the check of an exhibition that shows it'), async () => {
    const exhibition = makeExhibition();
    const image = exhibition.assets[2];
    if (image?.kind !== 'image') throw new Error('fixture');
    image.uri = 'billion_laughs.svg';
    const { faults } = await checkExhibition(Buffer.from(JSON.stringify(exhibition)), {
      hasFile: () => Promise.resolve(true),
      readPicture: () => Promise.resolve({ reason: 'is not looked at here' }),
      readHead: () => Promise.resolve({ bytes: 0, head: new Uint8Array() }),
      readBytes: () => Promise.resolve(null),
      readText: (file) => Promise.resolve(read(`svg/${file}`).toString('utf8')),
    });
    expect(faults.filter(({ path: place }) => place === 'assets.2.uri').map(({ code }) => code)).toEqual([
      'svg-entities',
    ]);
  });
});

function collectUris(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    typeof child === 'string' && /^(uri|template)$/.test(key) ? [child.replace(/\{\w\}/g, '0')] : collectUris(child),
  );
}

/** Every text in English becomes `text`. */
function fillTexts(exhibition: Exhibition, text: string): Exhibition {
  return JSON.parse(JSON.stringify(exhibition), (key, value: unknown) => (key === 'en' ? text : value)) as Exhibition;
}
