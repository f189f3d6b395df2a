import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';
import { createLookState } from '#tour/look/lookState.ts';
import { drag, grab, release, turn, zoomBy } from '#tour/look/wishes.ts';
import { directionOfPoint, frameOfView, keepInside, pointInDirection, tangentsOf } from '#tour/wallView/frame.ts';
import { scaleBarFor } from '#tour/wallView/scaleBar.ts';
import { scaleInMiddle } from '#tour/wallView/viewScale.ts';
import { stepWall } from '#tour/wallView/step.ts';
import type { Wall } from '#tour/wallView/state.ts';

const wall: Wall = {
  normal: [0, 0, -1],
  right: [1, 0, 0],
  up: [0, 1, 0],
  distance: 2,
  flatness: 0.001,
  scaleError: 0.001,
  extent: { left: -3, right: 5, bottom: -1.5, top: 2.5 },
};
const limits = { aspect: 2, minFov: toRadians(1), isMotionReduced: false };

describe('the frustum of a frame', () => {
  it('reaches from the normal to each edge, beyond it where the frame lies aside', () => {
    expect(tangentsOf(wall, { x: 3, y: 0.5, width: 2 }, 2)).toEqual({
      tanLeft: -1, tanRight: 2, tanTop: 0.5, tanBottom: 0,
    }); // prettier-ignore
  });

  it('shows every pixel as many metres: the points of its edges are where its tangents lead', () => {
    const frame = { x: 1.2, y: -0.3, width: 1.6 };
    const { tanLeft, tanTop } = tangentsOf(wall, frame, 2);
    const corner = pointInDirection(wall, [-tanLeft, tanTop, -1]);
    expect(corner?.x).toBeCloseTo(0.4, 9);
    expect(corner?.y).toBeCloseTo(0.1, 9);
    const { yaw, pitch } = directionOfPoint(wall, 0.4, 0.1);
    expect(pointInDirection(wall, directionOf(yaw, pitch))?.x).toBeCloseTo(0.4, 9);
    expect(pointInDirection(wall, [0, 0, 1])).toBeNull();
  });

  it('begins as large as the view showed the wall', () => {
    const { x, y, width } = frameOfView(wall, directionOf(0, 0), toRadians(60), 1.5);
    expect([x, y]).toEqual([0, 0]);
    expect(width).toBeCloseTo(2 * 2 * Math.tan(toRadians(30)) * 1.5, 9);
    const aside = frameOfView(wall, directionOf(toRadians(45), 0), toRadians(60), 1.5);
    expect(aside.x).toBeCloseTo(2, 9);
    // All of its height, and no more.
    expect(aside.width / 1.5).toBeCloseTo(Math.min(4, 2 * Math.hypot(2, 2) * Math.tan(toRadians(30))), 9);
    expect(frameOfView(wall, directionOf(0, 0), toRadians(120), 1.5).width).toBeCloseTo(4 * 1.5, 9);
  });
});

describe('a frame is kept', () => {
  const corners = ({ x, y, width }: { x: number; y: number; width: number }, aspect: number) =>
    [-1, 1].flatMap((i) => [-1, 1].map((j) => Math.hypot(x + (i * width) / 2, y + (j * width) / aspect / 2)));

  it('no finer than the texels and no larger than the wall with a margin', () => {
    const least = keepInside(wall, { x: 0, y: 0, width: 0.001 }, limits).width;
    expect(least).toBeCloseTo(2 * 2 * Math.tan(toRadians(0.5)) * 2, 9);
    expect(keepInside(wall, { x: 0, y: 0, width: 99 }, limits).width).toBeCloseTo(8 * 1.2, 9);
  });

  it('within the wall, but for a tenth of the picture beyond its edge', () => {
    const { x, y } = keepInside(wall, { x: 99, y: -99, width: 1 }, limits);
    expect(x + 0.5).toBeCloseTo(5 + 0.1, 9);
    expect(y - 0.25).toBeCloseTo(-1.5 - 0.05, 9);
    const same = { x: 1, y: 1, width: 1 };
    expect(keepInside(wall, same, limits)).toEqual(same);
  });

  it.each([0.46, 1, 1.78, 3])('with every corner within 75° of the normal, at an aspect of %d', (aspect) => {
    const long = { ...wall, distance: 0.5, extent: { left: -50, right: 50, bottom: -50, top: 50 } };
    for (const frame of [
      { x: 40, y: 40, width: 1 },
      { x: 0, y: 0, width: 900 },
      { x: -9, y: 3, width: 2 },
    ]) {
      const kept = keepInside(long, frame, { aspect, minFov: 0.01 });
      expect(Math.max(...corners(kept, aspect))).toBeLessThanOrEqual(0.5 * Math.tan(toRadians(75)) * (1 + 1e-9));
      expect(kept.width).toBeGreaterThan(0);
    }
  });
});

