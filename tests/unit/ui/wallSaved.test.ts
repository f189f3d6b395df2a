import { describe, expect, it } from 'vitest';
import type { Exhibition } from '#document/schema.ts';
import { createEnglish } from '#i18n/locale.ts';
import { pickText } from '#i18n/pickText.ts';
import { translate } from '#i18n/translate.ts';
import type { Comparison } from '#tour/compare/state.ts';
import { FIRST_LIGHT } from '#tour/light/state.ts';
import { imprintOf } from '#tour/wallView/imprint.ts';
import { breakText } from '#ui/wallView/drawSaved.ts';
import { linesOf } from '#ui/wallView/SaveWall.tsx';
import { describeFlatness, describeFrame, describeScale } from '#ui/wallView/words.ts';
import { makeExhibition } from '../../fixtures/exhibitions.ts';

const BY = 'http://creativecommons.org/licenses/by/4.0/';
const BY_ND = 'http://creativecommons.org/licenses/by-nd/4.0/';
const IN_COPYRIGHT = 'http://rightsstatements.org/vocab/InC/1.0/';

/** A place whose own picture is a record, and another layer of it that an AI restored. */
function makeLayered(rights: string, otherRights: string): Exhibition {
  const exhibition = makeExhibition();
  const assets = exhibition.assets.map((asset) => {
    if (asset.id !== 'pano-45' || asset.kind !== 'panorama') return asset;
    const [own] = asset.layers;
    const restored = {
      ...own!,
      id: 'restored',
      kind: 'restored' as const,
      label: { en: 'As it may have been' },
      digitalSourceType: 'trainedAlgorithmicMedia' as const,
      credit: { en: 'Studio' },
      rights: otherRights,
    };
    return { ...asset, rights, credit: { en: 'Museum' }, layers: [own!, restored] };
  });
  return { ...exhibition, assets };
}

const comparison = { layerId: 'restored', mode: 'lens' } as Comparison;
const imprint = (exhibition: Exhibition, other: Comparison | null) =>
  imprintOf({ exhibition, nodeId: 'cave-45', comparison: other, light: null });
const locale = createEnglish();

describe('what stands below a saved wall', () => {
  it('names exhibition, place, layer, makers and rights, and says loudly what is conjecture and made with AI', () => {
    const lines = linesOf(
      imprint(makeLayered(BY, BY), comparison)!,
      'Flat to 4 mm.',
      (map) => pickText(map, 'en', 'en').text,
      (key, params) => translate(locale, key, params),
    );
    expect(lines).toEqual([
      { text: 'Cave 45 · Small', isStrong: true },
      { text: 'Flat to 4 mm.', isStrong: false },
      { text: 'As found', isStrong: false },
      { text: 'Museum · CC BY 4.0', isStrong: false },
      {
        text: 'As it may have been · What may once have been here, not what was found. · Made with generative AI, not a record of a real place',
        isStrong: true,
      },
      { text: 'Studio · CC BY 4.0', isStrong: false },
    ]);
  });

  it('names both pictures that a light of one’s own is mixed of, and asks the rights of both', () => {
    const lit = makeLayered(BY, BY_ND);
    const asset = lit.assets.find(({ id }) => id === 'pano-45');
    if (asset?.kind !== 'panorama') throw new Error('the fixture has a panorama');
    const [own, lamp] = asset.layers;
    const { rights } = lamp!;
    asset.layers = [
      own!,
      { ...own!, id: 'lamps', kind: 'lamp-light', label: { en: 'By lamps' }, ...(rights && { rights }) },
    ];
    asset.light = { daylight: own!.id, lamp: 'lamps' };
    const at = { exhibition: lit, nodeId: 'cave-45', comparison: null };
    expect(imprintOf({ ...at, light: null })).toMatchObject({ isAllowed: true, layers: [{ label: own!.label }] });
    const mixed = imprintOf({ ...at, light: FIRST_LIGHT });
    expect(mixed?.layers.map(({ label }) => label)).toEqual([own!.label, { en: 'By lamps' }]);
    expect(mixed?.isAllowed).toBe(false);
  });

  it('breaks where words do', () => {
    const rows = breakText('one two three four', 'en', 9, (text) => text.length);
    expect(rows).toEqual(['one two', 'three', 'four']);
    expect(breakText('石窟，名', 'zh', 2, (text) => text.length)).toEqual(['石窟，', '名']);
    expect(breakText('', 'en', 9, (text) => text.length)).toEqual([]);
  });
});

describe('whether a wall may be saved', () => {
  it.each([
    [BY, BY, false, true], [BY_ND, BY, false, false], [BY, BY_ND, false, true], [BY, BY_ND, true, false],
    [IN_COPYRIGHT, BY, false, false], [BY, IN_COPYRIGHT, true, false],
  ])('follows from the rights of every layer in the picture: %s, %s, both %s', (own, other, isBoth, isAllowed) => {
    expect(imprint(makeLayered(own, other), isBoth ? comparison : null)?.isAllowed).toBe(isAllowed);
  }); // prettier-ignore

  it('is no where nobody said whose it is', () => {
    const { rights, ...nobodys } = makeExhibition();
    expect(rights).toBeDefined();
    expect(imprint(nobodys, null)?.isAllowed).toBe(false);
  });
});

describe('a wall in words', () => {
  const wall = {
    normal: [0, 0, -1], right: [1, 0, 0], up: [0, 1, 0], distance: 3, flatness: 0.004, scaleError: 0.002,
    extent: { left: -1, right: 1, bottom: -1, top: 1 },
  } as const; // prettier-ignore

  it('is flat, or as true as it is', () => {
    expect(describeFlatness(wall, locale)).toBe('Flat to 4 mm.');
    expect(describeFlatness({ ...wall, scaleError: 0.021 }, locale)).toBe('Uneven: the scale is true within 2%.');
  });

  it('says where the picture is, no finer than one can see', () => {
    expect(describeFrame({ x: -0.404, y: 0.1, width: 1.2 }, locale)).toBe(
      '1.2 m across; its middle lies 40 cm to the left of and 10 cm above the point opposite you.',
    );
  });

  it('has a scale with its doubt where that is more than a hundredth', () => {
    const scale = { metresPerPx: 0.001, error: 0.03, distance: 3.2, isEverywhere: false };
    expect(describeScale(scale, locale)).toBe('at the wall in the middle, 3.2 m away · ± 3%');
    expect(describeScale({ ...scale, error: 0.004, isEverywhere: true }, locale)).toBe('anywhere on the wall');
  });
});
