/**
 * What a panorama does to relics that stand in it: hides them where its surfaces are nearer, and takes on the dark
 * where they touch the ground. Both are drawn over boxes around the relics alone, before them and after the panorama.
 */
import { AlwaysDepth, BackSide, BoxGeometry, CustomBlending, GLSL3, InstancedBufferAttribute, InstancedBufferGeometry, Matrix3, Mesh, OneFactor, OneMinusSrcAlphaFactor, ShaderMaterial, Vector3, ZeroFactor } from 'three'; // prettier-ignore
import type { IUniform, Texture } from 'three';
import type { Block } from '#tour/gallery/plan.ts';
import type { StandingRelic } from './standingRelics.ts';
import type { Vec3 } from '#shared/vec.ts';
import { SURFACE_ALONG } from './alongRay.ts';
import { TOLERANCE } from './depthField.ts';
import type { DepthPicture } from './depthPicture.ts';

/** After the panoramas, before everything that stands in the room, a board with a piece of wall too. */
const ORDER = { hide: -960, ground: -950 };

const VERTEX = /* glsl */ `
in vec4 place;
in vec4 shape;
in float reach;
uniform vec3 centre;
out vec3 vAt;
out vec3 vFoot;
flat out vec4 vShape;
flat out float vTurn;
flat out float vReach;
flat out vec2 vLens;

void main() {
  vec3 local = position * vec3(shape.x, shape.z - shape.y, shape.w);
  float s = sin(place.w);
  float c = cos(place.w);
  vFoot = centre + place.xyz;
  vShape = shape;
  vTurn = place.w;
  vReach = reach;
  vLens = vec2(projectionMatrix[2][2], projectionMatrix[3][2]);
  float y = 0.5 * (shape.y + shape.z) + local.y;
  vAt = centre + vec3(place.x + local.x * c + local.z * s, y, place.z + local.z * c - local.x * s);
  gl_Position = projectionMatrix * viewMatrix * vec4(vAt, 1.0);
}
`;

const SURFACE = /* glsl */ `
uniform sampler2D nearness;
uniform mat3 toPanorama;
uniform float isKnown;
uniform float mostNearness;
uniform vec3 centre;
in vec3 vAt;
in vec3 vFoot;
flat in vec4 vShape;
flat in float vTurn;
flat in float vReach;
flat in vec2 vLens;

/** Even noise over the screen: neighbouring pixels differ, and no pattern is seen. */
float speckle(vec2 at) {
  return fract(52.9829189 * fract(dot(at, vec2(0.06711056, 0.00583715))));
}

float nearnessAt(vec3 direction, vec2 jitter, bool isSharp) {
  vec3 d = toPanorama * normalize(direction);
  vec2 at = vec2(atan(d.x, -d.z) / 6.283185307179586 + 0.5, 0.5 - asin(clamp(d.y, -1.0, 1.0)) / 3.141592653589793);
  vec2 size = vec2(textureSize(nearness, 0));
  at += jitter / size;
  if (isSharp) at = (floor(at * size) + 0.5) / size;
  return textureLod(nearness, at, 0.0).r;
}
${SURFACE_ALONG}
`;

const HIDE = /* glsl */ `
${SURFACE}
uniform float reveal;

void main() {
  vec3 ray = normalize(vAt - cameraPosition);
  // Edges of the picture are a texel wide at best: a sample strays by part of one, so that they are soft, not stepped.
  float one = speckle(gl_FragCoord.xy);
  float other = speckle(gl_FragCoord.yx + 17.0);
  float until = distance(vAt, cameraPosition);
  float way = surfaceAlong(cameraPosition - centre, ray, until, 0.9 * (vec2(one, other) - 0.5));
  way += ${TOLERANCE.metres.toFixed(4)} + ${TOLERANCE.share.toFixed(4)} * way;
  float ahead = way * (viewMatrix * vec4(ray, 0.0)).z;
  float depth = 0.5 * (vLens.x * ahead + vLens.y) / -ahead + 0.5;
  if (isKnown < 0.5) depth = 1.0;
  // Until all is there that a relic's place depends on, everything hides it.
  gl_FragDepth = other >= reveal ? 0.0 : clamp(depth, 0.0, 1.0);
}
`;

const GROUND = /* glsl */ `
${SURFACE}
uniform float reveal;
out vec4 fragmentColor;

void main() {
  vec3 ray = normalize(vAt - cameraPosition);
  float way = isKnown > 0.5
    ? surfaceAlong(cameraPosition - centre, ray, distance(vAt, cameraPosition), vec2(0.0))
    : (vFoot.y - cameraPosition.y) / min(-1e-4, ray.y);
  vec3 from = cameraPosition + ray * way - vFoot;
  float s = sin(vTurn);
  float c = cos(vTurn);
  vec2 on = vec2(from.x * c - from.z * s, from.x * s + from.z * c);
  // Beneath the relic it is darkest; from its outline on the dark thins out.
  vec2 beside = max(vec2(0.0), abs(on) - (0.5 * vShape.xw - 1.2 * vReach));
  float near = 1.0 - smoothstep(0.0, 1.2 * vReach, length(beside));
  float level = 1.0 - smoothstep(0.35, 1.0, abs(from.y) / (0.5 * (vShape.z - vShape.y)));
  fragmentColor = vec4(0.0, 0.0, 0.0, 0.6 * near * near * level * reveal);
}
`;

/** The boxes reach a little beyond the relics, and the dark on the ground farther. */
const MARGIN = 1.04;
const GROUND_REACH = { ofHeight: 0.3, most: 0.5, least: 0.015 };
const GROUND_HEIGHT = 0.2;
const NO_SIDES = [0, 0, 0, 0];

