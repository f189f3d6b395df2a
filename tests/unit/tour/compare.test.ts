import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import { hasConjecture, withoutConjecture } from '#document/truth/withoutConjecture.ts';
import { toRadians } from '#shared/angle.ts';
import { readAddress, writeAddress } from '#tour/address.ts';
import { restoreLayers } from '#tour/addressBar.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { isSideBySide } from '#tour/compare/sideBySide.ts';
import { MOST_LENS } from '#tour/compare/state.ts';
import { createTour, type Tour } from '#tour/store.ts';

const file = path.resolve(import.meta.dirname, '../../../public/exhibition.json');
const { exhibition: opened } = openExhibition(new Uint8Array(readFileSync(file)));
const demonstration = opened as Exhibition;

let tour: Tour;
beforeEach(() => {
  tour = createTour({
    exhibition: demonstration,
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    nodeId: 'hall-as-found',
    isTitleOpen: false,
  });
});
const state = () => tour.store.getState();

describe('another layer of the place', () => {
  it('is offered where the panorama has more than the one that is shown', () => {
    const { shown, others } = layersOf(demonstration, 'hall-as-found');
    expect(shown?.id).toBe('as-found');
    expect(others.map(({ id }) => id)).toEqual(['lamp-light', 'restored', 'line-drawing']);
    expect(layersOf(demonstration, 'gallery')).toEqual({ shown: null, others: [] });
  });

  it('is first seen through a lens in the middle of the view', () => {
    tour.commands.compare.open('restored');
    const { yaw, pitch } = state().settledView;
    expect(state().comparison).toMatchObject({ layerId: 'restored', mode: 'lens', lens: { yaw, pitch } });
  });

  it('keeps lens and way when another one is chosen, and is refused where there is none of that name', () => {
    tour.commands.compare.open('restored', 'curtain');
    tour.commands.compare.set({ curtain: 0.2 });
    tour.commands.compare.open('line-drawing');
    expect(state().comparison).toMatchObject({ layerId: 'line-drawing', mode: 'curtain', curtain: 0.2 });
    expect(() => tour.commands.compare.open('restord')).toThrow(/no other layer "restord".*restored/);
    expect(() => tour.commands.compare.open('as-found')).toThrow();
  });

  it('takes values within their range only', () => {
    tour.commands.compare.open('restored');
    tour.commands.compare.set({ curtain: 7, blend: -1, lens: { yaw: 9, pitch: 4, radius: 100 } });
    expect(state().comparison).toMatchObject({ curtain: 1, blend: 0 });
    expect(state().comparison?.lens.radius).toBe(MOST_LENS);
    expect(state().comparison?.lens.pitch).toBe(Math.PI / 2);
    tour.commands.compare.set({ curtain: NaN });
    expect(state().comparison?.curtain).toBe(0);
  });

  it('goes along to places that have it, and ends at those that have not', () => {
    tour.commands.compare.open('restored', 'blend');
    tour.commands.goTo('chamber-as-found');
    expect(state().comparison).toMatchObject({ layerId: 'restored', mode: 'blend' });
    tour.commands.goTo('gallery');
    expect(state().comparison).toBeNull();
  });

  it('does nothing while none is open', () => {
    tour.commands.compare.set({ blend: 0.1 });
    tour.commands.compare.close();
    expect(state().comparison).toBeNull();
  });
});

describe('side by side', () => {
  it('cuts the picture in two, but not while one measures or holds a relic', () => {
    tour.commands.compare.open('restored', 'side');
    expect(isSideBySide(state())).toBe(true);
    tour.commands.openPanel({ kind: 'measure' });
    tour.commands.tape.open();
    expect(isSideBySide(state())).toBe(false);
    tour.commands.closePanel();
    expect(isSideBySide(state())).toBe(true);
    const relic = demonstration.nodes
      .find(({ id }) => id === 'hall-as-found')
      ?.hotspots?.find(({ kind }) => kind === 'relic');
    tour.commands.relic.open(relic?.id ?? '');
    expect(state().relic).not.toBeNull();
    expect(isSideBySide(state())).toBe(false);
  });
});

