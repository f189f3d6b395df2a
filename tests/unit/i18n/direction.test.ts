import { describe, expect, it } from 'vitest';
import { directionOf } from '#i18n/direction.ts';
import { createLocale } from '#i18n/locale.ts';
import { describeMeasured } from '#i18n/measured.ts';
import { translate } from '#i18n/translate.ts';

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['AR-XB', 'rtl'],
    ['he', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['en', 'ltr'],
    ['', 'ltr'],
  ])('reads %j %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });
});

describe('a part that is read the other way', () => {
  const english = createLocale('en', {});
  const arabic = createLocale('ar', { 'locale.direction': 'rtl', turned: 'باتجاه {facing}.' });

  it('is kept apart in a text that is read from the right, and numbers are not', () => {
    expect(translate(arabic, 'turned', { facing: 'Cave 45 (west)' })).toBe('باتجاه \u2068Cave 45 (west)\u2069.');
    expect(translate(arabic, 'turned', { facing: 3 })).toBe('باتجاه 3.');
  });

  it('is kept apart in English only where it has letters of such a script', () => {
    expect(translate(english, 'turned', { facing: 'الشمال' })).toBe('Facing \u2068الشمال\u2069.');
    expect(translate(english, 'turned', { facing: 'north' })).toBe('Facing north.');
  });

  it('leaves a measured area its number before its unit', () => {
    const area = { value: 2.5, error: 0.1 };
    expect(describeMeasured('area', area, english)).toBe('2.5 m² ± 0.1 m²');
    expect(describeMeasured('area', area, arabic)).toBe('\u20662.5 m² ± 0.1 m²\u2069');
  });
});
