import {
  type Box3,
  CircleGeometry,
  DataTexture,
  Group,
  LinearFilter,
  type Material,
  Mesh,
  MeshStandardMaterial,
  RedFormat,
  Vector3,
  Vector4,
} from 'three';
import type { Cut, GroundWish } from '#scene/relic/measure/protocol.ts';
import type { SeenPoint } from '#tour/relic/orbit/framing.ts';
import { FLOOR, STONE } from '../colours.ts';
import { createSlab, type SlabShape } from './slab.ts';

/** Of the slab, as shares of the longer of its halves. */
const HEIGHT = 0.11;
const BEVEL = 0.02;
const HAIR = 0.0015;
/** How far it stands out beyond the relic, and how wide it is at least for the relic's height. */
const OVERHANG = 1.11;
const LEAST = 0.26;
/** A relic whose outline from above is this close to a circle stands on a round slab. */
const ROUND = 1.2;
const RIM_POINTS = 16;
const FLOOR_RADIUS = 5;
/** Behind the relic, in front of the backdrop. */
const ORDER = -10;
const CELLS = 72;

/**
 * What a relic stands on: a round slab of dark stone on a floor that loses itself in the dark. Seen from below it gives
 * way, so that one can look at the foot of a vessel.
 */
export class Plinth {
  readonly group = new Group();
  readonly #slab: Mesh;
  readonly #floor: Mesh;
  readonly #share = { value: 1 };
  /** Middle of the ground, half its side; how much of its own shadow is there yet. */
  readonly #square = { value: new Vector4(0, 0, 1, 0) };
  readonly #ground: { value: DataTexture };
  /** Half width, half depth and corner of the slab in its longer halves. */
  readonly #outline = { value: new Vector3(1, 1, 1) };
  /** The longer half, metres: the unit of everything here. */
  #radius = 1;
  #top = 0;

