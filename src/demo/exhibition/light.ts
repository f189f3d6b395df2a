/** The two lights of a cave, as its pictures were mixed. */
import type { Cave } from '#demo/cave/cave.ts';
import type { PanoramaAsset } from '#document/schema.ts';

/**
 * The picture as found stands for daylight: light from the door, fill light as for photography and, dimmer than by night,
 * the lamps. `lampInDaylight` says how much of them. Two things are only nearly so: pictures are developed along a film
 * curve (`picture/tone.ts`), not as sRGB of linear light alone, and by lamplight the doors of the hall and of the
 * chamber still let a little dusk in.
 */
export function describeLight({ mixes }: Pick<Cave, 'mixes'>): NonNullable<PanoramaAsset['light']> | null {
  const daylight = mixes['as-found'];
  const lamp = mixes['lamp-light'];
  if (!lamp) return null;
  return {
    daylight: 'as-found',
    lamp: 'lamp-light',
    daylightExposure: daylight.exposure,
    lampExposure: lamp.exposure,
    lampInDaylight: Math.round((1_000 * daylight.lamps) / lamp.lamps) / 1_000,
  };
}
