/** Which part of a flat picture fills the page, what is open of a scroll, and how thick its rolls are. */
import { describe, expect, it } from 'vitest';
import {
  firstFrame,
  frameAround,
  frameAtEnd,
  frameAtStart,
  frameOnward,
  keepFrame,
  type PageShape,
  realFrame,
} from '#tour/flat/frame.ts';
import { autoStep, stepTowards } from '#tour/flat/motion.ts';
import { ARM, armsFrame, openingOf } from '#tour/flat/opening.ts';
import { type FlatShape, fromBeginning, shapeOf, spanOfColumns, spanOfRegion } from '#tour/flat/shape.ts';

const SCROLL: FlatShape = { width: 12, height: 0.512, metresPerPixel: 0.0002, isScroll: true, onward: -1 };
const PICTURE: FlatShape = { width: 0.6, height: 0.9, metresPerPixel: 0.0001, isScroll: false, onward: 1 };
const WIDE: PageShape = { aspect: 16 / 9, widthPx: 1_280 };
const TALL: PageShape = { aspect: 390 / 844, widthPx: 1_170 };

describe('a handscroll', () => {
  it.each([
    ['to the left', -1, 'rightRoll'],
    ['to the right', 1, 'leftRoll'],
  ] as const)('that is read %s opens at its beginning, an arm’s length wide', (_name, onward, thin) => {
    const shape = { ...SCROLL, onward };
    for (const page of [WIDE, TALL]) {
      const frame = firstFrame(shape, page);
      const opening = openingOf(shape, frame, page.aspect);
      expect(opening.right - opening.left).toBeCloseTo(ARM, 9);
      expect(fromBeginning(frame.x, shape)).toBeCloseTo(ARM / 2, 9);
      expect(frame.width).toBeCloseTo(armsFrame(shape, page.aspect), 9);
      // Both rolls and all of the height are on the page.
      expect(frame.width).toBeGreaterThan(ARM + 4 * Math.max(opening.leftRoll, opening.rightRoll));
      expect(frame.width / page.aspect).toBeGreaterThan(shape.height);
      expect(opening[thin]).toBeLessThan(0.006);
    }
  });

  it('is as thick on its rolls as what is on them is long: what one side loses the other gains', () => {
    const area = (radius: number, core: number): number => Math.PI * (radius ** 2 - core ** 2);
    const sums = [-5.7, -3, 0, 2.2, 5.7].map((x) => {
      const { leftRoll, rightRoll } = openingOf(SCROLL, { x, y: 0, width: 1 }, WIDE.aspect);
      return area(leftRoll, 0.011) + area(rightRoll, 0.005);
    });
    for (const sum of sums) expect(sum).toBeCloseTo((12 - ARM) * 0.00045, 9);
    const { leftRoll } = openingOf(SCROLL, firstFrame(SCROLL, WIDE), WIDE.aspect);
    expect(leftRoll).toBeGreaterThan(0.03);
    expect(leftRoll).toBeLessThan(0.06);
  });

  it('opens further for those who step back, to all of it', () => {
    const far = keepFrame(SCROLL, { x: 0, y: 0, width: Infinity }, WIDE);
    const { left, right } = openingOf(SCROLL, far, WIDE.aspect);
    expect(right - left).toBeCloseTo(12, 9);
    expect(far.width).toBeGreaterThan(12);
    let last = 0;
    for (let width = 0.1; width < 14; width *= 1.1) {
      const { left: from, right: to } = openingOf(SCROLL, { x: 1, y: 0, width }, WIDE.aspect);
      expect(to - from).toBeGreaterThanOrEqual(last);
      last = to - from;
    }
  });

  it('goes on by openings that overlap, from end to end, and stays there', () => {
    let frame = firstFrame(SCROLL, WIDE);
    const middles = [frame.x];
    for (let i = 0; i < 40; i++) {
      frame = frameOnward(SCROLL, frame, WIDE, 1);
      middles.push(frame.x);
    }
    expect(middles[1]).toBeCloseTo((middles[0] ?? 0) - 0.9 * ARM, 9);
    expect(frame).toEqual(frameAtEnd(SCROLL, frame, WIDE, 1));
    expect(openingOf(SCROLL, frame, WIDE.aspect).left).toBeCloseTo(-6, 9);
    expect(frameOnward(SCROLL, frame, WIDE, -1).x).toBeGreaterThan(frame.x);
  });

  it('unrolls by itself, one opening in 18 seconds', () => {
    const frame = firstFrame(SCROLL, WIDE);
    expect(autoStep(SCROLL, frame, WIDE.aspect, 18)).toBeCloseTo(-ARM, 9);
    expect(autoStep({ ...SCROLL, onward: 1 }, frame, WIDE.aspect, 9)).toBeCloseTo(ARM / 2, 9);
  });

  it('leads to the beginning of a section, not to its middle', () => {
    const now = firstFrame(SCROLL, WIDE);
    const frame = frameAtStart(SCROLL, spanOfColumns(30_400, 41_700, SCROLL), now, WIDE);
    expect(openingOf(SCROLL, frame, WIDE.aspect).right).toBeCloseTo(41_700 * 0.0002 - 6, 9);
  });
});

