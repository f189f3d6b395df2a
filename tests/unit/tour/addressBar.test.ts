import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians } from '#shared/angle.ts';
import type { Fault } from '#document/fault.ts';
import { bindAddressBar, type AddressWindow } from '#tour/addressBar.ts';
import { createTour } from '#tour/store.ts';
import { makeHall } from '../../fixtures/hall.ts';
import { exhibition } from './exhibition.ts';

/** A browser's history over a list of addresses. */
class FakeWindow implements AddressWindow {
  readonly entries = ['/visit/?debug#'];
  index = 0;
  readonly #listeners = new Set<() => void>();
  readonly history = {
    pushState: (_data: unknown, _unused: string, url: string) => {
      this.entries.splice(this.index + 1, Infinity, url);
      this.index++;
    },
    replaceState: (_data: unknown, _unused: string, url: string) => {
      this.entries[this.index] = url;
    },
  };

  get location() {
    return new URL(this.entries[this.index] ?? '', 'https://museum.example');
  }

  addEventListener(_type: 'popstate', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'popstate', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  travel(steps: number): void {
    this.index += steps;
    for (const listener of this.#listeners) listener();
  }
}

function openVisit(exhibited = exhibition) {
  const tour = createTour({
    exhibition: exhibited,
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    isTitleOpen: false,
  });
  const window = new FakeWindow();
  const faults: Fault[] = [];
  const unbind = bindAddressBar({ tour, window, onFaults: (found) => faults.push(...found) });
  return { tour, window, faults, unbind };
}
const view = (yaw: number) => ({ yaw: toRadians(yaw), pitch: 0, fov: toRadians(60) });

describe('the address bar', () => {
  it('does not write over an address that was entered and is about to be read', () => {
    const { tour, window } = openVisit();
    window.history.pushState(null, '', '/visit/?debug#at=niche&lang=en');
    tour.commands.setLanguage('zh-Hans');
    expect(window.location.hash).toBe('#at=niche&lang=en');
    window.travel(0);
    expect(tour.store.getState()).toMatchObject({ nodeId: 'niche', language: 'en' });
    tour.commands.setLanguage('zh-Hans');
    expect(window.location.hash).toContain('lang=zh-Hans');
  });

  it('shows the first view at once, without a new entry, and keeps the query', () => {
    const { window } = openVisit();
    expect(window.entries).toEqual(['/visit/?debug#at=hall&view=30,-5,70&lang=en']);
  });

  it('rewrites its entry when the view comes to rest or the language changes', () => {
    const { tour, window } = openVisit();
    tour.commands.settle(view(77));
    tour.commands.setLanguage('zh-Hans');
    expect(window.entries).toEqual(['/visit/?debug#at=hall&view=77,0,60&lang=zh-Hans']);
  });

  it('makes one new entry for a change of place and one for a panel', () => {
    const { tour, window } = openVisit();
    tour.commands.goTo('niche', { view: view(5) });
    tour.commands.openPanel({ kind: 'places' });
    expect(window.entries.map((entry) => entry.split('#')[1])).toEqual([
      'at=hall&view=30,-5,70&lang=en',
      'at=niche&view=5,0,60&lang=en',
      'at=niche&view=5,0,60&panel=places&lang=en',
    ]);
  });

  it('brings back place, view and panel with Back and Forward, and makes no entries meanwhile', () => {
    const { tour, window } = openVisit();
    tour.commands.settle(view(77));
    tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'donors' });
    tour.commands.goTo('niche');
    expect(window.entries).toHaveLength(3);

    window.travel(-1);
    expect(tour.store.getState()).toMatchObject({ nodeId: 'hall', panel: { kind: 'hotspot', hotspotId: 'donors' } });
    expect(toDegrees(tour.store.getState().lookRequest.view.yaw)).toBeCloseTo(77);
    window.travel(-1);
    expect(tour.store.getState()).toMatchObject({ nodeId: 'hall', panel: null });
    window.travel(2);
    expect(tour.store.getState()).toMatchObject({ nodeId: 'niche', panel: null });
    expect(window.entries).toHaveLength(3);
  });

  it('keeps with the place one leaves the view one left it with', () => {
    let now = view(0);
    const tour = createTour({
      exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false, currentView: () => now,
    }); // prettier-ignore
    const window = new FakeWindow();
    bindAddressBar({ tour, window });
    now = view(123);
    tour.commands.goTo('antechamber');
    expect(window.entries[0]).toContain('at=hall&view=123,0,60');
  });

  it('puts a hostile address right and reports it', () => {
    const { tour, window, faults } = openVisit();
    window.history.pushState(null, '', '/visit/#at=javascript:alert(1)&view=9,9,9');
    window.travel(0);
    expect(tour.store.getState().nodeId).toBe('hall');
    expect(window.entries[1]).toMatch(/^\/visit\/#at=hall&view=/);
    expect(faults.map((fault) => fault.code)).toEqual(['address-unknown-node']);
  });

  it('lives with a browser that refuses new entries', () => {
    const { tour, window } = openVisit();
    window.history.pushState = () => {
      throw new Error('SecurityError');
    };
    tour.commands.goTo('niche');
    expect(tour.store.getState().nodeId).toBe('niche');
  });

  it('makes no entry in a headset, and leaves the address where one leaves it', () => {
    const { tour, window } = openVisit();
    tour.commands.goTo('niche', { view: view(5) });
    const before = [...window.entries];
    tour.commands.headset.begin(null);
    tour.commands.openPanel({ kind: 'places' });
    tour.commands.goTo('hall', { view: view(9), panel: { kind: 'hotspot', hotspotId: 'donors' } });
    expect(window.entries).toEqual([before[0], '/visit/?debug#at=hall&view=9,0,60&show=donors&lang=en']);
    tour.commands.headset.end();
    expect(window.entries).toEqual([before[0], '/visit/?debug#at=hall&view=9,0,60&lang=en']);
    tour.commands.openPanel({ kind: 'places' });
    expect(window.entries).toHaveLength(3);
  });

  it('carries out an address that came while the page started', () => {
    const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });
    const window = new FakeWindow();
    window.history.replaceState(null, '', '/visit/#at=niche&view=5,0,60&panel=places&lang=zh-Hans');
    const faults: Fault[] = [];
    bindAddressBar({ tour, window, readHash: '#at=hall', onFaults: (found) => faults.push(...found) });
    expect(tour.store.getState()).toMatchObject({ nodeId: 'niche', panel: { kind: 'places' }, language: 'zh-Hans' });
    expect(window.entries).toEqual(['/visit/#at=niche&view=5,0,60&panel=places&lang=zh-Hans']);
    expect(faults).toEqual([]);
  });

