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

  it('has found nothing where the library fails', async () => {
    const { tour } = open();
    const fail = (): never => {
      throw new Error('no worker here');
    };
    const desk = createFindDesk({ tour, pauses: PAUSES, openLibrary: fail });
    desk.ask('bell');
    await vi.waitFor(() => expect(desk.store.getState().found).toEqual([]));
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
