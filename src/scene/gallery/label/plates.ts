/**
 * All plates of a hall in one draw call. Every name lies small in one common picture, made when the hall opens; the
 * nearest ones are written large into a few slots as one comes near, one a frame.
 */
import {
  BufferAttribute,
  CanvasTexture,
  DataArrayTexture,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  ShaderMaterial,
  SRGBColorSpace,
} from 'three';
import type { Plate } from '#tour/gallery/plan.ts';
import { CARD, drawPlate, type PlateText } from './drawPlate.ts';
import { PLATE_FRAGMENT, PLATE_VERTEX } from './plateShader.ts';

export interface NamedPlate extends PlateText {
  readonly plate: Plate;
  /** From how far it can be read, metres. */
  readonly readableFrom: number;
}

const SMALL = { width: 128, height: 48 };
const COLUMNS = 8;
const LARGE = { width: 512, height: 192 };
const SLOTS = 12;
const NO_SLOT = -1;

export class Plates {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #plates: readonly NamedPlate[];
  readonly #family: string;
  readonly #small: CanvasTexture;
  readonly #large: DataArrayTexture;
  readonly #pen: CanvasRenderingContext2D | null;
  readonly #slots: InstancedBufferAttribute;
  readonly #lit: InstancedBufferAttribute;
  /** Which plate lies in each slot. */
  readonly #held: number[] = Array.from({ length: SLOTS }, () => NO_SLOT);
  #isComplete = false;
  #litIndex = -1;

