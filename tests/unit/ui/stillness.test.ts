/** Whoever has asked the device for less motion sees none of the page's own. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Declaration, readStyles } from '../../fixtures/readStyles.ts';

const src = fileURLToPath(new URL('../../../src/', import.meta.url));
const sheets = globSync('**/*.css', { cwd: src });

/** Every animation there is. A new one is looked at before it is let in: does it end, and what is shown without it? */
const PERMITTED = ['attract-breathe', 'panel-in', 'title-card-in', 'tour-passes'];

const REDUCED = '(prefers-reduced-motion: reduce)';
const MOVES = /^(animation|transition)(-name|-property|-duration)?$/;

/** Which parts of the page a rule makes still: `.grotto-ui *` everything in the interface, `.title-card *` in the card. */
function stillnessOf(declarations: readonly Declaration[]): string[] {
  const bySelector = new Map<string, string>();
  for (const { within, selector, property, value } of declarations) {
    if (!within.some((rule) => rule.includes(REDUCED)) || !value.includes('!important')) continue;
    bySelector.set(selector, `${bySelector.get(selector) ?? ''} ${property}: ${value};`);
  }
  const isStill = (rules: string): boolean =>
    /animation(-duration)?: (none|1ms|0s)/.test(rules) && /transition(-duration)?: (none|1ms|0s)/.test(rules);
  return [...bySelector].filter(([, rules]) => isStill(rules)).flatMap(([selector]) => selector.split(', '));
}

interface Moving extends Declaration {
  readonly sheet: string;
}

/** What moves without being off for whoever asked for less; `ends` are the sheet's own rules for those. */
function findMoving(declarations: readonly Moving[], still: readonly string[]): string[] {
  return declarations
    .filter(({ property, value }) => MOVES.test(property) && !/^(none|0s|1ms)/.test(value))
    .filter(({ within }) => !within.some((rule) => /^@keyframes/.test(rule) || rule.includes('no-preference')))
    .filter((one) => {
      const own = declarations.some(
        ({ sheet, within, selector, property, value }) =>
          sheet === one.sheet &&
          within.some((rule) => rule.includes(REDUCED)) &&
          selector === one.selector &&
          one.property.startsWith(property) &&
          /^none/.test(value),
      );
      if (own) return false;
      // Made short, what repeats would not stop but flicker.
      if (/\binfinite\b/.test(one.value)) return true;
      return !isWithin(one, still);
    })
    .map(({ sheet, selector, property, value }) => `${sheet}: ${selector} { ${property}: ${value} }`);
}

/** The title card stands outside of the interface at first; everything else of `ui` is drawn in it. */
function isWithin({ sheet, selector }: Moving, still: readonly string[]): boolean {
  if (sheet === 'ui/title.css') return still.includes('.title-card *') && /\.title-card(__|\s)/.test(selector);
  return sheet.startsWith('ui/') && still.includes('.grotto-ui *') && selector !== '.grotto-ui';
}

const all: readonly Moving[] = sheets.flatMap((sheet) =>
  readStyles(readFileSync(`${src}${sheet}`, 'utf8')).map((one) => ({ ...one, sheet })),
);

describe('style sheets', () => {
  it('are read with what they stand in', () => {
    expect(
      readStyles('/* a */ .a, .b { color: red; x: y } @media (c: d) { .e::after { f: g(h; ) } }').slice(0, 2),
    ).toEqual([
      { within: [], selector: '.a, .b', property: 'color', value: 'red' },
      { within: [], selector: '.a, .b', property: 'x', value: 'y' },
    ]);
    expect(readStyles('@media (c: d) { .e { f: g; } }')).toEqual([
      { within: ['@media (c: d)'], selector: '.e', property: 'f', value: 'g' },
    ]);
    expect(sheets.length).toBeGreaterThan(10);
    expect(all.length).toBeGreaterThan(500);
  });

  it('name no animation but those that were let in', () => {
    const named = all.flatMap(({ within, selector, property, value }) => [
      ...[...within, selector].flatMap((rule) => /^@keyframes (\S+)/.exec(rule)?.[1] ?? []),
      ...(/^animation(-name)?$/.test(property) && !value.startsWith('none') ? [value.split(' ')[0] ?? ''] : []),
    ]);
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((name) => !PERMITTED.includes(name))).toEqual([]);
  });
});

describe('whoever asked for less motion', () => {
  const still = stillnessOf(all);

  it('has everything stilled by one rule for the interface and one for the title card', () => {
    expect(still).toEqual(
      expect.arrayContaining(['.grotto-ui *', '.grotto-ui *::before', '.grotto-ui *::after', '.title-card *']),
    );
  });

  it('sees nothing of the page move', () => {
    expect(findMoving(all, still)).toEqual([]);
  });

  it('would be noticed to see something move', () => {
    const check = (css: string, sheet = 'ui/new.css'): number =>
      findMoving(
        readStyles(css).map((one) => ({ ...one, sheet })),
        still,
      ).length;
    expect(check('.a { animation: panel-in 1s; }')).toBe(0);
    expect(check('.a { animation: panel-in 1s; }', 'app/new.css')).toBe(1);
    expect(check('.a { animation: panel-in 1s infinite; }')).toBe(1);
    expect(check(`.a { animation: b 1s infinite; } @media ${REDUCED} { .a { animation: none; } }`)).toBe(0);
    expect(check('@media (prefers-reduced-motion: no-preference) { .a { animation: b 1s infinite; } }')).toBe(0);
    expect(check('.grotto-ui { transition: opacity 1s; }')).toBe(1);
    expect(check('.title-card { animation: title-card-in 1s; }', 'ui/title.css')).toBe(1);
  });
});