describe('a step of a tour', () => {
  it('lays a layer over the place as it says, and leaves the rest as the viewer has it', () => {
    tour.commands.compare.open('restored', 'curtain');
    tour.commands.compare.set({ blend: 0.25 });
    const lens = { yaw: 370, pitch: -12, radius: 9 };
    tour.commands.compare.present({ layer: 'line-drawing', mode: 'lens', lens, curtain: 0.75 });
    const { layerId, mode, isPinned, curtain, blend } = state().comparison ?? {};
    expect({ layerId, mode, isPinned, curtain, blend }).toEqual({
      layerId: 'line-drawing',
      mode: 'lens',
      isPinned: true,
      curtain: 0.75,
      blend: 0.25,
    });
    expect(state().comparison?.lens.yaw).toBeCloseTo(toRadians(10), 9);
    expect(state().comparison?.lens.radius).toBeCloseTo(toRadians(9), 9);
    expect(() => tour.commands.compare.present({ layer: 'as-found', mode: 'side' })).toThrow(/as-found/);
  });

  it('has no layers that its place has not, nor the one that the place shows anyway', () => {
    const document = structuredClone(demonstration);
    const [first, second] = (document.tours?.[0]?.steps ?? []).filter(({ at }) => at === 'hall-as-found');
    const step = first ?? second;
    if (!step) throw new Error('the demonstration has a tour through the hall');
    const faultsOf = (layer: string): string[] => {
      step.layers = { layer, mode: 'blend', blend: 0.5 };
      const opened = openExhibition(JSON.stringify(document));
      return opened.faults.map(({ path, message, remedy }) => `${path}: ${message}; ${remedy ?? ''}`);
    };
    expect(faultsOf('restored')).toEqual([]);
    expect(faultsOf('restord')).toEqual([
      expect.stringMatching(
        /^tours\.0\.steps\.\d+\.layers\.layer: the node "hall-as-found" has no layer "restord"; did you mean "restored"/,
      ),
    ]);
    expect(faultsOf('as-found')).toEqual([expect.stringMatching(/shows by itself; name another layer/)]);
  });
});

