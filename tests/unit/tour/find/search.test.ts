import { describe, expect, it } from 'vitest';
import { withoutConjecture } from '#document/truth/withoutConjecture.ts';
import { excerpt } from '#tour/find/excerpt.ts';
import { FindIndex } from '#tour/find/findIndex.ts';
import { cut, MAX_PASSAGE } from '#tour/find/passages.ts';
import { listThings } from '#tour/find/things.ts';
import { readQuery, tokenize } from '#tour/find/tokens.ts';
import { makeFindable } from './exhibition.ts';

function indexOf(exhibition = makeFindable()): FindIndex {
  const index = new FindIndex();
  for (const thing of listThings(exhibition)) index.add(thing);
  return index;
}

const INDEX = indexOf();
const keys = (query: string, language = 'en') => INDEX.search(query, language).map(({ thing }) => thing.key);

describe('what one finds', () => {
  it.each([
    ['a word', 'caisson', 'cave-45/caisson'],
    ['its beginning', 'cais', 'cave-45/caisson'],
    ['a slip of the hand', 'caison', 'cave-45/caisson'],
    ['capitals', 'CAISSON', 'cave-45/caisson'],
    ['a word of the text', 'hares', 'cave-45/caisson'],
    ['Chinese', '飞天', 'cave-45/caisson'],
    ['traditional characters', '飛天', 'cave-45/caisson'],
    ['a single character', '藻', 'cave-45/caisson'],
    ['the last character of a word', '井', 'cave-45/caisson'],
    ['two Chinese words that a text has apart', '莲花的飞天', 'cave-45/caisson'],
    ['two languages at once', 'bell 铜', 'cave-46/bronze-bell'],
    ['words that stand in different texts', 'bronze clapper', 'cave-46/bronze-bell'],
    ['a fact', '青铜', 'cave-46/bronze-bell'],
    ['what a picture is described as', 'dragon', 'cave-46/bronze-bell'],
    ['a detail of a relic', '撞座', 'cave-46/bronze-bell#boss'],
    ['an apostrophe', 'l’on frappe', 'cave-46/bronze-bell#boss'],
    ['without its accents', 'cafe', 'cave-45/tripod'],
    ['what is written on it', '永寶', 'cave-45/tripod'],
    ['what that means', 'grandsons', 'cave-45/tripod'],
    ['letters as they are typed', 'aussen', 'cave-46/bronze-bell'],
    ['Arabic without vowel signs', 'جولة', 'tour:short'],
    ['a tour', 'short walk', 'tour:short'],
    ['a number', '46', 'cave-46'],
    ['a place in Chinese with a number', '第46窟', 'cave-46'],
  ])('by %s', (_, query, first) => {
    expect(keys(query)[0]).toBe(first);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['signs alone', '(.*)+[^]\\?!'],
    ['what nobody wrote', 'zeppelin'],
    ['characters of no text', '螃蟹'],
  ])('not by %s', (_, query) => {
    expect(keys(query)).toEqual([]);
  });

  it('is not lost by signs around it, nor by more text than a field holds', () => {
    expect(keys('^caisson$.*')[0]).toBe('cave-45/caisson');
    expect(keys(`caisson ${'x'.repeat(10_000)}`)).toContain('cave-45/caisson');
    expect(keys(`${'飞'.repeat(10_000)}`)).toEqual([]);
    expect(keys('__proto__ constructor')).toEqual([]);
  });

  it('is one thing where the same hangs in two pictures of a place', () => {
    const [found] = INDEX.search('caisson', 'en');
    expect(keys('caisson')).toHaveLength(1);
    expect(found?.thing.spots.map(({ nodeId }) => nodeId)).toEqual(['cave-45', 'cave-45-lamps']);
  });

  it('is in the order name, fact, text', () => {
    const exhibition = makeFindable();
    const [base] = exhibition.nodes;
    const label = (id: string, over: object) => ({
      kind: 'text' as const,
      id,
      label: { en: 'Something else here' },
      body: { en: 'A body of no interest to anybody' },
      target: { yaw: 0, pitch: 0 },
      ...over,
    });
    const facts = [{ label: { en: 'Colour' }, value: { en: 'a deep lapis blue' } }];
    base!.hotspots = [
      label('text', { body: { en: 'The lapis came from far away in the west' } }),
      label('fact', { facts }),
      label('name', { label: { en: 'Grinding lapis by hand' } }),
    ];
    const found = indexOf(exhibition).search('lapis', 'en');
    expect(found.map(({ thing }) => thing.spots[0].hotspotId)).toEqual(['name', 'fact', 'text']);
  });

  it('shows the text in the visitor’s language where that says it too, else the one that does', () => {
    expect(INDEX.search('46', 'zh-Hans')[0]).toMatchObject({ language: 'zh-Hans' });
    expect(INDEX.search('飞天', 'en')[0]).toMatchObject({ language: 'zh-Hans', field: 'body' });
  });

  it('is nothing that conjecture alone has', () => {
    const exhibition = makeFindable();
    const asset = exhibition.assets.find(({ id }) => id === 'pano-46');
    if (asset?.kind !== 'panorama') throw new Error('the fixture has a panorama');
    asset.layers[0]!.kind = 'restored';
    const found = withoutConjecture(exhibition);
    if (!found) throw new Error('something is left');
    expect(indexOf(exhibition).search('bell', 'en')).not.toEqual([]);
    expect(indexOf(found).search('bell', 'en')).toEqual([]);
  });
});

