/** Places on the earth as places on a site: metres from the first of them, x to the east, y up, −z to the north. */
import { toRadians } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { EarthPlace } from './exifPlace.ts';

/** Mean radius of the earth, metres (IUGG). A site is small enough to be flat: 1 km is 4 cm off. */
const EARTH_RADIUS = 6_371_008.8;

/** @param origin Where the site has its zero; by default the first place that is known. */
export function onSite(places: readonly (EarthPlace | null)[], origin?: EarthPlace): (Vec3 | null)[] {
  const known = places.filter((place) => place !== null);
  const first = origin ?? known[0];
  if (!first) return places.map(() => null);
  // Of some heights alone the others would be far below or above.
  const hasHeights = [first, ...known].every(({ altitude }) => altitude !== undefined);
  const shrink = Math.cos(toRadians(first.latitude));
  return places.map((place) => {
    if (!place) return null;
    const east = EARTH_RADIUS * toRadians(place.longitude - first.longitude) * shrink;
    const north = EARTH_RADIUS * toRadians(place.latitude - first.latitude);
    const up = hasHeights ? (place.altitude ?? 0) - (first.altitude ?? 0) : 0;
    return [toCentimetres(east), toCentimetres(up), toCentimetres(-north)];
  });
}

function toCentimetres(metres: number): number {
  return Math.round(metres * 100) / 100 + 0;
}

/** Of a document: where on earth its metres begin. */
export const ORIGIN_KEY = 'x-origin';

export function readOrigin(value: unknown): EarthPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  const { latitude, longitude, altitude } = value as Record<string, unknown>;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return { latitude, longitude, ...(typeof altitude === 'number' && { altitude }) };
}
