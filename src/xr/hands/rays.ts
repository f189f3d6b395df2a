import { Float32BufferAttribute, BufferGeometry } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { Instances, MOST_POINTERS } from './instances.ts';
import { OCHRE, PLASTER, RAYS_ORDER } from './plaster.ts';

/** Metres of a ray that meets nothing. */
const FREE_LENGTH = 2.2;

const VERTEX = /* glsl */ `
attribute vec3 from;
attribute vec3 to;
/** How strong its end is, and whether it is pressed. */
attribute vec2 look;
varying float vAcross;
varying float vAlong;
varying float vLength;
varying vec2 vLook;
varying float vToEye;

void main() {
  vec3 way = to - from;
  vec3 at = from + way * position.x;
  vec3 toEye = cameraPosition - at;
  vec3 aside = normalize(cross(way, toEye));
  // As wide on the retina along the whole ray, but no hair near the hand.
  float halfWidth = max(0.0011, 0.0014 * length(toEye)) * (1.0 + 0.4 * look.y);
  vAcross = position.y;
  vLength = length(way);
  vAlong = position.x * vLength;
  vLook = look;
  vToEye = length(toEye);
  gl_Position = projectionMatrix * viewMatrix * vec4(at + aside * halfWidth * position.y, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
uniform vec3 colour;
uniform vec3 pressedColour;
varying float vAcross;
varying float vAlong;
varying float vLength;
varying vec2 vLook;
varying float vToEye;

void main() {
  float core = 1.0 - smoothstep(0.25, 1.0, abs(vAcross));
  float begins = smoothstep(0.015, 0.09, vAlong);
  float fades = mix(1.0, vLook.x, smoothstep(0.0, 1.0, vAlong / vLength));
  float alpha = core * begins * fades * mix(0.62, 0.9, vLook.y);
  // Nothing is drawn right before the eyes.
  alpha *= smoothstep(0.15, 0.4, vToEye);
  gl_FragColor = vec4(mix(colour, pressedColour, vLook.y), alpha);
  #include <colorspace_fragment>
}
`;

/** Steps along a ray, so that its width follows the eye. */
const STEPS = 8;

/** The thin rays that hands point with, turned to each eye. One draw call. */
export class Rays {
  readonly #instances = new Instances({
    shape: ribbon(),
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { colour: { value: PLASTER }, pressedColour: { value: OCHRE.clone().multiplyScalar(1.5) } },
    renderOrder: RAYS_ORDER,
    sizes: { from: 3, to: 3, look: 2 },
  });
  #count = 0;

  get mesh() {
    return this.#instances.mesh;
  }

  begin(): void {
    this.#count = 0;
  }

  /** From a hand to where it points; `end` is null where it meets nothing, and the ray fades out. */
  add(origin: Vec3, direction: Vec3, end: Vec3 | null, isPressed: boolean): void {
    if (this.#count === MOST_POINTERS) return;
    const [from, to, look] = [
      this.#instances.numbers('from'),
      this.#instances.numbers('to'),
      this.#instances.numbers('look'),
    ];
    for (let axis = 0; axis < 3; axis++) {
      from[this.#count * 3 + axis] = origin[axis]!;
      to[this.#count * 3 + axis] = end ? end[axis]! : origin[axis]! + direction[axis]! * FREE_LENGTH;
    }
    look[this.#count * 2] = end ? 0.3 : 0;
    look[this.#count * 2 + 1] = isPressed ? 1 : 0;
    this.#count += 1;
  }

  finish(): void {
    this.#instances.count = this.#count;
  }

  dispose(): void {
    this.#instances.dispose();
  }
}

function ribbon(): BufferGeometry {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let i = 0; i <= STEPS; i++) {
    positions.push(i / STEPS, -1, 0, i / STEPS, 1, 0);
    if (i > 0) indices.push(i * 2 - 2, i * 2, i * 2 - 1, i * 2 - 1, i * 2, i * 2 + 1);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setIndex(indices);
  return geometry;
}