  constructor() {
    this.#ground = { value: createGround() };
    this.#slab = new Mesh(undefined, createStone(this.#share, this.#square, this.#ground, this.#outline));
    const circle = new CircleGeometry(FLOOR_RADIUS, 96).rotateX(-Math.PI / 2);
    this.#floor = new Mesh(circle, createFloor(this.#share, this.#outline));
    this.#floor.position.y = -HEIGHT;
    for (const mesh of [this.#slab, this.#floor]) {
      mesh.receiveShadow = true;
      mesh.renderOrder = ORDER;
      this.group.add(mesh);
    }
    this.#slab.castShadow = true;
    this.group.name = 'plinth';
  }

  /** Of the sphere around the relic's middle that holds all that is drawn of it. */
  get reach(): number {
    return this.#radius * (FLOOR_RADIUS + HEIGHT);
  }

  /** The rim of the slab along the axes of a camera, from the relic's middle, which is `lift` metres above the slab. */
  rim(yaw: number, pitch: number, lift: number): readonly SeenPoint[] {
    // From below it gives way and needs no room.
    if (pitch < 0) return [];
    const y = -lift - HEIGHT * this.#radius;
    const { x: halfWidth, y: halfDepth, z: corner } = this.#outline.value;
    return Array.from({ length: RIM_POINTS }, (_, k) => {
      const angle = ((k + 0.5) / RIM_POINTS) * 2 * Math.PI;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const x = (Math.sign(c) * (halfWidth - corner) + c * corner) * this.#radius;
      const z = (Math.sign(s) * (halfDepth - corner) + s * corner) * this.#radius;
      const ahead = x * Math.sin(yaw) + z * Math.cos(yaw);
      return {
        right: x * Math.cos(yaw) - z * Math.sin(yaw),
        up: y * Math.cos(pitch) - ahead * Math.sin(pitch),
        toward: y * Math.sin(pitch) + ahead * Math.cos(pitch),
      };
    });
  }

  get isSeen(): boolean {
    return this.#share.value > 0;
  }

  /** Stands below a relic that reaches `spread` metres from its upright axis. */
  fit(bounds: Box3, spread: number): void {
    const middle = bounds.getCenter(new Vector3());
    const { halfWidth, halfDepth, corner } = shapeBelow(bounds, spread);
    this.#radius = Math.max(halfWidth, halfDepth);
    this.#top = bounds.min.y;
    this.#outline.value.set(halfWidth, halfDepth, corner).divideScalar(this.#radius);
    this.#slab.geometry.dispose();
    const { x, y: z, z: round } = this.#outline.value;
    this.#slab.geometry = createSlab({ halfWidth: x, halfDepth: z, corner: round }, HEIGHT, BEVEL);
    // A hair below what stands on it, or the two would fight for the same pixels.
    this.group.position.set(middle.x, bounds.min.y - this.#radius * HAIR, middle.z);
    this.group.scale.setScalar(this.#radius);
    this.#square.value.set(middle.x, middle.z, this.#radius, 0);
  }

  /** What is to be asked of the relic's surface to know its shadow on the slab. */
  wish(cut: Cut | null): GroundWish {
    const { x, y: z, z: halfSide } = this.#square.value;
    return { x, z, halfSide, y: this.#top, cells: CELLS, cut };
  }

  shade(light: Uint8Array): void {
    if (light.length !== CELLS * CELLS) return;
    (this.#ground.value.image.data as Uint8Array).set(light);
    this.#ground.value.needsUpdate = true;
    this.#square.value.w = 1;
  }

  /** Gives way below the eye's height; `eyeY` in the model's metres. Says whether it is seen. */
  follow(eyeY: number): boolean {
    const above = (eyeY - this.#top) / this.#radius;
    this.#share.value = Math.min(1, Math.max(0, (above + 0.02) / 0.12));
    this.group.visible = this.isSeen;
    return this.isSeen;
  }

  dispose(): void {
    for (const mesh of [this.#slab, this.#floor]) {
      mesh.geometry.dispose();
      (mesh.material as Material).dispose();
    }
    this.#ground.value.dispose();
  }
}

function shapeBelow(bounds: Box3, spread: number): SlabShape {
  const size = bounds.getSize(new Vector3());
  const least = Math.max(size.y * LEAST, 1e-6);
  const [x, z] = [size.x / 2, size.z / 2];
  const longer = Math.max(x, z);
  if (spread < longer * ROUND && longer < Math.min(x, z) * ROUND) {
    const radius = Math.max(spread * OVERHANG, least);
    return { halfWidth: radius, halfDepth: radius, corner: radius };
  }
  const margin = longer * (OVERHANG - 1);
  const [halfWidth, halfDepth] = [Math.max(x + margin, least), Math.max(z + margin, least)];
  return { halfWidth, halfDepth, corner: Math.min(halfWidth, halfDepth) * 0.22 };
}

function createGround(): DataTexture {
  const texture = new DataTexture(new Uint8Array(CELLS * CELLS).fill(255), CELLS, CELLS, RedFormat);
  texture.minFilter = texture.magFilter = LinearFilter;
  return texture;
}

/** Leaves out pixels as the plinth gives way. */
const GIVE_WAY = /* glsl */ `
  float roomNoise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  if (roomNoise >= stageShare) discard;
`;
/** How far outside the slab's outline a point of the ground lies. */
const FROM_OUTLINE = /* glsl */ `
uniform vec3 stageOutline;
float stageFrom(vec2 at) {
  vec2 q = abs(at) - stageOutline.xy + stageOutline.z;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - stageOutline.z;
}
`;
const PLACE_VERTEX = /* glsl */ `
  vStagePlace = (modelMatrix * vec4(transformed, 1.0)).xyz;
  vStageFlat = position;
`;

function createStone(
  share: { readonly value: number },
  square: { readonly value: Vector4 },
  ground: { readonly value: DataTexture },
  outline: { readonly value: Vector3 },
): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ color: STONE, roughness: 0.72, metalness: 0, toneMapped: false });
  patchStage(material, 'stone', (shader) => {
    Object.assign(shader.uniforms, {
      stageShare: share,
      stageSquare: square,
      stageGround: ground,
      stageOutline: outline,
    });
    shader.fragmentShader =
      `uniform vec4 stageSquare;\nuniform sampler2D stageGround;\n${shader.fragmentShader}`.replace(
        '#include <aomap_fragment>',
        /* glsl */ `
      vec2 stageAt = (vStagePlace.xz - stageSquare.xy) / (2.0 * stageSquare.z) + 0.5;
      float stageLight = mix(1.0, pow(texture2D(stageGround, stageAt).r, 1.7), stageSquare.w * step(-0.001, vStageFlat.y));
      reflectedLight.indirectDiffuse *= stageLight;
      reflectedLight.indirectSpecular *= stageLight;
      // Stone is not even: a faint cloud, and dust at the rim.
      float stageCloud = sin(vStageFlat.x * 9.0 + sin(vStageFlat.z * 7.0)) * sin(vStageFlat.z * 11.0 + vStageFlat.x * 3.0);
      reflectedLight.indirectDiffuse *= 1.0 + 0.04 * stageCloud;`,
      );
  });
  return material;
}

/** Dark boards that the light leaves with growing distance; around the slab they are in its shadow. */
function createFloor(share: { readonly value: number }, outline: { readonly value: Vector3 }): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ color: FLOOR, roughness: 0.9, metalness: 0, transparent: true });
  material.depthWrite = material.toneMapped = false;
  patchStage(material, 'floor', (shader) => {
    Object.assign(shader.uniforms, { stageShare: share, stageOutline: outline });
    shader.fragmentShader = shader.fragmentShader
      .replace(
        '#include <aomap_fragment>',
        /* glsl */ `
        float stageNear = smoothstep(-0.1, 0.34, stageFrom(vStageFlat.xz));
        reflectedLight.indirectDiffuse *= 0.2 + 0.8 * stageNear;
        reflectedLight.indirectSpecular *= stageNear;`,
      )
      .replace(
        '#include <opaque_fragment>',
        /* glsl */ `
        float stagePool = 1.0 - smoothstep(0.8, ${FLOOR_RADIUS.toFixed(1)}, length(vStageFlat.xz));
        diffuseColor.a *= stagePool * stagePool;
        #include <opaque_fragment>`,
      );
  });
  return material;
}

type Shader = Parameters<Material['onBeforeCompile']>[0];

function patchStage(material: Material, key: string, patch: (shader: Shader) => void): void {
  material.onBeforeCompile = (shader) => {
    patch(shader);
    const varyings = 'varying vec3 vStagePlace;\nvarying vec3 vStageFlat;\n';
    const outline = `uniform float stageShare;\n${FROM_OUTLINE}`;
    shader.vertexShader =
      varyings + shader.vertexShader.replace('#include <project_vertex>', `#include <project_vertex>${PLACE_VERTEX}`);
    shader.fragmentShader =
      varyings + outline + shader.fragmentShader.replace('void main() {', `void main() {${GIVE_WAY}`);
  };
  material.customProgramCacheKey = () => `stage ${key}`;
}
