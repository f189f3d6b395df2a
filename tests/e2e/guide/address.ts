/** What the address says at a station of a guided tour. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TourStep } from '#document/tourSchema.ts';
import { writeLight } from '#tour/light/lightAddress.ts';
import { FIRST_LIGHT } from '#tour/light/state.ts';
import { EXHIBITION, stepOf } from './script.ts';
import type { Station } from './walkTour.ts';

export async function readAddress(page: Page): Promise<Record<string, unknown>> {
  const hash = await page.evaluate(() => location.hash.slice(1));
  return Object.fromEntries(
    [...new URLSearchParams(hash)].map(([key, value]) => [key, key === 'view' ? value.split(',').map(Number) : value]),
  );
}

/** All that the address says at a station, and nothing besides. */
export function addressOf(station: Station): Record<string, unknown> {
  const { look, layers, relic, measure, show } = stepOf(station.tour, station.index);
  const near = (degrees: number): unknown => expect.closeTo(degrees, 2);
  return {
    ...placeOf(station),
    ...(look && { view: [near(look.yaw), near(look.pitch ?? 0), near(look.fov ?? NaN)] }),
    ...(layers && { with: layersText(layers) }),
    ...(relic && { relic: relic.hotspot }),
    ...(measure ? { panel: 'measure' } : show !== undefined && !relic && { show }),
  };
}

/** In a headset: one looks where one likes, with the lens in the hand, and takes up a relic oneself, whose label offers it. */
export function headsetAddressOf(station: Station): Record<string, unknown> {
  const { layers, relic, show = relic?.hotspot } = stepOf(station.tour, station.index);
  return {
    ...placeOf(station),
    ...(layers && { with: expect.stringMatching(`^${layers.layer},${layers.mode}\\b`) }),
    ...(show !== undefined && { show }),
  };
}

function placeOf({ tour, index, language }: Station): Record<string, unknown> {
  const { at, light } = stepOf(tour, index);
  const { asset } = EXHIBITION.nodes.find(({ id }) => id === at) ?? {};
  const isHall = EXHIBITION.assets.find(({ id }) => id === asset)?.kind === 'gallery';
  return {
    at,
    view: [0, 0, 0].map(() => expect.any(Number)),
    tour: `${tour.id},${index + 1}`,
    lang: language,
    ...(isHall && { stand: expect.stringMatching(/^-?[\d.]+,-?[\d.]+$/) }),
    ...(light && { light: lightText(light) }),
  };
}

function layersText({ layer, mode, lens, curtain, blend }: NonNullable<TourStep['layers']>): string {
  const numbers = { lens: [lens?.yaw, lens?.pitch, lens?.radius], curtain: [curtain], blend: [blend], side: [] }[mode];
  return [layer, mode, ...numbers].join(',');
}

function lightText({ hour = 0.5, lamp = 0 }: NonNullable<TourStep['light']>): string {
  return writeLight({ ...FIRST_LIGHT, time: hour, isLampLit: lamp > 0, lampStrength: lamp, isLampCarried: false });
}
