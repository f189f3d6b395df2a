import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import { readAddress, writeAddress } from '#tour/address.ts';
import { restoreLayers } from '#tour/addressBar.ts';
import { whiteOf, writeDaylight } from '#tour/light/daylight.ts';
import { FASTEST_FLICKER, flickerAt, MOST_FLICKER } from '#tour/light/flicker.ts';
import { hourOf } from '#tour/light/hours.ts';
import { readLight, writeLight } from '#tour/light/lightAddress.ts';
import { lightOf } from '#tour/light/lightOf.ts';
import { FIRST_LIGHT, HOURS } from '#tour/light/state.ts';
import { createTour, type Tour } from '#tour/store.ts';

const file = path.resolve(import.meta.dirname, '../../../public/exhibition.json');
const { exhibition: opened } = openExhibition(new Uint8Array(readFileSync(file)));
const demonstration = opened as Exhibition;

const tourAt = (nodeId: string): Tour =>
  createTour({
    exhibition: demonstration,
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    nodeId,
    isTitleOpen: false,
  });

let tour: Tour;
beforeEach(() => {
  tour = tourAt('hall-as-found');
});
const state = () => tour.store.getState();

describe('the light of a place', () => {
  it('can be chosen where the place shows one of two lights, and nowhere else', () => {
    for (const cave of ['hall', 'pillar', 'chamber']) {
      for (const layer of ['as-found', 'lamp-light']) {
        const pair = lightOf(demonstration, `${cave}-${layer}`);
        expect([pair?.daylight.id, pair?.lamp.id]).toEqual(['as-found', 'lamp-light']);
      }
      expect(lightOf(demonstration, `${cave}-restored`)).toBeNull();
      expect(lightOf(demonstration, `${cave}-line-drawing`)).toBeNull();
    }
    expect(lightOf(demonstration, 'terrace-as-found')).toBeNull();
    expect(lightOf(demonstration, 'gallery')).toBeNull();
  });

  it('begins at night with a lamp where the place shows its picture by lamps, named or the first', () => {
    tour = tourAt('hall-lamp-light');
    tour.commands.light.set({});
    expect(state().light).toMatchObject({ time: 0, isLampLit: true });
    const exhibition = structuredClone(demonstration);
    const node = exhibition.nodes.find(({ id }) => id === 'hall-lamp-light');
    const asset = exhibition.assets.find(({ id }) => id === node?.asset);
    if (!node || asset?.kind !== 'panorama') throw new Error('the demonstration has a hall by lamplight');
    delete node.layer;
    asset.layers.sort((a, b) => Number(b.id === 'lamp-light') - Number(a.id === 'lamp-light'));
    tour.store.setState({ exhibition, light: null });
    tour.commands.light.set({});
    expect(state().light).toMatchObject({ time: 0, isLampLit: true });
  });

  it('is as photographed until one chooses, and again when one wishes', () => {
    expect(state().light).toBeNull();
    tour.commands.light.set({ time: 0.75 });
    expect(state().light).toEqual({ ...FIRST_LIGHT, time: 0.75 });
    tour.commands.light.set({ isLampLit: true });
    expect(state().light).toMatchObject({ time: 0.75, isLampLit: true, lampStrength: 1 });
    tour.commands.light.reset();
    expect(state().light).toBeNull();
  });

  it('begins at night with the lamp lit where the place shows its picture by lamps', () => {
    tour = tourAt('hall-lamp-light');
    tour.commands.light.set({ lampStrength: 0.5 });
    expect(state().light).toMatchObject({ time: 0, isLampLit: true, lampStrength: 0.5 });
  });

  it('takes values within their range only', () => {
    tour.commands.light.set({ time: 7, lampStrength: -2 });
    expect(state().light).toMatchObject({ time: 1, lampStrength: 0 });
    tour.commands.light.set({ time: NaN });
    expect(state().light?.time).toBe(0);
  });

  it('goes along from cave to cave, over places that have none', () => {
    tour.commands.light.set({ time: 0, isLampLit: true });
    const { light } = state();
    for (const node of ['terrace-as-found', 'pillar-as-found', 'gallery']) {
      tour.commands.goTo(node);
      expect(state().light).toBe(light);
    }
  });
});

