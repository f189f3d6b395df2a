/** All cards of a frame in one instanced draw, and all placeholders in another. */
import {
  BoxGeometry, BufferAttribute, DynamicDrawUsage, GLSL3, InstancedBufferGeometry, InstancedInterleavedBuffer,
  InstancedMesh, InterleavedBufferAttribute, Matrix4, Mesh, MeshLambertMaterial, ShaderMaterial,
} from 'three'; // prettier-ignore
import type { Group } from 'three';
import type { MeshCard, MeshReport } from '#streaming/mesh/ports.ts';
import { CARD_FRAGMENT_SHADER, CARD_VERTEX_SHADER } from './cardShader.ts';
import { toGrid } from './fade.ts';
import type { PosterAtlas } from './posterAtlas.ts';

const FLOATS = 8;
/** The grey of a plinth. */
const PLACEHOLDER_COLOUR = 0x8a857d;
/** Side of a cube inside a sphere of radius 1. */
const CUBE_SIDE = 2 / Math.sqrt(3);

export class Cards {
  readonly #atlas: PosterAtlas;
  readonly #mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #boxes: InstancedMesh<BoxGeometry, MeshLambertMaterial>;
  readonly #floats: Float32Array;
  readonly #instances: InstancedInterleavedBuffer;
  readonly #matrix = new Matrix4();
  readonly #capacity: number;
  count = 0;

  constructor(group: Group, atlas: PosterAtlas, capacity: number) {
    this.#atlas = atlas;
    this.#capacity = capacity;
    this.#floats = new Float32Array(FLOATS * capacity);
    this.#instances = new InstancedInterleavedBuffer(this.#floats, FLOATS, 1).setUsage(DynamicDrawUsage);
    this.#mesh = new Mesh(createQuads(this.#instances), createMaterial(atlas));
    this.#mesh.name = 'relic cards';
    this.#mesh.frustumCulled = false;
    this.#mesh.matrixAutoUpdate = false;
    const grey = new MeshLambertMaterial({ color: PLACEHOLDER_COLOUR });
    this.#boxes = new InstancedMesh(new BoxGeometry(CUBE_SIDE, CUBE_SIDE, CUBE_SIDE), grey, capacity);
    this.#boxes.name = 'relic placeholders';
    this.#boxes.frustumCulled = false;
    this.#boxes.matrixAutoUpdate = false;
    group.add(this.#mesh, this.#boxes);
  }

  /** `bare`: the instances that stand without. */
  show({ cards, cardCount }: MeshReport, bare: ReadonlySet<string>): void {
    this.count = 0;
    let boxes = 0;
    for (let i = 0; i < cardCount; i++) {
      const card = cards[i];
      if (!card || bare.has(card.instance.id)) continue;
      if (!card.isPlaceholder) this.#write(card);
      else if (boxes < this.#capacity) this.#writeBox(card, boxes++);
    }
    this.#mesh.geometry.instanceCount = this.count;
    this.#mesh.visible = this.count > 0;
    this.#instances.needsUpdate = this.count > 0;
    this.#boxes.count = boxes;
    this.#boxes.visible = boxes > 0;
    if (boxes > 0) this.#boxes.instanceMatrix.needsUpdate = true;
  }

  /** three makes all of it anew. */
  loseContext(): void {
    this.#mesh.geometry.dispose();
    this.#mesh.material.dispose();
    this.#boxes.geometry.dispose();
    this.#boxes.material.dispose();
    this.#boxes.dispose();
  }

  dispose(): void {
    this.loseContext();
    this.#mesh.removeFromParent();
    this.#boxes.removeFromParent();
  }

  #write({ instance, share, isLeaving }: MeshCard): void {
    const layer = this.#atlas.layerOf(instance.asset.id);
    if (layer < 0 || this.count >= this.#capacity) return;
    const at = this.count++ * FLOATS;
    const floats = this.#floats;
    floats[at] = instance.center[0];
    floats[at + 1] = instance.center[1];
    floats[at + 2] = instance.center[2];
    floats[at + 3] = instance.asset.radius * instance.scale;
    floats[at + 4] = layer;
    floats[at + 5] = toGrid(share, isLeaving);
    floats[at + 6] = isLeaving ? 1 : 0;
  }

  #writeBox({ instance }: MeshCard, at: number): void {
    const size = instance.asset.radius * instance.scale;
    const [x, y, z] = instance.center;
    this.#matrix.makeScale(size, size, size).setPosition(x, y, z);
    this.#boxes.setMatrixAt(at, this.#matrix);
  }
}

function createQuads(instances: InstancedInterleavedBuffer): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('corner', new BufferAttribute(new Float32Array([-1, -1, 1, -1, 1, 1, -1, 1]), 2));
  geometry.setAttribute('cardSphere', new InterleavedBufferAttribute(instances, 4, 0));
  geometry.setAttribute('cardFace', new InterleavedBufferAttribute(instances, 3, 4));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.instanceCount = 0;
  return geometry;
}

function createMaterial(atlas: PosterAtlas): ShaderMaterial {
  return new ShaderMaterial({
    name: 'relic-cards',
    glslVersion: GLSL3,
    vertexShader: CARD_VERTEX_SHADER,
    fragmentShader: CARD_FRAGMENT_SHADER,
    uniforms: { posters: { value: atlas.texture } },
    toneMapped: false,
  });
}
