/** How a flat picture hangs in a headset: at its real size, an arm's length away or on a wall. */
import { describe, expect, it } from 'vitest';
import { HangInHeadset } from '#scene/flat/hangInHeadset.ts';
import { HangingSheet } from '#streaming/flat/hangingSheet.ts';
import { hangFor, keepAlong, speedOfStick } from '#tour/flat/hang.ts';
import type { FlatShape } from '#tour/flat/shape.ts';

const SCROLL: FlatShape = { width: 12, height: 0.512, metresPerPixel: 0.0002, isScroll: true, onward: -1 };

describe('a scroll in a headset', () => {
  it('stands round a seated visitor: everywhere an arm’s length away, and as long as it is', () => {
    const sheet = new HangingSheet(SCROLL.width, SCROLL.height);
    new HangInHeadset().step(sheet, SCROLL, 2, true, 0, 1);
    const [a, b] = [new Float64Array(9), new Float64Array(9)];
    let length = 0;
    const steps = 400;
    for (let i = 0; i <= steps; i++) {
      sheet.write(sheet.from + ((sheet.to - sheet.from) * i) / steps, 0.5, [0, 0, 0], b);
      expect(Math.hypot(b[0] ?? 0, b[2] ?? 0)).toBeCloseTo(0.6, 9);
      if (i > 0) length += Math.hypot((b[0] ?? 0) - (a[0] ?? 0), (b[2] ?? 0) - (a[2] ?? 0));
      a.set(b);
    }
    expect(length).toBeCloseTo((sheet.to - sheet.from) * SCROLL.width, 4);
    // 70° to either side, with the place one is at straight ahead.
    expect(length).toBeCloseTo((140 / 180) * Math.PI * 0.6, 4);
    sheet.write(2 / SCROLL.width + 0.5, 0.5, [0, 0, 0], b);
    expect([b[0], b[2]]).toEqual([expect.closeTo(0, 9), expect.closeTo(-0.6, 9)]);
  });

  it('hangs straight on a wall before one who stands, all of it, to walk along', () => {
    expect(hangFor(SCROLL, 2, false)).toEqual({ distance: 0.9, bend: 0, up: 0, from: 0, to: 1 });
    const sheet = new HangingSheet(SCROLL.width, SCROLL.height);
    new HangInHeadset().step(sheet, SCROLL, 2, false, 0, 1);
    const point = new Float64Array(9);
    // Half a metre of walking is half a metre of the picture, for either eye.
    for (const x of [-0.032, 0.032]) {
      sheet.write(2.5 / SCROLL.width + 0.5, 0.5, [x + 0.5, 0, 0], point);
      expect(point[0]).toBeCloseTo(-x, 9);
    }
  });

  it('goes on with a stick that is pushed forward, the way one reads, and not beyond its ends', () => {
    const hang = new HangInHeadset();
    const sheet = new HangingSheet(SCROLL.width, SCROLL.height);
    let along = hang.step(sheet, SCROLL, 5, true, 1, 10);
    expect(along).toBe(5);
    along = hang.step(sheet, SCROLL, along, true, 1, 10.05);
    expect(along).toBeCloseTo(5 - 0.05 * 0.35, 9);
    expect(sheet.speed).toBeCloseTo(-0.35, 9);
    for (let i = 0; i < 400; i++) along = hang.step(sheet, SCROLL, along, false, 1, 10.05 + i * 0.1);
    expect(along).toBe(-6);
    expect(sheet.speed).toBe(0);
    expect(keepAlong(SCROLL, 7)).toBe(6);
    expect(speedOfStick({ ...SCROLL, onward: 1 }, 1, true)).toBeCloseTo(0.35, 9);
    expect(speedOfStick(SCROLL, 0.1, true)).toBe(0);
  });
});
