/** Reading foreign documents: what is not asked for is told, addresses lead nowhere else, names are given once. */
import { describe, expect, it } from 'vitest';
import { pointTo, quote } from '#exchange/loss.ts';
import { createLocate } from '#exchange/reading/addresses.ts';
import { MAX_LIST } from '#exchange/reading/foreign.ts';
import { createLedger } from '#exchange/reading/ledger.ts';
import { createIdMaker } from '#exchange/text/ids.ts';
import { readTag } from '#exchange/text/words.ts';

describe('the ledger', () => {
  it('tells every key that nobody asked for, with its path, and keeps its value', () => {
    const ledger = createLedger({ logo: 'is left out' });
    const root = ledger.open({ name: 'x', logo: 1, 'a/b~c': 2, empty: null, inner: { used: 1, odd: [3] } }, '');
    root.text('name');
    root.object('inner')?.number('used');
    ledger.close();
    expect(ledger.losses.losses).toEqual([
      { path: '/logo', reason: '“logo” is left out' },
      { path: '/a~1b~0c', reason: '“a/b~c” is unknown to the reader and has no place in an exhibition' },
      { path: '/inner/odd', reason: '“odd” is unknown to the reader and has no place in an exhibition' },
    ]);
    expect(ledger.kept).toEqual([
      { path: '/logo', value: 1 },
      { path: '/a~1b~0c', value: 2 },
      { path: '/inner/odd', value: [3] },
    ]);
  });

  it('tells what is of the wrong kind or out of range instead of taking it', () => {
    const ledger = createLedger();
    const root = ledger.open({ a: 1, b: 'x', c: 1e9, d: [1, 'x'], e: {}, f: ['x', {}] }, '');
    expect([root.text('a'), root.number('b'), root.number('c', 0, 10), root.numbers('d', 2), root.list('e')]).toEqual([undefined, undefined, undefined, undefined, []]); // prettier-ignore
    expect(root.objects('f')).toHaveLength(1);
    ledger.close();
    expect(ledger.losses.losses.map(({ path }) => path)).toEqual(['/a', '/b', '/c', '/d', '/e', '/f/0']);
  });

  it('reads no endless list, and keeps neither what is too deep nor what is too much', () => {
    const ledger = createLedger();
    let deep: unknown = 1;
    for (let level = 0; level < 80; level++) deep = [deep];
    const root = ledger.open(
      { long: Array.from({ length: MAX_LIST + 5 }, () => 0), deep, large: 'x'.repeat(3_000_000) },
      '',
    );
    expect(root.list('long')).toHaveLength(MAX_LIST);
    ledger.close();
    expect(ledger.losses.losses.map(({ path }) => path)).toEqual(['/long', '/deep', '/large']);
    expect(ledger.kept).toEqual([]);
  });

  it('takes names such as __proto__ for names', () => {
    const ledger = createLedger();
    const root = ledger.open(JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}') as Record<string, unknown>, '');
    expect(root.has('toString')).toBe(false);
    ledger.close();
    expect(ledger.losses.losses.map(({ path }) => path)).toEqual(['/__proto__', '/constructor']);
  });
});

describe('addresses', () => {
  const locate = createLocate('https://museum.example/iiif/caves/manifest.json', [
    { address: 'https://files.example/a/', folder: 'fetched/' },
  ]);

  it('lead to files beside the document, below its own address, or into a folder that is told', () => {
    expect(locate('./a/../b/c.jpg')).toEqual({ path: 'b/c.jpg' });
    expect(locate('https://museum.example/iiif/caves/p/1.png')).toEqual({ path: 'p/1.png' });
    expect(locate('https://files.example/a/x.glb')).toEqual({ path: 'fetched/x.glb' });
  });

  it('lead nowhere else', () => {
    const others = [
      'https://museum.example/other/x.png', 'http://museum.example/iiif/caves/x.png', '//museum.example/x.png', '/etc/passwd',
      '../x.png', 'a/../../x.png', 'https://files.example/a/../b.png', 'data:image/png;base64,AA', 'javascript:x', 'file:///x', 'a\\b.png',
      'x.png?a=1', '%2e%2e/x.png', '', 'https://museum.example.evil.example/iiif/caves/x.png',
    ]; // prettier-ignore
    for (const address of others) expect(locate(address)).toHaveProperty('reason');
    expect(createLocate('https://museum.example/manifest.json')('https://museum.example/x.png')).toHaveProperty(
      'reason',
    );
  });
});

describe('names, tags and quotes', () => {
  it('gives each name once, whatever the alphabet', () => {
    const ids = createIdMaker();
    const wishes = [
      'Main Hall',
      'main hall',
      'Grotte 45 – entrée',
      '石窟',
      '石窟',
      '__proto__',
      '',
      'x'.repeat(500),
      'x'.repeat(500),
    ];
    const made = wishes.map((wish) => ids.make(wish, 'place'));
    expect(made.slice(0, 6)).toEqual(['main-hall', 'main-hall-2', 'grotte-45-entree', 'place', 'place-2', 'proto']);
    expect(new Set(made).size).toBe(made.length);
    for (const id of made) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
  });

  it('writes language tags as BCP 47 has them', () => {
    expect(['EN', 'zh-hans', 'pt_br', 'none', '@none', '', 'not a tag', 'e'].map(readTag)).toEqual(['en', 'zh-Hans', 'pt-BR', 'und', 'und', 'und', null, null]); // prettier-ignore
  });

  it('quotes strangers in one short line', () => {
    expect(quote('a\n\u202eb\u0000c')).toBe('“a b c”');
    expect(quote('x'.repeat(500)).length).toBeLessThan(110);
    expect(pointTo('/a', 'b/c~d')).toBe('/a/b~1c~0d');
  });
});