describe('hands on a wall', () => {
  const run = (state: ReturnType<typeof createLookState>, frame: { x: number; y: number; width: number }) => {
    let steps = 0;
    while (stepWall(state, frame, wall, 1 / 60, limits) && steps < 600) steps++;
    return steps;
  };
  const start = () => createLookState({ yaw: 0, pitch: 0, fov: 1 });

  it('keep what they grabbed under the pointer', () => {
    const [state, frame] = [start(), { x: 0, y: 0, width: 2 }];
    grab(state, 0.2, 0.1);
    stepWall(state, frame, wall, 1 / 60, limits);
    const held = { x: frame.x + 0.2, y: frame.y + 0.1 * 0.5 };
    drag(state, -0.4, 0.3);
    stepWall(state, frame, wall, 1 / 60, limits);
    expect(frame.x - 0.4).toBeCloseTo(held.x, 9);
    expect(frame.y + 0.3 * 0.5).toBeCloseTo(held.y, 9);
    release(state);
    expect(run(state, frame)).toBeLessThan(300);
  });

  it('leave the point of a zoom where it is', () => {
    const [state, frame] = [start(), { x: 1, y: 0.2, width: 2 }];
    const before = [frame.x + 0.6, frame.y - 0.4 * 0.5];
    zoomBy(state, Math.log(2), 0.6, -0.4);
    run(state, frame);
    expect(frame.width).toBeCloseTo(1, 6);
    expect(frame.x + 0.6 * 0.5).toBeCloseTo(before[0]!, 6);
    expect(frame.y - 0.4 * 0.25).toBeCloseTo(before[1]!, 6);
  });

  it('move on while a key is held and come to rest after it; at once with reduced motion', () => {
    const [state, frame] = [start(), { x: 0, y: 0, width: 2 }];
    turn(state, 1, 0, 0);
    for (let i = 0; i < 30; i++) stepWall(state, frame, wall, 1 / 60, limits);
    expect(frame.x).toBeGreaterThan(0.2);
    turn(state, 0, 0, 0);
    const reduced = { ...limits, isMotionReduced: true };
    const { x } = frame;
    stepWall(state, frame, wall, 1 / 60, reduced);
    expect(frame.x).toBe(x);
    expect(stepWall(state, frame, wall, 1 / 60, reduced)).toBe(false);
  });

  it('do not push on at an edge', () => {
    const [state, frame] = [start(), { x: 4.5, y: 0, width: 1 }];
    turn(state, 1, 0, 0);
    for (let i = 0; i < 300; i++) stepWall(state, frame, wall, 1 / 60, limits);
    expect(frame.x + 0.5).toBeCloseTo(5.1, 6);
    turn(state, 0, 0, 0);
    expect(run(state, frame)).toBeLessThan(3);
  });
});

describe('a scale bar', () => {
  it('is the longest of 1, 2 and 5 times a power of ten that fits', () => {
    const lengths = [0.00002, 0.0001, 0.00034, 0.001, 0.0026, 0.01, 0.04].map(
      (scale) => scaleBarFor(scale, 200)?.metres,
    );
    expect(lengths).toEqual([0.002, 0.02, 0.05, 0.2, 0.5, 2, 5]);
  });

  it('is as long in the picture as its length is', () => {
    for (let scale = 0.00001; scale < 3; scale *= 1.37) {
      const bar = scaleBarFor(scale, 200);
      expect(bar!.lengthPx * scale).toBeCloseTo(bar!.metres, 9);
      expect(bar!.lengthPx).toBeLessThanOrEqual(200.001);
      expect(bar!.lengthPx).toBeGreaterThan(200 / 2.6);
    }
  });

  it('is not there at no scale', () => {
    expect([0, -1, NaN, Infinity].map((scale) => scaleBarFor(scale, 200))).toEqual([null, null, null, null]);
    expect(scaleBarFor(1e-9, 200)).toBeNull();
  });
});

describe('the scale in the middle of an ordinary view', () => {
  const right: Vec3 = [1, 0, 0];
  const up: Vec3 = [0, 1, 0];
  const view = { right, up, forward: [0, 0, -1] as Vec3, unitsPerPx: 0.001, tanMiddleX: 0, tanMiddleY: 0 };

  it('is that of a wall straight ahead', () => {
    const scale = scaleInMiddle((d) => ({ metres: 3 / -d[2], error: 0 }), view);
    expect(scale?.metresPerPx).toBeCloseTo(0.003, 9);
    expect(scale?.distance).toBeCloseTo(3, 9);
    expect(scale?.error).toBeLessThan(1e-9);
  });

  it('is doubtful where the wall is seen from the side, and true along it within that doubt', () => {
    // The plane x − z = 3 is seen at 45°: along the line of the picture a metre of it looks shorter.
    const scale = scaleInMiddle((d) => ({ metres: 3 / (d[0] - d[2]), error: 0 }), view);
    expect(scale?.metresPerPx).toBeCloseTo(0.003 * Math.SQRT2, 3);
    expect(scale?.error).toBeGreaterThan(0.01);
  });

  it('is unknown where the wall is', () => {
    expect(scaleInMiddle(() => null, view)).toBeNull();
  });
});