describe('a picture', () => {
  it('is there as a whole, with room around it', () => {
    for (const page of [WIDE, TALL]) {
      const frame = firstFrame(PICTURE, page);
      expect(frame).toMatchObject({ x: 0, y: expect.closeTo((-0.06 * frame.width) / page.aspect, 9) as number });
      expect(frame.width).toBeGreaterThan(PICTURE.width);
      expect(frame.width / page.aspect).toBeGreaterThan(PICTURE.height);
      const { left, right } = openingOf(PICTURE, frame, page.aspect);
      expect([left, right]).toEqual([-0.3, 0.3]);
    }
  });

  it('ends a little beyond its edges, and where a pixel of it covers four of the device', () => {
    const near = keepFrame(PICTURE, { x: 9, y: -9, width: 0 }, WIDE);
    expect(near.width).toBeCloseTo((1_280 * 0.0001) / 4, 9);
    expect(near.x).toBeCloseTo(0.3 - near.width * 0.4, 9);
    expect(near.y).toBeCloseTo(-0.45 + (near.width / WIDE.aspect) * 0.4, 9);
  });
});

describe('the real size', () => {
  it('has as many pixels to the metre as the screen', () => {
    const now = firstFrame(SCROLL, WIDE);
    const frame = realFrame(SCROLL, now, WIDE, 1_280, 3_780);
    expect(1_280 / frame.width).toBeCloseTo(3_780, 6);
    expect(frame.x).toBe(now.x);
  });
});

describe('what is marked on it', () => {
  it('lies where its pixels are, by two corners or by all of them', () => {
    expect(spanOfRegion({ region: [[0, 0], [60_000, 2_560]] }, SCROLL)).toEqual({ left: -6, right: 6, bottom: -0.256, top: 0.256 }); // prettier-ignore
    const span = spanOfRegion({ region: [[100, 200], [300, 250], [150, 900]] }, SCROLL); // prettier-ignore
    expect(span?.left).toBeCloseTo(-5.98, 9);
    expect(span?.bottom).toBeCloseTo(0.076, 9);
    expect(spanOfRegion({}, SCROLL)).toBeNull();
  });

  it('is led to with what is around it, never closer than it is worth', () => {
    const span = spanOfRegion({ region: [[58_754, 650], [58_850, 782]] }, SCROLL); // prettier-ignore
    if (!span) throw new Error('it has a region');
    const frame = frameAround(SCROLL, span, WIDE);
    expect(frame.width).toBeCloseTo(0.24, 9);
    expect(frame.x).toBeCloseTo((span.left + span.right) / 2, 9);
    expect(frame.y).toBeCloseTo((span.bottom + span.top) / 2, 9);
  });
});

it('is led to in less than two seconds, however far, and at once where motion is reduced', () => {
  const to = { x: -5, y: 0.1, width: 0.3 };
  const frame = { x: 5, y: 0, width: 1 };
  let frames = 1;
  while (!stepTowards(frame, to, 1 / 60, false)) frames++;
  expect(frames).toBeLessThan(180);
  expect(frame).toEqual(to);
  const other = { x: 5, y: 0, width: 1 };
  expect(stepTowards(other, to, 1 / 60, true)).toBe(true);
  expect(other).toEqual(to);
});

it('is read to the left unless the document says otherwise, and has the size of its finest level', () => {
  const source = { type: 'flat-image', uri: 'a.webp', width: 4_000, height: 1_000 } as const;
  const asset = { id: 'a', label: {}, source, metresPerPixel: 0.001 };
  expect(shapeOf({ ...asset, kind: 'scroll' })).toEqual({ width: 4, height: 1, metresPerPixel: 0.001, isScroll: true, onward: -1 }); // prettier-ignore
  expect(shapeOf({ ...asset, kind: 'scroll', direction: 'ltr' }).onward).toBe(1);
  expect(shapeOf({ ...asset, kind: 'picture' })).toMatchObject({ isScroll: false, onward: 1 });
});
