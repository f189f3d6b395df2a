import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { degreesOf, rake } from '#ui/relic/light/lampDirection.ts';
import { axisOf, cutAcross, depthOf, flip, reachOf, withDepth } from '#ui/relic/section/planes.ts';
import { secondsFor } from '#ui/relic/tour/pace.ts';
import type { Orbit } from '#tour/relic/state.ts';
import { firstOrbit, nextOrbit, type Way } from '#ui/relic/turn/nextOrbit.ts';

const bounds = { min: [-0.1, 0, -0.2], max: [0.1, 0.4, 0.2] } as const;

describe('a button for turning', () => {
  const start = { yaw: 0, pitch: 0, distance: 1, target: [0, 0.2, 0] } as const;

  it('goes around to the right with a growing yaw, higher with a growing pitch, and leaves the rest as it is', () => {
    const right = nextOrbit(start, 'right', bounds);
    expect(right.yaw).toBeCloseTo(toRadians(15), 12);
    expect(nextOrbit({ ...start, ...right }, 'left', bounds).yaw).toBeCloseTo(0, 12);
    expect(right).not.toHaveProperty('distance');
    expect(nextOrbit(start, 'up', bounds).pitch).toBeCloseTo(toRadians(15), 12);
    expect(nextOrbit(start, 'down', bounds).pitch).toBeCloseTo(toRadians(-15), 12);
  });

  it('comes nearer and steps back by the same factor', () => {
    const near = nextOrbit(start, 'nearer', bounds);
    expect(near.distance).toBeCloseTo(0.8, 12);
    expect(nextOrbit({ ...start, ...near }, 'farther', bounds).distance).toBeCloseTo(1, 12);
  });

  it('never goes over the top, nor so near or far that nothing is seen', () => {
    let orbit: Orbit = start;
    const press = (way: Way) => (orbit = { ...orbit, ...nextOrbit(orbit, way, bounds) });
    for (let times = 0; times < 40; times++) {
      press('up');
      press('nearer');
    }
    expect(orbit.pitch).toBeLessThan(Math.PI / 2);
    expect(orbit.distance).toBeGreaterThan(0.005);
    for (let times = 0; times < 80; times++) press('farther');
    expect(orbit.distance).toBeLessThan(20);
  });

  it('knows where to begin before the camera has said where it is', () => {
    expect(firstOrbit(bounds).target).toEqual([0, 0.2, 0]);
    expect(firstOrbit(bounds).distance).toBeGreaterThan(0.9);
    expect(firstOrbit(null).distance).toBe(1);
  });
});

describe('the section plane', () => {
  it('cuts through the middle, the near half left out, and says along which axis', () => {
    expect(cutAcross('y', bounds)).toEqual({ normal: [0, 1, 0], offset: 0.2 });
    expect(axisOf(cutAcross('y', bounds))).toBe('y');
    expect(axisOf({ normal: [Math.SQRT1_2, Math.SQRT1_2, 0], offset: 0 })).toBeNull();
  });

  it('stays where it is when the other side is left out, and so does its slider', () => {
    const cut = withDepth(cutAcross('y', bounds), 0.3, bounds);
    const other = flip(cut);
    expect(other).toEqual({ normal: [0, -1, 0], offset: -0.3 });
    expect(depthOf(cut, bounds)).toBeCloseTo(0.3, 12);
    expect(depthOf(other, bounds)).toBeCloseTo(0.3, 12);
    expect(withDepth(other, 0.1, bounds).offset).toBeCloseTo(-0.1, 12);
  });

  it('reaches from corner to corner where it is oblique', () => {
    const [least, most] = reachOf({ normal: [Math.SQRT1_2, 0, Math.SQRT1_2], offset: 0 }, bounds);
    expect(most - least).toBeCloseTo(0.6 * Math.SQRT1_2, 12);
  });
});

describe('raking light', () => {
  it('comes from the side of whoever looks, wherever that is', () => {
    expect(degreesOf(rake('right', 0).yaw)).toBe(80);
    expect(degreesOf(rake('left', toRadians(-170)).yaw)).toBe(110);
    expect(rake('above', 0).pitch).toBeGreaterThan(1);
    expect(rake('left', 0).mix).toBe(1);
  });
});

describe('a step of the tour', () => {
  it('lasts as long as its text takes to be read aloud, and at least as long as the document wants', () => {
    const english = 'A vase for a single branch: slender above, heavy below, so that it does not fall over.';
    expect(secondsFor(english)).toBeGreaterThan(8);
    expect(secondsFor(english)).toBeLessThan(11);
    // A Chinese text of the same sense has fewer characters, each of which takes longer.
    expect(secondsFor('此瓶为插一枝花而作：颈细而腹重，故立而不倾。')).toBeGreaterThan(7);
    expect(secondsFor(english, 20)).toBe(20);
  });
});
