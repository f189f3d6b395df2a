import {
  type Color,
  DynamicDrawUsage,
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { Vec3 } from '#shared/vec.ts';

/** What the shader calls each sign. */
export const SIGNS = { end: 0, lamp: 1, slide: 2, tilt: 3 } as const;

export interface Sign {
  readonly kind: keyof typeof SIGNS;
  readonly at: Vec3;
  readonly colour: Color;
  /** CSS pixels. */
  readonly radiusPx: number;
  /** 0 to 1. */
  readonly opacity: number;
  /** Which way it points on the screen, radians from the right, counter-clockwise. */
  readonly turn: number;
}

const ORDER = 1_000;
/** At most; more ends of lengths than that nobody reads. */
const MOST = 512;

const VERTEX = /* glsl */ `
attribute vec3 at;
attribute vec3 tint;
attribute vec4 look;
uniform vec2 screen;
uniform float ratio;
varying vec2 vAt;
varying vec3 vTint;
varying float vKind;
varying float vOpacity;
void main() {
  vKind = look.x;
  vOpacity = look.z;
  vTint = tint;
  vec4 middle = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
  float c = cos(look.w);
  float s = sin(look.w);
  vAt = position.xy * 1.5;
  vec2 turned = vec2(c * vAt.x - s * vAt.y, s * vAt.x + c * vAt.y);
  middle.xy += turned * look.y * ratio / (screen * 0.5) * middle.w;
  gl_Position = middle;
}
`;

/** Signs as distances, sharp at any size: ink on a soft dark ground that makes it readable over anything. */
const FRAGMENT = /* glsl */ `
varying vec2 vAt;
varying vec3 vTint;
varying float vKind;
varying float vOpacity;

float stroke(float distance, float halfWidth) {
  float pixel = fwidth(distance);
  float edge = max(halfWidth, 0.6 * pixel);
  return 1.0 - smoothstep(edge - 0.7 * pixel, edge + 0.7 * pixel, distance);
}
float toSegment(vec2 p, vec2 a, vec2 b) {
  vec2 along = b - a;
  return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}
float toArrow(vec2 p, float side) {
  vec2 q = vec2(p.x * side, abs(p.y));
  return toSegment(q, vec2(0.82, 0.0), vec2(0.5, 0.28));
}

void main() {
  float radius = length(vAt);
  float ink = 0.0;
  float near = radius;
  if (vKind < 0.5) {
    ink = max(stroke(radius, 0.34), stroke(abs(radius - 0.8), 0.1));
    near = abs(radius - 0.8);
  } else if (vKind < 1.5) {
    float angle = atan(vAt.y, vAt.x);
    float ray = abs(fract(angle / 0.7853982 + 0.5) - 0.5) * 0.7853982 * radius;
    ink = max(stroke(radius, 0.46), stroke(max(ray, abs(radius - 0.86) - 0.14), 0.055));
    near = max(0.0, radius - 0.5);
  } else if (vKind < 2.5) {
    float arrows = min(toArrow(vAt, 1.0), toArrow(vAt, -1.0));
    ink = max(stroke(radius, 0.26), stroke(arrows, 0.09));
    near = min(arrows, max(0.0, radius - 0.3));
  } else {
    ink = max(stroke(radius, 0.3), stroke(abs(radius - 0.62), 0.1));
    near = abs(radius - 0.6);
  }
  float shade = 0.62 * (1.0 - smoothstep(0.1, 0.5, near)) * (1.0 - smoothstep(1.1, 1.45, radius));
  float alpha = ink + shade * (1.0 - ink);
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(mix(vec3(0.007, 0.005, 0.004), vTint, ink / alpha), alpha * vOpacity);
  #include <colorspace_fragment>
}
`;

/** Small signs that face the visitor, of constant size, over everything: ends of lengths, handles. */
export class Signs {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #screen = { value: new Vector2(1, 1) };
  readonly #ratio = { value: 1 };
  readonly #at = instances(3);
  readonly #tint = instances(3);
  readonly #look = instances(4);

  constructor() {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute([-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0], 3));
    geometry.setIndex([0, 1, 2, 2, 1, 3]);
    geometry.setAttribute('at', this.#at);
    geometry.setAttribute('tint', this.#tint);
    geometry.setAttribute('look', this.#look);
    geometry.instanceCount = 0;
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { screen: this.#screen, ratio: this.#ratio },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = ORDER;
    this.mesh.visible = false;
    this.mesh.name = 'signs';
  }

  show(signs: readonly Sign[]): void {
    const count = Math.min(MOST, signs.length);
    this.mesh.visible = count > 0;
    this.mesh.geometry.instanceCount = count;
    for (let index = 0; index < count; index++) {
      const sign = signs[index];
      if (!sign) continue;
      this.#at.setXYZ(index, ...sign.at);
      this.#tint.setXYZ(index, sign.colour.r, sign.colour.g, sign.colour.b);
      this.#look.setXYZW(index, SIGNS[sign.kind], sign.radiusPx, sign.opacity, sign.turn);
    }
    this.#at.needsUpdate = this.#tint.needsUpdate = this.#look.needsUpdate = true;
  }

  /** Size of the picture in device pixels, and how many of them a CSS pixel has. */
  follow(widthPx: number, heightPx: number, pixelRatio: number): void {
    this.#screen.value.set(widthPx, heightPx);
    this.#ratio.value = pixelRatio;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

function instances(size: number): InstancedBufferAttribute {
  const attribute = new InstancedBufferAttribute(new Float32Array(MOST * size), size);
  attribute.setUsage(DynamicDrawUsage);
  return attribute;
}