  constructor(plates: readonly NamedPlate[], family: string) {
    this.#plates = plates;
    this.#family = family;
    this.#small = drawSmall(plates, family);
    const bytes = new Uint8Array(LARGE.width * LARGE.height * 4 * SLOTS);
    this.#large = new DataArrayTexture(bytes, LARGE.width, LARGE.height, SLOTS);
    this.#large.colorSpace = SRGBColorSpace;
    this.#large.minFilter = this.#large.magFilter = LinearFilter;
    // Memory that is reserved holds nothing: one layer instead of all of them is enough to begin with.
    this.#large.addLayerUpdate(0);
    this.#large.needsUpdate = true;
    const canvas = document.createElement('canvas');
    canvas.width = LARGE.width;
    canvas.height = LARGE.height;
    this.#pen = canvas.getContext('2d', { willReadFrequently: true });
    const geometry = createGeometry(plates);
    this.#slots = new InstancedBufferAttribute(new Float32Array(plates.length).fill(NO_SLOT), 1);
    this.#lit = new InstancedBufferAttribute(new Float32Array(plates.length), 1);
    geometry.setAttribute('slot', this.#slots);
    geometry.setAttribute('lit', this.#lit);
    const rows = Math.max(1, Math.ceil(plates.length / COLUMNS));
    this.mesh = new Mesh(
      geometry,
      new ShaderMaterial({
        name: 'plates',
        glslVersion: GLSL3,
        vertexShader: PLATE_VERTEX,
        fragmentShader: PLATE_FRAGMENT,
        toneMapped: false,
        uniforms: {
          small: { value: this.#small },
          large: { value: this.#large },
          grid: { value: [COLUMNS, rows] },
        },
      }),
    );
    this.mesh.name = 'plates';
    this.mesh.frustumCulled = false;
    this.mesh.visible = plates.length > 0;
  }

  /** GPU bytes of both pictures. */
  get gpuBytes(): number {
    const { width, height } = this.#small.image;
    return Math.round(width * height * 4 * 1.34) + LARGE.width * LARGE.height * 4 * SLOTS;
  }

  /** Whether every plate that can be read from where one stood last is written large. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Lights the plate of that index alone, −1 none; says whether that is another one than before. */
  light(index: number): boolean {
    if (index === this.#litIndex) return false;
    if (this.#litIndex >= 0) this.#lit.setX(this.#litIndex, 0);
    if (index >= 0) this.#lit.setX(index, 1);
    this.#litIndex = index;
    this.#lit.needsUpdate = true;
    return true;
  }

  /** Writes the nearest plate that is due and not there yet; says whether there are more. */
  follow(x: number, y: number, z: number): boolean {
    const due = this.#nearestMissing(x, y, z);
    if (due < 0) {
      this.#isComplete = true;
      return false;
    }
    this.#write(due, this.#freeSlot(x, y, z));
    this.#isComplete = false;
    return true;
  }

  dispose(): void {
    this.#small.dispose();
    this.#large.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  #nearestMissing(x: number, y: number, z: number): number {
    let best = -1;
    let least = Infinity;
    let closer = 0;
    for (let i = 0; i < this.#plates.length; i++) {
      const away = this.#away(i, x, y, z);
      if (away > 1) continue;
      closer++;
      if (this.#slots.getX(i) !== NO_SLOT || away >= least) continue;
      best = i;
      least = away;
    }
    // Where more are near than there are slots, only one that is nearer than a held one takes its place.
    if (best >= 0 && closer > SLOTS && least > this.#farthestHeld(x, y, z)) return -1;
    return best;
  }

  /** Distance as a share of what it can be read from. */
  #away(index: number, x: number, y: number, z: number): number {
    const named = this.#plates[index];
    if (!named) return Infinity;
    const [px, py, pz] = named.plate.position;
    return Math.hypot(px - x, py - y, pz - z) / named.readableFrom;
  }

  #farthestHeld(x: number, y: number, z: number): number {
    let most = -1;
    for (const held of this.#held) most = Math.max(most, held === NO_SLOT ? Infinity : this.#away(held, x, y, z));
    return most;
  }

  #freeSlot(x: number, y: number, z: number): number {
    let slot = 0;
    let most = -1;
    for (let i = 0; i < SLOTS; i++) {
      const held = this.#held[i] ?? NO_SLOT;
      const away = held === NO_SLOT ? Infinity : this.#away(held, x, y, z);
      if (away > most) [slot, most] = [i, away];
    }
    return slot;
  }

  #write(index: number, slot: number): void {
    const named = this.#plates[index];
    const pen = this.#pen;
    if (!named || !pen) return;
    const before = this.#held[slot] ?? NO_SLOT;
    if (before !== NO_SLOT) this.#slots.setX(before, NO_SLOT);
    this.#held[slot] = index;
    this.#slots.setX(index, slot);
    this.#slots.needsUpdate = true;
    drawPlate(pen, [0, 0, LARGE.width, LARGE.height], named, this.#family);
    const { data } = pen.getImageData(0, 0, LARGE.width, LARGE.height);
    (this.#large.image.data as Uint8Array).set(data, slot * data.length);
    this.#large.addLayerUpdate(slot);
    this.#large.needsUpdate = true;
  }
}

function drawSmall(plates: readonly NamedPlate[], family: string): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = SMALL.width * COLUMNS;
  canvas.height = SMALL.height * Math.max(1, Math.ceil(plates.length / COLUMNS));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context) {
    context.fillStyle = CARD;
    context.fillRect(0, 0, canvas.width, canvas.height);
    plates.forEach((named, index) => {
      const x = (index % COLUMNS) * SMALL.width;
      const y = Math.floor(index / COLUMNS) * SMALL.height;
      drawPlate(context, [x, y, SMALL.width, SMALL.height], named, family);
    });
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.flipY = false;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.anisotropy = 4;
  return texture;
}

function createGeometry(plates: readonly NamedPlate[]): InstancedBufferGeometry {
  const places = new Float32Array(plates.length * 4);
  const shapes = new Float32Array(plates.length * 3);
  plates.forEach(({ plate: { position, turn, lean, width, height } }, i) => {
    places.set([...position, turn], 4 * i);
    shapes.set([width, height, lean], 3 * i);
  });
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0]), 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.setAttribute('place', new InstancedBufferAttribute(places, 4));
  geometry.setAttribute('shape', new InstancedBufferAttribute(shapes, 3));
  geometry.instanceCount = plates.length;
  return geometry;
}
