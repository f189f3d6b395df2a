/**
 * What is rolled up of a scroll, on both sides of what is open: a roll of its back, as thick as it has to be, on a stave or
 * a roller with a knob at either end; and the shadow it throws on the open part.
 */
import { CylinderGeometry, GLSL3, Group, Mesh, PlaneGeometry, ShaderMaterial, SphereGeometry, Vector3 } from 'three';
import type { BufferGeometry } from 'three';
import type { Opening } from '#tour/flat/opening.ts';

/** After the picture, before everything else. */
const ORDER = -900;
/** Of a roll's radius: how far its shadow reaches. */
const SHADOW_REACH = 1.6;
/** Metres: how far rods stand out beyond the picture, and how thick their knobs are. */
const ROD_BEYOND = 0.018;
const KNOB = 0.013;

const VERTEX = /* glsl */ `
out vec3 side;
out float upward;
out vec2 on;
void main() {
  side = normalize(mat3(modelMatrix) * normal);
  upward = position.y;
  on = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;
/** Light from above the visitor's shoulder; paper has a fine grain along the roll, wood a soft gleam. */
const SOLID = /* glsl */ `
uniform vec3 colour;
uniform float gleam;
in vec3 side;
in float upward;
in vec2 on;
out vec4 fragmentColor;
void main() {
  vec3 n = normalize(side);
  float lit = 0.32 + 0.68 * max(0.0, dot(n, normalize(vec3(-0.25, 0.5, 0.83))));
  float grain = 1.0 - 0.05 * (1.0 - gleam) * step(0.5, fract(on.x * 90.0));
  float shine = gleam * pow(max(0.0, dot(n, normalize(vec3(-0.12, 0.28, 0.95)))), 24.0);
  fragmentColor = vec4(colour * lit * grain + shine * 0.35, 1.0);
}
`;
const SHADE = /* glsl */ `
in vec3 side;
in float upward;
in vec2 on;
out vec4 fragmentColor;
void main() {
  float far = abs(on.x - 0.5) * 2.0;
  fragmentColor = vec4(0.05, 0.04, 0.03, 0.6 * (1.0 - far) * (1.0 - far));
}
`;

/** Malachite silk on the outside, as scrolls are mounted, and dark wood. */
const SILK = new Vector3(0.36, 0.42, 0.36);
const WOOD = new Vector3(0.21, 0.12, 0.08);

export class Rolls {
  readonly group = new Group();
  readonly #silk = solid('silk of a roll', SILK, 0);
  readonly #wood = solid('wood of a roll', WOOD, 1);
  readonly #shade = new ShaderMaterial({
    name: 'shadow of a roll',
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: SHADE,
    transparent: true,
    depthWrite: false,
    toneMapped: false,
  });
  readonly #geometries: BufferGeometry[] = [];
  readonly #sides: readonly { readonly group: Group; readonly roll: Mesh; readonly shadow: Mesh }[];

  /** `height` of the picture, metres. */
  constructor(height: number) {
    this.group.name = 'rolls';
    const roll = this.#keep(new CylinderGeometry(1, 1, height * 1.002, 64, 1, true));
    const rod = this.#keep(new CylinderGeometry(0.006, 0.006, height + 2 * ROD_BEYOND, 20));
    const end = this.#keep(new CylinderGeometry(1, 1, 0.0005, 64));
    const knob = this.#keep(new SphereGeometry(KNOB, 24, 16));
    const shadow = this.#keep(new PlaneGeometry(1, height));
    this.#sides = [0, 1].map(() => {
      const group = new Group();
      const one = { group, roll: new Mesh(roll, this.#silk), shadow: new Mesh(shadow, this.#shade) };
      group.add(one.shadow, one.roll, new Mesh(rod, this.#wood));
      for (const sign of [-1, 1]) {
        const cap = new Mesh(end, this.#silk);
        cap.position.y = (sign * height) / 2;
        one.roll.add(cap);
        const ball = new Mesh(knob, this.#wood);
        ball.position.y = sign * (height / 2 + ROD_BEYOND);
        ball.scale.y = 1.3;
        group.add(ball);
      }
      group.traverse((part) => {
        part.frustumCulled = false;
        // Of a group it would come before every order of others.
        if (part instanceof Mesh) part.renderOrder = part === one.shadow ? ORDER - 1 : ORDER;
      });
      this.group.add(group);
      return one;
    });
  }

  /** Metres from the picture's own middle; the picture is at z = 0. */
  set({ left, right, leftRoll, rightRoll }: Opening): void {
    this.#place(0, left, -1, leftRoll);
    this.#place(1, right, 1, rightRoll);
  }

  dispose(): void {
    for (const geometry of this.#geometries) geometry.dispose();
    for (const material of [this.#silk, this.#wood, this.#shade]) material.dispose();
  }

  /** The roll lies on the picture and leaves it along the line where it touches it. */
  #place(index: number, edge: number, sign: number, radius: number): void {
    const side = this.#sides[index];
    if (!side) return;
    side.group.position.set(edge + sign * radius, 0, radius);
    side.roll.scale.set(radius, 1, radius);
    side.shadow.scale.x = 2 * radius * (1 + SHADOW_REACH);
    side.shadow.position.z = 0.0005 - radius;
  }

  #keep<Shape extends BufferGeometry>(geometry: Shape): Shape {
    this.#geometries.push(geometry);
    return geometry;
  }
}

function solid(name: string, colour: Vector3, gleam: number): ShaderMaterial {
  return new ShaderMaterial({
    name,
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: SOLID,
    uniforms: { colour: { value: colour }, gleam: { value: gleam } },
    toneMapped: false,
  });
}
