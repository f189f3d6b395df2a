/**
 * How two pictures of one place, one by daylight and one by a lamp, become one by both: decoded to linear light, weighed,
 * added, encoded. Decoding and encoding are those of sRGB (IEC 61966-2-1), piecewise and exact, not a power of 2.2.
 */
import { Vector2, Vector3 } from 'three';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

/** A mixture of the picture that is shown with another one, as the patches draw it. Numbers are rewritten in place. */
export interface LightMix {
  /** Index of the other picture in the list that the engine was told. */
  companion: number;
  /** What the companion shows. */
  pyramid: Pyramid;
  /** Whether the picture that is shown, not its companion, is the lamp's. */
  isFirstLamp: boolean;
  /** What daylight is multiplied by: linear red, green, blue; 1 is as it was photographed. */
  readonly dayGain: [number, number, number];
  /** What the lamp is multiplied by where it shines full; 1 is as it was photographed. */
  lampGain: number;
  /** From the lamp's picture to the exposure of the daylight's. */
  lampScale: number;
  /** How much of the lamp's light the daylight picture holds already. */
  lampInDaylight: number;
  /** Where a carried lamp shines, in the world; unit length. */
  readonly lampAxis: [number, number, number];
  /** How narrow its cone is: the light falls off as exp(κ (cos angle − 1)); 0 shines everywhere alike. */
  lampNarrowness: number;
  /** What comes back from the walls outside of the cone, 0 to 1. */
  lampRest: number;
}

export function createMixUniforms() {
  return {
    isFirstLamp: { value: false },
    dayGain: { value: new Vector3(1, 1, 1) },
    /** Gain, narrowness, rest. */
    lamp: { value: new Vector3() },
    lampAxis: { value: new Vector3(0, 0, -1) },
    /** Scale to the daylight's exposure, part that the daylight picture holds. */
    lampExposure: { value: new Vector2() },
  };
}

export type MixUniforms = ReturnType<typeof createMixUniforms>;

export function writeMixUniforms(uniforms: MixUniforms, mix: LightMix): void {
  uniforms.isFirstLamp.value = mix.isFirstLamp;
  uniforms.dayGain.value.set(...mix.dayGain);
  uniforms.lamp.value.set(mix.lampGain, mix.lampNarrowness, mix.lampRest);
  uniforms.lampAxis.value.set(...mix.lampAxis);
  uniforms.lampExposure.value.set(mix.lampScale, mix.lampInDaylight);
}

export const MIX_LIGHT = /* glsl */ `
uniform bool isFirstLamp;
uniform vec3 dayGain;
uniform vec3 lamp;
uniform vec3 lampAxis;
uniform vec2 lampExposure;

vec3 decodeSrgb(vec3 value) {
  return mix(pow((value + 0.055) / 1.055, vec3(2.4)), value / 12.92, vec3(lessThanEqual(value, vec3(0.04045))));
}

vec3 encodeSrgb(vec3 light) {
  vec3 bright = 1.055 * pow(max(light, vec3(0.0)), vec3(1.0 / 2.4)) - 0.055;
  return clamp(mix(bright, light * 12.92, vec3(lessThanEqual(light, vec3(0.0031308)))), 0.0, 1.0);
}

vec3 mixLight(vec3 day, vec3 byLamp, vec3 direction) {
  float cone = exp(lamp.y * (dot(normalize(direction), lampAxis) - 1.0));
  float gain = lamp.x * mix(lamp.z, 1.0, cone);
  // What burns in the daylight picture already is not lit twice, and cannot be put out.
  vec3 added = max(vec3(gain) - lampExposure.y * dayGain, vec3(0.0));
  return encodeSrgb(dayGain * decodeSrgb(day) + added * lampExposure.x * decodeSrgb(byLamp));
}
`;
