/**
 * Blocks of a wall that show one unbroken piece of one sheet: rays are sent through their corners and their middle, and
 * where these agree only the paint is looked up pixel by pixel. Over a flat wall 1 ÷ depth, u ÷ depth and v ÷ depth are
 * linear in the picture, so nothing is lost; curved ones are divided until they agree.
 */
import { BLOCK, SMOOTH, type CanvasTile } from '#demo/picture/canvasTile.ts';
import type { Camera } from '#demo/picture/camera.ts';
import { RELIGHT_STRIDE } from '#demo/picture/lightReader.ts';
import { SKY, type Sampler, type Sight } from '#demo/picture/sampler.ts';

/** Numbers a record: 1 ÷ depth, u ÷ depth, v ÷ depth, normal, light. */
const RECORD = 6 + RELIGHT_STRIDE;
const SMALLEST_BLOCK = 4;
/** How far the middle may lie off, in texels or pixels, whichever are larger, and in parts of its depth. */
const TOLERANCE = 0.25;
const DEPTH_TOLERANCE = 1e-3;
/** Records of a block being divided: five for each division. */
const SPARE_RECORDS = 16;

export class SmoothBlocks {
  readonly #sampler: Sampler;
  readonly #sight: Sight;
  readonly #tile: CanvasTile;
  readonly #pixel: number;
  readonly #records: Float64Array;
  readonly #parts: Int16Array;
  readonly #left = new Float64Array(RECORD);
  readonly #step = new Float64Array(RECORD);
  readonly #here = new Float64Array(RECORD);
  readonly #perRow: number;
  readonly #spare: number;

  constructor(sampler: Sampler, sight: Sight, camera: Camera, tile: CanvasTile) {
    this.#sampler = sampler;
    this.#sight = sight;
    this.#tile = tile;
    this.#pixel = Math.hypot(...camera.right);
    this.#perRow = tile.columns + 1;
    this.#spare = this.#perRow * (tile.rows + 1);
    this.#records = new Float64Array((this.#spare + SPARE_RECORDS) * RECORD);
    this.#parts = new Int16Array(this.#spare + SPARE_RECORDS);
  }

  /** Sends a ray through every corner of the blocks. */
  traceCorners(): void {
    const { columns, rows } = this.#tile;
    for (let row = 0; row <= rows; row++)
      for (let column = 0; column <= columns; column++)
        this.#trace(row * this.#perRow + column, column * BLOCK, row * BLOCK);
  }

  /** Draws a block if it is smooth; false where its pixels have to be traced. Pieces that are not go to `rest`. */
  draw(column: number, row: number, rest: (x: number, y: number, size: number) => void): void {
    const corner = row * this.#perRow + column;
    const below = corner + this.#perRow;
    this.#drawPiece(column * BLOCK, row * BLOCK, BLOCK, corner, corner + 1, below, below + 1, this.#spare, rest);
  }

