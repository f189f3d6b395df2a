/**
 * How much of every pixel a polygon covers, computed so that windows agree to the last bit: every number follows from
 * the polygon and the pixel's own place on the scroll, never from where the window begins. Four lines are cut through
 * each row of pixels; along a line the cover is exact; winding numbers other than 0 are inside.
 */
const LINES = 4;
const MOST_CROSSINGS = 160;

export class Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Cover 0…1 of the pixels in the bounds below; zero elsewhere. Row by row, `width` a row. */
  readonly cover: Float32Array;
  /** Bounds of the last polygon within the window, in window pixels; right and bottom are outside. */
  fromX = 0;
  toX = 0;
  fromY = 0;
  toY = 0;
  readonly #crossings: Float64Array;
  readonly #turns: Int8Array;
  readonly #counts: Int16Array;

  constructor(left: number, top: number, width: number, height: number) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.cover = new Float32Array(width * height);
    this.#crossings = new Float64Array(height * LINES * MOST_CROSSINGS);
    this.#turns = new Int8Array(height * LINES * MOST_CROSSINGS);
    this.#counts = new Int16Array(height * LINES);
  }

  /** Fills `cover` for a closed polygon of `count` corners x, y, …, in pixels of the picture. False where it misses. */
  add(points: Float64Array, count: number): boolean {
    let low = Infinity;
    let high = -Infinity;
    let first = Infinity;
    let last = -Infinity;
    for (let i = 0; i < count; i++) {
      const x = points[2 * i]!;
      const y = points[2 * i + 1]!;
      if (x < low) low = x;
      if (x > high) high = x;
      if (y < first) first = y;
      if (y > last) last = y;
    }
    this.fromX = Math.max(0, Math.floor(low) - this.left);
    this.toX = Math.min(this.width, Math.ceil(high) - this.left);
    this.fromY = Math.max(0, Math.floor(first) - this.top);
    this.toY = Math.min(this.height, Math.ceil(last) - this.top);
    if (!(this.fromX < this.toX && this.fromY < this.toY)) return false;
    this.#counts.fill(0, this.fromY * LINES, this.toY * LINES);
    for (let i = 0, j = count - 1; i < count; j = i++) {
      this.#cross(points[2 * j]!, points[2 * j + 1]!, points[2 * i]!, points[2 * i + 1]!);
    }
    for (let line = this.fromY * LINES; line < this.toY * LINES; line++) {
      if (this.#counts[line]! > 1) this.#fillLine(line);
    }
    return true;
  }

  /** Makes the bounds zero again; call it when the cover has been used. */
  release(): void {
    for (let y = this.fromY; y < this.toY; y++) {
      this.cover.fill(0, y * this.width + this.fromX, y * this.width + this.toX);
    }
  }

  #cross(ax: number, ay: number, bx: number, by: number): void {
    if (ay === by) return;
    const turn = ay < by ? 1 : -1;
    const x = turn > 0 ? ax : bx;
    const y = turn > 0 ? ay : by;
    const end = turn > 0 ? by : ay;
    const slope = (bx - ax) / (by - ay);
    const offset = this.top * LINES;
    const from = Math.max(Math.ceil(y * LINES - 0.5), offset + this.fromY * LINES);
    const to = Math.min(Math.ceil(end * LINES - 0.5), offset + this.toY * LINES);
    for (let line = from; line < to; line++) {
      const at = line - offset;
      const count = this.#counts[at]!;
      if (count >= MOST_CROSSINGS)
        throw new RangeError('coverage: a polygon crosses a line too often; draw it in parts');
      const crossing = x + ((line + 0.5) / LINES - y) * slope;
      // Kept in order from left to right.
      let place = at * MOST_CROSSINGS + count;
      const begin = at * MOST_CROSSINGS;
      while (place > begin && this.#crossings[place - 1]! > crossing) {
        this.#crossings[place] = this.#crossings[place - 1]!;
        this.#turns[place] = this.#turns[place - 1]!;
        place--;
      }
      this.#crossings[place] = crossing;
      this.#turns[place] = turn;
      this.#counts[at] = count + 1;
    }
  }

  #fillLine(line: number): void {
    const begin = line * MOST_CROSSINGS;
    const count = this.#counts[line]!;
    const row = Math.floor(line / LINES) * this.width;
    let winding = 0;
    for (let i = 0; i < count - 1; i++) {
      winding += this.#turns[begin + i]!;
      if (winding !== 0) this.#fillSpan(row, this.#crossings[begin + i]!, this.#crossings[begin + i + 1]!);
    }
  }

  #fillSpan(row: number, from: number, to: number): void {
    const cover = this.cover;
    const left = this.left;
    const firstPixel = Math.floor(from);
    const lastPixel = Math.floor(to);
    const first = Math.max(firstPixel - left, this.fromX);
    const last = Math.min(lastPixel - left, this.toX - 1);
    for (let x = first; x <= last; x++) {
      const pixel = x + left;
      let share = 1 / LINES;
      if (pixel === firstPixel) share -= (from - pixel) / LINES;
      if (pixel === lastPixel) share -= (pixel + 1 - to) / LINES;
      cover[row + x]! += share;
    }
  }
}
