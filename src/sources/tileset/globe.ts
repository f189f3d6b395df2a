/** The Earth as 3D Tiles have it: WGS 84, its middle the origin, Z through the North Pole. Radians and metres. */
import { type Vec3, normalize } from '#shared/vec.ts';

export const EQUATOR = 6_378_137;
export const POLE = 6_356_752.314245179;
const FLATNESS = 1 - (POLE * POLE) / (EQUATOR * EQUATOR);
/** Metres above or below the sea within which something counts as standing on the Earth. */
const HIGHEST = 100_000;
/** Each round adds three digits. */
const ROUNDS = 6;

export interface Cartographic {
  readonly lon: number;
  readonly lat: number;
  readonly height: number;
}

export function toCartesian({ lon, lat, height }: Cartographic): Vec3 {
  const n = EQUATOR / Math.sqrt(1 - FLATNESS * Math.sin(lat) ** 2);
  const flat = (n + height) * Math.cos(lat);
  return [flat * Math.cos(lon), flat * Math.sin(lon), (n * (1 - FLATNESS) + height) * Math.sin(lat)];
}

export function toCartographic([x, y, z]: Vec3): Cartographic {
  const flat = Math.hypot(x, y);
  let lat = Math.atan2(z, flat * (1 - FLATNESS));
  for (let i = 0; i < ROUNDS; i++) {
    const n = EQUATOR / Math.sqrt(1 - FLATNESS * Math.sin(lat) ** 2);
    lat = Math.atan2(z + FLATNESS * n * Math.sin(lat), flat);
  }
  const n = EQUATOR / Math.sqrt(1 - FLATNESS * Math.sin(lat) ** 2);
  const s = Math.sin(lat);
  const height = flat * Math.cos(lat) + z * s - n * (1 - FLATNESS * s * s);
  return { lon: Math.atan2(y, x), lat, height };
}

/** East, north and up where something stands. */
export function eastNorthUp({ lon, lat }: Cartographic): readonly [Vec3, Vec3, Vec3] {
  const [sl, cl, sp, cp] = [Math.sin(lon), Math.cos(lon), Math.sin(lat), Math.cos(lat)];
  return [[-sl, cl, 0], normalize([-sp * cl, -sp * sl, cp]), normalize([cp * cl, cp * sl, sp])];
}

export function isOnEarth([x, y, z]: Vec3): boolean {
  const length = Math.hypot(x, y, z);
  return length > POLE - HIGHEST && length < EQUATOR + HIGHEST;
}
