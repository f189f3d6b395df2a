/**
 * Old bronze. Its colours follow from the shape: polished where hands reach, dark in the open, green where water stood,
 * earth in the deepest places. Large slow clouds join the patches, so that it does not look spotted.
 */
import type { Look, Place } from '../relic.ts';
import { createGrain } from './grain.ts';
import { coverWith, cover, darken, ramp, setMix, tint } from './tint.ts';

export interface Bronze {
  /** `relief` 0 cut in … 1 standing out, `wet` 0…1 how much water stood there; writes into `out`. */
  look(place: Place, relief: number, wet: number, isRestored: boolean, out: Look): void;
  /** Crusts of corrosion, metres outward. */
  crust(x: number, y: number, z: number): number;
}

const DEEP = tint('#3a3122');
const BROWN = tint('#65502f');
const BRIGHT = tint('#b08a4c');
const FILM = tint('#3f4c3c');
const MALACHITE = tint('#4a7a62');
const PALE_GREEN = tint('#86ad92');
const AZURITE = tint('#3c6788');
const CUPRITE = tint('#523a2a');
const EARTH = tint('#7a6a50');
const CAST = tint('#a8803f');

/** `corroded` 0 a bell in use … 1 long in the ground; `scale` is patches a metre. */
export function createBronze(seed: number, corroded: number, scale: number): Bronze {
  const grain = createGrain(seed);

  function patina(x: number, y: number, z: number): number {
    return grain.cloud(x, y * 0.8, z, scale);
  }

  return {
    look({ x, y, z, ny, openness }, relief, wet, isRestored, out) {
      const cloud = patina(x, y, z);
      const middle = grain.cloud(x, y, z, scale * 4.2);
      const fine = grain.mist(x, y, z, scale * 26);
      if (isRestored) {
        setMix(out, CAST, BROWN, 0.25 + 0.3 * middle + 0.35 * ramp(0.75, 0.3, openness));
        out.metalness = 0.9;
        out.roughness = 0.3 + 0.15 * fine;
        return;
      }
      setMix(out, DEEP, BROWN, 0.25 + 0.6 * middle);
      out.metalness = 0.85;
      out.roughness = 0.36 + 0.16 * fine;
      const polish = ramp(0.62, 0.95, relief) * ramp(0.75, 0.95, openness) * (0.45 + 0.55 * ramp(0.7, 0.25, cloud));
      cover(out, BRIGHT, polish * (0.62 - 0.25 * corroded));
      out.roughness -= polish * 0.1;
      coverWith(
        out,
        FILM,
        0.5,
        0.45,
        (0.25 + 0.4 * ramp(0.35, 0.75, cloud)) * (0.3 + 0.7 * corroded) * (1 - polish * 0.7),
      );
      // Green: where it is shut in or wet, joined by the clouds, frayed by finer ones.
      const shut = 1 - openness;
      const drive =
        cloud * 0.62 + shut * 0.5 + wet * 0.32 + (0.5 - relief) * 0.34 + (middle - 0.5) * 0.3 + (fine - 0.5) * 0.08;
      const green = ramp(0.66, 0.86, drive + (corroded - 1) * 0.22);
      // A red rim of copper oxide goes before the green.
      coverWith(out, CUPRITE, 0.6, 0.2, ramp(0.55, 0.68, drive + (corroded - 1) * 0.22) * (1 - green) * 0.7 * corroded);
      coverWith(out, MALACHITE, 0.82, 0, green * 0.94);
      cover(out, PALE_GREEN, green * ramp(0.4, 0.85, middle * 0.7 + fine * 0.45) * 0.75);
      coverWith(
        out,
        AZURITE,
        0.85,
        0,
        ramp(0.66, 0.8, grain.cloud(x + 3, y, z, scale * 5)) * ramp(0.35, 0.7, green) * 0.6 * corroded,
      );
      const earth =
        ramp(0.55, 0.2, openness) * 0.75 + ramp(0.35, 0.08, relief) * 0.42 * corroded + ramp(0.6, 1, ny) * wet * 0.2;
      coverWith(out, EARTH, 0.95, 0, Math.min(0.85, earth) * (0.35 + 0.65 * middle));
      darken(out, 0.88 + 0.24 * grain.value(x, y, z, scale * 60));
    },
    crust(x, y, z) {
      const cloud = patina(x, y, z);
      const thick = ramp(0.5, 0.85, cloud) * corroded;
      return (
        (grain.mist(x, y, z, scale * 14) - 0.5) * (0.00018 + 0.0005 * thick) +
        (grain.value(x, y, z, scale * 3) - 0.5) * 0.0008
      );
    },
  };
}
