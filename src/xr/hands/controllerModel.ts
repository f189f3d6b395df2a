import { Color, Matrix4, Mesh, ShaderMaterial } from 'three';
import type { Controls } from '../input/controls.ts';
import { PARTS, makeController, type ControllerShape, type Part } from './controllerGeometry.ts';
import { HANDS_ORDER, OCHRE, PLASTER, PLASTER_GLSL } from './plaster.ts';

const VERTEX = /* glsl */ `
uniform mat4 parts[${PARTS.length}];
uniform float glow[${PARTS.length}];
attribute float part;
varying vec3 vNormal;
varying vec3 vToEye;
varying float vGlow;
varying float vIsLight;

void main() {
  int which = int(part + 0.5);
  mat4 pose = modelMatrix * parts[which];
  vec4 world = pose * vec4(position, 1.0);
  vNormal = mat3(pose) * normal;
  vToEye = cameraPosition - world.xyz;
  vGlow = glow[which];
  vIsLight = which == 0 || which > 3 ? 1.0 : 0.0;
  gl_Position = projectionMatrix * viewMatrix * world;
}
`;

const FRAGMENT = /* glsl */ `
uniform vec3 bodyColour;
uniform vec3 partColour;
uniform vec3 glowColour;
varying vec3 vNormal;
varying vec3 vToEye;
varying float vGlow;
varying float vIsLight;
${PLASTER_GLSL}
void main() {
  vec3 colour = mix(partColour, bodyColour, vIsLight);
  vec3 shade = lit(mix(colour, glowColour, vGlow), normalize(vNormal), normalize(vToEye));
  gl_FragColor = vec4(shade + glowColour * vGlow * 0.35, 1.0);
  #include <colorspace_fragment>
}
`;

const BODY = PLASTER.clone().multiplyScalar(0.82);
const PART = new Color('#4a3f36');

/** Radians at the end of the trigger's way and of the stick's; metres of the side button's and the others'. */
const TRIGGER_TURN = -0.34;
const STICK_TILT = 0.36;
const SQUEEZE_WAY = 0.0025;
const BUTTON_WAY = 0.0009;

/** One controller that shows what the fingers do. One draw call. */
export class ControllerModel {
  readonly mesh: Mesh;
  readonly #shape: ControllerShape;
  readonly #parts = PARTS.map(() => new Matrix4());
  readonly #glow = PARTS.map(() => 0);
  readonly #motion = new Matrix4();
  readonly #tilt = new Matrix4();

  constructor(handedness: XRHandedness) {
    this.#shape = makeController(handedness);
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: {
        parts: { value: this.#parts },
        glow: { value: this.#glow },
        bodyColour: { value: BODY },
        partColour: { value: PART },
        glowColour: { value: OCHRE },
      },
      // Not because one sees through it, but to be drawn after the marks.
      transparent: true,
      toneMapped: false,
    });
    this.mesh = new Mesh(this.#shape.geometry, material);
    this.mesh.renderOrder = HANDS_ORDER;
    this.mesh.matrixAutoUpdate = false;
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
  }

  get triangles(): number {
    return (this.#shape.geometry.index?.count ?? 0) / 3;
  }

  /** Holds it by `grip`, in the world. */
  follow(grip: Matrix4, controls: Controls): void {
    this.mesh.matrix.copy(grip);
    this.mesh.matrixWorld.copy(grip);
    const motion = this.#motion;
    this.#move('body', motion.identity(), 0);
    this.#move('plate', motion, 0);
    this.#move('trigger', motion.makeRotationX(TRIGGER_TURN * controls.trigger), glowOf(controls.trigger));
    this.#move('squeeze', motion.makeTranslation(0, SQUEEZE_WAY * controls.squeeze, 0), glowOf(controls.squeeze));
    // Forward is −Z: pushing it away turns the stick's head there.
    const [x, z] = [-controls.stickY * STICK_TILT, -controls.stickX * STICK_TILT];
    this.#move('stick', motion.makeRotationX(x).multiply(this.#tilt.makeRotationZ(z)), controls.stickTouch);
    this.#move('lower', motion.makeTranslation(0, sunk(controls.lowerTouch), 0), controls.lowerTouch);
    this.#move('upper', motion.makeTranslation(0, sunk(controls.upperTouch), 0), controls.upperTouch);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    (this.mesh.material as ShaderMaterial).dispose();
  }

  #move(part: Part, motion: Matrix4, glow: number): void {
    const number = PARTS.indexOf(part);
    this.#parts[number]!.copy(this.#shape.frames[part]).multiply(motion);
    this.#glow[number] = glow;
  }
}

/** Half pulled it begins to shine. */
function glowOf(value: number): number {
  return Math.max(0, value * 2 - 1);
}

function sunk(touch: number): number {
  return touch === 1 ? -BUTTON_WAY : 0;
}
