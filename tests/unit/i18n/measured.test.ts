import { describe, expect, it } from 'vitest';
import { loadLocale } from '#i18n/loadLocale.ts';
import { describeMeasured } from '#i18n/measured.ts';

/** Isolates and no-break spaces as signs that can be read here. */
const visible = (text: string) =>
  text.replaceAll('\u2068', '[').replaceAll('\u2066', '<').replaceAll('\u2069', ']').replaceAll('\u00a0', ' ');

describe('a measured area', () => {
  it.each([
    ['en', '2.5 m² ± 0.1 m²', '345 cm² ± 10 cm²'],
    ['zh-Hans', '2.5平方米 ± 0.1平方米', '345平方厘米 ± 10平方厘米'],
    ['zh-Hant', '2.5 平方公尺 ± 0.1 平方公尺', '345 平方公分 ± 10 平方公分'],
    ['ja', '2.5 m² ± 0.1 m²', '345 cm² ± 10 cm²'],
    ['fr', '2,5 m² ± 0,1 m²', '345 cm² ± 10 cm²'],
    ['ar', '[[2.5] م² ± [0.1] م²]', '[[345] سم² ± [10] سم²]'],
  ])('has the units of its language beside its numbers (%s)', async (tag, large, small) => {
    const locale = await loadLocale(tag);
    expect(visible(describeMeasured('area', { value: 2.5, error: 0.1 }, locale))).toBe(large);
    expect(visible(describeMeasured('area', { value: 0.0345, error: 0.0012 }, locale))).toBe(small);
  });

  it('has the unit that an exhibition calls it by', async () => {
    const locale = await loadLocale('en', { en: { 'unit.squareMeter': '{amount} sq m' } });
    expect(describeMeasured('area', { value: 2.5, error: 0.1 }, locale)).toBe('2.5 sq m ± 0.1 sq m');
  });
});

describe('a measured angle', () => {
  it('keeps its number before its sign in a text that is read from the right', async () => {
    const angle = { value: Math.PI / 2, error: Math.PI / 180 };
    expect(visible(describeMeasured('angle', angle, await loadLocale('ar')))).toBe('<90° ± 1°]');
    expect(describeMeasured('angle', angle, await loadLocale('en'))).toBe('90° ± 1°');
  });
});
