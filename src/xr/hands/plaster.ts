/** What hands and what they hold look like: plaster under a soft light of its own, the same in a cave, a hall or the dark. */
import { Color } from 'three';

export const PLASTER = new Color('#e8ddc6');
export const OCHRE = new Color('#c98f3c');
export const LAMP_BLACK = new Color('#15110e');

/** Drawn after the marks of a place, which stand behind; depth still hides them behind relics and walls. */
export const HANDS_ORDER = 1_100;
export const RAYS_ORDER = HANDS_ORDER + 10;
export const CURSORS_ORDER = HANDS_ORDER + 20;

/** `lit(colour, normal, toEye)`: linear colour of a matt surface lit from above, with a rim against dark grounds. */
export const PLASTER_GLSL = /* glsl */ `
const vec3 LAMP = vec3(-0.36, 0.83, 0.43);
const vec3 WARM = vec3(1.0, 0.93, 0.82);
const vec3 SHADE = vec3(0.20, 0.17, 0.155);

vec3 lit(vec3 colour, vec3 normal, vec3 toEye) {
  float fromAbove = clamp(dot(normal, LAMP) * 0.6 + 0.4, 0.0, 1.0);
  float facing = clamp(dot(normal, toEye), 0.0, 1.0);
  vec3 light = mix(SHADE, WARM, fromAbove * fromAbove) * 0.84 + 0.12 * facing * facing;
  float rim = pow(1.0 - facing, 3.0) * (0.35 + 0.65 * fromAbove);
  return colour * light + WARM * rim * 0.22;
}
`;