  #drawPiece(
    x: number,
    y: number,
    size: number,
    a: number,
    b: number,
    c: number,
    d: number,
    spare: number,
    rest: (x: number, y: number, size: number) => void,
  ): void {
    const parts = this.#parts;
    const part = parts[a]!;
    if (part === SKY || parts[b] !== part || parts[c] !== part || parts[d] !== part) return rest(x, y, size);
    const kind = this.#sight.scene.parts[part]!;
    if (kind.kind !== 'painted') return rest(x, y, size);
    const half = size / 2;
    this.#trace(spare, x + half, y + half);
    if (parts[spare] !== part) return rest(x, y, size);
    if (this.#agrees(kind.painting, a, b, c, d, spare)) {
      this.#sampler.frameHit();
      return this.#fill(x, y, size, part, kind.painting, a, b, c, d);
    }
    if (size <= SMALLEST_BLOCK) return rest(x, y, size);
    this.#trace(spare + 1, x + half, y);
    this.#trace(spare + 2, x, y + half);
    this.#trace(spare + 3, x + size, y + half);
    this.#trace(spare + 4, x + half, y + size);
    const next = spare + 5;
    this.#drawPiece(x, y, half, a, spare + 1, spare + 2, spare, next, rest);
    this.#drawPiece(x + half, y, half, spare + 1, b, spare, spare + 3, next, rest);
    this.#drawPiece(x, y + half, half, spare + 2, spare, c, spare + 4, next, rest);
    this.#drawPiece(x + half, y + half, half, spare, spare + 3, spare + 4, d, next, rest);
  }

  #trace(record: number, x: number, y: number): void {
    const sampler = this.#sampler;
    const { rect } = this.#tile;
    sampler.trace(rect.x - BLOCK + x, rect.y - BLOCK + y);
    this.#parts[record] = sampler.part;
    if (sampler.part === SKY) return;
    const part = this.#sight.scene.parts[sampler.part]!;
    if (part.kind !== 'painted') return;
    const { hit } = sampler;
    const at = record * RECORD;
    const records = this.#records;
    const inverse = 1 / sampler.depth;
    records[at] = inverse;
    records[at + 1] = hit.u * inverse;
    records[at + 2] = hit.v * inverse;
    records[at + 3] = hit.nx;
    records[at + 4] = hit.ny;
    records[at + 5] = hit.nz;
    sampler.light.readPainting(part.painting, hit.u, hit.v, hit.nx, hit.ny, hit.nz, records, at + 6);
  }

  #agrees(painting: number, a: number, b: number, c: number, d: number, middle: number): boolean {
    const records = this.#records;
    const [ia, ib, ic, id] = [a * RECORD, b * RECORD, c * RECORD, d * RECORD];
    const at = middle * RECORD;
    const inverse = (records[ia]! + records[ib]! + records[ic]! + records[id]!) / 4;
    if (Math.abs(inverse / records[at]! - 1) > DEPTH_TOLERANCE) return false;
    const texture = this.#sight.textures[painting]!;
    const texel = texture.width / texture.levels[0]!.width;
    const tolerance = TOLERANCE * Math.max(texel, this.#pixel / inverse);
    const u = (records[ia + 1]! + records[ib + 1]! + records[ic + 1]! + records[id + 1]!) / 4;
    const v = (records[ia + 2]! + records[ib + 2]! + records[ic + 2]! + records[id + 2]!) / 4;
    return (
      Math.abs(u / inverse - records[at + 1]! / records[at]!) < tolerance &&
      Math.abs(v / inverse - records[at + 2]! / records[at]!) < tolerance
    );
  }

  #fill(
    x: number,
    y: number,
    size: number,
    part: number,
    painting: number,
    a: number,
    b: number,
    c: number,
    d: number,
  ): void {
    const tile = this.#tile;
    const { states, parts, depths } = tile;
    const isInside = x >= BLOCK && y >= BLOCK && x < tile.width - BLOCK && y < tile.height - BLOCK;
    if (isInside) this.#setFootprint(painting, size, a, b, c, d);
    const [ia, ib, ic, id] = [a * RECORD, b * RECORD, c * RECORD, d * RECORD];
    const { frame, reader, shader } = this.#sampler;
    const texture = this.#sight.textures[painting]!;
    const records = this.#records;
    const left = this.#left;
    const step = this.#step;
    const here = this.#here;
    const used = isInside ? RECORD : 1;
    for (let j = 0; j < size; j++) {
      const t = (j + 0.5) / size;
      for (let k = 0; k < used; k++) {
        const from = records[ia + k]! * (1 - t) + records[ic + k]! * t;
        const to = records[ib + k]! * (1 - t) + records[id + k]! * t;
        step[k] = (to - from) / size;
        left[k] = from + step[k]! * 0.5;
      }
      let pixel = (y + j) * tile.width + x;
      for (let i = 0; i < size; i++, pixel++) {
        for (let k = 0; k < used; k++) here[k] = left[k]! + step[k]! * i;
        const depth = 1 / here[0]!;
        states[pixel] = SMOOTH;
        parts[pixel] = part;
        depths[pixel] = depth;
        if (!isInside) continue;
        frame[0] = here[3]!;
        frame[1] = here[4]!;
        frame[2] = here[5]!;
        reader.fetch(texture, here[1]! * depth, here[2]! * depth);
        shader.shadePainting(reader.values, here, 6, frame);
        storeRadiance(tile, pixel, shader.radiance);
      }
    }
  }

  #setFootprint(painting: number, size: number, a: number, b: number, c: number, d: number): void {
    const value = (record: number, k: number) => this.#records[record * RECORD + k]! / this.#records[record * RECORD]!;
    const across = (k: number) => (value(b, k) - value(a, k) + value(d, k) - value(c, k)) / (2 * size);
    const downward = (k: number) => (value(c, k) - value(a, k) + value(d, k) - value(b, k)) / (2 * size);
    this.#sampler.reader.setFootprint(this.#sight.textures[painting]!, across(1), across(2), downward(1), downward(2));
  }
}

export function storeRadiance(tile: CanvasTile, pixel: number, radiance: Float64Array): void {
  for (let p = 0; p < tile.radiance.length; p++) {
    const picture = tile.radiance[p]!;
    picture[pixel * 3] = radiance[p * 3]!;
    picture[pixel * 3 + 1] = radiance[p * 3 + 1]!;
    picture[pixel * 3 + 2] = radiance[p * 3 + 2]!;
  }
}