  it('leaves a tour as it is whose address is the one it was made from', () => {
    const tour = createTour({
      exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false, nodeId: 'niche',
    }); // prettier-ignore
    const window = new FakeWindow();
    window.history.replaceState(null, '', '/visit/#at=hall');
    bindAddressBar({ tour, window, readHash: '#at=hall' });
    expect(tour.store.getState().nodeId).toBe('niche');
  });

  it('leaves the history alone once it is untied', () => {
    const { tour, window, unbind } = openVisit();
    unbind();
    tour.commands.goTo('niche');
    expect(window.entries).toHaveLength(1);
  });
});

describe('the address bar of a hall', () => {
  it('keeps where one stands, and Back returns to the exact stand and view', () => {
    const { tour, window, faults } = openVisit(makeHall({ sizes: [[0.2, 0.3, 0.2], null] }));
    const { store, commands } = tour;
    commands.goTo('hall');
    commands.stand({ x: 1.25, z: -0.5 });
    commands.settle(view(40));
    expect(window.entries.at(-1)).toContain('view=40,0,60&stand=1.25,-0.5&lang=en');
    commands.openPanel({ kind: 'hotspot', hotspotId: 'relic-0' });
    // The scene walks up to it and settles there.
    commands.stand({ x: 0.1, z: 0.2 });
    commands.settle(view(-10));
    expect(window.entries).toHaveLength(3);
    window.travel(-1);
    expect(store.getState().stand).toEqual({ x: 1.25, z: -0.5 });
    expect(store.getState().lookRequest.view.yaw).toBeCloseTo(toRadians(40), 5);
    window.travel(-1);
    expect(store.getState()).toMatchObject({ nodeId: 'yard', stand: null });
    window.travel(2);
    expect(store.getState()).toMatchObject({ nodeId: 'hall', stand: { x: 0.1, z: 0.2 } });
    expect(faults).toEqual([]);
  });

  it('has one arrive before the door one comes through, facing in', () => {
    const { tour } = openVisit(
      makeHall({ sizes: [null, null], links: [{ to: 'hall' }, { to: 'yard', target: { yaw: -90, pitch: 0 } }] }),
    );
    tour.commands.goTo('hall');
    const { stand, settledView } = tour.store.getState();
    // In the left wall: one looks to the right.
    expect(stand?.x).toBeLessThan(-1);
    expect(settledView.yaw).toBeCloseTo(Math.PI / 2, 9);
  });
});
