import { Color, ShaderMaterial } from 'three';
import { LAMP_BLACK, OCHRE, PLASTER, SIGN_SCRIM } from './colours.ts';
import type { MarkShape } from './placeMark.ts';

/** What the shader calls each shape. */
export const SHAPE_NUMBERS = { floor: 0, door: 1, point: 2 } as const satisfies Record<MarkShape, number>;

/** The signs are drawn on squares this much larger than their radius, to leave room for the soft ground. */
export const SIGN_EXTENT = 1.4;

/** How much of a sign is left that lies behind a wall. */
const THROUGH_WALL = 0.4;

/** What lies on the floor is seen in perspective; what stands faces the screen and keeps its size there. */
const VERTEX = /* glsl */ `
attribute float shape;
attribute float lit;
attribute float hidden;
varying vec2 vAt;
varying float vShape;
varying float vLit;
varying float vStrength;

void main() {
  vAt = position.xy;
  vShape = shape;
  vLit = lit;
  vStrength = mix(1.0, ${THROUGH_WALL.toFixed(2)}, hidden * (1.0 - lit));
  vec4 at = modelViewMatrix * instanceMatrix * vec4(shape < 0.5 ? position : vec3(0.0), 1.0);
  if (shape > 0.5) at.xy += position.xy * length(instanceMatrix[0].xyz) * -at.z;
  gl_Position = projectionMatrix * at;
}
`;

/**
 * Signs as distances, so that they are sharp at any size and from any side. A stroke is never thinner than a pixel, or
 * a disc on the floor would lose its far edge.
 */
const FRAGMENT = /* glsl */ `
uniform vec3 ink;
uniform vec3 litInk;
uniform vec3 ground;
uniform float scrim;
varying vec2 vAt;
varying float vShape;
varying float vLit;
varying float vStrength;

float stroke(float distance, float halfWidth) {
  float pixel = fwidth(distance);
  float edge = max(halfWidth, 0.6 * pixel);
  return 1.0 - smoothstep(edge - 0.7 * pixel, edge + 0.7 * pixel, distance);
}

float toSegment(vec2 p, vec2 a, vec2 b) {
  vec2 along = b - a;
  return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

float toChevron(vec2 p) {
  return toSegment(vec2(abs(p.x), p.y), vec2(0.0, 0.3), vec2(0.4, -0.16));
}

float toArch(vec2 p) {
  vec2 q = vec2(abs(p.x), p.y);
  float post = toSegment(q, vec2(0.3, -0.42), vec2(0.3, 0.1));
  float vault = q.y > 0.1 ? abs(length(q - vec2(0.0, 0.1)) - 0.3) : 10.0;
  return min(post, vault);
}

void main() {
  float radius = length(vAt);
  float ring = abs(radius - 0.92);
  float glyph = vShape < 0.5 ? toChevron(vAt) : vShape < 1.5 ? toArch(vAt) : max(radius - 0.3, 0.0);
  float bold = vShape < 1.5 ? 0.05 : 0.08;
  float inked = max(stroke(ring, bold), stroke(glyph, bold));
  inked = max(inked, vLit * stroke(abs(radius - 1.12), 0.035));
  float near = min(ring, glyph);
  float shade = scrim * (1.0 - smoothstep(0.12, 0.42, near));
  shade = max(shade, 0.5 * scrim * (1.0 - smoothstep(0.8, 1.0, radius)));
  shade *= 1.0 - smoothstep(1.15, 1.38, radius);

  float alpha = inked + shade * (1.0 - inked);
  if (alpha < 0.004) discard;
  vec3 colour = mix(ink, litInk, vLit);
  gl_FragColor = vec4(mix(ground, colour, inked / alpha), alpha * vStrength);
  #include <colorspace_fragment>
}
`;

/** One material for all signs; instances say their `shape` (see `SHAPE_NUMBERS`), whether they are `lit` and whether `hidden`, 0 or 1. */
export function createSignMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      ink: { value: new Color(PLASTER) },
      litInk: { value: new Color(OCHRE) },
      ground: { value: new Color(LAMP_BLACK) },
      scrim: { value: SIGN_SCRIM },
    },
    transparent: true,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
  });
}
