import { Matrix4, Mesh, ShaderMaterial } from 'three';
import { JOINTS, type HandJoints } from '../input/handJoints.ts';
import type { HandShape } from './handGeometry.ts';
import { HANDS_ORDER, PLASTER, PLASTER_GLSL } from './plaster.ts';

const VERTEX = /* glsl */ `
uniform mat4 joints[${JOINTS.length}];
attribute vec4 skinJoints;
attribute vec4 skinWeights;
varying vec3 vNormal;
varying vec3 vToEye;
varying float vCuff;

void main() {
  mat4 pose = joints[int(skinJoints.x)] * skinWeights.x + joints[int(skinJoints.y)] * skinWeights.y
    + joints[int(skinJoints.z)] * skinWeights.z + joints[int(skinJoints.w)] * skinWeights.w;
  vec4 world = pose * vec4(position, 1.0);
  vNormal = mat3(pose) * normal;
  vToEye = cameraPosition - world.xyz;
  vCuff = position.z;
  gl_Position = projectionMatrix * viewMatrix * world;
}
`;

const FRAGMENT = /* glsl */ `
uniform vec3 colour;
varying vec3 vNormal;
varying vec3 vToEye;
varying float vCuff;
${PLASTER_GLSL}
void main() {
  vec3 shade = lit(colour, normalize(vNormal), normalize(vToEye));
  gl_FragColor = vec4(shade * (1.0 - 0.45 * smoothstep(0.0, 0.032, vCuff)), 1.0);
  #include <colorspace_fragment>
}
`;

/** How much thicker or thinner than the resting hand fingers may become. */
const SLIGHTEST = 0.75;
const STOUTEST = 1.3;

/** One hand, moved by its joints. One draw call. */
export class HandModel {
  readonly mesh: Mesh;
  readonly #shape: HandShape;
  readonly #joints = JOINTS.map(() => new Matrix4());
  readonly #scale = new Matrix4();

  constructor(shape: HandShape) {
    this.#shape = shape;
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { joints: { value: this.#joints }, colour: { value: PLASTER } },
      // Not because one sees through it, but to be drawn after the marks.
      transparent: true,
      toneMapped: false,
    });
    this.mesh = new Mesh(this.#shape.geometry, material);
    this.mesh.renderOrder = HANDS_ORDER;
    // The joints move it, whatever its own place is.
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  get triangles(): number {
    return (this.#shape.geometry.index?.count ?? 0) / 3;
  }

  /** Takes the shape of a hand that is tracked; `rig` leads from the joints' space to the world. */
  follow(hand: HandJoints, rig: Matrix4): void {
    const { unbind, radii } = this.#shape;
    for (let i = 0; i < JOINTS.length; i++) {
      const radius = hand.radii[i]!;
      const width = radius > 0 ? Math.min(STOUTEST, Math.max(SLIGHTEST, radius / (radii[i]! * RADIUS_RATIO))) : 1;
      const joint = this.#joints[i]!.fromArray(hand.matrices, i * 16).premultiply(rig);
      joint.multiply(this.#scale.makeScale(width, width, 1)).multiply(unbind[i]!);
    }
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    (this.mesh.material as ShaderMaterial).dispose();
  }
}

/** Devices say how far the skin is, which is a little less than the resting hand's bones are thick. */
const RADIUS_RATIO = 0.93;
