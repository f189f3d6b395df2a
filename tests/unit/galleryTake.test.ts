import { describe, expect, it } from 'vitest';
import { take } from '#scene/gallery/hands.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { tourAt } from './xr/grab/pointers.ts';

describe('a press on an exhibit of a hall', () => {
  it('opens its label and rings it if it can, and takes it up the next time', () => {
    const tour = tourAt('gallery');
    const { exhibition } = tour.store.getState();
    const { exhibits = [] } = planHall(exhibition, findNode(exhibition, 'gallery')) ?? {};
    const press = (hotspotId: string): void => {
      const index = exhibits.findIndex((one) => one.hotspotId === hotspotId);
      const exhibit = exhibits[index];
      if (!exhibit) throw new Error(`the hall has no ${hotspotId}`);
      take({ kind: 'exhibit', index, exhibit }, tour, () => undefined);
    };
    press('relic-jade-disc');
    expect(tour.store.getState()).toMatchObject({ panel: { hotspotId: 'relic-jade-disc' }, sound: { ring: null } });
    press('relic-bronze-bell');
    expect(tour.store.getState()).toMatchObject({ relic: null, sound: { ring: { serial: 1 }, isOn: true } });
    press('relic-bronze-bell');
    expect(tour.store.getState()).toMatchObject({
      relic: { hotspotId: 'relic-bronze-bell' },
      sound: { ring: { serial: 1 } },
    });
  });
});
