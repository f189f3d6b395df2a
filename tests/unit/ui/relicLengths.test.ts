import { describe, expect, it } from 'vitest';
import { createEnglish, createLocale } from '#i18n/locale.ts';
import { translate } from '#i18n/translate.ts';
import { describeLength, describeUncertainty, unitFor } from '#i18n/length.ts';
import { describeSize } from '#ui/relic/label/describeSize.ts';
import { writeLengths } from '#ui/relic/tape/csv.ts';
import { uncertaintyOf } from '#tour/relic/uncertainty.ts';
import { isHalfSet, lengthsOf } from '#ui/relic/tape/lengths.ts';
import { makeRelicExhibition } from '../../fixtures/relicExhibition.ts';
import { findRelicAsset } from '#tour/relic/commands.ts';
import type { RelicFacts } from '#tour/relic/state.ts';

const english = createEnglish();
const chinese = createLocale('zh-Hans', {});
const vase = findRelicAsset(makeRelicExhibition(), 'vase');
const facts = (quality: string): RelicFacts => {
  return { min: [0, 0, 0], max: [1, 1, 1], variants: [], clips: [], quality, isRefining: true };
};
const ofModel = { stateId: '', otherId: null, curtain: 0.5 };

describe('a length', () => {
  it.each([
    [0.0052, '5.2 mm'],
    [0.00525, '5.25 mm'],
    [0.424, '42.4 cm'],
    [0.4, '40.0 cm'],
    [1.7, '1.7 m'],
    [52.125, '52.13 m'],
    [2_500, '2.5 km'],
  ])('of %d m is written as a label would: %s', (metres, text) => {
    expect(describeLength(metres, english)).toBe(text);
  });

  it('is written in the unit and the digits of the language', () => {
    expect(describeLength(0.424, chinese)).toBe('42.4厘米');
    expect(unitFor(0.424)).toBe('centimeter');
  });

  it('has no digits that are finer than what is known of it', () => {
    expect(describeLength(0.4237, english, { uncertainty: 0.012 })).toBe('42 cm');
    expect(describeLength(0.4237, english, { uncertainty: 0.0006 })).toBe('42.4 cm');
    expect(describeUncertainty(0.0012, english)).toBe('1 mm');
  });
});

describe('the size of a relic', () => {
  it('is width, height and depth in the unit of the longest', () => {
    const text = describeSize({ min: [-0.12, 0, -0.02], max: [0.12, 0.412, 0.02] }, english, (key, params) =>
      translate(english, key, params),
    );
    expect(text.replaceAll('\u00a0', ' ')).toBe('W 24 × H 41.2 × D 4 cm');
  });
});

describe('the tape', () => {
  const measurements = [
    { from: [0, 0, 0], to: [0, 0.3, 0.4] },
    { from: [1, 0, 0], to: null },
  ] as const;

  it('knows finished lengths from the one that was begun', () => {
    expect(lengthsOf({ measurements })).toEqual([{ index: 0, from: [0, 0, 0], to: [0, 0.3, 0.4], metres: 0.5 }]);
    expect(isHalfSet({ measurements })).toBe(true);
    expect(isHalfSet({ measurements: measurements.slice(0, 1) })).toBe(false);
    expect(isHalfSet({ measurements: [] })).toBe(false);
  });

  it('is as uncertain as both ends on the shape that is shown', () => {
    if (!vase) throw new Error('no vase');
    expect(uncertaintyOf(vase, { facts: facts('medium'), states: ofModel })).toBeCloseTo(0.0012, 10);
    expect(uncertaintyOf(vase, { facts: facts('thumb'), states: ofModel })).toBeCloseTo(0.008, 10);
    // The document does not say how exact the whole is.
    expect(uncertaintyOf(vase, { facts: facts('whole'), states: ofModel })).toBeNull();
    expect(uncertaintyOf(vase, { facts: null, states: ofModel })).toBeNull();
  });

  it('is saved as a table in metres, with words that hold commas and quotation marks in one cell', () => {
    const table = writeLengths(lengthsOf({ measurements }), 0.0012, ['n', 'length, "true"', 'u']);
    expect(table).toBe(
      '\uFEFF"n","length, ""true""","u"\r\n1,0.50000,0.00120,0.00000,0.00000,0.00000,0.00000,0.30000,0.40000\r\n',
    );
  });
});