describe('only what was found', () => {
  it('leaves out every conjectural layer, state, place and step, and nothing else', () => {
    const led = structuredClone(demonstration);
    const step = led.tours?.[0]?.steps.find(({ at }) => at === 'hall-as-found');
    if (step) step.layers = { layer: 'restored', mode: 'curtain' };
    expect(step).toBeDefined();
    const found = withoutConjecture(led) as Exhibition;
    const text = JSON.stringify(found);
    expect(hasConjecture(demonstration)).toBe(true);
    expect(hasConjecture(found)).toBe(false);
    expect(text).not.toMatch(/"(restored|conjectural)"/);
    const ids = new Set(found.nodes.map(({ id }) => id));
    expect(demonstration.nodes.filter(({ id }) => !ids.has(id)).map(({ layer }) => layer)).toEqual(
      Array(demonstration.nodes.length - found.nodes.length).fill('restored'),
    );
    for (const { links = [] } of found.nodes) for (const { to } of links) expect(ids).toContain(to);
    for (const { steps } of found.tours ?? []) for (const { at } of steps) expect(ids).toContain(at);
    for (const { steps } of found.tours ?? []) {
      expect(steps.map(({ layers }) => layers?.layer)).not.toContain('restored');
    }
    // It is still a document that opens without a fault of its own.
    const again = openExhibition(new TextEncoder().encode(text));
    expect(again.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('takes a visitor out of a conjecture to the same place as found, and closes lenses onto conjecture', () => {
    tour.commands.goTo('chamber-restored');
    tour.commands.compare.setOnlyFound(true);
    expect(state().nodeId).toBe('chamber-as-found');
    tour.commands.compare.setOnlyFound(false);
    tour.commands.compare.open('restored');
    tour.commands.compare.setOnlyFound(true);
    expect(state().comparison).toBeNull();
    expect(() => tour.commands.compare.open('restored')).toThrow();
    tour.commands.compare.open('line-drawing');
    expect(state().nodeId).toBe('chamber-as-found');
  });

  it('shows a relic in the hand as the model itself where its state was conjecture', () => {
    const node = demonstration.nodes.find(({ hotspots = [] }) =>
      hotspots.some((hotspot) => hotspot.kind === 'relic' && hotspot.model === 'celadon-vase'),
    );
    const hotspot = node?.hotspots?.find((one) => one.kind === 'relic' && one.model === 'celadon-vase');
    tour.commands.goTo(node?.id ?? '');
    tour.commands.relic.open(hotspot?.id ?? '');
    tour.commands.relic.set({ states: { stateId: 'completed', otherId: 'as-found', curtain: 0.5 } });
    tour.commands.compare.setOnlyFound(true);
    expect(state().relic?.states).toEqual({ stateId: '', otherId: null, curtain: 0.5 });
  });

  it('gives everything back', () => {
    tour.commands.compare.setOnlyFound(true);
    expect(state().exhibition).not.toBe(demonstration);
    tour.commands.compare.setOnlyFound(false);
    expect(state().exhibition).toBe(demonstration);
  });

  it('does nothing where nothing would be left', () => {
    const [layer] = (demonstration.assets.find(({ id }) => id === 'hall') as { layers: { kind: string }[] }).layers;
    const only = {
      ...demonstration,
      assets: [{ kind: 'panorama', id: 'hall', label: {}, layers: [{ ...layer, kind: 'restored' }] }],
      nodes: [{ id: 'hall', label: {}, asset: 'hall' }],
    } as unknown as Exhibition;
    expect(withoutConjecture(only)).toBeNull();
  });
});

describe('layers in the address', () => {
  const known = { exhibition: demonstration, brokenNodes: new Map() };

  it.each([
    ['lens', { lens: { yaw: toRadians(-25.5), pitch: toRadians(-3), radius: toRadians(12) } }],
    ['curtain', { curtain: 0.25 }],
    ['blend', { blend: 0.75 }],
    ['side', {}],
  ] as const)('come back as they were (%s)', (mode, settings) => {
    tour.commands.compare.open('restored', mode);
    tour.commands.compare.set(settings);
    const { address, faults } = readAddress(writeAddress(state()), known);
    expect(faults).toEqual([]);
    expect(address.comparison).toMatchObject({ layerId: 'restored', mode });
    restoreLayers(tour, { ...address, comparison: null });
    expect(state().comparison).toBeNull();
    restoreLayers(tour, address);
    const { lens, curtain, blend } = state().comparison ?? {};
    if ('lens' in settings) expect(lens?.yaw).toBeCloseTo(settings.lens.yaw, 6);
    if ('curtain' in settings) expect(curtain).toBe(0.25);
    if ('blend' in settings) expect(blend).toBe(0.75);
  });

  it('hide all conjecture, and with it a lens onto conjecture', () => {
    const { address, faults } = readAddress('at=hall-as-found&with=restored,curtain&only=found', known);
    expect(faults).toEqual([]);
    restoreLayers(tour, address);
    expect(state()).toMatchObject({ isOnlyFound: true, comparison: null });
    expect(writeAddress(state())).toContain('&only=found');
  });

  it.each([
    ['restord,lens', /no other layer "restord".*restored/],
    ['restored', /expected a layer/],
    ['restored,lens,1,2', /expected a layer/],
    ['restored,lens,0,0,400', /expected a layer/],
    ['restored,blend,2', /expected a layer/],
    ['restored,magic,1', /expected a layer/],
    ['restored,side,1', /expected a layer/],
    ['restored,lens,1e3,0,10', /expected a layer/],
  ])('are left out and reported where they say %s', (text, message) => {
    const { address, faults } = readAddress(`at=hall-as-found&with=${text}`, known);
    expect(address.comparison).toBeNull();
    expect(faults.map((fault) => fault.message)).toEqual([expect.stringMatching(message)]);
  });
});

describe('the direction of a lens', () => {
  it('stays a direction: yaw within a turn', () => {
    tour.commands.compare.open('restored');
    tour.commands.compare.set({ lens: { yaw: toRadians(350), pitch: 0, radius: 0.2 } });
    expect(state().comparison?.lens.yaw).toBeCloseTo(toRadians(-10), 9);
  });
});
