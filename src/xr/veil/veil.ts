/**
 * What lies over the whole view of a headset: the dark of a jump, the vignette of gliding. One triangle that covers each
 * eye's picture, so that it needs no place in the scene; not drawn at all while there is neither.
 */
import {
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  Mesh,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  ZeroFactor,
} from 'three';

/** After everything else. */
const ORDER = 100_000;

/** Tangents from the view axis between which a vignette goes from clear to dark, fully closed. */
const CLEAR = 0.42;
const DARK = 0.84;

const VERTEX = /* glsl */ `
varying vec2 tangent;
void main() {
  gl_Position = vec4(position.xy, 0.0, 1.0);
  // An eye's frustum leans: its axis is not the middle of its picture.
  tangent = vec2((position.x + projectionMatrix[2][0]) / projectionMatrix[0][0],
                 (position.y + projectionMatrix[2][1]) / projectionMatrix[1][1]);
}
`;

const FRAGMENT = /* glsl */ `
uniform float darkness;
uniform float vignette;
varying vec2 tangent;
void main() {
  float open = mix(2.4, 1.0, vignette);
  float rim = smoothstep(${CLEAR.toFixed(2)} * open, ${DARK.toFixed(2)} * open, length(tangent)) * vignette;
  gl_FragColor = vec4(0.0, 0.0, 0.0, max(darkness, rim));
}
`;

export class Veil {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;

  constructor() {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
    const material = new ShaderMaterial({
      name: 'veil',
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { darkness: { value: 0 }, vignette: { value: 0 } },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      blending: CustomBlending,
      blendSrc: ZeroFactor,
      blendDst: OneMinusSrcAlphaFactor,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.name = 'veil';
    this.mesh.renderOrder = ORDER;
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
    this.mesh.visible = false;
    this.mesh.raycast = () => undefined;
  }

  /** @param darkness 0 to 1, of everything. @param vignette 0 to 1, how far the view is closed from its edge. */
  show(darkness: number, vignette: number): void {
    const { uniforms } = this.mesh.material;
    if (uniforms.darkness) uniforms.darkness.value = darkness;
    if (uniforms.vignette) uniforms.vignette.value = vignette;
    this.mesh.visible = darkness > 0 || vignette > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
