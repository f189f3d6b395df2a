import { describe, expect, it } from 'vitest';
import { createEnglish } from '#i18n/locale.ts';
import { describeScale, scaleFactor } from '#xr/grab/scaleText.ts';

const english = createEnglish();

describe('the words beneath a relic in the hand', () => {
  it.each([
    [2.5, '×2.5'],
    [2.4999, '×2.5'],
    [0.125, '×0.125'],
    [12.34, '×12.3'],
    [1.04, '×1.04'],
  ])('say %f as %s', (scale, said) => {
    expect(scaleFactor(scale, english)).toBe(said);
  });

  it('name the true size at any scale', () => {
    expect(describeScale(1.001, 0.412, english)).toBe('True size: 41.2 cm');
    expect(describeScale(2.5, 0.412, english)).toBe('×2.5, true size 41.2 cm');
    expect(describeScale(0.5, 2.1, english)).toBe('×0.5, true size 2.1 m');
  });
});
