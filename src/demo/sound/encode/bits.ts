/** Writes bits, the high ones first. */
export class BitWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #held = 0;
  #count = 0;

  /** The lowest `count` bits of `value`, 0 … 32 of them. */
  write(value: number, count: number): void {
    for (let left = count; left > 0;) {
      const take = Math.min(left, 8 - this.#count);
      const part = (value >>> (left - take)) & ((1 << take) - 1);
      this.#held = (this.#held << take) | part;
      this.#count += take;
      left -= take;
      if (this.#count === 8) {
        this.#push(this.#held);
        this.#held = 0;
        this.#count = 0;
      }
    }
  }

  /** `zeros` zero bits and a one. */
  writeUnary(zeros: number): void {
    let left = zeros;
    for (; left >= 32; left -= 32) this.write(0, 32);
    this.write(0, left);
    this.write(1, 1);
  }

  /** Fills the byte up with zeros. */
  align(): void {
    if (this.#count > 0) this.write(0, 8 - this.#count);
  }

  /** What has been written; the last byte must be full. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }
}
