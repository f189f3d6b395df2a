import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import type { Exhibition } from '#document/schema.ts';
import { readAddress, writeAddress } from '#tour/address.ts';
import { bindAddressBar, type AddressWindow } from '#tour/addressBar.ts';
import { createTour } from '#tour/store.ts';
import { asAddressed, readWall, writeWall } from '#tour/wallView/wallAddress.ts';
import type { Wall } from '#tour/wallView/state.ts';
import { makeExhibition } from '../../../fixtures/exhibitions.ts';

function makeMeasured(): Exhibition {
  const exhibition = makeExhibition();
  const assets = exhibition.assets.map((asset) =>
    asset.id === 'pano-45' && asset.kind === 'panorama'
      ? { ...asset, depth: { uri: 'depth.png', width: 64, height: 32 } }
      : asset,
  );
  return { ...exhibition, assets };
}

const wall: Wall = {
  normal: [0, 0, -1], right: [1, 0, 0], up: [0, 1, 0], distance: 2, flatness: 0.004, scaleError: 0.003,
  extent: { left: -2, right: 2, bottom: -1, top: 1 },
}; // prettier-ignore
const frame = { x: 0.25, y: -0.1, width: 1.5 };

/** Entries of a history, the latest written last. */
class Entries implements AddressWindow {
  readonly list: string[] = [''];
  readonly location = { pathname: '/', search: '', hash: '' };
  readonly #listeners: (() => void)[] = [];
  readonly history = {
    pushState: (_data: unknown, _unused: string, url: string) => void this.list.push(url),
    replaceState: (_data: unknown, _unused: string, url: string) => void this.list.splice(-1, 1, url),
  };
  addEventListener(_type: 'popstate', listener: () => void): void {
    this.#listeners.push(listener);
  }
  current(): string | undefined {
    return this.list.at(-1);
  }
  /** As by hand. */
  go(hash: string): void {
    this.list.push(`/${hash}`);
    this.location.hash = hash;
    for (const listener of this.#listeners) listener();
  }
  removeEventListener(): void {}
}

function openTour() {
  const view = { yaw: toRadians(12), pitch: toRadians(-3), fov: toRadians(60) };
  const tour = createTour({
    exhibition: makeMeasured(),
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    isTitleOpen: false,
    view,
    panel: { kind: 'measure' },
  });
  const window = new Entries();
  bindAddressBar({ tour, window });
  return { tour, window, state: () => tour.store.getState() };
}

describe('a wall brought closer, as state', () => {
  it('is asked for, found, moved over and left; the view stays what it was', () => {
    const { tour, state } = openTour();
    const { settledView } = state();
    tour.commands.wall.ask({ yaw: 0.1, pitch: 0.2 });
    expect(state().wallView).toMatchObject({ kind: 'asked', frame: null });
    expect(state().panel).toEqual({ kind: 'measure' });
    tour.commands.wall.note({ wall, frame });
    expect(state().wallView).toMatchObject({ kind: 'open', wall, frame });
    expect(state().panel).toBeNull();
    tour.commands.wall.settle({ ...frame, x: 1 });
    expect(state().wallView).toMatchObject({ frame: { x: 1, y: -0.1, width: 1.5 } });
    tour.commands.wall.close();
    expect(state().wallView).toBeNull();
    expect(state().settledView).toEqual(settledView);
  });

  it('is refused in words that the state has, and where there is no depth at all', () => {
    const { tour, state } = openTour();
    tour.commands.wall.ask({ yaw: 0, pitch: 0 });
    tour.commands.wall.note('too-oblique');
    expect(state().wallView).toEqual({ kind: 'refused', reason: 'too-oblique' });
    expect(state().panel).toEqual({ kind: 'measure' });
    tour.commands.goTo('cave-46');
    expect(state().wallView).toBeNull();
    tour.commands.wall.ask({ yaw: 0, pitch: 0 });
    expect(state().wallView).toEqual({ kind: 'refused', reason: 'no-depth' });
  });

  it('takes no answer to a question that is not open any more', () => {
    const { tour, state } = openTour();
    tour.commands.wall.ask({ yaw: 0, pitch: 0 });
    tour.commands.wall.close();
    tour.commands.wall.note({ wall, frame });
    tour.commands.wall.settle(frame);
    expect(state().wallView).toBeNull();
  });

  it('is one entry of the history, whatever comes between question and answer', () => {
    const { tour, window } = openTour();
    const before = window.list.length;
    tour.commands.wall.ask({ yaw: toRadians(12), pitch: toRadians(-3) });
    tour.commands.wall.note({ wall, frame });
    tour.commands.wall.settle({ ...frame, x: 0.5 });
    expect(window.list.slice(before)).toEqual(['/#at=cave-45&view=12,-3,60&wall=12,-3,0.5,-0.1,1.5&lang=en']);
    expect(window.list[before - 1]).toBe('/#at=cave-45&view=12,-3,60&panel=measure&lang=en');
    tour.commands.wall.close();
    expect(window.list.at(-1)).toBe('/#at=cave-45&view=12,-3,60&lang=en');
    expect(window.list).toHaveLength(before + 2);
  });

  it('leaves nothing in the history where it is refused', () => {
    const { tour, window } = openTour();
    const before = [...window.list];
    tour.commands.wall.ask({ yaw: toRadians(12), pitch: toRadians(-3) });
    tour.commands.wall.note('no-plane');
    // The view one asked from was settled.
    expect(window.list).toHaveLength(before.length);
    expect(window.current()).toBe('/#at=cave-45&view=12,-3,60&panel=measure&lang=en');
  });

  it('that an address asked for puts the address right where it is refused', () => {
    const { tour, window } = openTour();
    window.go('#at=cave-45&view=12,-3,60&wall=12,-3&lang=en');
    const before = window.list.length;
    tour.commands.wall.note('no-plane');
    expect(window.list).toHaveLength(before);
    expect(window.current()).toBe('/#at=cave-45&view=12,-3,60&lang=en');
  });
});

describe('a wall in the address', () => {
  const known = { exhibition: makeMeasured(), brokenNodes: new Map() };

  it('goes there and back', () => {
    const asked = asAddressed({ yaw: toRadians(-59.98765), pitch: toRadians(7.00049) });
    const text = writeWall({ kind: 'open', asked, wall, frame });
    expect(text).toBe('-59.988,7,0.25,-0.1,1.5');
    expect(readWall(text!)).toEqual({ direction: asked, frame });
    expect(readWall(writeWall({ kind: 'asked', asked, frame: null })!)).toEqual({ direction: asked, frame: null });
    expect(writeWall({ kind: 'refused', reason: 'no-plane' })).toBeNull();
    expect(writeWall(null)).toBeNull();
  });

  it('stands in the whole of it', () => {
    const { address, faults } = readAddress('#at=cave-45&view=0,0,60&wall=10,5,0.25,-0.1,1.5&lang=en', known);
    expect(faults).toEqual([]);
    expect(address.wall).toEqual({ direction: { yaw: toRadians(10), pitch: toRadians(5) }, frame });
    const { tour } = openTour();
    tour.commands.wall.ask(address.wall!.direction, address.wall!.frame);
    expect(writeAddress(tour.store.getState())).toContain('&wall=10,5,0.25,-0.1,1.5&');
  });

  it.each([
    ['10', 'address-bad-wall'], ['400,0', 'address-bad-wall'], ['0,91', 'address-bad-wall'],
    ['0,0,1', 'address-bad-wall'], ['0,0,1,1,0', 'address-bad-wall'], ['0,0,1,1,-2', 'address-bad-wall'],
    ['0,0,1,1,2,3', 'address-bad-wall'], ['0,0,1,NaN,2', 'address-bad-wall'], ['0,0,9999,0,1', 'address-bad-wall'],
    ['', 'address-bad-wall'],
  ])('is left out and reported where it is wrong: "%s"', (text, code) => {
    const { address, faults } = readAddress(`#at=cave-45&wall=${text}`, known);
    expect(address.wall).toBeNull();
    expect(faults.map((fault) => fault.code)).toEqual([code]);
  }); // prettier-ignore

  it('is left out and reported where no depth was recorded', () => {
    const { address, faults } = readAddress('#at=cave-46&wall=0,0', known);
    expect(address.wall).toBeNull();
    expect(faults.map(({ code }) => code)).toEqual(['address-no-depth']);
  });
});
