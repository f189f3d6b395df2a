import {
  CanvasTexture,
  Color,
  DynamicDrawUsage,
  Float32BufferAttribute,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { LAMP_BLACK, OCHRE, PLASTER } from '#scene/hotspot/colours.ts';

const ORDER = 1_001;
/** Side of a number's picture, pixels; sixteen to a row. */
const CELL_PX = 64;
const PER_ROW = 16;
/** CSS pixels, of the disc. */
export const BADGE_RADIUS_PX = 13;

const VERTEX = /* glsl */ `
attribute vec3 at;
attribute vec3 look;
uniform vec2 screen;
uniform float ratio;
uniform float radiusPx;
varying vec2 vAt;
varying vec3 vLook;
void main() {
  vAt = position.xy * 1.5;
  vLook = look;
  vec4 middle = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
  middle.xy += vAt * radiusPx * ratio / (screen * 0.5) * middle.w;
  gl_Position = middle;
}
`;

/** look: which number, how lit (0 to 1), how opaque. */
const FRAGMENT = /* glsl */ `
uniform sampler2D numbers;
uniform float rows;
uniform vec3 dark;
uniform vec3 pale;
uniform vec3 lit;
varying vec2 vAt;
varying vec3 vLook;
void main() {
  float radius = length(vAt);
  float pixel = fwidth(radius);
  float disc = 1.0 - smoothstep(1.0 - pixel, 1.0 + pixel, radius);
  float ring = 1.0 - smoothstep(0.06, 0.06 + 1.5 * pixel, abs(radius - 0.93));
  float halo = vLook.y * (1.0 - smoothstep(0.05, 0.05 + 1.5 * pixel, abs(radius - 1.2)));
  vec2 cell = vec2(mod(vLook.x, ${PER_ROW.toFixed(1)}), floor(vLook.x / ${PER_ROW.toFixed(1)}));
  vec2 within = clamp(vAt * vec2(0.5, -0.5) + 0.5, 0.0, 1.0);
  float number = texture2D(numbers, (cell + within) / vec2(${PER_ROW.toFixed(1)}, rows)).r * disc;
  float ink = max(max(ring, number), halo);
  vec3 ground = mix(dark, lit, vLook.y);
  vec3 letters = mix(pale, dark, vLook.y);
  vec3 colour = mix(ground, number > max(ring, halo) ? letters : mix(pale, lit, vLook.y), ink);
  float alpha = max(max(disc * mix(0.78, 1.0, vLook.y), ink), 0.0) * vLook.z;
  if (alpha < 0.004) discard;
  gl_FragColor = vec4(colour, alpha);
  #include <colorspace_fragment>
}
`;

/** Numbered discs over the relic, all in one draw. */
export class Badges {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #screen = { value: new Vector2(1, 1) };
  readonly #ratio = { value: 1 };
  #look: InstancedBufferAttribute | null = null;
  #texture: CanvasTexture | null = null;

  constructor() {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute([-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0], 3));
    geometry.setIndex([0, 1, 2, 2, 1, 3]);
    geometry.instanceCount = 0;
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        screen: this.#screen,
        ratio: this.#ratio,
        radiusPx: { value: BADGE_RADIUS_PX },
        numbers: { value: null },
        rows: { value: 1 },
        dark: { value: new Color(LAMP_BLACK) },
        pale: { value: new Color(PLASTER) },
        lit: { value: new Color(OCHRE) },
      },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = ORDER;
    this.mesh.visible = false;
    this.mesh.name = 'annotations';
  }

  /** Draws the numbers 1 to as many as there are points, in the page's numerals. */
  show(points: readonly Vec3[], family: string, toText: (number: number) => string): void {
    const { geometry, material } = this.mesh;
    geometry.dispose();
    const at = new InstancedBufferAttribute(new Float32Array(points.flatMap((point) => [...point])), 3);
    this.#look = new InstancedBufferAttribute(new Float32Array(points.length * 3), 3);
    this.#look.setUsage(DynamicDrawUsage);
    points.forEach((_, index) => this.#look?.setXYZ(index, index, 0, 1));
    geometry.setAttribute('at', at);
    geometry.setAttribute('look', this.#look);
    geometry.instanceCount = points.length;
    this.mesh.visible = points.length > 0;
    this.#texture?.dispose();
    this.#texture = null;
    if (points.length === 0) return;
    const rows = Math.ceil(points.length / PER_ROW);
    this.#texture = drawNumbers(points.length, rows, family, toText);
    if (material.uniforms.numbers) material.uniforms.numbers.value = this.#texture;
    if (material.uniforms.rows) material.uniforms.rows.value = rows;
  }

  set(index: number, lit: number, opacity: number): void {
    const look = this.#look;
    if (!look || (look.getY(index) === lit && look.getZ(index) === opacity)) return;
    look.setXYZ(index, index, lit, opacity);
    look.needsUpdate = true;
  }

  /** Size of the picture in device pixels, and how many of them a CSS pixel has. */
  follow(widthPx: number, heightPx: number, pixelRatio: number): void {
    this.#screen.value.set(widthPx, heightPx);
    this.#ratio.value = pixelRatio;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.#texture?.dispose();
  }
}

function drawNumbers(count: number, rows: number, family: string, toText: (number: number) => string): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = PER_ROW * CELL_PX;
  canvas.height = rows * CELL_PX;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context) {
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#fff';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (let index = 0; index < count; index++) {
      const text = toText(index + 1);
      const size = CELL_PX * (text.length > 2 ? 0.42 : text.length > 1 ? 0.52 : 0.6);
      context.font = `600 ${size}px ${family}`;
      const [x, y] = [(index % PER_ROW) * CELL_PX, Math.floor(index / PER_ROW) * CELL_PX];
      context.fillText(text, x + CELL_PX / 2, y + CELL_PX * 0.53);
    }
  }
  const texture = new CanvasTexture(canvas);
  texture.flipY = false;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  return texture;
}
