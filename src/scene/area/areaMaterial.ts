import { Color, ShaderMaterial, Vector2 } from 'three';
import { LAMP_BLACK, OCHRE, PLASTER, SIGN_SCRIM } from '#scene/hotspot/colours.ts';

/** CSS pixels: half of the light line at rest and lit, and the dark one on each side of it. */
const HALF_LINE_PX = { rest: 0.6, lit: 1.1 };
const DARK_PX = 1.6;
/** How dense the outline is at rest: to be found, not to be looked at. */
const AT_REST = 0.42;
/** How much light lies over an area that is pointed at. */
const FILL = 0.14;

/**
 * Points are homogeneous, (direction, one over the distance): 0 lies infinitely far away, like the panoramas, so that the
 * camera turns it but does not move it. Stretches of the outline become bars of constant width whose ends are cut along
 * the bisector of the corner, so that nothing is drawn twice where they meet. Inside, `side` is 0.
 */
const VERTEX = /* glsl */ `
attribute vec4 before;
attribute vec4 from;
attribute vec4 to;
attribute vec4 after;
/** 0 at the stretch's beginning, 1 at its end; then −1, 1: which side of it, 0: the inside. */
attribute vec2 place;
/** How much the outline is lit, how much the inside. */
attribute vec2 lit;
uniform vec2 screen;
uniform float ratio;
varying float vAcross;
varying float vIsLine;
varying vec2 vLit;

const float AHEAD = 0.08;
const float SHARPEST = 0.4;

vec4 project(vec4 point) {
  return projectionMatrix * (modelViewMatrix * point);
}

vec2 onScreen(vec4 clip) {
  return clip.xy / clip.w * screen * 0.5;
}

vec2 leftOf(vec2 way) {
  return vec2(-way.y, way.x) / max(length(way), 1e-5);
}

void main() {
  vLit = lit;
  vIsLine = abs(place.y);
  vAcross = 0.0;
  vec4 a = project(from);
  if (place.y == 0.0) {
    gl_Position = vec4(a.xy, 0.0, a.w);
    return;
  }
  vec4 b = project(to);
  if (a.w < AHEAD || b.w < AHEAD) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  bool isEnd = place.x > 0.5;
  vec4 beyond = project(isEnd ? after : before);
  vec2 onA = onScreen(a);
  vec2 onB = onScreen(b);
  vec2 side = leftOf(onB - onA);
  vec2 out_ = side;
  if (beyond.w >= AHEAD) {
    vec2 onBeyond = onScreen(beyond);
    vec2 other = leftOf(isEnd ? onBeyond - onB : onA - onBeyond);
    vec2 sum = side + other;
    if (length(sum) > 1e-3) out_ = normalize(sum);
  }
  float reach = (mix(${HALF_LINE_PX.rest.toFixed(2)}, ${HALF_LINE_PX.lit.toFixed(2)}, lit.x) + ${DARK_PX.toFixed(2)}) * ratio + 1.0;
  vAcross = place.y * reach;
  vec2 at = (isEnd ? onB : onA) + out_ * vAcross / max(dot(out_, side), SHARPEST);
  gl_Position = vec4(at / (screen * 0.5), 0.0, 1.0);
}
`;

/** A light line between two dark ones, so that it is seen on any wall; each edge is soft over one device pixel. */
const FRAGMENT = /* glsl */ `
uniform vec3 ink;
uniform vec3 litInk;
uniform vec3 ground;
uniform float scrim;
uniform float ratio;
varying float vAcross;
varying float vIsLine;
varying vec2 vLit;

float cover(float halfWidth) {
  return clamp(halfWidth + 0.5 - abs(vAcross), 0.0, 1.0);
}

void main() {
  vec3 colour = ink;
  float alpha = ${FILL.toFixed(3)} * vLit.y;
  if (vIsLine > 0.5) {
    float halfLine = mix(${HALF_LINE_PX.rest.toFixed(2)}, ${HALF_LINE_PX.lit.toFixed(2)}, vLit.x) * ratio;
    float light = cover(halfLine);
    float shade = scrim * cover(halfLine + ${DARK_PX.toFixed(2)} * ratio);
    alpha = light + shade * (1.0 - light);
    colour = mix(ground, mix(ink, litInk, vLit.x), light / max(alpha, 1e-4));
    alpha *= mix(${AT_REST.toFixed(3)}, 1.0, vLit.x);
  }
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(colour, alpha);
  #include <colorspace_fragment>
}
`;

export interface AreaUniforms {
  /** Of the picture of one eye, device pixels. */
  readonly screen: { readonly value: Vector2 };
  /** Device pixels per CSS pixel. */
  readonly ratio: { value: number };
}

export function createAreaMaterial(): { readonly material: ShaderMaterial; readonly uniforms: AreaUniforms } {
  const uniforms = { screen: { value: new Vector2(1, 1) }, ratio: { value: 1 } };
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      ...uniforms,
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
  return { material, uniforms };
}
