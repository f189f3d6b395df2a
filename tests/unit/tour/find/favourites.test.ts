import { describe, expect, it } from 'vitest';
import { readAddress } from '#tour/address.ts';
import { favouriteKey, keepKeys, MOST_FAVOURITES } from '#tour/find/favouriteKeys.ts';
import { createFavourites, readList, type Shelf } from '#tour/find/favourites.ts';
import { favouritesLink, fitFavourites, MAX_FAVOURITES_LENGTH, readFavourites } from '#tour/find/favouritesAddress.ts';
import { writeJson, writeText } from '#tour/find/favouritesFile.ts';
import { makeFindable } from './exhibition.ts';

function makeShelf(): Shelf & { readonly written: Map<string, string> } {
  const written = new Map<string, string>();
  return {
    written,
    getItem: (key) => written.get(key) ?? null,
    setItem: (key, value) => void written.set(key, value),
    removeItem: (key) => void written.delete(key),
  };
}

const refuse = (): never => {
  throw new Error('storage is refused');
};
const REFUSING: Shelf = { getItem: refuse, setItem: refuse, removeItem: refuse };
const open = (shelf: Shelf | null) => createFavourites({ exhibitionId: 'small', shelf });

describe('the visitor’s own list', () => {
  it('is kept on the device, by exhibition, and emptied there too', () => {
    const shelf = makeShelf();
    const list = open(shelf);
    list.toggle('cave-45');
    list.toggle('cave-45/caisson');
    list.toggle('cave-45');
    expect(open(shelf).store.getState()).toEqual({ keys: ['cave-45/caisson'], offered: [], isKept: true });
    expect(createFavourites({ exhibitionId: 'other', shelf }).store.getState().keys).toEqual([]);
    list.clear();
    expect(shelf.written.size).toBe(0);
    expect(list.store.getState().keys).toEqual([]);
  });

  it.each([
    ['is refused', REFUSING],
    ['is shared by many', null],
  ])('lasts as long as the page where storage %s', (_, shelf) => {
    const list = open(shelf);
    list.toggle('cave-45');
    expect(list.store.getState()).toEqual({ keys: ['cave-45'], offered: [], isKept: false });
    list.clear();
    expect(list.store.getState().keys).toEqual([]);
  });

  it('holds so many and no more', () => {
    const list = open(null);
    list.offer(Array.from({ length: MOST_FAVOURITES + 5 }, (_, at) => `n${at}`));
    list.answer(true);
    list.toggle('one-more');
    expect(list.store.getState().keys).toHaveLength(MOST_FAVOURITES);
    expect(list.store.getState().keys).not.toContain('one-more');
  });

  it('takes what a link brings only when the visitor says so', () => {
    const list = open(null);
    list.toggle('cave-45');
    list.offer(['cave-45', 'cave-46', 'not a key']);
    expect(list.store.getState()).toMatchObject({ keys: ['cave-45'], offered: ['cave-46'] });
    list.answer(false);
    expect(list.store.getState()).toMatchObject({ keys: ['cave-45'], offered: [] });
    list.offer(['cave-46']);
    list.answer(true);
    expect(list.store.getState()).toMatchObject({ keys: ['cave-45', 'cave-46'], offered: [] });
  });

  it.each([
    [null, []],
    ['', []],
    ['{', []],
    ['null', []],
    ['[1,2]', []],
    ['{"version":2,"keys":["a"]}', []],
    ['{"version":1,"keys":"a"}', []],
    ['{"version":1,"keys":["a",7,null,"../b","a","c/d","e/f/g",{}]}', ['a', 'c/d']],
  ])('reads %s as %j', (text, keys) => {
    expect(readList(text)).toEqual(keys);
  });
});

describe('the key of a favourite', () => {
  it.each([
    [{ nodeId: 'cave-45-lamps' }, 'cave-45-lamps'],
    [{ nodeId: 'cave-45', hotspotId: 'caisson' }, 'cave-45/caisson'],
    [{ nodeId: 'cave-45-lamps', hotspotId: 'caisson' }, 'cave-45/caisson'],
    [{ nodeId: 'cave-46', hotspotId: 'bronze-bell' }, 'cave-46/bronze-bell'],
  ])('of %j is %s', (spot, key) => {
    expect(favouriteKey(makeFindable(), spot)).toBe(key);
  });
});

describe('favourites in an address', () => {
  const PAGE = 'https://museum.example/show/?headset=shared&minutes=10&layer=1#at=hall';

  it('come back as they went', () => {
    const keys = ['cave-45', 'cave-45/caisson', 'cave-46/bronze-bell'];
    const link = favouritesLink(PAGE, keys, 'zh-Hans');
    expect(link).toBe(
      'https://museum.example/show/?layer=1#panel=places&fav=cave-45,cave-45/caisson,cave-46/bronze-bell&lang=zh-Hans',
    );
    const { hash } = new URL(link);
    expect(readFavourites(hash)).toEqual(keys);
    const { address, faults } = readAddress(hash, { exhibition: makeFindable(), brokenNodes: new Map() });
    expect(faults).toEqual([]);
    expect(address.panel).toEqual({ kind: 'places' });
  });

  it('are as many as there is room for', () => {
    const keys = keepKeys(Array.from({ length: 400 }, (_, at) => `cave-${at}/label`));
    const fitting = fitFavourites(keys);
    expect(fitting.join(',').length).toBeLessThanOrEqual(MAX_FAVOURITES_LENGTH);
    expect([...fitting, keys[fitting.length]].join(',').length).toBeGreaterThan(MAX_FAVOURITES_LENGTH);
    const { hash } = new URL(favouritesLink(PAGE, keys, 'en'));
    expect(readFavourites(hash)).toEqual(fitting);
    const reading = readAddress(hash, { exhibition: makeFindable(), brokenNodes: new Map() });
    expect(reading.faults).toEqual([]);
  });

  it.each([
    ['', []],
    ['#at=hall', []],
    ['#fav=', []],
    ['#fav=%E0%A4%A', []],
    ['#fav=a%2Fb,c', ['a/b', 'c']],
    ['#fav=<script>,javascript:x,a', ['a']],
    [`#fav=${'a,'.repeat(10_000)}`, []],
  ])('of %s are %j', (hash, keys) => {
    expect(readFavourites(hash)).toEqual(keys);
  });
});

describe('favourites as a file', () => {
  const options = { exhibition: makeFindable(), language: 'zh-Hans', page: 'https://museum.example/' };
  const KEYS = ['cave-46/bronze-bell', 'cave-45', 'gone/away'];

  it('for people has name, place and link of all that is there', () => {
    const links = ['https://museum.example/#at=cave-46&show=bronze-bell', 'https://museum.example/#at=cave-45'];
    expect(writeText(KEYS, options)).toBe(
      `小展\n\n铜钟\n第46窟\n${links[0]}&lang=zh-Hans\n\n第45窟\n${links[1]}&lang=zh-Hans\n`,
    );
  });

  it('for programs says which exhibition and which kinds', () => {
    expect(JSON.parse(writeJson(KEYS, options))).toMatchObject({
      version: 1,
      exhibition: { id: 'small', label: '小展' },
      favourites: [
        { key: 'cave-46/bronze-bell', kind: 'relic', title: '铜钟', language: 'zh-Hans' },
        { key: 'cave-45', kind: 'place' },
      ],
    });
  });
});
