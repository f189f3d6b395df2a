import { describe, expect, it, vi } from 'vitest';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { LAMP_BLACK, PLASTER, SIGN_SCRIM, TEXT_SCRIM } from '#scene/hotspot/colours.ts';
import { findReadable, type LabelBox } from '#scene/hotspot/declutter.ts';
import { MarkFocus } from '#scene/hotspot/focus.ts';
import { KnownWalls, type Walls } from '#scene/hotspot/knownWalls.ts';
import { pickArea } from '#scene/hotspot/pickArea.ts';
import { pickMark, type PlacedMark } from '#scene/hotspot/pickMark.ts';
import { placeMark, radiusOf } from '#scene/hotspot/placeMark.ts';
import { wallsOf } from '#scene/hotspot/wallsOf.ts';
import { readArea } from '#document/area.ts';
import type { Mark, MarkArea } from '#tour/marks.ts';
import { rotationToPanorama } from '#tour/pose.ts';

const HEIGHT = 720;
const VIEW = { yaw: 0, pitch: 0, fov: toRadians(70) };
const UNITS = (2 * Math.tan(VIEW.fov / 2)) / HEIGHT;

/** Angles in degrees. */
function mark(id: string, kind: Mark['kind'], yaw: number, pitch: number, rest: Partial<Mark> = {}): Mark {
  const angles = { yaw: toRadians(yaw), pitch: toRadians(pitch) };
  return { kind, id, key: `${kind}:${id}`, label: id, language: 'en', ...angles, ...rest };
}

function placed(one: Mark, label = { widthPx: 0, heightPx: 0 }): PlacedMark {
  return { mark: one, place: placeMark(one), label };
}

describe('where a mark is drawn', () => {
  it('is the floor for a link one looks down at, as far away as the floor is there', () => {
    const place = placeMark(mark('a', 'link', 30, -30));
    expect(place.shape).toBe('floor');
    expect(place.distance).toBeCloseTo(3.2, 9);
  });

  it('is the floor beneath the eyes of a visitor who stands there, where positions tell', () => {
    const floorPitch = -Math.atan(1.6 / 4);
    const place = placeMark(mark('a', 'link', 0, 0, { distance: 4, floorPitch }));
    expect(place.shape).toBe('floor');
    expect(place.pitch).toBe(floorPitch);
    expect(place.distance).toBeCloseTo(Math.hypot(1.6, 4), 9);
  });

  it('is upright for a link ahead, and for one too far away to see its floor', () => {
    expect(placeMark(mark('a', 'link', 0, -5)).shape).toBe('door');
    const far = placeMark(mark('a', 'link', 0, 1, { distance: 40, floorPitch: -0.04 }));
    expect(far.shape).toBe('door');
    expect(toDegrees(far.pitch)).toBeCloseTo(1, 9);
  });

  it('is the point itself for a hotspot, also below', () => {
    expect(placeMark(mark('h', 'hotspot', 0, -40)).shape).toBe('point');
  });
});

