import { describe, expect, it } from 'vitest';
import { LightMixer, type LightFrame } from '#scene/light/lightMixer.ts';
import type { PyramidLight } from '#scene/light/pyramidLight.ts';
import type { ShownPanorama } from '#scene/panorama/shown.ts';
import { IDENTITY } from '#streaming/policy/eye.ts';
import type { FrameReport } from '#streaming/ports.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { FIRST_LIGHT, type TourLight } from '#tour/light/state.ts';

const pyramid = (id: string): Pyramid => ({ id, projection: 'cube', tileSize: 512, levels: [] });
const [day, lamp, plain] = [pyramid('day'), pyramid('lamp'), pyramid('plain')] as const;
const LIGHTS = new Map<Pyramid, PyramidLight>([
  [day, { other: lamp, isLamp: false, lampScale: 2, lampInDaylight: 0.5 }],
  [lamp, { other: day, isLamp: true, lampScale: 2, lampInDaylight: 0.5 }],
]);
const LIT: TourLight = { ...FIRST_LIGHT, isLampLit: true };

const shown = (of: Pyramid, opacity = 1): ShownPanorama => ({
  pyramid: of, toPyramid: IDENTITY, opacity, eyes: 'both', push: 1, window: null, rimPx: 0, shift: [0, 0],
}); // prettier-ignore

const reportOf = (...isCovered: boolean[]): FrameReport => ({
  draws: [], drawCount: 0, isSharp: true, isCovered, needsFrame: false,
}); // prettier-ignore

function mixerWithFrame() {
  const lampAim = {
    writeAxis: (_view: unknown, _aspect: number, axis: [number, number, number]) => void axis.splice(0, 3, 1, 0, 0),
  };
  const mixer = new LightMixer((of) => LIGHTS.get(of) ?? null, lampAim);
  const frame = (light: TourLight | null, over: Partial<LightFrame> = {}): LightFrame => ({
    light, view: { yaw: 0, pitch: 0, fov: 1 }, head: null, aspect: 1, now: 0.5, isMotionReduced: false, ...over,
  }); // prettier-ignore
  return { mixer, frame };
}

describe('panoramas that are mixed of two lights', () => {
  it('have the picture by the other light as a companion, as long as a light is chosen', () => {
    const { mixer, frame } = mixerWithFrame();
    const places = [shown(day), shown(plain), shown(lamp)];
    mixer.follow(places, frame(null));
    expect(mixer.companions).toEqual([]);
    mixer.follow(places, frame(LIT));
    const { companions } = mixer;
    expect(companions.map((one) => one.pyramid.id)).toEqual(['lamp', 'day']);
    mixer.follow(places, frame({ ...LIT, time: 0.1 }));
    expect(mixer.companions).toBe(companions);
    mixer.follow(places, frame(null));
    expect(mixer.companions).toEqual([]);
    mixer.apply(reportOf(true, true, true), 3);
    expect(places.map(({ mix }) => mix ?? null)).toEqual([null, null, null]);
  });

  it('are mixed once the companion covers the view where they stood as photographed, at once where they arrive', () => {
    const { mixer, frame } = mixerWithFrame();
    const here = shown(day);
    mixer.follow([here], frame(null));
    const places = [here];
    mixer.follow(places, frame(LIT));
    mixer.apply(reportOf(true, false), 1);
    expect(here.mix).toBeNull();
    mixer.apply(reportOf(true, true), 1);
    expect(here.mix).toMatchObject({ companion: 1, isFirstLamp: false, lampScale: 2, lampInDaylight: 0.5 });
    mixer.apply(reportOf(true, false), 1);
    expect(here.mix).not.toBeNull();

    const next = shown(lamp, 0);
    mixer.follow([here, next], frame(LIT));
    mixer.apply(reportOf(true, false, true, false), 2);
    expect(next.mix).toMatchObject({ companion: 3, isFirstLamp: true });
  });

  it('cover the view where both pictures do', () => {
    const { mixer, frame } = mixerWithFrame();
    mixer.follow([shown(plain), shown(day, 0)], frame(LIT));
    expect(mixer.coverOf(reportOf(true, true, false), 2)).toEqual([true, false]);
    expect(mixer.coverOf(reportOf(true, true, true), 2)).toEqual([true, true]);
  });

  it('lead their companions along', () => {
    const { mixer, frame } = mixerWithFrame();
    const here = shown(day);
    const places = [here];
    mixer.follow(places, frame(LIT));
    here.opacity = 0.3;
    here.toPyramid = [...IDENTITY] as unknown as typeof IDENTITY;
    mixer.follow(places, frame(LIT));
    expect(mixer.companions[0]?.opacity).toBe(0.3);
    expect(mixer.companions[0]?.toPyramid).toBe(here.toPyramid);
  });

  it('ask for another frame only while a flame moves', () => {
    const { mixer, frame } = mixerWithFrame();
    const places = [shown(day)];
    expect(mixer.follow(places, frame(LIT))).toBeGreaterThan(0);
    expect(mixer.follow(places, frame(LIT, { isMotionReduced: true }))).toBeNull();
    expect(mixer.follow(places, frame({ ...LIT, isFlickering: false }))).toBeNull();
    expect(mixer.follow(places, frame({ ...LIT, isLampLit: false }))).toBeNull();
    expect(mixer.follow(places, frame({ ...LIT, lampStrength: 0 }))).toBeNull();
    expect(mixer.follow([shown(plain)], frame(LIT))).toBeNull();
  });

  it('take the lamp where the hand holds it, where the head looks in a headset, or everywhere', () => {
    const { mixer, frame } = mixerWithFrame();
    const here = shown(day);
    const places = [here];
    mixer.follow(places, frame(LIT));
    mixer.apply(reportOf(true, true), 1);
    expect(here.mix?.lampAxis).toEqual([1, 0, 0]);
    expect(here.mix?.lampNarrowness).toBeGreaterThan(0);
    expect(mixer.isAimed).toBe(true);
    mixer.follow(places, frame(LIT, { head: [0, 1, 0] }));
    expect(here.mix?.lampAxis).toEqual([0, 1, 0]);
    mixer.follow(places, frame({ ...LIT, isLampCarried: false }));
    expect(here.mix).toMatchObject({ lampNarrowness: 0, lampRest: 1 });
    expect(mixer.isAimed).toBe(false);
  });

  it('say how bright a place is in a direction against how it was photographed', () => {
    const { mixer, frame } = mixerWithFrame();
    const places = [shown(day)];
    expect(mixer.brightnessAt([1, 0, 0])).toBe(1);
    mixer.follow(places, frame({ ...LIT, isLampLit: false }));
    mixer.apply(reportOf(true, true), 1);
    expect(mixer.brightnessAt([1, 0, 0])).toBeCloseTo(1, 6);
    mixer.follow(places, frame({ ...LIT, time: 0, isFlickering: false }));
    // The lamp's picture at its scale of 2, and hardly anything behind the visitor's back.
    expect(mixer.brightnessAt([1, 0, 0])).toBeCloseTo(2, 1);
    expect(mixer.brightnessAt([-1, 0, 0])).toBeLessThan(0.15);
  });
});
