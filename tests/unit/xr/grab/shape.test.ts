import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { NO_TURN, turnAbout } from '#shared/quat.ts';
import type { Vec3 } from '#shared/vec.ts';
import { allowedScale, clearOfHead, comfortableDistance, distanceToBox, NEAREST, radiusOf, spotToComeTo } from '#xr/grab/shape.ts'; // prettier-ignore
import { relicAt } from './hands.ts';

const EYES: Vec3 = [0, 0, 0];
const AHEAD: Vec3 = [0, 0, -1];

describe('the distance that a relic is held at', () => {
  it.each<[string, Vec3, number]>([
    ['a coin', [0.02, 0.02, 0.002], 0.45],
    ['a vase', [0.06, 0.1, 0.06], 0.45],
    ['a horse', [0.11, 0.33, 0.33], 1.41],
    ['a statue larger than life', [0.5, 1.2, 0.4], 3.99],
  ])('of %s shows all of it within 40°', (_name, half, atMost) => {
    const shape = relicAt([0, 0, -5], half);
    const distance = comfortableDistance(shape, 1);
    expect(distance).toBeGreaterThanOrEqual(0.45);
    expect(distance).toBeLessThanOrEqual(atMost);
    expect(2 * Math.asin(radiusOf(shape) / distance)).toBeLessThanOrEqual(toRadians(40) + 1e-9);
  });

  it.each<[string, Vec3, Vec3]>([
    ['a hand before the chest', [0.15, -0.35, -0.3], [0, 0, -1]],
    ['a hand at the side', [0.5, -0.4, 0], [-0.2, 0, -1]],
    ['the eyes themselves', [0, 0, 0], [0, 0, -1]],
  ])('from %s lies on the ray', (_name, origin, towards) => {
    const length = Math.hypot(...towards);
    const direction: Vec3 = [towards[0] / length, towards[1] / length, towards[2] / length];
    const shape = relicAt([0, 0, -4], [0.05, 0.05, 0.05]);
    const spot = spotToComeTo({ origin, direction }, EYES, shape, shape.home);
    const from = [0, 1, 2].map((k) => (spot?.[k] ?? NaN) - (origin[k] ?? 0));
    const along = from.reduce((sum, value, k) => sum + value * (direction[k] ?? 0), 0);
    expect(Math.hypot(...from)).toBeCloseTo(along, 9);
    const isAtEyes = Math.hypot(...origin) === 0;
    // Never behind the hand or in it.
    if (!isAtEyes) expect(along).toBeGreaterThan(radiusOf(shape));
    else expect(along).toBeCloseTo(0.45, 9);
  });

  it('leaves a relic where it is that is near enough already', () => {
    const shape = relicAt([0, 0, -0.4]);
    expect(spotToComeTo({ origin: EYES, direction: AHEAD }, EYES, shape, shape.home)).toBeNull();
  });
});

describe('a relic too near to the head', () => {
  it.each<[string, Vec3]>([
    ['before it', [0, 0, -0.2]],
    ['beside it', [0.2, 0, 0]],
    ['around it', [0.01, 0, -0.01]],
    ['exactly around it', [0, 0, 0]],
    ['above it', [0, 0.3, -0.05]],
  ])('%s is moved off to a quarter of a metre', (_name, position) => {
    const shape = relicAt([0, 0, -3], [0.1, 0.15, 0.1]);
    const pose = { position, turn: turnAbout([0, 0, 1], 0.7), scale: 1.3 };
    const clear = clearOfHead(pose, shape, EYES, AHEAD);
    const distance = distanceToBox(EYES, shape, clear);
    expect(distance).toBeGreaterThanOrEqual(NEAREST);
    expect(distance).toBeLessThan(NEAREST + 0.01);
  });

  it('farther away stays where it is', () => {
    const shape = relicAt([0, 0, -3]);
    const pose = { position: [0, 0, -0.6] as Vec3, turn: NO_TURN, scale: 1 };
    expect(clearOfHead(pose, shape, EYES, AHEAD)).toBe(pose);
  });
});

describe('a size', () => {
  const vase = relicAt([0, 0, -2], [0.1, 0.2, 0.1]);
  const coin = relicAt([0, 0, -2], [0.015, 0.015, 0.002]);
  const tower = relicAt([0, 0, -9], [2, 6, 2]);
  it.each<[string, number, number, ReturnType<typeof relicAt>, number, number]>([
    ['within bounds is what is wished', 1.5, 1, vase, 1, 1.5],
    ['is an eighth at least', 0.01, 1, vase, 0.6, 0.125],
    ['of a small thing is five centimetres at least', 0.01, 4, coin, 0.6, 1],
    ['fills 70° at most', 99, 1, vase, 0.6, (0.6 * Math.sin(toRadians(35))) / Math.hypot(0.1, 0.2, 0.1)],
    ['that is too large already does not shrink by itself', 1.2, 1, tower, 2, 1],
    ['that is too small already does not grow by itself', 0.05, 0.06, vase, 0.6, 0.06],
  ])('%s', (_name, wish, before, shape, distance, wanted) => {
    expect(allowedScale(wish, before, shape, distance)).toBeCloseTo(wanted, 9);
  });
});
