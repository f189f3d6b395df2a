/** Two layers of a panorama that show the same by one light each. */
import type { PanoramaAsset, PanoramaLayer } from './schema.ts';
import { isConjecturalLayer } from './truth/conjecture.ts';

export interface LightPair {
  readonly daylight: PanoramaLayer;
  readonly lamp: PanoramaLayer;
  /** From the lamp picture's exposure to the daylight picture's. */
  readonly lampScale: number;
  readonly lampInDaylight: number;
}

/** The pair that a layer belongs to; null where it belongs to none, or one of the two is not there. */
export function lightPairOf({ light, layers }: PanoramaAsset, layerId: string): LightPair | null {
  if (!light || (layerId !== light.daylight && layerId !== light.lamp)) return null;
  const daylight = layers.find(({ id }) => id === light.daylight);
  const lamp = layers.find(({ id }) => id === light.lamp);
  // What was found and what may have been are never mixed into one picture.
  if (!daylight || !lamp || isConjecturalLayer(daylight) !== isConjecturalLayer(lamp)) return null;
  return {
    daylight,
    lamp,
    lampScale: (light.daylightExposure ?? 1) / (light.lampExposure ?? 1),
    lampInDaylight: light.lampInDaylight ?? 0,
  };
}
