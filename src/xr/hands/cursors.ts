import { BufferGeometry, Float32BufferAttribute } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { Instances, MOST_POINTERS } from './instances.ts';
import { CURSORS_ORDER, LAMP_BLACK, OCHRE, PLASTER } from './plaster.ts';

const VERTEX = /* glsl */ `
attribute vec3 at;
attribute vec3 facing;
/** How full the ring is, how far it is pressed, how strongly it is drawn. */
attribute vec3 look;
varying vec2 vAt;
varying vec3 vLook;

void main() {
  vec3 toEye = cameraPosition - at;
  float distance = length(toEye);
  vec3 up = abs(facing.y) > 0.98 ? vec3(0.0, 0.0, -1.0) : vec3(0.0, 1.0, 0.0);
  vec3 right = normalize(cross(up, facing));
  // The same size to the eye at any distance, 2.4 degrees across with its ring.
  float radius = 0.032 * distance;
  vec3 place = at + (right * position.x + cross(facing, right) * position.y) * radius;
  // A little nearer than what it lies on.
  place += toEye * 0.02;
  vAt = position.xy;
  vLook = look;
  gl_Position = projectionMatrix * viewMatrix * vec4(place, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
uniform vec3 colour;
uniform vec3 pressedColour;
uniform vec3 ground;
varying vec2 vAt;
varying vec3 vLook;

float band(float r, float inner, float outer, float soft) {
  return smoothstep(inner - soft, inner + soft, r) * (1.0 - smoothstep(outer - soft, outer + soft, r));
}

void main() {
  float r = length(vAt);
  float soft = max(fwidth(r), 0.02);
  float size = mix(0.18, 0.27, vLook.y);
  float disc = 1.0 - smoothstep(size - soft, size + soft, r);
  // Clockwise from the top.
  float turn = fract(atan(vAt.x, vAt.y) / 6.2831853 + 1.0);
  float isFilled = vLook.x > 0.0 ? 1.0 - smoothstep(vLook.x - 0.006, vLook.x + 0.006, turn) : 0.0;
  float ring = band(r, 0.52, 0.66, soft) * (vLook.x > 0.0 ? mix(0.22, 1.0, isFilled) : 0.0);
  float halo = (1.0 - smoothstep(size, size + 0.13, r)) * 0.4;
  if (vLook.x > 0.0) halo = max(halo, band(r, 0.44, 0.74, 0.08) * 0.4);
  float lit = max(disc, ring);
  vec3 shade = mix(colour, pressedColour, max(vLook.y, ring > disc ? isFilled : 0.0));
  float alpha = lit + halo * (1.0 - lit);
  gl_FragColor = vec4(mix(ground, shade, lit / max(alpha, 0.001)), alpha * vLook.z);
  #include <colorspace_fragment>
}
`;

/** Where the pointers meet things: a disc on the surface, with a ring that fills while a gaze rests. One draw call. */
export class Cursors {
  readonly #instances = new Instances({
    shape: square(),
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      colour: { value: PLASTER },
      pressedColour: { value: OCHRE.clone().multiplyScalar(1.4) },
      ground: { value: LAMP_BLACK },
    },
    renderOrder: CURSORS_ORDER,
    sizes: { at: 3, facing: 3, look: 3 },
  });
  #count = 0;

  get mesh() {
    return this.#instances.mesh;
  }

  begin(): void {
    this.#count = 0;
  }

  /** On a surface with that normal; `dwell` and `strength` go from 0 to 1. */
  add(point: Vec3, normal: Vec3, dwell: number, isPressed: boolean, strength: number): void {
    if (this.#count === MOST_POINTERS) return;
    const first = this.#count * 3;
    this.#instances.numbers('at').set(point, first);
    this.#instances.numbers('facing').set(normal, first);
    const look = this.#instances.numbers('look');
    look[first] = dwell;
    look[first + 1] = isPressed ? 1 : 0;
    look[first + 2] = strength;
    this.#count += 1;
  }

  finish(): void {
    this.#instances.count = this.#count;
  }

  dispose(): void {
    this.#instances.dispose();
  }
}

function square(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0], 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  return geometry;
}
