import { Matrix4, PointLight, Quaternion, SpotLight, Vector3 } from 'three';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEnglish } from '#i18n/locale.ts';
import { type Liftable, Lifting } from '#scene/relic/lift/lifting.ts';
import type { Vec3 } from '#shared/vec.ts';
import { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { Tour } from '#tour/store.ts';
import { createGrab, type Grab } from '#xr/grab/createGrab.ts';
import type { XrPointer } from '#xr/input/pointer.ts';
import { HEAD, type Held, pointer, tourAt } from './pointers.ts';

const FRAME = 1 / 72;
const HAND: Vec3 = [0.2, -0.3, -0.3];
const VASE = 'relic-jade-disc';
const BUST = 'relic-clay-bodhisattva';

function standing(hotspotId: string, position: Vec3): Liftable {
  const matrix = new Matrix4().compose(new Vector3(...position), new Quaternion(), new Vector3(1, 1, 1));
  const placed = { instanceId: hotspotId, assetId: hotspotId, stateId: '', matrix };
  return { hotspotId, bounds: { min: [-0.1, 0, -0.1], max: [0.1, 0.3, 0.1] }, placed };
}

let tour: Tour;
let grab: Grab;
let now: number;
let holds: (string | null)[];
let drawnAt: Map<string, Matrix4>;
let lifting: Lifting;
const live = new LiveCompare();
const lamp = { handAxis: (): Vec3 | null => null };
const scene = { environmentIntensity: 1 };

beforeEach(() => {
  // The sign is written on a canvas, which is a browser's.
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
  tour = tourAt('hall-as-found');
  now = 5;
  holds = [];
  drawnAt = new Map();
  lifting = new Lifting({
    pool: { move: (id, matrix) => void drawnAt.set(id, matrix.clone()) },
    onChange: () => undefined,
  });
  lifting.set([standing(VASE, [0, -0.2, -2]), standing(BUST, [1.5, -0.2, -2])]);
  grab = createGrab({
    tour,
    relics: lifting,
    pool: { hold: (id) => void holds.push(id) },
    live,
    lamp,
    walls: () => null,
    scene,
    loadLocale: async () => createEnglish(),
    requestFrame: () => undefined,
    isMotionReduced: () => false,
  });
});
afterEach(() => {
  grab.dispose();
  vi.unstubAllGlobals();
});

const fist = (to: Vec3, rest: Held = {}): XrPointer => pointer({ at: HAND, to, isSqueezed: true, ...rest });
const run = (pointers: readonly XrPointer[], seconds = FRAME): void => {
  for (let t = 0; t < seconds - 1e-9; t += FRAME) grab.frame(pointers, (now += FRAME), HEAD);
};
const at = (hotspotId: string): Vector3 => new Vector3().setFromMatrixPosition(drawnAt.get(hotspotId) ?? new Matrix4());
const light = <L extends SpotLight | PointLight>(kind: new () => L): L => {
  const found: L[] = [];
  grab.group.traverse((object) => object instanceof kind && found.push(object));
  return found[0] as L;
};

describe('a relic in a headset', () => {
  const vase: Vec3 = [0, -0.05, -2];

  it('is taken by a fist at the end of a ray, comes, is named, and is the finest in the pool', () => {
    expect(grab.take(fist(vase))).toBe('relic');
    expect(grab.held).toBe(VASE);
    expect(grab.isHolding(1)).toBe(true);
    expect(tour.store.getState().panel).toEqual({ kind: 'hotspot', hotspotId: VASE });
    expect(tour.store.getState().relic).toBeNull();
    expect(holds).toEqual([VASE]);
    run([fist(vase)], 0.4);
    expect(at(VASE).length()).toBeLessThan(1.2);
    expect(grab.stats.carried).toBe(1);
  });

  it('is met by rays where it is now, and taken by the other hand as well', () => {
    grab.take(fist(vase));
    run([fist(vase)], 0.4);
    const { x, y, z } = at(VASE);
    const other = pointer({ id: 2, handedness: 'left', at: [-0.3, -0.2, -0.2], to: [x, y + 0.15, z], isPressed: true });
    expect(grab.take(other)).toBe('relic');
    run([fist(vase), other]);
    expect(grab.isHolding(2)).toBe(true);
    // An open hand beside it means it too.
    grab.letGo(2);
    run([fist(vase), other]);
    expect(grab.isHolding(2)).toBe(false);
    const beside = pointer({ id: 2, handedness: 'left', at: [x - 0.2, y + 0.1, z], to: [-9, 3, -1], isSqueezed: true });
    expect(grab.take(beside)).toBe('relic');
  });

  it('floats when the fist opens, goes home when it is put back, and then nobody holds it', () => {
    grab.take(fist(vase));
    run([fist(vase)], 0.4);
    run([pointer({ at: HAND })], 0.5);
    expect(grab.held).toBe(VASE);
    expect(grab.isHolding(1)).toBe(false);
    const floating = at(VASE);
    run([pointer({ at: HAND })], 0.5);
    expect(at(VASE).distanceTo(floating)).toBeLessThan(1e-6);
    grab.putBack();
    expect(grab.held).toBeNull();
    expect(grab.stats.carried).toBe(1);
    run([], 0.4);
    expect(at(VASE).toArray()).toEqual([0, -0.2, -2]);
    expect(grab.stats.carried).toBe(0);
    expect(holds).toEqual([VASE, null]);
  });

  it('gives way to another that is taken, and to another label that is opened', () => {
    grab.take(fist(vase));
    run([fist(vase)], 0.4);
    const other = fist([1.5, -0.05, -2], { id: 2, handedness: 'left' });
    expect(grab.take(other)).toBe('relic');
    expect(grab.held).toBe(BUST);
    run([other], 0.5);
    expect(at(VASE).toArray()).toEqual([0, -0.2, -2]);
    expect(grab.stats.carried).toBe(1);
    tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'relic-mural-fragment' });
    expect(grab.held).toBeNull();
    run([], 0.5);
    expect(grab.stats.carried).toBe(0);
  });

  it('stays in the hand when its label is closed or a menu opens', () => {
    grab.take(fist(vase));
    run([fist(vase)]);
    tour.commands.closePanel();
    tour.commands.openPanel({ kind: 'places' });
    expect(grab.held).toBe(VASE);
  });

  it('is let go of where one goes elsewhere', () => {
    grab.take(fist(vase));
    run([fist(vase)]);
    tour.commands.goTo('gallery');
    expect(grab.held).toBeNull();
    expect(grab.stats.carried).toBe(0);
    expect(holds.at(-1)).toBeNull();
  });

  it('has a light of its own that comes and goes, brighter where the place is dark', () => {
    const key = light(PointLight);
    run([]);
    expect(key.intensity).toBe(0);
    grab.take(fist(vase));
    run([fist(vase)], 0.5);
    const bright = key.intensity;
    scene.environmentIntensity = 0;
    run([fist(vase)]);
    expect(bright).toBeGreaterThan(0);
    expect(key.intensity).toBeGreaterThan(bright);
    scene.environmentIntensity = 1;
    grab.putBack();
    run([], 0.5);
    expect(key.intensity).toBe(0);
  });
});

