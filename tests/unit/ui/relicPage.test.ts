import { describe, expect, it } from 'vitest';
import type { Fault } from '#document/fault.ts';
import { findRelicAsset } from '#tour/relic/commands.ts';
import { listStates, shownStates } from '#ui/relic/caption/shownStates.ts';
import { listTools } from '#ui/relic/rail/tools.ts';
import { faultsOf } from '#ui/relic/relicFaults.ts';
import { type Covers, insetsFrom } from '#ui/relic/stage/insets.ts';
import { makeRelicExhibition } from '../../fixtures/relicExhibition.ts';

const exhibition = makeRelicExhibition();
const asset = (id: string) => {
  const found = findRelicAsset(exhibition, id);
  if (!found) throw new Error(`no asset ${id}`);
  return found;
};

describe('what is said beside a relic', () => {
  const all = listStates(asset('vase'), exhibition);

  it('is of the state that is shown: a conjecture is called one, and says how it was made', () => {
    const [shown] = shownStates(all, { stateId: 'complete', otherId: null, curtain: 0.5 });
    expect(shown).toMatchObject({ kind: 'conjectural', isConjecture: true, made: 'ai' });
    expect(shownStates(all, { stateId: '', otherId: null, curtain: 0 })).toMatchObject([
      { kind: 'reassembled', isConjecture: false, made: 'algorithmic' },
    ]);
  });

  it('is of both states where two are compared, the one on the left first', () => {
    const ids = shownStates(all, { stateId: 'complete', otherId: 'as-found', curtain: 0.5 }).map(({ id }) => id);
    expect(ids).toEqual(['as-found', 'complete']);
    expect(shownStates(all, { stateId: '', otherId: '', curtain: 0.5 })).toHaveLength(1);
  });

  it('falls back on what the model says of itself, and then the exhibition', () => {
    for (const state of all) expect(state.rights).toBe('http://creativecommons.org/licenses/by/4.0/');
    expect(listStates(asset('pebble'), exhibition)).toMatchObject([
      { made: null, credit: null, rights: 'http://rightsstatements.org/vocab/InC/1.0/' },
    ]);
  });
});

describe('the tools', () => {
  const facts = { min: [0, 0, 0], max: [1, 1, 1], variants: [], clips: [], quality: 'low', isRefining: false } as const;

  it('are those that the relic has something for', () => {
    const ask = { facts, hasPicture: true, canBeTaken: false };
    expect(listTools({ ...ask, asset: asset('vase') })).toEqual([
      'label',
      'details',
      'tour',
      'states',
      'light',
      'surface',
      'section',
      'tape',
      'size',
    ]);
    expect(listTools({ ...ask, asset: asset('pebble') })).not.toContain('tour');
    expect(listTools({ ...ask, asset: asset('pebble'), facts: { ...facts, clips: ['Open'] } })).toContain('motion');
    expect(listTools({ ...ask, asset: asset('pebble'), canBeTaken: true })).toContain('take');
  });

  it('leave out what needs a picture where there is none', () => {
    const tools = listTools({ asset: asset('vase'), facts: null, hasPicture: false, canBeTaken: false });
    expect(tools).toEqual(['label', 'details', 'tour', 'states']);
  });
});

describe('faults of a relic', () => {
  it('are told from those of others whose names begin alike', () => {
    const fault = (path: string): Fault => ({ severity: 'error', path, code: 'x', message: 'x' });
    const faults = ['vase', 'vase/medium', 'vase-two/low', 'assets.2.lods.0.uri', 'assets.21', 'nodes.2'].map(fault);
    const files = ['assets.vase.lods.1', '/show/vase/medium.glb', '/show/pebble.glb'].map(fault);
    const own = faultsOf(faults, exhibition, 'vase').map(({ path }) => path);
    expect(own).toEqual(['vase', 'vase/medium', 'assets.2.lods.0.uri']);
    expect(faultsOf(files, exhibition, 'vase')).toEqual(files.slice(0, 2));
  });
});

describe('what the page covers', () => {
  const page: Covers = {
    head: { left: 30, top: 20, width: 370, height: 170 },
    foot: { left: 30, top: 650, width: 1220, height: 50 },
    row: null,
    panel: null,
    width: 1280,
    height: 720,
    isSheet: false,
    isScrolling: false,
    bounds: { min: [-0.1, 0, -0.1], max: [0.1, 0.4, 0.1] },
    steepness: 0,
  };
  const panel = { left: 850, top: 85, width: 400, height: 450 };
  const scroll = { min: [-0.5, 0, -0.1], max: [0.5, 0.1, 0.1] } as const;

  it('is the tools alone where a tall relic in the middle meets nothing else', () => {
    expect(insetsFrom(page)).toEqual({ top: 0, right: 0, bottom: 70, left: 0 });
  });

  it('beside a panel, a tall relic stands beside its caption and a wide one below it', () => {
    const { left, ...others } = insetsFrom({ ...page, panel });
    expect(others).toEqual({ top: 0, right: 430, bottom: 70 });
    expect(left).toBeGreaterThan(0);
    expect(insetsFrom({ ...page, panel, bounds: scroll })).toEqual({ top: 0, right: 430, bottom: 70, left: 0 });
    // Looked down on, it is as high as it is deep.
    expect(insetsFrom({ ...page, panel, bounds: scroll, steepness: 1 }).top).toBe(190);
    const chest = { min: [0, 0, 0], max: [1.5, 1, 1] } as const;
    expect(insetsFrom({ ...page, panel, bounds: chest })).toEqual({ top: 190, right: 430, bottom: 70, left: 0 });
  });

  it('leaves a relic beside its caption all the height there is, and no farther aside than it must be', () => {
    const cube = { min: [0, 0, 0], max: [1, 1, 1] } as const;
    const { left, ...others } = insetsFrom({ ...page, bounds: cube });
    expect(others).toEqual({ top: 0, right: 0, bottom: 70 });
    // It is as high as the view and hardly less wide: its left edge comes to the caption's right one.
    const middle = (left + 1280) / 2;
    expect(middle - 650 / 2).toBeGreaterThan(370);
    expect(middle - 650 / 2).toBeLessThan(420);
  });

  it('on a standing kiosk is the way back too, which stands above the tools there', () => {
    const kiosk = {
      ...page,
      width: 1080,
      height: 1920,
      isSheet: true,
      foot: { left: 0, top: 1680, width: 1080, height: 240 },
      row: { left: 54, top: 1598, width: 160, height: 70 },
    };
    expect(insetsFrom(kiosk)).toEqual({ top: 190, right: 0, bottom: 334, left: 0 });
  });

  it('on a narrow page is the caption above and the sheet below', () => {
    const narrow = {
      ...page,
      width: 390,
      height: 844,
      isSheet: true,
      foot: { left: 0, top: 500, width: 390, height: 344 },
    };
    expect(insetsFrom({ ...narrow, panel })).toEqual({ top: 190, right: 0, bottom: 344, left: 0 });
  });

  it('is nothing where the page scrolls over the picture', () => {
    expect(insetsFrom({ ...page, isScrolling: true })).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
  });
});
