import {
  BufferAttribute, DynamicDrawUsage, InstancedBufferGeometry, InstancedInterleavedBuffer, InterleavedBufferAttribute,
} from 'three'; // prettier-ignore
import type { Projection } from '#streaming/pyramid/pyramid.ts';
import type { InstanceFloats } from './instanceFloats.ts';
import { GRID_SEGMENTS } from './patchShader.ts';

/** What the floats of a patch are called in its program, four by four. */
export const PATCH_ATTRIBUTES = ['patchRectangle', 'patchPlace', 'patchPixels', 'patchBefore', 'patchAfter'] as const;
export const MIXED_ATTRIBUTES = [
  ...PATCH_ATTRIBUTES, 'otherSpan', 'otherPatchPlace', 'otherPatchPixels', 'otherPatchBefore', 'otherPatchAfter',
] as const; // prettier-ignore

/** The patches of a panorama on the GPU, and the grid that each of them is drawn as, by projection. */
export class PatchInstances<Buffer extends InstanceFloats> {
  readonly buffer: Buffer;
  readonly #attributes: readonly string[];
  readonly #segments: Readonly<Record<Projection, number>>;
  readonly #geometries = new Map<Projection, InstancedBufferGeometry>();
  readonly #range = { start: 0, count: 0 };
  #instances: InstancedInterleavedBuffer;

  constructor(
    buffer: Buffer,
    attributes: readonly string[],
    segments: Readonly<Record<Projection, number>> = GRID_SEGMENTS,
  ) {
    this.buffer = buffer;
    this.#attributes = attributes;
    this.#segments = segments;
    this.#instances = this.#create();
  }

  /** Hands what the latest frame changed on to the GPU. */
  update(): void {
    if (this.#instances.array !== this.buffer.array) {
      this.dispose();
      this.#instances = this.#create();
      return;
    }
    const { changedStart, changedEnd } = this.buffer;
    if (changedEnd === changedStart) return;
    const range = this.#range;
    const { updateRanges } = this.#instances;
    // three takes the range away once it is uploaded; frames that were not drawn have left theirs.
    const isPending = updateRanges.length > 0;
    const end = isPending ? Math.max(changedEnd, range.start + range.count) : changedEnd;
    range.start = isPending ? Math.min(changedStart, range.start) : changedStart;
    range.count = end - range.start;
    if (!isPending) updateRanges.push(range);
    this.#instances.needsUpdate = true;
  }

  geometry(projection: Projection): InstancedBufferGeometry {
    let geometry = this.#geometries.get(projection);
    if (!geometry) {
      geometry = createGrid(this.#segments[projection]);
      for (const [index, name] of this.#attributes.entries()) {
        geometry.setAttribute(name, new InterleavedBufferAttribute(this.#instances, 4, index * 4));
      }
      this.#geometries.set(projection, geometry);
    }
    return geometry;
  }

  dispose(): void {
    for (const geometry of this.#geometries.values()) geometry.dispose();
    this.#geometries.clear();
  }

  #create(): InstancedInterleavedBuffer {
    const { array, floatsEach } = this.buffer;
    return new InstancedInterleavedBuffer(array, floatsEach, 1).setUsage(DynamicDrawUsage);
  }
}

/** A unit square of `segments` × `segments` cells with its corners as vec2 `corner`. */
function createGrid(segments: number): InstancedBufferGeometry {
  const side = segments + 1;
  const corners = new Float32Array(side * side * 2);
  const indices = new Uint16Array(segments * segments * 6);
  for (let y = 0, at = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      corners[at++] = x / segments;
      corners[at++] = y / segments;
    }
  }
  for (let y = 0, at = 0; y < segments; y++) {
    for (let x = 0; x < segments; x++) {
      const first = y * side + x;
      indices.set([first, first + side, first + 1, first + 1, first + side, first + side + 1], at);
      at += 6;
    }
  }
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('corner', new BufferAttribute(corners, 2));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
}
