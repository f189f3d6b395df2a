import { beforeEach, describe, expect, it } from 'vitest';
import { MOST_FLICKER } from '#tour/light/flicker.ts';
import type { Tour } from '#tour/store.ts';
import { CarriedLamp } from '#xr/grab/carriedLamp.ts';
import { pointer, tourAt } from './pointers.ts';

const right = pointer({ id: 1, handedness: 'right' });
const left = pointer({ id: 2, handedness: 'left' });
let tour: Tour;
let lamp: CarriedLamp;
const state = () => tour.store.getState();
const begin = (nodeId: string): void => {
  tour = tourAt(nodeId);
  lamp = new CarriedLamp(tour);
};
beforeEach(() => begin('hall-as-found'));

describe('the lamp in the hand', () => {
  it('is nowhere and dark at first', () => {
    expect(lamp.frame([right, left])).toBeNull();
    expect(lamp.strengthAt(0, false)).toBe(0);
  });

  it('is taken and put away by the same hand, with the lamp of the place', () => {
    lamp.toggle(left);
    expect(lamp.frame([right, left])).toBe(left);
    expect(state().light).toMatchObject({ isLampLit: true, isLampCarried: true });
    lamp.toggle(left);
    expect(lamp.frame([right, left])).toBeNull();
    expect(state().light?.isLampLit).toBe(false);
  });

  it('goes from one hand to the other', () => {
    lamp.toggle(left);
    lamp.toggle(right);
    expect(lamp.frame([right, left])).toBe(right);
    expect(state().light?.isLampLit).toBe(true);
  });

  it.each<[string, boolean, number]>([
    ['the hand that asked', true, 2],
    ['the right one where none did', false, 1],
  ])('that the menu hands over is in %s', (_name, hasAsked, id) => {
    if (hasAsked) lamp.frame([right, { ...left, isPressed: true }]);
    tour.commands.light.set({ isLampLit: true, isLampCarried: true });
    expect(lamp.frame([right, left])?.id).toBe(id);
  });

  it('is put away when the menu puts it out, or hangs it up', () => {
    lamp.toggle(left);
    tour.commands.light.set({ isLampCarried: false });
    expect(lamp.hand).toBeNull();
    lamp.toggle(left);
    tour.commands.light.reset();
    expect(lamp.hand).toBeNull();
  });

  it('is in the hand of who came with it', () => {
    tour.commands.light.set({ isLampLit: true, isLampCarried: true });
    expect(new CarriedLamp(tour).frame([left])).toBe(left);
    expect(new CarriedLamp(tour).frame([pointer({ kind: 'gaze', handedness: 'none' })])).toBeNull();
  });

  it('stays in the same hand when that changes its controller for itself', () => {
    lamp.toggle(left);
    const bare = pointer({ id: 9, kind: 'hand', handedness: 'left' });
    expect(lamp.frame([right, bare])).toBe(bare);
    expect(lamp.frame([right])).toBeNull();
    lamp.toggle(bare);
    expect(lamp.hand).toBeNull();
  });

  it('is the visitor’s own where a place has one light, and burns where one comes to with two', () => {
    begin('gallery');
    lamp.toggle(right);
    expect(state().light).toBeNull();
    expect(lamp.strengthAt(0, true)).toBe(1);
    tour.commands.goTo('hall-as-found');
    expect(state().light).toMatchObject({ isLampLit: true, isLampCarried: true });
    expect(lamp.frame([right])).toBe(right);
  });

  it('is put away for the next visitor', () => {
    tour.commands.headset.begin(null);
    lamp.toggle(right);
    tour.commands.headset.handOver();
    expect(lamp.hand).toBeNull();
  });

  it('is as bright as was chosen, and wavers only where motion is welcome', () => {
    lamp.toggle(right);
    tour.commands.light.set({ lampStrength: 0.5 });
    const strengths = Array.from({ length: 50 }, (_, i) => lamp.strengthAt(i / 10, false));
    expect(Math.max(...strengths) - Math.min(...strengths)).toBeGreaterThan(0);
    for (const strength of strengths) expect(Math.abs(strength - 0.5)).toBeLessThanOrEqual(0.5 * MOST_FLICKER + 1e-9);
    expect(lamp.strengthAt(3, true)).toBe(0.5);
    tour.commands.light.set({ isFlickering: false });
    expect(lamp.strengthAt(3, false)).toBe(0.5);
  });
});
