/** Broken and hostile files cost one placeholder, never the visit; nothing of them runs, nothing is asked of strangers. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { hasRealdata, NEEDS, REALDATA } from './realdata.ts';
import { openVisit } from './visit.ts';
import type { Visit } from './visit.ts';

type Expectation = Record<
  string,
  { readonly expect: 'reject' | 'survive' | 'inert' | 'either'; readonly kind: string }
>;

const both = (text: string) => ({ en: text, 'zh-Hans': text });
const CRAFTED = path.join(REALDATA, 'crafted');
/** No pixel is looked at. */
const SMALL = { width: 480, height: 270 } as const;
/** The browser's own console line about an answer that was an error or a picture that was none. */
const PICTURE_FAULTS = [/Failed to load resource/];

describe.skipIf(!hasRealdata)(`hostile files${NEEDS}`, () => {
  let browser: Browser;
  let folder: string;
  let visit: Visit | null = null;
  let expectations: Expectation;

  beforeAll(async () => {
    browser = await launchBrowser();
    expectations = JSON.parse(await readFile(path.join(CRAFTED, 'EXPECT.json'), 'utf8')) as Expectation;
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'grotto-hostile-'));
  });
  afterEach(async () => {
    await visit?.close();
    visit = null;
    await rm(folder, { recursive: true, force: true });
  });

  /** A picture that is sound, for the places that must live on. */
  async function copySoundPicture(): Promise<void> {
    await cp(path.join(REALDATA, 'pano/psv/sphere_small.jpg'), path.join(folder, 'sound.jpg'));
  }

  const soundAsset = (label: Record<string, string>) => ({
    kind: 'panorama',
    id: 'sound',
    label,
    layers: [
      {
        id: 'main',
        kind: 'as-found',
        label,
        source: { type: 'equirect-image', uri: 'sound.jpg', width: 2000, height: 1000 },
      },
    ],
  });

  async function isPolluted(): Promise<boolean> {
    const page = visit?.page;
    if (!page) throw new Error('no page is open');
    return page.evaluate(() => '__xss_open' in window || 'polluted___xss_open' in {});
  }

  it('every JSON file of the list in the place of the document ends in words, without running or fetching anything', async () => {
    const names = (await readdir(path.join(CRAFTED, 'json'))).filter((name) => name in prefixed('json'));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      await cp(path.join(CRAFTED, 'json', name), path.join(folder, 'exhibition.json'), { force: true });
      if (visit) await visit.page.goto(visit.baseUrl);
      else visit = await openVisit(browser, { exhibition: folder, viewport: SMALL });
      await visit.page.waitForSelector('main .title-card__title');
      const words = await visit.page.locator('main .title-card__rights').first().innerText();
      expect(words.length, name).toBeGreaterThan(20);
      expect(await isPolluted(), name).toBe(false);
      expect(visit.faults, name).toEqual([]);
    }
  });

  it('every hostile string in every text of a document is shown as text', async () => {
    await copySoundPicture();
    const vectors = JSON.parse(await readFile(path.join(CRAFTED, 'json/xss_vectors.json'), 'utf8')) as string[];
    const urls = JSON.parse(await readFile(path.join(CRAFTED, 'json/url_vectors.json'), 'utf8')) as string[];
    const texts = [...vectors, ...urls].filter((text) => text.trim() !== '');
    const nodes = texts.map((text, i) => ({
      id: `n${i}`, label: both(text), summary: both(text), asset: 'sound',
      links: [{ to: `n${(i + 1) % texts.length}`, target: { yaw: 0, pitch: 0 }, label: both(text) }],
      hotspots: [{
        kind: 'text', id: 'h', label: both(text), body: both(text), target: { yaw: 5, pitch: 5 },
        facts: [{ label: both(text), value: both(text) }],
      }],
    })); // prettier-ignore
    const label = both(vectors[0] ?? '');
    const written = {
      formatVersion: 1, id: 'x', label, summary: label, provider: label, rights: urls[0], homepage: urls[0],
      requiredStatement: { label, value: label }, defaultLanguage: 'en', languages: ['en', 'zh-Hans'],
      assets: [soundAsset(label)], nodes,
    }; // prettier-ignore
    await writeFile(path.join(folder, 'exhibition.json'), JSON.stringify(written));
    visit = await openVisit(browser, { exhibition: folder, viewport: SMALL });
    const { page } = visit;
    await page.waitForFunction(() => window.grotto !== undefined);
    await page.waitForSelector('.grotto-ui');
    for (const id of nodes.filter((_, i) => i % 6 === 0).map((node) => node.id)) {
      await page.evaluate((nodeId) => {
        location.hash = `at=${nodeId}&show=h`;
      }, id);
      await page.waitForFunction(async (nodeId) => (await window.grotto?.state())?.nodeId === nodeId, id);
    }
    await page.evaluate(() => void (location.hash = 'at=n0&panel=about'));
    await page.waitForFunction(async () => (await window.grotto?.state())?.panel?.kind === 'about');
    expect(await isPolluted()).toBe(false);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href') ?? ''),
    );
    for (const href of links) expect(href).toMatch(/^(#|https?:\/\/|mailto:|third-party-notices\.txt$)/);
    visit.expectQuiet();
  });

  it('hostile addresses name no other document, run nothing and are rewritten', async () => {
    await copySoundPicture();
    const label = both('Sound');
    const written = {
      formatVersion: 1, id: 'x', label, defaultLanguage: 'en', languages: ['en', 'zh-Hans'],
      assets: [soundAsset(label)], nodes: [{ id: 'here', label, asset: 'sound' }],
    }; // prettier-ignore
    await writeFile(path.join(folder, 'exhibition.json'), JSON.stringify(written));
    const vectors = JSON.parse(await readFile(path.join(CRAFTED, 'json/xss_vectors.json'), 'utf8')) as string[];
    const urls = JSON.parse(await readFile(path.join(CRAFTED, 'json/url_vectors.json'), 'utf8')) as string[];
    visit = await openVisit(browser, { exhibition: folder, viewport: SMALL });
    const { page, baseUrl } = visit;
    const values = [...urls, ...vectors]
      .filter((_, i) => i % 5 === 0)
      .map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')));
    const addresses = values.map((value) => `#at=${value}&view=${value}&show=${value}&lang=${value}`);
    const expectHere = async (): Promise<void> => {
      const state = await page.evaluate(() => window.grotto?.state());
      expect(state?.nodeId).toBe('here');
      expect(await page.evaluate(() => location.hash)).toMatch(/^#at=here&/);
      expect(await isPolluted()).toBe(false);
    };
    // What stands before the # is read at the start alone: three of the list in each start.
    for (let i = 0; i < values.length; i += 3) {
      const [one, two = one, three = one] = values.slice(i, i + 3);
      await page.goto(`${baseUrl}?exhibition=${one}&url=${two}&config=${three}${addresses[i]}`);
      await page.waitForFunction(() => window.grotto !== undefined);
      await expectHere();
      for (const address of addresses.slice(i + 1, i + 3)) {
        await page.evaluate((to) => void (location.hash = to), address);
        await page.waitForFunction(() => location.hash.startsWith('#at=here&'));
        await expectHere();
      }
    }
    visit.expectQuiet();
  });

  it('every picture and archive of the list in the place of a panorama leaves the visit standing, and its fault is told', async () => {
    await copySoundPicture();
    const names = ['images', 'zip'].flatMap((kind) => Object.keys(prefixed(kind)).map((name) => `${kind}/${name}`));
    expect(names).toHaveLength(19);
    for (const kind of ['images', 'zip'])
      await cp(path.join(CRAFTED, kind), path.join(folder, kind), { recursive: true });
    const assets = names.map((name, i) => ({
      ...soundAsset(both(name)),
      id: `p${i}`,
      layers: [
        {
          id: 'main',
          kind: 'as-found',
          label: both(name),
          source: { type: 'equirect-image', uri: name, width: 2000, height: 1000 },
        },
      ],
    }));
    const nodes = names.map((name, i) => ({ id: `p${i}`, label: both(name), asset: `p${i}` }));
    const written = {
      formatVersion: 1, id: 'x', label: both('Pictures'), defaultLanguage: 'en', languages: ['en', 'zh-Hans'], start: 'sound',
      assets: [soundAsset(both('Sound')), ...assets], nodes: [{ id: 'sound', label: both('Sound'), asset: 'sound' }, ...nodes],
    }; // prettier-ignore
    await writeFile(path.join(folder, 'exhibition.json'), JSON.stringify(written));
    visit = await openVisit(browser, { exhibition: folder, viewport: SMALL, expectedFaults: PICTURE_FAULTS });
    const { page } = visit;
    await page.waitForFunction(() => window.grotto !== undefined);
    await page.evaluate(() => {
      const told = ((window as unknown as { told: string[] }).told = []) as string[];
      window.grotto?.on('fault', ({ fault }) => void told.push(fault.message));
    });
    for (const { id } of nodes) {
      await page.evaluate((nodeId) => window.grotto?.goTo(nodeId), id);
      await page.evaluate(() => window.grotto?.whenSharp());
    }
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    for (const name of names)
      expect(
        told.some((line) => line.includes(name)),
        name,
      ).toBe(true);
    await page.evaluate(() => window.grotto?.goTo('sound'));
    await page.evaluate(() => window.grotto?.whenSharp());
    expect((await page.evaluate(() => window.grotto?.stats()))?.tilesLoaded).toBeGreaterThan(0);
    visit.expectQuiet();
  });

  it('pictures and SVG of the list in a label run nothing and ask nothing of strangers', async () => {
    await copySoundPicture();
    await mkdir(path.join(folder, 'files'));
    const files = [
      ...Object.keys(prefixed('svg')).map((name) => `svg/${name}`),
      ...Object.keys(prefixed('images')).map((name) => `images/${name}`),
    ];
    for (const file of files) await cp(path.join(CRAFTED, file), path.join(folder, 'files', path.basename(file)));
    const images = files.map((file, i) => ({
      kind: 'image', id: `i${i}`, label: both(file), alt: both(file), uri: `files/${path.basename(file)}`, width: 100, height: 100,
    })); // prettier-ignore
    const written = {
      formatVersion: 1, id: 'x', label: both('Labels'), defaultLanguage: 'en', languages: ['en', 'zh-Hans'],
      assets: [soundAsset(both('Sound')), ...images],
      nodes: [{
        id: 'here', label: both('Here'), asset: 'sound',
        hotspots: images.map(({ id }, i) => ({ kind: 'image', id: `h${i}`, label: both(id), image: id, target: { yaw: i * 10, pitch: 0 } })),
      }],
    }; // prettier-ignore
    await writeFile(path.join(folder, 'exhibition.json'), JSON.stringify(written));
    visit = await openVisit(browser, { exhibition: folder, viewport: SMALL, expectedFaults: PICTURE_FAULTS });
    const { page } = visit;
    await page.waitForFunction(() => window.grotto !== undefined);
    await page.waitForSelector('.grotto-ui');
    for (let i = 0; i < images.length; i++) {
      await page.evaluate((id) => void (location.hash = `at=here&show=${id}`), `h${i}`);
      await page.waitForFunction(async (id) => {
        const panel = (await window.grotto?.state())?.panel;
        return panel?.kind === 'hotspot' && panel.hotspotId === id;
      }, `h${i}`);
    }
    await page.waitForTimeout(300);
    expect(await isPolluted()).toBe(false);
    visit.expectQuiet();
  });

  it('sounds and captions of the list in a guided tour cost themselves, and what is told is told', async () => {
    await copySoundPicture();
    for (const kind of ['audio', 'vtt'])
      await cp(path.join(CRAFTED, kind), path.join(folder, kind), { recursive: true });
    await cp(path.join(REALDATA, 'audio/ping.mp3'), path.join(folder, 'sound.mp3'));
    const types: Record<string, string> = { '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.wav': 'audio/wav' };
    const recorded = (uri: string, captions?: string) => ({
      kind: 'audio', label: both(uri), seconds: 1, sources: [{ uri, type: types[path.extname(uri)] ?? '' }],
      ...(captions !== undefined && { captions: { en: captions } }),
    }); // prettier-ignore
    const voices = [
      ...Object.keys(prefixed('audio')).map((name) => recorded(`audio/${name}`)),
      ...Object.keys(prefixed('vtt')).map((name) => recorded('sound.mp3', `vtt/${name}`)),
    ].map((asset, i) => ({ ...asset, id: `voice${i}` }));
    expect(voices).toHaveLength(7);
    const written = {
      formatVersion: 1, id: 'x', label: both('Sounds'), defaultLanguage: 'en', languages: ['en', 'zh-Hans'],
      assets: [soundAsset(both('Sound')), ...voices], nodes: [{ id: 'here', label: both('Here'), asset: 'sound' }],
      tours: [{ id: 'all', label: both('All'), steps: voices.map(({ id }, i) => ({
        at: 'here', narration: both(`What is told is told ${i}.`), voice: { en: id }, minSeconds: 600,
      })) }],
    }; // prettier-ignore
    await writeFile(path.join(folder, 'exhibition.json'), JSON.stringify(written));
    visit = await openVisit(browser, { exhibition: folder, path: '#at=here&lang=en', expectedFaults: PICTURE_FAULTS });
    const { page } = visit;
    await page.waitForFunction(() => window.grotto !== undefined);
    await page.getByRole('button', { name: 'Turn sound on' }).click();
    const stateOf = () => page.evaluate(() => window.grotto?.guide('state'));
    for (const [i, { sources }] of voices.entries()) {
      await page.evaluate((step) => window.grotto?.guide('start', { tour: 'all', step }), i + 1);
      // What is no sound is stood in for by the text of the document; so are captions that are none.
      const isText = sources[0]?.uri !== 'sound.mp3' || voices[i]?.captions?.en === 'vtt/srt_not_vtt.vtt';
      await expect
        .poll(async () => ({ ...(await stateOf()) }), { timeout: 60_000, message: JSON.stringify(voices[i]) })
        .toMatchObject({
          step: i + 1,
          phase: 'telling',
          caption: isText ? `What is told is told ${i}.` : expect.anything(),
        });
      await page.evaluate(() => window.grotto?.guide('leave'));
    }
    expect(await isPolluted()).toBe(false);
    expect(await page.locator('.captions :is(script, img, iframe, a, svg)').count()).toBe(0);
    visit.expectQuiet();
  });

  function prefixed(kind: string): Expectation {
    const found: Expectation = {};
    for (const [name, expectation] of Object.entries(expectations)) {
      if (name.startsWith(`${kind}/`)) found[name.slice(kind.length + 1)] = expectation;
    }
    return found;
  }
});
