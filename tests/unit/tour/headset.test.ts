import { FIRST_ACCESS } from '#tour/access/state.ts';
import { FIRST_CAPTIONS } from '#tour/captions/state.ts';
import { describe, expect, it } from 'vitest';
import { isAnswerWanted } from '#tour/headset/state.ts';
import { COMFORTABLE } from '#tour/locomotion/state.ts';
import { createTour } from '#tour/store.ts';
import { chooseFrameRate } from '#xr/session/frameRate.ts';
import { exhibition } from './exhibition.ts';

const make = () => createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: true });

describe('the visit in a headset', () => {
  it('begins where the page is, without its title card, and ends there', () => {
    const { store, commands } = make();
    commands.goTo('niche');
    commands.headset.begin(null);
    expect(store.getState()).toMatchObject({
      nodeId: 'niche',
      isTitleOpen: false,
      headset: { isVisible: true, menu: null },
    });
    commands.headset.end();
    expect(store.getState()).toMatchObject({ nodeId: 'niche', headset: null });
  });

  it('ends with nothing open', () => {
    const { store, commands } = make();
    commands.headset.begin(null);
    commands.openPanel({ kind: 'hotspot', hotspotId: 'donors' });
    commands.headset.end();
    expect(store.getState()).toMatchObject({ panel: null, headset: null });
    commands.headset.begin(null);
    expect(store.getState()).toMatchObject({ panel: null, headset: { menu: null } });
  });

  it('wants an answer until it begins, in the welcome and in the comfort that is opened from it', () => {
    const { store, commands } = make();
    const isWanted = () => isAnswerWanted(store.getState().headset);
    expect(isWanted()).toBe(false);
    commands.headset.begin('welcome');
    expect(isWanted()).toBe(true);
    commands.headset.openMenu('comfort');
    expect(isWanted()).toBe(true);
    commands.headset.openMenu('welcome');
    expect(isWanted()).toBe(true);
    commands.headset.openMenu(null);
    expect(isWanted()).toBe(false);
    commands.headset.openMenu('comfort');
    expect(isWanted()).toBe(false);
    commands.headset.openMenu('farewell');
    expect(isWanted()).toBe(true);
    commands.headset.handOver();
    commands.headset.openMenu('comfort');
    expect(isWanted()).toBe(true);
  });

  it('has one thing open at a time', () => {
    const { store, commands } = make();
    commands.headset.begin(null);
    commands.openPanel({ kind: 'places' });
    commands.headset.openMenu('comfort');
    expect(store.getState()).toMatchObject({ panel: null, headset: { menu: 'comfort' } });
  });

  it('knows nothing of a session that is not there', () => {
    const { store, commands } = make();
    commands.headset.openMenu('menu');
    commands.headset.noteVisible(false);
    commands.headset.recentre();
    expect(store.getState().headset).toBeNull();
  });

  it.each([
    [{ heightOffset: 9 }, { heightOffset: 0.6 }],
    [{ heightOffset: -9 }, { heightOffset: -0.6 }],
    [{ heightOffset: NaN }, { heightOffset: 0 }],
    [{ vignette: 7 }, { vignette: 1 }],
    [{ vignette: NaN }, { vignette: COMFORTABLE.vignette }],
    [{ turn: 'smooth', snapStep: Math.PI / 4 } as const, { turn: 'smooth', snapStep: Math.PI / 4 }],
  ])('keeps what one is comfortable with in its bounds: %o', (wish, kept) => {
    const { store, commands } = make();
    commands.headset.setComfort(wish);
    expect(store.getState().comfort).toEqual({ ...COMFORTABLE, ...kept });
  });

  it('is handed over as it was for the first visitor, but for the language, which is asked for', () => {
    const { store, commands } = make();
    commands.headset.begin(null);
    commands.setLanguage('zh-Hans');
    commands.goTo('niche');
    commands.openPanel({ kind: 'places' });
    commands.headset.setComfort({ turn: 'smooth', heightOffset: 0.4 });
    commands.compare.setOnlyFound(true);
    commands.light.set({ time: 0 });
    commands.captions.set({ isOn: false, size: 2 });
    commands.captions.show({ source: 'narration', kind: 'speech', text: '请看', language: 'zh-Hans' });
    commands.access.set({ scans: true });
    commands.headset.handOver();
    expect(store.getState()).toMatchObject({
      nodeId: 'hall',
      panel: null,
      comfort: COMFORTABLE,
      isOnlyFound: false,
      light: null,
      captions: [],
      captionSettings: FIRST_CAPTIONS,
      access: FIRST_ACCESS,
      language: 'zh-Hans',
      headset: { menu: 'welcome' },
      isTitleOpen: false,
    });
  });

  it('shows its title card again when it is handed over on the page', () => {
    const { store, commands } = make();
    commands.enter();
    commands.headset.handOver();
    expect(store.getState()).toMatchObject({ isTitleOpen: true, headset: null });
  });
});

describe('the frame rate', () => {
  it.each([
    [[60, 72, 80, 90, 120], 90],
    [[72, 80], 80],
    [[120], false],
    [[], false],
  ])('of %j is %s', (rates, chosen) => {
    expect(chooseFrameRate(rates)).toBe(chosen);
  });
});
