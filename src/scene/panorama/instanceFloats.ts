/** Floats of instances that are kept from frame to frame, with the part of them that the latest frame changed. */
export class InstanceFloats {
  /** Grows by doubling, which a visit sees once or twice. */
  array: Float32Array;
  count = 0;
  /** One past the last float that the latest frame changed, and the first; both 0 when nothing changed. */
  changedStart = 0;
  changedEnd = 0;
  readonly floatsEach: number;

  constructor(floatsEach: number, capacity: number) {
    this.floatsEach = floatsEach;
    this.array = new Float32Array(capacity * floatsEach);
  }

  /** Instances there is room for. */
  get capacity(): number {
    return this.array.length / this.floatsEach;
  }

  protected begin(): void {
    this.count = 0;
    this.changedStart = this.array.length;
    this.changedEnd = 0;
  }

  protected end(): void {
    if (this.changedEnd === 0) this.changedStart = 0;
  }

  /** Room for one more; where its floats begin. */
  protected push(): number {
    if (this.count === this.capacity) {
      const grown = new Float32Array(this.array.length * 2);
      grown.set(this.array);
      this.array = grown;
    }
    return this.count++ * this.floatsEach;
  }

  protected set(at: number, value: number): void {
    const { array } = this;
    const rounded = Math.fround(value);
    if (array[at] === rounded) return;
    array[at] = rounded;
    if (at < this.changedStart) this.changedStart = at;
    if (at + 1 > this.changedEnd) this.changedEnd = at + 1;
  }
}