describe('a mark where walls are known', () => {
  /** A wall at that distance everywhere. */
  const wall =
    (metres: number, error = 0.01): Walls =>
    () => ({ metres, error });

  it('hangs on them where it has only a direction, and at an easy distance where nobody knows', () => {
    const hotspot = mark('h', 'hotspot', 10, 5);
    expect(placeMark(hotspot).distance).toBe(5);
    expect(placeMark(hotspot, () => null).distance).toBe(5);
    expect(placeMark(hotspot, wall(3.2))).toMatchObject({ distance: 3.2, isHidden: false });
    // The way between two eyes says nothing about a door that the document has put elsewhere.
    const door = mark('a', 'link', 0, 0, { distance: 12 });
    expect(placeMark(door, wall(3.2))).toMatchObject({ shape: 'door', distance: 3.2, isHidden: false });
    expect(placeMark(mark('a', 'link', 0, -30), wall(2.9))).toMatchObject({
      shape: 'floor', distance: 2.9, scale: 1,
    }); // prettier-ignore
    // A bench stands where the floor would be: the disc is as far as the bench and looks as large as before.
    const onBench = placeMark(mark('a', 'link', 0, -30), wall(1.6));
    expect(onBench).toMatchObject({ distance: 1.6, scale: expect.closeTo(0.5, 9) as number });
    expect(radiusOf(onBench, UNITS)).toBeCloseTo(radiusOf(placeMark(mark('a', 'link', 0, -30)), UNITS), 9);
  });

  it('stands where its position is, before the wall and behind it', () => {
    const hotspot = mark('h', 'hotspot', 0, 0, { distance: 3, isInSpace: true });
    const link = mark('a', 'link', 0, 0, { distance: 3, isInSpace: true });
    for (const one of [hotspot, link]) {
      expect(placeMark(one)).toMatchObject({ distance: 3, isHidden: false });
      expect(placeMark(one, () => null)).toMatchObject({ distance: 3, isHidden: false });
      expect(placeMark(one, wall(4))).toMatchObject({ distance: 3, isHidden: false });
      expect(placeMark(one, wall(2))).toMatchObject({ distance: 3, isHidden: true });
    }
  });

  it('is hidden only by more than both surveys may be wrong', () => {
    const hotspot = mark('h', 'hotspot', 0, 0, { distance: 3, isInSpace: true });
    const isHidden = (metres: number, error: number) => placeMark(hotspot, wall(metres, error)).isHidden;
    // A tenth of a metre and a fiftieth of the way.
    expect(isHidden(2.85, 0)).toBe(false);
    expect(isHidden(2.83, 0)).toBe(true);
    expect(isHidden(2.6, 0.3)).toBe(false);
    expect(isHidden(2.5, 0.3)).toBe(true);
    // Where someone said that it is seen, nothing hides it.
    expect(placeMark(mark('h', 'hotspot', 0, 0, { distance: 3 }), wall(1)).isHidden).toBe(false);
  });

  it('lies on the floor that is there, and is hidden by a wall before that', () => {
    const floorPitch = -Math.atan(1.6 / 4);
    const flat = Math.hypot(1.6, 4);
    const link = mark('a', 'link', 0, 0, { distance: 4, floorPitch, isInSpace: true });
    expect(placeMark(link, wall(flat + 0.3))).toMatchObject({ distance: flat + 0.3, isHidden: false });
    // Where it may as well be something nearer, the disc keeps the size it seems to have.
    expect(placeMark(mark('a', 'link', 0, -30), wall(2.9, 1)).scale).toBeCloseTo(2.9 / 3.2, 9);
    expect(placeMark(link, wall(2)).isHidden).toBe(true);
    expect(placeMark(link, wall(2)).distance).toBeCloseTo(flat, 9);
    // Up a stair the floor is not 1.6 m beneath these eyes.
    const up = { distance: Math.hypot(4, 0.6), floorPitch: -Math.atan(1 / 4), isInSpace: true };
    const stair = placeMark(mark('a', 'link', 0, toDegrees(Math.atan(0.6 / 4)), up));
    expect(stair.distance).toBeCloseTo(Math.hypot(4, 1), 9);
  });

  it('is as far as the nearest walls that were told of, place by place', () => {
    const walls = new KnownWalls();
    let told = 0;
    const stop = walls.subscribe(() => told++);
    walls.tell('cave', wall(3));
    walls.tell('cave', wall(9));
    expect(walls.of('cave')?.(0, 0)?.metres).toBe(3);
    walls.tell('hall', wall(7));
    expect(walls.of('cave')).toBeNull();
    expect(walls.of('hall')?.(0, 0)?.metres).toBe(7);
    stop();
    walls.tell('cave', wall(3));
    expect(told).toBe(2);
  });

  it('reads distances in the panorama’s own frame', () => {
    // Two columns: nearness ½ where the panorama looks to its left, ¼ to its right.
    const grid = { width: 2, height: 1, nearness: Uint16Array.from([0x3800, 0x3400]) };
    const turned = wallsOf(grid, rotationToPanorama({ heading: 180 }), { metresPerUnit: 0.001 });
    const straight = wallsOf(grid, rotationToPanorama(undefined), { metresPerUnit: 0.001 });
    expect(straight(-Math.PI / 2, 0)?.metres).toBeCloseTo(2, 6);
    expect(straight(Math.PI / 2, 0)?.metres).toBeCloseTo(4, 6);
    expect(turned(Math.PI / 2, 0)?.metres).toBeCloseTo(2, 6);
  });
});

describe('pointing into areas', () => {
  const area = (width: number): MarkArea => {
    const half = width / 2;
    const corners = [[-half, -half], [half, -half], [half, half], [-half, half]] as const; // prettier-ignore
    const reading = readArea(corners);
    if (reading.fault) throw new Error(reading.fault.kind);
    return { polygon: reading.polygon, width: toRadians(width), height: toRadians(width) };
  };
  const marks = [
    { mark: mark('wall', 'hotspot', 15, 15, { area: area(40) }) },
    { mark: mark('deer', 'hotspot', 0, 0, { area: area(10) }) },
    { mark: mark('point', 'hotspot', 0, 0) },
  ];
  const at = (yaw: number, pitch: number) => pickArea({ yaw: toRadians(yaw), pitch: toRadians(pitch) }, marks)?.mark.id;

  it('means the smallest that one points into, and none outside', () => {
    expect(at(3, 3)).toBe('deer');
    expect(at(8, 3)).toBe('wall');
    expect(at(25, 3)).toBeUndefined();
    expect(at(180, 0)).toBeUndefined();
  });
});

describe('the size of a mark', () => {
  it('grows with the zoom on the floor, within bounds, and stays the same elsewhere', () => {
    const floor = placeMark(mark('a', 'link', 0, -20));
    expect(radiusOf(floor, UNITS * 4)).toBe(22);
    expect(radiusOf(floor, UNITS)).toBeGreaterThan(22);
    expect(radiusOf(floor, UNITS)).toBeLessThan(54);
    expect(radiusOf(floor, UNITS / 8)).toBe(54);
    const door = placeMark(mark('a', 'link', 0, 0));
    expect(radiusOf(door, UNITS / 8)).toBe(radiusOf(door, UNITS));
  });
});

