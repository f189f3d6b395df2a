/** The page around a flat picture: ruler, screen, address. */
import { describe, expect, it } from 'vitest';
import { openExhibition } from '#document/open.ts';
import { readAddress, writeAddress } from '#tour/address.ts';
import type { FlatNow } from '#tour/flat/liveFlat.ts';
import { openingOf } from '#tour/flat/opening.ts';
import type { FlatShape } from '#tour/flat/shape.ts';
import { createTour } from '#tour/store.ts';
import type { WallFrame } from '#tour/wallView/state.ts';
import { keepScreenScale, readScreenScale } from '#ui/flat/screenScale.ts';
import { listTicks } from '#ui/flat/ticks.ts';

const SHAPE: FlatShape = { width: 12, height: 0.512, metresPerPixel: 0.0002, isScroll: true, onward: -1 };

function nowAt(frame: WallFrame): FlatNow {
  const aspect = 16 / 9;
  return {
    shape: SHAPE,
    frame,
    aspect,
    cssWidthPx: 1_280,
    widthPx: 1_280,
    opening: openingOf(SHAPE, frame, aspect),
    isAuto: false,
  };
}

describe('the ruler', () => {
  it('has a mark at every step from where one begins to read, where the picture is open', () => {
    const { step, ticks } = listTicks(nowAt({ x: 4, y: 0, width: 1 }), 48);
    expect(step).toBe(0.02);
    expect(ticks.length).toBeGreaterThan(25);
    for (const { metres, xPx } of ticks) {
      // Two metres from the right end is four to the right of the middle.
      expect(xPx).toBeCloseTo(640 + (6 - metres - 4) * 1_280, 6);
      expect(Math.abs(xPx - 640)).toBeLessThanOrEqual(0.3 * 1_280 + 1e-6);
    }
    const named = ticks.filter(({ isNamed }) => isNamed).map(({ metres }) => Math.round(metres * 100));
    expect(named).toEqual([170, 180, 190, 200, 210, 220, 230]);
  });

  it('never has more marks than it may, and none closer than one can tell apart', () => {
    for (let width = 0.064; width < 14; width *= 1.3) {
      const { ticks } = listTicks(nowAt({ x: 0, y: 0, width }), 48);
      expect(ticks.length).toBeLessThanOrEqual(48);
      const apart = Math.abs((ticks[1]?.xPx ?? Infinity) - (ticks[0]?.xPx ?? 0));
      expect(apart).toBeGreaterThanOrEqual(13.9);
    }
  });
});

describe('the screen’s density', () => {
  const shelf = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      kept,
    };
  };

  it('is kept for the device, and stays right when the page is made larger', () => {
    const one = shelf();
    keepScreenScale(one, 2, 4_000);
    expect(readScreenScale(one, 2)).toBe(4_000);
    expect(readScreenScale(one, 4)).toBe(2_000);
    expect([...one.kept.keys()]).toEqual(['grotto.device.screen']);
  });

  it('is not known where nothing sensible is kept, or nothing can be', () => {
    const one = shelf();
    expect(readScreenScale(one, 1)).toBeNull();
    for (const nonsense of ['', 'x', '-1', '5', '1e9']) {
      one.kept.set('grotto.device.screen', nonsense);
      expect(readScreenScale(one, 1)).toBeNull();
    }
    const refusing = { getItem: () => { throw new Error('no'); }, setItem: () => { throw new Error('no'); } }; // prettier-ignore
    expect(readScreenScale(refusing, 1)).toBeNull();
    expect(() => keepScreenScale(refusing, 1, 4_000)).not.toThrow();
    expect(readScreenScale(null, 1)).toBeNull();
  });
});

describe('the address of a part of a flat picture', () => {
  const text = { en: 'Hills' };
  const source = { type: 'flat-image', uri: 'a.webp', width: 4_000, height: 1_000 };
  const { exhibition } = openExhibition(
    JSON.stringify({
      formatVersion: 1, id: 'e', label: text, defaultLanguage: 'en', languages: ['en'],
      assets: [{ kind: 'scroll', id: 'hills', label: text, source, metresPerPixel: 0.001 }, { kind: 'gallery', id: 'hall', label: text }],
      nodes: [{ id: 'scroll', label: text, asset: 'hills', links: [{ to: 'hall' }] }, { id: 'hall', label: text, asset: 'hall' }],
    }),
  ); // prettier-ignore
  if (!exhibition) throw new Error('nothing was opened');
  const known = { exhibition, brokenNodes: new Map() };
  const begin = (hash: string) => {
    const { address, faults } = readAddress(hash, known);
    const tour = createTour({
      ...known,
      faults,
      language: 'en',
      isTitleOpen: false,
      flat: address.flat,
      ...(address.nodeId !== null && { nodeId: address.nodeId }),
    });
    return { tour, faults, address };
  };

  it('comes back as it was', () => {
    const { tour } = begin('#at=scroll');
    expect(tour.store.getState().flat).toBeNull();
    tour.commands.showFlat({ x: 1.23456, y: -0.1, width: 0.6 });
    const hash = writeAddress(tour.store.getState());
    expect(hash).toContain('view=1.2346,-0.1,0.6m');
    const { tour: other, faults } = begin(hash);
    expect(other.store.getState().flat).toEqual({ x: 1.2346, y: -0.1, width: 0.6 });
    expect(faults).toEqual([]);
  });

  it.each(['view=1,2m', 'view=1,2,-3m', 'view=1,2,3', 'view=a,b,cm', 'view=1,2,3,4m'])('is not %s', (view) => {
    expect(begin(`#at=scroll&${view}`).address.flat).toBeNull();
  });

  it('is looked at straight ahead, whichever way one looked before', () => {
    const { tour } = begin('#at=hall');
    tour.commands.settle({ yaw: 2, pitch: 0.3, fov: 1 });
    tour.commands.goTo('scroll');
    expect(tour.store.getState().settledView).toMatchObject({ yaw: 0, pitch: 0 });
  });

  it('means nothing at another place, and goes when one leaves', () => {
    expect(begin('#at=hall&view=1,0,2m').address.flat).toBeNull();
    const { tour } = begin('#at=scroll&view=1,0,2m');
    tour.commands.goTo('hall');
    expect(tour.store.getState().flat).toBeNull();
    tour.commands.showFlat({ x: 0, y: 0, width: 1 });
    expect(tour.store.getState().flat).toBeNull();
  });
});