describe('the light in the address', () => {
  it.each([
    ['dusk', { time: 0.75 }],
    ['0.3', { time: 0.3 }],
    ['nightfall', { time: 1 }],
    ['night,lamp,0.8', { time: 0, isLampLit: true, lampStrength: 0.8 }],
    ['night,lamps,1', { time: 0, isLampLit: true, isLampCarried: false }],
    ['0.62,lamp,0,still', { time: 0.62, isLampLit: true, lampStrength: 0, isFlickering: false }],
  ])('is "%s", both ways', (text, settings) => {
    const light = { ...FIRST_LIGHT, ...settings };
    expect(writeLight(light)).toBe(text);
    expect(readLight(text)).toEqual(light);
  });

  it('may leave out what the lamp does', () => {
    expect(readLight('night,lamp')).toEqual(readLight('night,lamp,1'));
  });

  it('comes back as it was, place and panel with it', () => {
    tour.commands.light.set({ time: 0.3, isLampLit: true, lampStrength: 0.55 });
    const text = writeAddress(state());
    expect(text).toContain('light=0.3,lamp,0.55');
    const { address, faults } = readAddress(text, state());
    expect(faults).toEqual([]);
    const other = tourAt('hall-as-found');
    restoreLayers(other, address);
    expect(other.store.getState().light).toEqual(state().light);
    restoreLayers(other, readAddress('at=hall-as-found', state()).address);
    expect(other.store.getState().light).toBeNull();
  });

  it.each(['', 'noon', '1.5', '-0.2', 'dusk,torch', 'dusk,lamp,2', 'dusk,lamp,x', 'dusk,lamp,1,loud', 'dusk,lamp,1,still,1'])(
    'is left out and said where it is "%s"',
    (text) => {
      const { address, faults } = readAddress(`at=hall-as-found&light=${text}`, state());
      expect(address.light).toBeNull();
      expect(faults.map(({ code }) => code)).toEqual(['address-bad-light']);
    },
  ); // prettier-ignore
});

describe('daylight', () => {
  const gainAt = (time: number): [number, number, number] => {
    const gain: [number, number, number] = [0, 0, 0];
    writeDaylight(time, gain);
    return gain;
  };
  const luminance = ([r, g, b]: readonly number[]): number => 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);

  it('is what was photographed at day', () => {
    for (const value of gainAt(0.5)) expect(value).toBeCloseTo(1, 12);
  });

  it('is cool before sunrise, warm when the sun is low, dark at night', () => {
    const [dawnRed, , dawnBlue] = gainAt(0.25);
    const [duskRed, , duskBlue] = gainAt(0.75);
    expect(dawnBlue).toBeGreaterThan(dawnRed * 1.2);
    expect(duskRed).toBeGreaterThan(duskBlue * 2);
    expect(luminance(gainAt(0))).toBeLessThan(0.005);
    gainAt(1).forEach((gain, k) => expect(gain).toBeCloseTo(gainAt(0)[k] ?? NaN, 12));
  });

  it('grows to day and fades after it, without a jump', () => {
    let before = luminance(gainAt(0));
    for (let step = 1; step <= 1_000; step++) {
      const now = luminance(gainAt(step / 1_000));
      if (step <= 500) expect(now).toBeGreaterThan(before);
      else expect(now).toBeLessThan(before);
      expect(Math.abs(Math.cbrt(now) - Math.cbrt(before))).toBeLessThan(0.005);
      before = now;
    }
  });

  it('has the colours of black bodies', () => {
    // Chromaticities of the Planckian locus (CIE 1931), from Planck's law.
    const locus = [[2_000, 0.5267, 0.4133], [3_000, 0.4369, 0.4041], [4_000, 0.3805, 0.3768], [6_500, 0.3135, 0.3237], [10_000, 0.2807, 0.2884]] as const; // prettier-ignore
    for (const [kelvin, x, y] of locus) {
      const [r, g, b] = whiteOf(kelvin);
      const X = 0.4123908 * r + 0.3575843 * g + 0.1804808 * b;
      const Y = 0.212639 * r + 0.7151687 * g + 0.0721923 * b;
      const Z = 0.0193308 * r + 0.1191948 * g + 0.9505322 * b;
      expect(X / (X + Y + Z)).toBeCloseTo(x, 2);
      expect(Y / (X + Y + Z)).toBeCloseTo(y, 2);
      expect(Y).toBeCloseTo(1, 3);
    }
  });

  it('has names for its hours', () => {
    for (const { name, time } of HOURS) expect(hourOf(time)).toEqual({ name });
    expect(hourOf(0.3)).toEqual({ after: 'dawn', before: 'day' });
    expect(hourOf(0.02)).toEqual({ after: 'night', before: 'dawn' });
  });
});

describe('the flicker of a flame', () => {
  it('stays far below what WCAG 2.3.1 calls a flash: a tenth of brightness, three times a second', () => {
    expect(2 * MOST_FLICKER).toBeLessThan(0.1);
    expect(FASTEST_FLICKER).toBeLessThan(1.5);
    let [least, most] = [1, 1];
    for (let i = 0; i < 60_000; i++) {
      const gain = flickerAt(i / 100);
      least = Math.min(least, gain);
      most = Math.max(most, gain);
    }
    expect(most).toBeLessThanOrEqual(1 + MOST_FLICKER);
    expect(least).toBeGreaterThanOrEqual(1 - MOST_FLICKER);
    expect(most - least).toBeGreaterThan(0.03);
  });
});
