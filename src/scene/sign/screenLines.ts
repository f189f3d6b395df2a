import type { Color } from 'three';
import {
  DynamicDrawUsage,
  GreaterDepth,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Float32BufferAttribute,
  LessEqualDepth,
  Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { Vec3 } from '#shared/vec.ts';

export interface Segment {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly colour: Color;
  /** CSS pixels. */
  readonly widthPx: number;
}

/** Numbers of a segment: from, to, colour, width. */
const STRIDE = 10;
/** Above bodies and cuts, below signs and words. */
const ORDER = 900;

/** Segments as bars of constant width on the screen. What comes behind the camera is cut off at the near plane. */
const VERTEX = /* glsl */ `
attribute vec3 from;
attribute vec3 to;
attribute vec3 tint;
attribute float widthPx;
uniform vec2 screen;
uniform float ratio;
varying vec3 vTint;
varying float vAlong;
varying float vAcross;
varying float vHalf;

void main() {
  // A hair towards the eye, or the surface it lies on would eat it.
  vec4 a = modelViewMatrix * vec4(from, 1.0);
  vec4 b = modelViewMatrix * vec4(to, 1.0);
  a.xyz *= 0.996;
  b.xyz *= 0.996;
  vec4 clipA = projectionMatrix * a;
  vec4 clipB = projectionMatrix * b;
  float nearA = clipA.w + clipA.z;
  float nearB = clipB.w + clipB.z;
  if (nearA < 0.0 && nearB > 0.0) clipA = mix(clipA, clipB, nearA / (nearA - nearB));
  if (nearB < 0.0 && nearA > 0.0) clipB = mix(clipB, clipA, nearB / (nearB - nearA));
  vec2 onA = clipA.xy / clipA.w * screen * 0.5;
  vec2 onB = clipB.xy / clipB.w * screen * 0.5;
  vec2 way = onB - onA;
  float length_ = max(length(way), 0.0001);
  vec2 side = vec2(-way.y, way.x) / length_;
  vHalf = 0.5 * widthPx * ratio;
  // A pixel more on each side, for the soft edge.
  float reach = vHalf + 1.0;
  vec4 at = mix(clipA, clipB, position.x);
  vAcross = position.y * reach;
  vAlong = position.x * length_;
  at.xy += side * vAcross / (screen * 0.5) * at.w;
  vTint = tint;
  gl_Position = at;
}
`;

const FRAGMENT = /* glsl */ `
uniform float opacity;
uniform float dashPx;
uniform float ratio;
varying vec3 vTint;
varying float vAlong;
varying float vAcross;
varying float vHalf;

void main() {
  float alpha = opacity * clamp(vHalf + 0.5 - abs(vAcross), 0.0, 1.0);
  if (dashPx > 0.0 && fract(vAlong / (dashPx * ratio)) > 0.5) alpha = 0.0;
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(vTint, alpha);
  #include <colorspace_fragment>
}
`;

/** Lines over a relic: whole where they are seen, faint and dashed where the relic hides them. */
export class ScreenLines {
  readonly group = new Group();
  readonly #geometry = new InstancedBufferGeometry();
  readonly #screen = { value: new Vector2(1, 1) };
  readonly #ratio = { value: 1 };
  readonly #materials: readonly ShaderMaterial[];
  #numbers = new Float32Array(0);

  constructor() {
    this.#geometry.setAttribute('position', new Float32BufferAttribute([0, -1, 0, 1, -1, 0, 0, 1, 0, 1, 1, 0], 3));
    this.#geometry.setIndex([0, 1, 2, 2, 1, 3]);
    this.#geometry.instanceCount = 0;
    this.#materials = [this.#createMaterial(1, 0, true), this.#createMaterial(0.42, 6, false)];
    for (const material of this.#materials) {
      const mesh = new Mesh(this.#geometry, material);
      mesh.frustumCulled = false;
      mesh.renderOrder = ORDER;
      this.group.add(mesh);
    }
    this.group.visible = false;
  }

  show(segments: readonly Segment[]): void {
    this.group.visible = segments.length > 0;
    this.#geometry.instanceCount = segments.length;
    if (segments.length === 0) return;
    this.#reserve(segments.length);
    segments.forEach(({ from, to, colour, widthPx }, index) => {
      this.#numbers.set(from, index * STRIDE);
      this.#numbers.set(to, index * STRIDE + 3);
      colour.toArray(this.#numbers, index * STRIDE + 6);
      this.#numbers[index * STRIDE + 9] = widthPx;
    });
    this.#write(segments.length);
  }

  /** Size of the picture in device pixels, and how many of them a CSS pixel has. */
  follow(widthPx: number, heightPx: number, pixelRatio: number): void {
    this.#screen.value.set(widthPx, heightPx);
    this.#ratio.value = pixelRatio;
  }

  dispose(): void {
    this.#geometry.dispose();
    for (const material of this.#materials) material.dispose();
  }

  #createMaterial(opacity: number, dashPx: number, isSeen: boolean): ShaderMaterial {
    return new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        screen: this.#screen,
        ratio: this.#ratio,
        opacity: { value: opacity },
        dashPx: { value: dashPx },
      },
      transparent: true,
      depthWrite: false,
      depthFunc: isSeen ? LessEqualDepth : GreaterDepth,
      toneMapped: false,
    });
  }

  #reserve(count: number): void {
    if (this.#numbers.length >= count * STRIDE) return;
    const room = 2 ** Math.ceil(Math.log2(count));
    this.#numbers = new Float32Array(room * STRIDE);
    for (const [name, size] of ATTRIBUTES) {
      const attribute = new InstancedBufferAttribute(new Float32Array(room * size), size);
      attribute.setUsage(DynamicDrawUsage);
      this.#geometry.setAttribute(name, attribute);
    }
    // Attributes of another length need a buffer of their own.
    this.#geometry.dispose();
  }

  #write(count: number): void {
    let start = 0;
    for (const [name, size] of ATTRIBUTES) {
      const attribute = this.#geometry.getAttribute(name) as InstancedBufferAttribute;
      const { array } = attribute;
      for (let index = 0; index < count; index++) {
        for (let k = 0; k < size; k++) array[index * size + k] = this.#numbers[index * STRIDE + start + k] ?? 0;
      }
      attribute.needsUpdate = true;
      start += size;
    }
  }
}

const ATTRIBUTES = [
  ['from', 3],
  ['to', 3],
  ['tint', 3],
  ['widthPx', 1],
] as const;