describe('an empty fist', () => {
  const wall: Vec3 = [-3, 0, -3];

  it('takes the lamp and puts it away; a trigger gets nothing', () => {
    expect(grab.take(pointer({ at: HAND, to: wall, isPressed: true }))).toBeNull();
    expect(grab.take(fist(wall))).toBe('lamp');
    run([fist(wall)]);
    const spot = light(SpotLight);
    expect(spot.intensity).toBeGreaterThan(0);
    expect(spot.position.toArray()).toEqual(HAND);
    const { direction } = fist(wall).ray;
    expect(lamp.handAxis()).toEqual(direction);
    expect(grab.take(fist(wall))).toBe('lamp');
    run([fist(wall)]);
    expect(spot.intensity).toBe(0);
    expect(lamp.handAxis()).toBeNull();
  });

  it('keeps the lamp while the other hand holds a relic, so that it rakes along that', () => {
    grab.take(fist(wall, { id: 2, handedness: 'left' }));
    grab.take(fist([0, -0.05, -2]));
    run([fist([0, -0.05, -2]), pointer({ id: 2, handedness: 'left', at: [-0.3, 0, -0.5], to: [0, 0, -0.6] })], 0.4);
    expect(grab.held).toBe(VASE);
    expect(light(SpotLight).position.toArray()).toEqual([-0.3, 0, -0.5]);
    expect(light(SpotLight).intensity).toBeGreaterThan(0);
  });

  it('has hold of a lens that it points at', () => {
    tour.commands.compare.open('restored', 'lens');
    tour.commands.compare.set({ lens: { yaw: -0.8, pitch: 0, radius: 0.3 }, isPinned: true });
    live.write({ lens: { yaw: -0.8, pitch: 0, radius: 0.3 } });
    const ray = fist([HAND[0] - 3, HAND[1], HAND[2] - 3]);
    expect(grab.take(ray)).toBe('lens');
    expect(grab.isHolding(1)).toBe(true);
    grab.letGo(1);
    expect(grab.isHolding(1)).toBe(false);
  });
});