describe('terms', () => {
  const terms = (text: string) => tokenize(text).map(({ term }) => term);

  it.each([
    ['Éléphant, œuf!', ['elephant', 'oeuf']],
    ['飞天像', ['飞天', '天像', '像']],
    ['第45窟', ['第', '45', '窟']],
    ['カタカナ', ['カタ', 'タカ', 'カナ', 'ナ']],
    ['مَدْرَسَة', ['مدرسه']],
    ['', []],
  ])('of “%s”', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('say where they stand', () => {
    const text = 'a 𠀀𠀁 b';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['a', '𠀀𠀁', '𠀁', 'b']);
  });

  it('of a query are told apart by words, without those that only join', () => {
    expect(readQuery('莲花的飞天').map(({ terms: all }) => all.join(''))).toEqual(['莲花', '飞天']);
    expect(readQuery('的').map(({ terms: all }) => all.join(''))).toEqual(['的']);
  });
});

describe('an excerpt', () => {
  const marked = (query: string, text: string, most = 40) => {
    const exhibition = makeFindable();
    exhibition.nodes[0]!.summary = { en: text };
    const [found] = indexOf(exhibition)
      .search(query, 'en')
      .filter(({ thing }) => thing.key === 'cave-45');
    return excerpt(found?.text ?? '', found?.terms ?? new Map(), most)
      .map(({ text: part, isMet }) => (isMet ? `[${part}]` : part))
      .join('');
  };

  it.each([
    ['zebra', 'A Zebra there', 'A [Zebra] there'],
    ['zeb', 'A Zebra there', 'A [Zeb]ra there'],
    ['鸵鸟', '有一只鸵鸟在此', '有一只[鸵鸟]在此'],
    ['鸵', '有一只鸵鸟在此', '有一只[鸵]鸟在此'],
    ['zebra', `${'word '.repeat(20)}zebra ${'word '.repeat(20)}`, '…word word word word [zebra] word word word…'],
  ])('marks “%s” in “%s”', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });
});

describe('a long text', () => {
  it('is cut after sentences, without losing or splitting a character', () => {
    const text = `${'长句子。'.repeat(200)}${'𠀀'.repeat(900)}`;
    const pieces = cut(text);
    expect(pieces.join('')).toBe(text);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(MAX_PASSAGE);
    expect(pieces.map((piece) => encodeURIComponent(piece)).join('')).toBe(encodeURIComponent(text));
    expect(pieces[0]?.endsWith('。')).toBe(true);
  });
});
