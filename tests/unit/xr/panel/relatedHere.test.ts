import { describe, expect, it, vi } from 'vitest';
import { Relations } from '#tour/find/relations.ts';
import { listThings, type Spot } from '#tour/find/things.ts';
import { performAction } from '#xr/panel/performAction.ts';
import { createRelatedHere } from '#xr/panel/relatedHere.ts';
import { demonstration, describePanel, visit } from './setting.ts';

const exhibition = demonstration();
const relations = new Relations();
for (const thing of listThings(exhibition)) relations.add(thing);
const HORSE = 'relic-glazed-horse';

describe('what is related to a label in a headset', () => {
  it('stands at its end with what both share, and is gone to out of the dark', async () => {
    const tour = visit(exhibition, 'en', 'chamber-as-found');
    tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'kings' });
    const related = relations.relatedTo({ nodeId: 'chamber-as-found', hotspotId: 'kings' });
    const { blocks } = await describePanel(tour.store.getState(), { related });
    const last = blocks.at(-1);
    const horse =
      last?.kind === 'buttons' &&
      last.buttons.find(({ label }) => label.text === 'Three-colour glazed horse · Subject: The Silk Road');
    if (!horse) throw new Error('the kings and the horse share a subject');
    const { arrival } = tour.store.getState();
    performAction(horse.action, tour, {
      leave: () => undefined,
      turnPage: () => undefined,
      choosePlan: () => undefined,
      chooseTranscript: () => undefined,
    });
    expect(tour.store.getState()).toMatchObject({ panel: { kind: 'hotspot', hotspotId: HORSE }, arrival: arrival + 1 });
  });

  it('is asked for once with each label, and a slow answer to another one is forgotten', async () => {
    const tour = visit(exhibition, 'en', 'chamber-as-found');
    const asked: (Spot & { answer: () => void })[] = [];
    const onChange = vi.fn();
    const here = createRelatedHere(
      (spot) => new Promise((resolve) => asked.push({ ...spot, answer: () => resolve(relations.relatedTo(spot)) })),
      onChange,
    );
    const open = (hotspotId: string): void => {
      tour.commands.openPanel({ kind: 'hotspot', hotspotId });
      here.follow(tour.store.getState());
      here.follow(tour.store.getState());
    };
    open('kings');
    open(HORSE);
    expect(asked.map(({ hotspotId }) => hotspotId)).toEqual(['kings', HORSE]);
    asked[1]?.answer();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
    const ofHorse = here.things;
    asked[0]?.answer();
    await Promise.resolve();
    expect(here.things).toBe(ofHorse);
    expect(ofHorse.length).toBeGreaterThan(0);
    tour.commands.closePanel();
    here.follow(tour.store.getState());
    expect(here.things).toEqual([]);
  });

  it('is nothing where it cannot be had', async () => {
    const tour = visit(exhibition, 'en', 'chamber-as-found');
    const relatedTo = vi.fn(() => Promise.reject(new Error('no idle time')));
    const here = createRelatedHere(relatedTo, () => undefined);
    tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'kings' });
    here.follow(tour.store.getState());
    await Promise.resolve();
    expect(relatedTo).toHaveBeenCalledOnce();
    expect(here.things).toEqual([]);
  });
});
