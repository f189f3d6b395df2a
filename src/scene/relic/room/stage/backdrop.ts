import { BufferGeometry, Color, Float32BufferAttribute, Mesh, ShaderMaterial, Vector2 } from 'three';

/** Before everything else that is drawn. */
const ORDER = -100;

const VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = position.xy;
  gl_Position = vec4(position.xy, 1.0, 1.0);
}
`;

/** A dark wall with a pool of light behind the relic; a little noise keeps so slow a gradient from showing its steps. */
const FRAGMENT = /* glsl */ `
uniform vec3 dark;
uniform vec3 pale;
uniform vec2 middle;
uniform float aspect;
uniform float light;
varying vec2 vAt;
void main() {
  vec2 from = (vAt - middle - vec2(0.0, 0.12)) * vec2(max(aspect, 1.0), max(1.0 / aspect, 1.0)) / max(aspect, 1.0 / aspect);
  float glow = exp(-dot(from, from) * 2.2);
  vec3 colour = mix(dark, pale, glow * light);
  gl_FragColor = vec4(colour, 1.0);
  #include <colorspace_fragment>
  float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  gl_FragColor.rgb += (noise - 0.5) / 255.0;
}
`;

/** What is seen behind a relic: a screen-filling triangle. */
export class Backdrop {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #middle = new Vector2();

  constructor() {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute([-1, -1, 0, 3, -1, 0, -1, 3, 0], 3));
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        dark: { value: new Color('#100d0b') },
        pale: { value: new Color('#4a4038') },
        middle: { value: this.#middle },
        aspect: { value: 1 },
        light: { value: 1 },
      },
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = ORDER;
    this.mesh.name = 'backdrop';
  }

  /** `x`, `y` is where the relic is seen, −1 to 1; `mix` the share of the lamp, whose light leaves the wall dark. */
  follow(x: number, y: number, aspect: number, mix: number): void {
    const { uniforms } = this.mesh.material;
    this.#middle.set(x, y);
    if (uniforms.aspect) uniforms.aspect.value = aspect;
    if (uniforms.light) uniforms.light.value = 1 - 0.72 * mix;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
