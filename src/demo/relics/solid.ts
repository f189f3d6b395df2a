/** Relics as solids of a cave: the same field, and the look as a colour. */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { createRelics } from './relics.ts';
import type { Look, Place, RelicId } from './relic.ts';

const PAPER = 236;
const INK = 118;

/**
 * The relic in its real size, standing on y = 0. `cell` in metres says how fine its mesh is there. Line drawings show it
 * as a pale wash whose tone follows its colours; the restored layer shows it when it was newer.
 */
export function solidOfRelic(id: RelicId, cell = 0.006): Solid {
  const relic = createRelics(id).at(-1);
  if (!relic) throw new Error(`solidOfRelic: no relic "${id}"; relics.ts lists them`);
  const place: Place = { x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0, openness: 0.85 };
  const look: Look = { r: 0, g: 0, b: 0, roughness: 1, metalness: 0 };
  return {
    id,
    low: relic.low,
    high: relic.high,
    cell,
    distance: relic.distance,
    colour(x: number, y: number, z: number, layer: Layer, _variant: number, out: SolidColour) {
      place.x = x;
      place.y = y;
      place.z = z;
      look.roughness = 0.7;
      look.metalness = 0;
      relic.look(place, look, layer !== 'as-found');
      if (layer === 'line-drawing') {
        const grey = (0.3 * look.r + 0.59 * look.g + 0.11 * look.b) / 255;
        out.r = out.g = INK + (PAPER - INK) * Math.sqrt(grey);
        out.b = out.r - 8;
        out.shine = 0;
        return;
      }
      out.r = Math.max(0, Math.min(255, look.r));
      out.g = Math.max(0, Math.min(255, look.g));
      out.b = Math.max(0, Math.min(255, look.b));
      out.shine =
        Math.max(look.metalness, ((relic.coat?.strength ?? 0) * (1 - look.roughness)) / 2) * (1 - 0.5 * look.roughness);
    },
  };
}
