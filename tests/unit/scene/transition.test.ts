import { describe, expect, it } from 'vitest';
import { rotationOfView } from '#scene/frame/rotation.ts';
import { FADE_SECONDS, PATIENCE_SECONDS, Transition } from '#scene/frame/transition.ts';
import type { Place } from '#scene/frame/place.ts';
import { IDENTITY } from '#streaming/policy/eye.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';

const view = { yaw: 0.3, pitch: 0.1, fov: 1 };
const place = (id: string): Place => ({
  pyramid: { id, projection: 'cube', tileSize: 512, levels: [] },
  toPyramid: IDENTITY,
});
const [here, there, beyond] = [place('here'), place('there'), place('beyond')] as const;

function step(transition: Transition, now: number, isCovered: readonly boolean[], over = {}): void {
  transition.step({ now, isCovered, isPushed: true, isStereo: false, ...over });
}

const seen = (transition: Transition) => transition.shown.map(({ pyramid, opacity }) => [pyramid.id, opacity]);

function standHere(): Transition {
  const transition = new Transition();
  transition.arrive(here, 0, view, view);
  step(transition, 0, []);
  return transition;
}

describe('going from one place to the next', () => {
  it('shows the first place at once', () => {
    expect(seen(standHere())).toEqual([['here', 1]]);
  });

  it('stays at the old place, alone in sight, until the new one covers the view', () => {
    const transition = standHere();
    transition.arrive(there, 1, view, view);
    step(transition, 1.5, [true, false]);
    step(transition, 3, [true]);
    expect(seen(transition)).toEqual([['here', 1], ['there', 0]]); // prettier-ignore
    expect(transition.isFading).toBe(false);
    expect(transition.isSettled).toBe(false);
  });

  it('fades the new place in over the opaque old one within 300 ms and then leaves it alone', () => {
    expect(FADE_SECONDS).toBeLessThanOrEqual(0.3);
    const transition = standHere();
    transition.arrive(there, 1, view, view);
    step(transition, 2, [true, true]);
    step(transition, 2 + FADE_SECONDS / 2, [true, true]);
    expect(seen(transition)).toEqual([['here', 1], ['there', expect.closeTo(0.5, 9)]]); // prettier-ignore
    expect(transition.isFading).toBe(true);
    step(transition, 2 + FADE_SECONDS, [true, true]);
    expect(seen(transition)).toEqual([['there', 1]]);
    expect(transition.shown[0]?.push).toBe(1);
    expect(transition.isSettled).toBe(true);
  });

  it('brings the old place nearer on the way, and neither when motion is reduced', () => {
    const transition = standHere();
    transition.arrive(there, 1, view, view);
    step(transition, 2, [true, true]);
    step(transition, 2 + FADE_SECONDS / 2, [true, true]);
    const [old, next] = transition.shown.map(({ push }) => push);
    expect(old).toBeGreaterThan(1);
    expect(next).toBe(1);
    step(transition, 2 + FADE_SECONDS / 2, [true, true], { isPushed: false });
    expect(transition.shown.map(({ push }) => push)).toEqual([1, 1]);
  });

  it('forgets a place one was on the way to but never saw', () => {
    const transition = standHere();
    transition.arrive(there, 1, view, view);
    step(transition, 1.1, [true, false]);
    transition.arrive(beyond, 1.2, view, view);
    step(transition, 1.3, [true, false]);
    expect(seen(transition)).toEqual([['here', 1], ['beyond', 0]]); // prettier-ignore
  });

  it('ends a fade that has begun before the place after it fades in', () => {
    const transition = standHere();
    transition.arrive(there, 1, view, view);
    step(transition, 2, [true, true]);
    transition.arrive(beyond, 2.1, view, view);
    step(transition, 2.1, []);
    expect(seen(transition).map(([id]) => id)).toEqual(['here', 'there', 'beyond']);
    step(transition, 2 + FADE_SECONDS, []);
    expect(seen(transition)).toEqual([['there', 1], ['beyond', 0]]); // prettier-ignore
  });

  it('is back at once when one returns before leaving', () => {
    const transition = standHere();
    transition.arrive(there, 1, view, view);
    transition.arrive(here, 1.1, view, view);
    expect(seen(transition)).toEqual([['here', 1]]);
  });

  it('goes on with what there is when nothing of the new place comes', () => {
    const transition = standHere();
    transition.arrive(there, 1, view, view);
    step(transition, 1 + PATIENCE_SECONDS, [true, false]);
    expect(transition.isFading).toBe(true);
  });

  it('keeps the old picture still under the eye when the camera turns with the arrival', () => {
    const transition = standHere();
    const after = { yaw: -2, pitch: -0.4, fov: 1 };
    transition.arrive(there, 1, view, after);
    const [old, next] = transition.shown;
    // What the eye sees ahead, above and to its right: the same points of the old picture as before.
    const camera = rotationOfView(after);
    const before = rotationOfView(view);
    for (let column = 0; column < 3; column++) {
      const direction = [camera[column], camera[3 + column], camera[6 + column]] as [number, number, number];
      turn(old?.toPyramid ?? IDENTITY, direction).forEach((value, row) =>
        expect(value).toBeCloseTo(before[row * 3 + column] ?? NaN, 12),
      );
    }
    expect(next?.toPyramid).toEqual(IDENTITY);
  });

  it('shows the left eye’s picture on a page and each eye its own in a headset', () => {
    const stereo: Place = { ...here, rightEye: there.pyramid };
    const transition = new Transition();
    transition.arrive(stereo, 0, view, view);
    step(transition, 0, []);
    expect(transition.shown.map(({ pyramid, eyes }) => [pyramid.id, eyes])).toEqual([['here', 'both']]);
    step(transition, 1, [], { isStereo: true });
    expect(transition.shown.map(({ pyramid, eyes }) => [pyramid.id, eyes])).toEqual([['here', 'left'], ['there', 'right']]); // prettier-ignore
  });

  it('shows nothing at a place without a picture', () => {
    const transition = standHere();
    transition.arrive(null, 1, view, view);
    expect(transition.shown).toEqual([]);
  });
});

function turn(m: Mat3, [x, y, z]: [number, number, number]): [number, number, number] {
  return [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
}
