/** A standing bodhisattva of painted clay on a lotus: hips swung out, scarves in two loops, a lotus bud and a flask. */
import type { SolidColour } from '#demo/cave/cave.ts';
import { smoothMin } from '#demo/form/fields.ts';
import { BODHISATTVA_FACE, paintFace } from '#demo/statues/parts/facePaint.ts';
import { createLotusThrone, petalRim } from '#demo/statues/parts/lotusThrone.ts';
import { layPigment, setPigment, weather } from '#demo/statues/parts/statueColour.ts';
import { createFigureShape, swayAt } from './figureShape.ts';
import { createGrain } from './matter/grain.ts';
import { cover, darken, ramp, tint } from './matter/tint.ts';
import type { Place, Relic } from './relic.ts';

/** Height of the figure from sole to crown, and of the seat, metres. */
const TALL = 0.5;
const SEAT = 0.088;
/** Weathering is made for statues of life size: noise is asked at this scale. */
const AGE_SCALE = 3.2;
const DUST = tint('#a5937a');
const EARTH = tint('#7d6a50');
const SKIN_RED = tint('#a86f52');

export function createBodhisattva(): Relic {
  const grain = createGrain(57);
  const figure = createFigureShape();
  const throne = createLotusThrone(0.118, 0, SEAT, 16);
  const own = new Float64Array(3);
  const paint: SolidColour = { r: 0, g: 0, b: 0, shine: 0 };

  const seat = (x: number, y: number, z: number) =>
    y > SEAT + 0.05
      ? y - SEAT
      : Math.min(throne.body(x, y, z), throne.raisedPetals(x, y, z), throne.hangingPetals(x, y, z));
  const standing = (x: number, y: number, z: number) =>
    y < SEAT - 0.03 ? 0.04 : figure.measure(x / TALL, (y - SEAT) / TALL, z / TALL) * TALL;

  function paintFigure(x: number, y: number, z: number, layer: 'as-found' | 'restored') {
    const u = x / TALL;
    const v = (y - SEAT) / TALL;
    const w = z / TALL;
    figure.measure(u, v, w);
    const across = Math.atan2(u - swayAt(v), w);
    switch (figure.kind()) {
      case 'skin':
        setPigment(paint, 'flesh', layer);
        layPigment(paint, 'white', layer, 0.3);
        if (layer === 'as-found') cover(paintAsLook(), SKIN_RED, 0.22);
        if (v > 0.82) {
          figure.toHead(u, v, w, own);
          paintFace(paint, own[0]!, own[1]!, own[2]!, layer, BODHISATTVA_FACE);
        }
        break;
      case 'hair':
        setPigment(paint, 'black', layer);
        layPigment(paint, 'lapis', layer, 0.35);
        break;
      case 'skirt': {
        setPigment(paint, 'malachite', layer);
        // Rosettes in offset rows, a red hem between white lines.
        const row = Math.round(v / 0.056);
        const column = across * 3.4 + (row % 2) * 0.5;
        const away = Math.hypot((column - Math.round(column)) * 0.042, v - row * 0.056);
        layPigment(paint, 'white', layer, ramp(0.0135, 0.0105, away) * 0.9);
        layPigment(paint, 'cinnabar', layer, ramp(0.006, 0.004, away));
        layPigment(paint, 'cinnabar', layer, ramp(0.088, 0.082, v));
        layPigment(
          paint,
          'white',
          layer,
          ramp(0.004, 0.002, Math.abs(v - 0.088)) + ramp(0.0035, 0.002, Math.abs(v - 0.05)),
        );
        break;
      }
      case 'overskirt':
        setPigment(paint, 'cinnabar', layer);
        layPigment(paint, 'gold', layer, ramp(0.0032, 0.0016, Math.abs(v - 0.5 - 0.022 * Math.cos(across * 2))) * 0.9);
        layPigment(paint, 'white', layer, ramp(0.57, 0.576, v) * 0.75);
        break;
      case 'sash':
        setPigment(paint, 'white', layer);
        layPigment(paint, 'ochre', layer, 0.25 + 0.35 * ramp(0.3, 0.1, v));
        layPigment(paint, 'cinnabar', layer, ramp(0.12, 0.1, v) * 0.9);
        break;
      case 'scarf':
        setPigment(paint, w < 0 ? 'malachiteLight' : 'azurite', layer);
        layPigment(paint, 'azuriteLight', layer, ramp(0.45, 0.75, grain.cloud(x, y, z, 26)) * 0.6);
        break;
      case 'gold':
        setPigment(paint, 'gold', layer);
        paint.shine = 0.75;
        break;
      case 'flask':
        setPigment(paint, 'white', layer);
        layPigment(
          paint,
          'azurite',
          layer,
          ramp(0.004, 0.002, Math.abs(v - 0.4)) + ramp(0.004, 0.002, Math.abs(v - 0.36)),
        );
        break;
      default:
        setPigment(paint, v > 0.94 ? 'cinnabar' : 'malachite', layer);
        if (v > 0.94) layPigment(paint, 'white', layer, ramp(1.01, 0.96, v) * 0.8);
    }
  }

  /** The same three values: a colour of a solid is mixed like a look. */
  function paintAsLook() {
    return paint as unknown as Parameters<typeof cover>[0];
  }

  function paintSeat(x: number, y: number, z: number, layer: 'as-found' | 'restored') {
    const raised = throne.raisedPetals(x, y, z);
    const hanging = throne.hangingPetals(x, y, z);
    if (raised < 0.0012 && raised < hanging) {
      const rim = petalRim(x, y, z, y > SEAT - 0.018 ? throne.upper : throne.second);
      setPigment(paint, 'white', layer);
      layPigment(paint, 'cinnabar', layer, ramp(0.85, 0.25, rim) * 0.9);
      return;
    }
    if (hanging < 0.0012) {
      setPigment(paint, 'malachiteLight', layer);
      layPigment(paint, 'malachite', layer, ramp(0.9, 0.3, petalRim(x, y, z, throne.lower)));
      return;
    }
    setPigment(paint, y > SEAT - 0.006 ? 'malachite' : y < 0.014 ? 'ochreRed' : 'ochre', layer);
  }

  function lookAt(place: Place, isRestored: boolean) {
    const { x, y, z, ny } = place;
    const layer = isRestored ? 'restored' : 'as-found';
    if (seat(x, y, z) < standing(x, y, z)) paintSeat(x, y, z, layer);
    else paintFigure(x, y, z, layer);
    weather(paint, layer, x * AGE_SCALE, y * AGE_SCALE, z * AGE_SCALE, Math.max(0, ny), 1);
  }

  return {
    id: 'clay-bodhisattva',
    title: 'Standing bodhisattva, painted clay (synthetic: computed, no real object)',
    size: [0.263, 0.62, 0.263],
    low: [-0.15, -0.01, -0.15],
    high: [0.15, 0.68, 0.15],
    sourceCell: 0.00165,
    coarsest: 3.4,
    steepness: 1.6,
    finestTexture: 2048,
    view: { yaw: 16, pitch: 5 },
    distance: (x, y, z) => smoothMin(seat(x, y, z), standing(x, y, z), 0.002),
    height(x, y, z) {
      const lumps = (grain.mist(x, y, z, 50) - 0.5) * 0.0007;
      return lumps + (grain.mist(x, y, z, 210) - 0.5) * 0.00028;
    },
    look(place, out, isRestored) {
      lookAt(place, isRestored);
      out.r = paint.r;
      out.g = paint.g;
      out.b = paint.b;
      out.metalness = paint.shine * 0.85;
      out.roughness = 0.86 - paint.shine * 0.45;
      if (isRestored) return;
      const shut = ramp(0.6, 0.2, place.openness);
      cover(out, DUST, 0.16);
      cover(out, EARTH, shut * 0.6);
      out.metalness *= 1 - shut * 0.7;
      darken(out, 0.84 + 0.1 * grain.mist(place.x, place.y, place.z, 240));
    },
  };
}