describe('pointing at marks', () => {
  const near = (pixels: number): number => Math.atan(pixels * UNITS);

  it('finds the nearer of two, and none where there is none', () => {
    const marks = [placed(mark('a', 'hotspot', 0, 0)), placed(mark('b', 'hotspot', 2, 0))];
    const at = (yaw: number) => pickMark({ yaw: toRadians(yaw), pitch: 0, kind: 'coarse' }, marks, VIEW, HEIGHT);
    expect(at(0.4)?.mark.id).toBe('a');
    expect(at(1.6)?.mark.id).toBe('b');
    expect(at(40)).toBeNull();
    expect(at(180)).toBeNull();
  });

  it('gives a finger 44 pixels where a mouse has to meet the sign', () => {
    const marks = [placed(mark('a', 'hotspot', 0, 0))];
    const isHit = (pixels: number, kind: 'fine' | 'coarse') =>
      pickMark({ yaw: near(pixels), pitch: 0, kind }, marks, VIEW, HEIGHT) !== null;
    expect(isHit(22, 'coarse')).toBe(true);
    expect(isHit(22, 'fine')).toBe(false);
    expect(isHit(13, 'fine')).toBe(true);
  });

  it('takes the sign that is closest to the centre for Enter', () => {
    const marks = [placed(mark('a', 'link', 6, 0)), placed(mark('b', 'link', -5, 0))];
    expect(pickMark({ yaw: 0, pitch: 0, kind: 'centre' }, marks, VIEW, HEIGHT)?.mark.id).toBe('b');
    expect(pickMark({ yaw: toRadians(60), pitch: 0, kind: 'centre' }, marks, VIEW, HEIGHT)).toBeNull();
  });

  it('counts the name below a sign as part of it', () => {
    const marks = [placed(mark('a', 'link', 0, 0), { widthPx: 160, heightPx: 30 })];
    const at = (right: number, down: number) =>
      pickMark({ yaw: near(right), pitch: -near(down), kind: 'fine' }, marks, VIEW, HEIGHT);
    expect(at(70, 44)).not.toBeNull();
    expect(at(90, 44)).toBeNull();
    expect(at(70, 0)).toBeNull();
    expect(at(0, 75)).toBeNull();
  });

  it('holds at the edge of a wide view and beyond the pole', () => {
    const wide = { yaw: 3, pitch: 1.3, fov: toRadians(100) };
    const marks = [placed(mark('a', 'hotspot', toDegrees(3) + 150, 70))];
    const pointing = { yaw: toRadians(toDegrees(3) + 151), pitch: toRadians(70.3), kind: 'coarse' as const };
    expect(pickMark(pointing, marks, wide, HEIGHT)?.mark.id).toBe('a');
  });
});

describe('names that lie over each other', () => {
  const box = (yaw: number, distance: number): LabelBox => ({
    place: { shape: 'floor', yaw: toRadians(yaw), pitch: -0.2, distance, scale: 1, isHidden: false },
    widthPx: 120,
    heightPx: 30,
    offsetPx: 30,
  });

  it('give way to the nearest, also over the yaw seam', () => {
    expect(findReadable([box(0, 5), box(3, 2), box(40, 9)], UNITS)).toEqual([false, true, true]);
    expect(findReadable([box(179, 2), box(-179, 5)], UNITS)).toEqual([true, false]);
  });

  it('are both shown where one has zoomed in between them', () => {
    expect(findReadable([box(0, 5), box(3, 2)], UNITS / 10)).toEqual([true, true]);
  });
});

describe('the focus of marks', () => {
  it('lights what the page names and what the pointer rests on, and tells of changes only', () => {
    const focus = new MarkFocus();
    const listener = vi.fn();
    focus.subscribe(listener);
    const [a, b] = [mark('a', 'link', 0, 0), mark('b', 'hotspot', 0, 0)];
    focus.set(a);
    focus.point(b);
    focus.point(b);
    expect(listener).toHaveBeenCalledTimes(2);
    expect([focus.isLit(a.key), focus.isLit(b.key)]).toEqual([true, true]);
    focus.set(null);
    expect([focus.isLit(a.key), focus.isLit(b.key)]).toEqual([false, true]);
  });
});

describe('the colours', () => {
  /** WCAG's relative luminance of an sRGB colour. */
  function luminance(rgb: readonly number[]): number {
    const [r = 0, g = 0, b = 0] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  const rgbOf = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  /** Contrast of plaster on lamp black of that density over pure white. */
  function contrastOverWhite(density: number): number {
    const ground = rgbOf(LAMP_BLACK).map((c) => c * density + 1 - density);
    return (luminance(rgbOf(PLASTER)) + 0.05) / (luminance(ground) + 0.05);
  }

  it('keep names legible over any picture: 4.5 to 1 over white, and 3 to 1 for signs', () => {
    expect(contrastOverWhite(TEXT_SCRIM)).toBeGreaterThan(4.5);
    expect(contrastOverWhite(SIGN_SCRIM)).toBeGreaterThan(3);
  });
});
