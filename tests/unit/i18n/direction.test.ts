import { describe, expect, it } from 'vitest';
import { directionOf } from '#i18n/direction.ts';
import { createLocale } from '#i18n/locale.ts';
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
});
