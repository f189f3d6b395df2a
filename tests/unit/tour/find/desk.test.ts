import { describe, expect, it, vi } from 'vitest';
import { createFindDesk } from '#tour/find/desk.ts';
import { type Library, Shelves } from '#tour/find/library.ts';
import { openThing } from '#tour/find/openThing.ts';
import { createTour } from '#tour/store.ts';
import { makeFindable } from './exhibition.ts';

const PAUSES = { isDue: () => true, rest: () => Promise.resolve() };

function open(exhibition = makeFindable()) {
  const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });
  const asked: string[] = [];
  const openLibrary = vi.fn((): Library => {
    const shelves = new Shelves();
    return {
      add: (things) => shelves.add(things),
      search(query, language, most) {
        asked.push(query);
        return Promise.resolve(shelves.search(query, language, most));
      },
      close: () => undefined,
    };
  });
  const desk = createFindDesk({ tour, pauses: PAUSES, openLibrary });
  const keys = () => desk.store.getState().found?.map(({ thing }) => thing.key) ?? null;
  return { tour, desk, asked, openLibrary, keys };
}

describe('the desk', () => {
  it('reads nothing before it is asked, and answers the latest of many questions', async () => {
    const { desk, asked, openLibrary, keys } = open();
    expect(openLibrary).not.toHaveBeenCalled();
    for (const query of ['b', 'be', 'bel', 'bell']) desk.ask(query);
    await vi.waitFor(() => expect(keys()?.[0]).toBe('cave-46/bronze-bell'));
    expect(asked.at(-1)).toBe('bell');
    expect(asked.length).toBeLessThanOrEqual(2);
    desk.ask(' ');
    expect(keys()).toBeNull();
  });

  it('answers anew where conjecture is hidden, and finds none of it', async () => {
    const exhibition = makeFindable();
    const asset = exhibition.assets.find(({ id }) => id === 'pano-46');
    if (asset?.kind !== 'panorama') throw new Error('the fixture has a panorama');
    asset.layers[0]!.kind = 'restored';
    const { tour, desk, keys } = open(exhibition);
    desk.ask('bell');
    await vi.waitFor(() => expect(keys()?.[0]).toBe('cave-46/bronze-bell'));
    tour.commands.compare.setOnlyFound(true);
    await vi.waitFor(() => expect(keys()).toEqual([]));
    tour.commands.compare.setOnlyFound(false);
    await vi.waitFor(() => expect(keys()?.[0]).toBe('cave-46/bronze-bell'));
  });

  it('says so where the library fails, and asks another one the next time', async () => {
    const { tour, openLibrary } = open();
    let left = 2;
    const openSometimes = (): Library => {
      if (left-- > 0) throw new Error('no worker here');
      return openLibrary();
    };
    const desk = createFindDesk({ tour, pauses: PAUSES, openLibrary: openSometimes });
    const state = () => desk.store.getState();
    desk.ask('bell');
    await vi.waitFor(() => expect(state()).toMatchObject({ hasFailed: true, found: null, total: 0 }));
    desk.ask('bell');
    expect(state().hasFailed).toBe(false);
    await vi.waitFor(() => expect(state().hasFailed).toBe(true));
    desk.ask('');
    expect(state().hasFailed).toBe(false);
    desk.ask('bell');
    await vi.waitFor(() => expect(state().found?.[0]?.thing.key).toBe('cave-46/bronze-bell'));
    expect(state().hasFailed).toBe(false);
  });

  it('says so where the library fails while it searches', async () => {
    const { tour, openLibrary, desk } = open();
    openLibrary.mockImplementationOnce(() => ({
      add: () => undefined,
      search: () => Promise.reject(new Error('the texts could not be searched')),
      close: () => undefined,
    }));
    desk.ask('bell');
    await vi.waitFor(() => expect(desk.store.getState().hasFailed).toBe(true));
    // Another language asks anew, of a library that answers.
    tour.commands.setLanguage('zh-Hans');
    await vi.waitFor(() => expect(desk.store.getState()).toMatchObject({ hasFailed: false, total: 1 }));
  });
});

describe('what was found is gone to', () => {
  const goTo = async (query: string, nodeId: string) => {
    const { tour, desk } = open();
    tour.commands.goTo(nodeId);
    desk.ask(query);
    await vi.waitFor(() => expect(desk.store.getState().found).not.toBeNull());
    const thing = desk.store.getState().found?.[0]?.thing;
    if (!thing) throw new Error(`nothing found by ${query}`);
    openThing(tour, thing);
    return tour.store.getState();
  };

  it('with its label open and the view turned to it', async () => {
    const { nodeId, panel, lookRequest } = await goTo('caisson', 'cave-46');
    expect({ nodeId, panel }).toEqual({ nodeId: 'cave-45', panel: { kind: 'hotspot', hotspotId: 'caisson' } });
    expect(lookRequest.view.yaw).toBeCloseTo((10 * Math.PI) / 180);
    expect(lookRequest.view.pitch).toBeCloseTo((20 * Math.PI) / 180);
  });

  it('where one is, if it is there', async () => {
    expect((await goTo('caisson', 'cave-45-lamps')).nodeId).toBe('cave-45-lamps');
  });

  it('in the hand, if it is a detail', async () => {
    const { nodeId, relic } = await goTo('撞座', 'cave-45');
    expect({ nodeId, hotspotId: relic?.hotspotId, annotationId: relic?.annotationId }).toEqual({
      nodeId: 'cave-46',
      hotspotId: 'bronze-bell',
      annotationId: 'boss',
    });
  });

  it('of a guided tour, by beginning it', async () => {
    const { guide, panel } = await goTo('short walk', 'cave-46');
    expect({ tourId: guide?.tourId, panel }).toEqual({ tourId: 'short', panel: null });
  });
});
