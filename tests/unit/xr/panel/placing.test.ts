import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians, wrapAngle } from '#shared/angle.ts';
import { subtract, type Vec3, yawPitchOf } from '#shared/vec.ts';
import { PANEL_WIDTH } from '#xr/panel/layout/measures.ts';
import { isAside, moveAround, placeBefore, placeBeside, type PanelPlace } from '#xr/panel/placing.ts';

const head = (degrees: number, position: Vec3 = [0, 1.6, 0]) => ({ position, yaw: toRadians(degrees) });
const yawFrom = (position: Vec3, place: PanelPlace): number =>
  toDegrees(yawPitchOf(subtract(place.position, position)).yaw);
const distanceFrom = (position: Vec3, place: PanelPlace): number => Math.hypot(...subtract(place.position, position));
const halfPanel = toDegrees(Math.atan(PANEL_WIDTH / 2 / 1.5));

describe('a panel', () => {
  it.each([0, 90, -135, 180])('opens 1.5 m before a head that looks to %i°, a little below the eyes', (degrees) => {
    const position: Vec3 = [3, 1.2, -4];
    const place = placeBefore(head(degrees, position));
    expect(distanceFrom(position, place)).toBeCloseTo(1.5, 9);
    expect(wrapAngle(toRadians(yawFrom(position, place) - degrees))).toBeCloseTo(0, 9);
    expect(position[1] - place.position[1]).toBeGreaterThan(0.05);
    expect(position[1] - place.position[1]).toBeLessThan(0.25);
  });

  it.each<[what: string, looks: number, subject: number, halfWidth: number, yaw: number]>([
    ['to the right of a thing one looks past on the right', 5, 0, 0, 25],
    ['to the left of a thing one looks past on the left', -5, 0, 0, -25],
    ['towards the middle of the view', 0, 60, 0, 35],
    ['across the seam of the angles', 178, 170, 0, -165],
    ['further away from something wide', 5, 0, 20, 20 + 4 + halfPanel],
    ['but within sight', 5, 0, 80, 55],
  ])('opens %s', (_, looks, yaw, halfWidth, expected) => {
    const place = placeBeside(head(looks), { yaw: toRadians(yaw), halfWidth: toRadians(halfWidth) });
    expect(yawFrom([0, 1.6, 0], place)).toBeCloseTo(expected, 6);
    expect(distanceFrom([0, 1.6, 0], place)).toBeCloseTo(1.5, 9);
  });

  it('does not lie over what it is about', () => {
    for (let yaw = -180; yaw < 180; yaw += 15) {
      const place = placeBeside(head(0), { yaw: toRadians(yaw), halfWidth: 0 });
      const apart = Math.abs(toDegrees(wrapAngle(toRadians(yawFrom([0, 1.6, 0], place) - yaw))));
      expect(apart - halfPanel).toBeGreaterThan(10);
    }
  });

  it('goes along with the hand that holds it, at its distance and facing the eyes', () => {
    const eyes = head(0);
    const place = placeBefore(eyes);
    const moved = moveAround(eyes, place, [0, 1.6, -1.4], [1.4, 1.6, 0]);
    expect(yawFrom(eyes.position, moved)).toBeCloseTo(90, 6);
    expect(moved.yaw).toBeCloseTo(Math.PI / 2, 9);
    expect(moved.pitch).toBeCloseTo(place.pitch, 9);
    expect(distanceFrom(eyes.position, moved)).toBeCloseTo(1.5, 9);
  });

  it('is not carried over the head or under the feet', () => {
    const eyes = head(0);
    const up = moveAround(eyes, placeBefore(eyes), [0, 1.6, -1], [0, 9, -0.1]);
    expect(toDegrees(up.pitch)).toBeCloseTo(45, 6);
    const down = moveAround(eyes, placeBefore(eyes), [0, 1.6, -1], [0, -9, -0.1]);
    expect(toDegrees(down.pitch)).toBeCloseTo(-45, 6);
  });

  it('is aside where one would have to turn the head for it', () => {
    const place = placeBefore(head(0));
    expect(isAside(head(20), place)).toBe(false);
    expect(isAside(head(-50), place)).toBe(true);
    expect(isAside(head(180), place)).toBe(true);
  });
});
