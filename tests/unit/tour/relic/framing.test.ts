import { describe, expect, it } from 'vitest';
import {
  type Box,
  cornersOf,
  depthRange,
  distanceLimits,
  fieldOf,
  frame,
  freeArea,
  type Insets,
  type SeenPoint,
  type ViewSize,
} from '#tour/relic/orbit/framing.ts';

const LANDSCAPE = { widthPx: 1280, heightPx: 720 };
const PORTRAIT = { widthPx: 390, heightPx: 844 };
const KIOSK = { widthPx: 1080, heightPx: 1920 };
const NOTHING_OVER: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
const VIEWS = { LANDSCAPE, PORTRAIT, KIOSK };

const box = (x: number, y: number, z: number): Box => ({ min: [-x / 2, 0, -z / 2], max: [x / 2, y, z / 2] });
const SIZES = {
  'a bead of 5 mm': box(0.005, 0.005, 0.005),
  'a vase of 0.4 m': box(0.24, 0.4, 0.24),
  'a wall of 50 m': box(50, 12, 3),
  'a thread, 1 m long': box(1, 0.0005, 0.0005),
};

/** The extreme points in the view's own units, −1 to 1, when the free area's middle lies where the framing says. */
function seen(points: readonly SeenPoint[], view: ViewSize, insets: Insets, isCentred = true) {
  const area = freeArea(view, insets);
  const { distance, right, up } = frame(points, view, area, isCentred);
  const tanY = Math.tan(fieldOf(view) / 2);
  const tanX = (tanY * view.widthPx) / view.heightPx;
  const xs = points.map((point) => area.x + (point.right / (distance - point.toward) - right) / tanX);
  const ys = points.map((point) => area.y + (point.up / (distance - point.toward) - up) / tanY);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys), distance };
}

describe('a relic framed whole', () => {
  for (const [size, bounds] of Object.entries(SIZES)) {
    for (const [name, view] of Object.entries(VIEWS)) {
      it.each([
        { yaw: 0, pitch: 0 },
        { yaw: 0.6, pitch: 0.3 },
        { yaw: -2, pitch: 1.2 },
      ])(
        `fills the ${name.toLowerCase()} view and stays inside: ${size} from yaw $yaw, pitch $pitch`,
        ({ yaw, pitch }) => {
          const { left, right, bottom, top } = seen(cornersOf(bounds, yaw, pitch), view, NOTHING_OVER);
          const most = Math.max(-left, right, -bottom, top);
          expect(most).toBeLessThan(0.9);
          expect(most).toBeGreaterThan(0.8);
        },
      );
    }
  }

  it('keeps clear of panels and sits in the middle of what they leave free', () => {
    const insets = { top: 60, right: 420, bottom: 0, left: 0 };
    const { left, right, bottom, top } = seen(cornersOf(box(1, 1, 1), 0, 0), LANDSCAPE, insets);
    expect(right).toBeLessThan(1 - (2 * 420) / 1280);
    expect(left).toBeGreaterThan(-1);
    expect((left + right) / 2).toBeCloseTo(-420 / 1280, 6);
    expect(top).toBeLessThan(1 - (2 * 60) / 720);
    expect((top + bottom) / 2).toBeCloseTo(-60 / 720, 6);
  });

  it('brings a lopsided group into the middle where that is asked for', () => {
    const points = [...cornersOf(box(0.2, 0.2, 0.2), 0, 0), { right: 1, up: 1.7, toward: 0 }];
    const { left, right, bottom, top } = seen(points, PORTRAIT, NOTHING_OVER, false);
    expect(left + right).toBeCloseTo(0, 6);
    expect(bottom + top).toBeCloseTo(0, 6);
    expect(Math.max(right, top)).toBeLessThan(0.9);
  });

  it('is the same picture at any size', () => {
    const small = frame(cornersOf(box(0.01, 0.02, 0.01), 1, 0.2), LANDSCAPE, freeArea(LANDSCAPE, NOTHING_OVER), true);
    const large = frame(cornersOf(box(10, 20, 10), 1, 0.2), LANDSCAPE, freeArea(LANDSCAPE, NOTHING_OVER), true);
    expect(large.distance / small.distance).toBeCloseTo(1_000, 3);
  });
});

describe('the free area of a view', () => {
  it('is the whole of it where nothing covers it', () => {
    expect(freeArea(LANDSCAPE, NOTHING_OVER)).toEqual({ x: 0, y: 0, halfWidth: 1, halfHeight: 1 });
  });

  it('never vanishes, however much is covered', () => {
    const { halfWidth, x } = freeArea(PORTRAIT, { ...NOTHING_OVER, left: 390, right: 390 });
    expect(halfWidth).toBeCloseTo(0.3, 9);
    expect(x).toBeCloseTo(0, 9);
  });
});

describe('the field of view', () => {
  it.each([
    { view: LANDSCAPE, least: 29, most: 31 },
    { view: PORTRAIT, least: 45, most: 51 },
    { view: KIOSK, least: 45, most: 51 },
    { view: { widthPx: 3840, heightPx: 600 }, least: 29, most: 31 },
    { view: { widthPx: 10, heightPx: 0 }, least: 29, most: 31 },
  ])('of $view.widthPx × $view.heightPx is $least° to $most°', ({ view, least, most }) => {
    const degrees = (fieldOf(view) * 180) / Math.PI;
    expect(degrees).toBeGreaterThan(least);
    expect(degrees).toBeLessThan(most);
  });
});

describe('how near and how far one may come', () => {
  it('ends where a texel is eight pixels wide', () => {
    const { minDistance } = distanceLimits(0.4, 4096, 1, LANDSCAPE);
    const heightMetres = 2 * minDistance * Math.tan(fieldOf(LANDSCAPE) / 2);
    expect((heightMetres / 720) * 8).toBeCloseTo((3 * 0.4) / 4096, 9);
  });

  it.each([0.005, 0.4, 50])('always lets one come nearer than the whole: %f m', (size) => {
    for (const textureSize of [0, 64, 512, 8192]) {
      const { minDistance, maxDistance } = distanceLimits(size, textureSize, size * 2, PORTRAIT);
      expect(minDistance).toBeLessThanOrEqual(size / 2);
      expect(minDistance).toBeGreaterThan(0);
      expect(maxDistance).toBeGreaterThan(size * 2);
    }
  });
});

describe('near and far planes', () => {
  it.each([
    { what: 'far away', distance: 3, radius: 0.5, least: 0.005 },
    { what: 'inside the sphere around it', distance: 0.2, radius: 0.5, least: 0.005 },
    { what: 'a bead', distance: 0.012, radius: 0.004, least: 0.0003 },
    { what: 'a wall', distance: 95, radius: 27, least: 1 },
  ])('hold everything in front of the camera: $what', ({ distance, radius, least }) => {
    const { near, far } = depthRange(distance, radius, least);
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(Math.max(distance - radius, least));
    expect(far).toBeGreaterThanOrEqual(distance + radius);
    expect(far / near).toBeLessThanOrEqual(20_001);
  });
});
