/**
 * The patches of a frame cut into parts of about the same angle, whatever the level of their tile, so that the nets of
 * neighbours meet point by point. A part is its patch's floats and which part of the tile it is (least x y, most x y).
 */
import type { Projection } from '#streaming/pyramid/pyramid.ts';
import { InstanceFloats } from '../instanceFloats.ts';
import { PARTS_PER_QUARTER } from './depthShader.ts';

export const FLOATS_PER_PART = 4;
/** Right angles along a face, each way. */
const QUARTERS = { cube: [1, 1], equirect: [4, 2], flat: [1, 1] } satisfies Record<
  Projection,
  readonly [number, number]
>;
/** A preview is on the screen for moments only, and its texels are larger than what such parts differ by. */
const FEWEST_TEXELS = 32;

/** Parts along a rectangle that takes this share of a face's side. */
export function partsAlong(share: number, texels: number, quarters: number): number {
  const wanted = Math.ceil(share * quarters * PARTS_PER_QUARTER - 1e-6);
  return Math.max(1, Math.min(wanted, Math.floor(texels / FEWEST_TEXELS)));
}

export class PartBuffer extends InstanceFloats {
  #patchCount = -1;
  #projection: Projection | null = null;

  constructor(floatsPerPatch: number, capacity = 512) {
    super(floatsPerPatch + FLOATS_PER_PART, capacity);
  }

  write(patches: InstanceFloats, projection: Projection): void {
    const isSame = patches.count === this.#patchCount && projection === this.#projection;
    if (isSame && patches.changedEnd === 0) {
      this.changedStart = this.changedEnd = 0;
      return;
    }
    this.#patchCount = patches.count;
    this.#projection = projection;
    this.begin();
    for (let i = 0; i < patches.count; i++) this.#cut(patches, i * patches.floatsEach, QUARTERS[projection]);
    this.end();
  }

  #cut({ array, floatsEach }: InstanceFloats, from: number, [quartersX, quartersY]: readonly [number, number]): void {
    const [u0 = 0, v0 = 0, u1 = 1, v1 = 1] = array.subarray(from, from + 4);
    const columns = partsAlong(u1 - u0, array[from + 8] ?? 1, quartersX);
    const rows = partsAlong(v1 - v0, array[from + 9] ?? 1, quartersY);
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) {
        const at = this.push();
        for (let k = 0; k < floatsEach; k++) this.set(at + k, array[from + k] ?? 0);
        this.set(at + floatsEach, x / columns);
        this.set(at + floatsEach + 1, y / rows);
        this.set(at + floatsEach + 2, (x + 1) / columns);
        this.set(at + floatsEach + 3, (y + 1) / rows);
      }
    }
  }
}