interface SurroundingUniforms {
  readonly nearness: IUniform<Texture | null>;
  readonly toPanorama: IUniform<Matrix3>;
  readonly isKnown: IUniform<number>;
  readonly mostNearness: IUniform<number>;
  readonly centre: IUniform<Vector3>;
  readonly reveal: IUniform<number>;
  readonly [name: string]: IUniform;
}

export class Surroundings {
  readonly meshes: readonly Mesh[];
  readonly #uniforms: SurroundingUniforms = {
    nearness: { value: null },
    toPanorama: { value: new Matrix3() },
    isKnown: { value: 0 },
    mostNearness: { value: 0 },
    centre: { value: new Vector3() },
    reveal: { value: 0 },
  };

  constructor(relics: readonly StandingRelic[]) {
    const blocks = relics.map(({ block }) => block);
    const reaches = blocks.map(reachOf);
    const hide = new Mesh(boxesAround(blocks.map(grow), reaches), this.#material('hide', HIDE));
    hide.renderOrder = ORDER.hide;
    const ground = new Mesh(boxesAround(blocks.map(atFoot), reaches), this.#material('ground', GROUND));
    ground.renderOrder = ORDER.ground;
    this.meshes = [hide, ground];
    for (const mesh of this.meshes) {
      mesh.frustumCulled = false;
      mesh.matrixAutoUpdate = false;
    }
  }

  /** The depth of the place; null where nobody knows it. */
  set depth(depth: DepthPicture | null) {
    this.#uniforms.nearness.value = depth?.texture ?? null;
    this.#uniforms.isKnown.value = depth ? 1 : 0;
    this.#uniforms.mostNearness.value = depth?.mostNearness ?? 0;
    // Row by row, as `set` takes it.
    if (depth) this.#uniforms.toPanorama.value.set(...depth.toPanorama);
  }

  /** Where the middle of the panorama is in the place, metres: the relics stand in the panorama. */
  set centre(centre: Vec3) {
    this.#uniforms.centre.value.set(...centre);
  }

  /** 0 hides the relics, 1 shows them where nothing stands before them. */
  set reveal(reveal: number) {
    this.#uniforms.reveal.value = reveal;
  }

  /** Around a relic that is not in its place, by its index, nothing hides anything and nothing is dark. */
  setInPlace(index: number, isInPlace: boolean): void {
    for (const { geometry } of this.meshes) {
      // A box without sides covers no pixel.
      const sides = (geometry.userData['shapes'] as Float32Array).subarray(4 * index, 4 * index + 4);
      const shape = geometry.getAttribute('shape');
      shape.array.set(isInPlace ? sides : NO_SIDES, 4 * index);
      shape.needsUpdate = true;
    }
  }

  dispose(): void {
    for (const { geometry, material } of this.meshes) {
      geometry.dispose();
      for (const one of [material].flat()) one.dispose();
    }
  }

  /** Counts as opaque to three, so that it is drawn before what it hides. */
  #material(kind: 'hide' | 'ground', fragmentShader: string): ShaderMaterial {
    const isGround = kind === 'ground';
    const material = new ShaderMaterial({
      name: `relics in place: ${kind}`,
      glslVersion: GLSL3,
      vertexShader: VERTEX,
      fragmentShader,
      uniforms: this.#uniforms,
      side: BackSide,
      depthFunc: AlwaysDepth,
      depthTest: !isGround,
      depthWrite: !isGround,
      colorWrite: isGround,
      toneMapped: false,
    });
    if (isGround) {
      material.blending = CustomBlending;
      material.blendSrc = ZeroFactor;
      material.blendDst = OneMinusSrcAlphaFactor;
      material.blendSrcAlpha = ZeroFactor;
      material.blendDstAlpha = OneFactor;
    }
    return material;
  }
}

function grow(block: Block): Block {
  const { width, depth, bottom, top } = block;
  const more = (MARGIN - 1) * Math.max(width, depth, top - bottom) + 0.01;
  return { ...block, width: width + 2 * more, depth: depth + 2 * more, bottom: bottom - more, top: top + more };
}

/** How far the dark beneath a relic spreads beyond its outline. */
function reachOf({ top, bottom, width, depth }: Block): number {
  const { ofHeight, most, least } = GROUND_REACH;
  return Math.min(most, least + ofHeight * Math.min(top - bottom, Math.max(width, depth)));
}

function atFoot(block: Block): Block {
  const reach = reachOf(block);
  const [width, depth] = [block.width + 2 * reach, block.depth + 2 * reach];
  const high = Math.min(GROUND_HEIGHT, 0.4 * Math.max(width, depth));
  return { ...block, width, depth, bottom: block.bottom - high / 2, top: block.bottom + high / 2 };
}

/** `place`: the foot and the turn; `shape`: width, bottom, top, depth. */
function boxesAround(blocks: readonly Block[], reaches: readonly number[]): InstancedBufferGeometry {
  const box = new BoxGeometry(1, 1, 1);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', box.getAttribute('position'));
  geometry.setIndex(box.getIndex());
  const places = new Float32Array(blocks.length * 4);
  const shapes = new Float32Array(blocks.length * 4);
  blocks.forEach(({ x, z, width, depth, bottom, top, turn }, i) => {
    places.set([x, (bottom + top) / 2, z, turn], 4 * i);
    shapes.set([width, bottom, top, depth], 4 * i);
  });
  geometry.setAttribute('place', new InstancedBufferAttribute(places, 4));
  geometry.setAttribute('shape', new InstancedBufferAttribute(shapes, 4));
  geometry.userData['shapes'] = shapes.slice();
  geometry.setAttribute('reach', new InstancedBufferAttribute(Float32Array.from(reaches), 1));
  geometry.instanceCount = blocks.length;
  return geometry;
}
