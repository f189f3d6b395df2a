/** The light of a place as its panorama shows it, to light relics by that stand in it. */
import { Color } from 'three';
import type { DirectionalLight, Texture } from 'three';
import { dot, normalize, type Vec3 } from '#shared/vec.ts';
import { createEnvironment, type Radiance } from '#scene/relic/light/environment.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';
import type { PreviewPicture } from './previewPicture.ts';

export interface PlaceLight {
  readonly environment: Texture;
  /** Makes a lamp shine from where most of the light comes, in its colour. */
  shineFrom(lamp: DirectionalLight): void;
  dispose(): void;
}

/**
 * A photograph ends at white: lamps and sky were brighter than it can say. From this brightness on more light is taken
 * to have been there than is shown, up to as many times as much.
 */
const WHITE_FROM = 0.55;
const WHITE_TIMES = 5;
/**
 * What one sees of a wall is the part of the light on it that it throws back, two fifths for earth colours; on a relic
 * beside it falls all of it. Lamps themselves, which give it, are too small and too bright for a photograph.
 */
const GAIN = 2.7;
/** And it is less coloured than the wall: paint has given it a part of its colour. */
const PALER = 0.5;
/** How much of the light that has a direction the key gives on top of the light from all around. */
const KEY_SHARE = 1.4;
/** Of the cube: a preview shows no finer detail. */
export const PLACE_SIDE = 32;
/** Directions that the key is found by. */
const RAYS = 600;
/** No light from below casts relics in shadow from above. */
const LEAST_HEIGHT = 0.15;

export function createPlaceLight(preview: PreviewPicture, toPanorama: Mat3): PlaceLight {
  const radiance: Radiance = ([x, y, z], out) => {
    const m = toPanorama;
    const direction: Vec3 = [
      m[0] * x + m[1] * y + m[2] * z,
      m[3] * x + m[4] * y + m[5] * z,
      m[6] * x + m[7] * y + m[8] * z,
    ];
    preview.readAt(direction, out);
    const brightness = Math.max(out[0], out[1], out[2]);
    const t = Math.min(1, Math.max(0, (brightness - WHITE_FROM) / (1 - WHITE_FROM)));
    const times = GAIN * (1 + (WHITE_TIMES - 1) * t * t);
    const grey = brightnessOf(out);
    for (let k = 0; k < 3; k++) out[k] = ((out[k] ?? 0) + (grey - (out[k] ?? 0)) * PALER) * times;
  };
  const environment = createEnvironment(radiance, PLACE_SIDE);
  const key = keyOf(radiance);
  return {
    environment,
    shineFrom(lamp) {
      lamp.position.set(...key.direction);
      lamp.color.copy(key.colour);
      lamp.intensity = key.intensity;
    },
    dispose: () => environment.dispose(),
  };
}

export interface Key {
  readonly direction: Vec3;
  readonly colour: Color;
  readonly intensity: number;
}

/** The sum of all light as a vector: its direction is where most comes from, its length how much of it has one. */
export function keyOf(radiance: Radiance): Key {
  const sum: [number, number, number] = [0, 0, 0];
  const colour: [number, number, number] = [0, 0, 0];
  const out: [number, number, number] = [0, 0, 0];
  forSphere((direction) => {
    radiance(direction, out);
    const brightness = brightnessOf(out);
    for (let k = 0; k < 3; k++) sum[k] = (sum[k] ?? 0) + ((direction[k] ?? 0) * brightness) / RAYS;
  });
  const [x, y, z] = normalize(sum);
  const towards = normalize([x, Math.max(LEAST_HEIGHT, y), z]);
  forSphere((direction) => {
    const facing = dot(direction, towards);
    if (facing <= 0) return;
    radiance(direction, out);
    for (let k = 0; k < 3; k++) colour[k] = (colour[k] ?? 0) + (out[k] ?? 0) * facing * facing;
  });
  const most = Math.max(...colour, 1e-6);
  const tint = new Color(colour[0] / most, colour[1] / most, colour[2] / most);
  return { direction: towards, colour: tint, intensity: KEY_SHARE * Math.PI * Math.hypot(...sum) };
}

/** Directions spread evenly over the sphere. */
function forSphere(visit: (direction: Vec3) => void): void {
  for (let i = 0; i < RAYS; i++) {
    const y = 1 - (2 * (i + 0.5)) / RAYS;
    const flat = Math.sqrt(1 - y * y);
    visit([Math.cos(i * 2.399963) * flat, y, Math.sin(i * 2.399963) * flat]);
  }
}

function brightnessOf([red, green, blue]: readonly number[]): number {
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
