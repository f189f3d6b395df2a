/** One suite over every kind of hotspot: what the page and the headset may rely on. */
import { describe, expect, it } from 'vitest';
import { hotspotSchema } from '#document/schema.ts';
import type { Hotspot } from '#document/schema.ts';
import { describeHotspot, type PanelContent } from '#hotspots/content.ts';
import { makeExhibitionWithRelic } from '../fixtures/exhibitions.ts';

const base = { id: 'h', label: { en: 'Title', 'zh-Hans': '题' }, target: { yaw: 0, pitch: 0 } };
const body = { en: 'One\nstill one.\n\n \nTwo.', 'zh-Hans': '一。\n\n二。' };
const facts = [{ label: { en: 'Date' }, value: { en: '618', 'zh-Hans': '六一八年' } }];

const HOTSPOTS = {
  text: { ...base, kind: 'text', body, facts },
  image: { ...base, kind: 'image', image: 'detail', body, facts },
  relic: { ...base, kind: 'relic', model: 'bowl', body, facts },
} satisfies { [Kind in Hotspot['kind']]: Hotspot & { kind: Kind } };

function describeIn(language: string, hotspot: Hotspot): PanelContent {
  return describeHotspot(hotspot, { exhibition: makeExhibitionWithRelic(), language });
}

it('has a sample of every kind that the schema knows', () => {
  const kinds = hotspotSchema._zod.def.options.map((option) => option.shape.kind._zod.def.values[0]);
  expect(Object.keys(HOTSPOTS).sort()).toEqual(kinds.sort());
});

describe.each(Object.values(HOTSPOTS))('a hotspot of kind $kind', (hotspot) => {
  it('cuts its text at blank lines and says in what language each part is', () => {
    const content = describeIn('en', hotspot);
    expect(content.kind).toBe(hotspot.kind);
    expect(content.title).toEqual({ text: 'Title', language: 'en' });
    expect(content.paragraphs).toEqual([
      { text: 'One\nstill one.', language: 'en' },
      { text: 'Two.', language: 'en' },
    ]);
  });

  it('marks a part that exists in another language only', () => {
    expect(describeIn('zh-Hans', hotspot).facts).toEqual([
      { label: { text: 'Date', language: 'en' }, value: { text: '六一八年', language: 'zh-Hans' } },
    ]);
  });

  it('leaves markup as the text it is', () => {
    const hostile = '<img src=x onerror=alert(1)> **x** [y](javascript:z) {{7*7}}';
    const content = describeIn('en', { ...hotspot, label: { en: hostile }, body: { en: hostile } });
    expect(content.title.text).toBe(hostile);
    expect(content.paragraphs).toEqual([{ text: hostile, language: 'en' }]);
  });
});

describe('a relic in a panel', () => {
  it('shows its poster, described in words, with its rights', () => {
    expect(describeIn('zh-Hans', HOTSPOTS.relic)).toMatchObject({
      picture: { uri: 'bowl/poster.webp', width: 90, height: 90, alt: { text: '白瓷碗', language: 'zh-Hans' } },
      rights: { label: 'CC0 1.0' },
    });
  });
});

describe('a tileset in a panel', () => {
  it('has its own picture, rights and making, as a model has', () => {
    const exhibition = makeExhibitionWithRelic();
    exhibition.assets.push({
      kind: 'tileset',
      id: 'cliff',
      label: { en: 'Cliff', 'zh-Hans': '崖' },
      uri: 'cliff/tileset.json',
      poster: { uri: 'cliff/poster.webp', width: 90, height: 60 },
      credit: { en: 'Survey' },
      rights: 'http://creativecommons.org/licenses/by/4.0/',
      digitalSourceType: 'algorithmicallyEnhanced',
    });
    const content = describeHotspot({ ...HOTSPOTS.relic, model: 'cliff' }, { exhibition, language: 'zh-Hans' });
    expect(content).toMatchObject({
      picture: { uri: 'cliff/poster.webp', alt: { text: '崖', language: 'zh-Hans' } },
      credit: { text: 'Survey', language: 'en' },
      rights: { label: 'CC BY 4.0' },
      made: 'enhanced',
    });
  });
});

describe('a picture in a panel', () => {
  it('comes with its size, its description and its rights', () => {
    expect(describeIn('zh-Hans', HOTSPOTS.image)).toMatchObject({
      picture: { uri: 'detail.png', width: 64, height: 48, alt: { text: '手', language: 'zh-Hans' } },
      rights: { label: 'CC0 1.0' },
      made: null,
    });
  });

  it('is labelled where it was generated', () => {
    const exhibition = { ...makeExhibitionWithRelic(), digitalSourceType: 'trainedAlgorithmicMedia' as const };
    expect(describeHotspot(HOTSPOTS.image, { exhibition, language: 'en' }).made).toBe('ai');
  });

  it('that is gone leaves the text standing', () => {
    const content = describeIn('en', { ...HOTSPOTS.image, image: 'gone' });
    expect(content.picture).toBeNull();
    expect(content.rights).toBeNull();
    expect(content.paragraphs).toHaveLength(2);
  });
});

it('says what is written on a thing in its own language, and what it means in the visitor’s', () => {
  const transcription = { 'zh-Hant': '山水', en: 'never' };
  const translation = { en: 'Hills\n\nand water', 'zh-Hans': '山与水' };
  const { inscription } = describeIn('en', { ...HOTSPOTS.text, transcription, translation });
  expect(inscription).toEqual({
    transcription: [{ text: '山水', language: 'zh-Hant' }],
    translation: [
      { text: 'Hills', language: 'en' },
      { text: 'and water', language: 'en' },
    ],
  });
  expect(describeIn('en', HOTSPOTS.text).inscription).toBeUndefined();
});
