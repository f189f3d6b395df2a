const FLOAT = new Float32Array(1);
const BITS = new Uint32Array(FLOAT.buffer);

/** The nearest half float (IEEE 754 binary16) of a number from 0 on, as its bits; beyond its range the largest. */
export function toHalf(value: number): number {
  FLOAT[0] = value;
  const bits = BITS[0] ?? 0;
  const exponent = ((bits >> 23) & 0xff) - 127 + 15;
  const mantissa = bits & 0x7fffff;
  if (exponent >= 31) return 0x7bff;
  if (exponent <= 0) {
    if (exponent < -10) return 0;
    // Too small for a leading one: the mantissa says it all.
    const shift = 14 - exponent;
    return Math.min(0x3ff, ((mantissa | 0x800000) + (1 << (shift - 1))) >> shift);
  }
  const rounded = (exponent << 10) + (mantissa >> 13) + ((mantissa >> 12) & 1);
  return Math.min(0x7bff, rounded);
}

export function fromHalf(half: number): number {
  const exponent = (half >> 10) & 0x1f;
  const mantissa = half & 0x3ff;
  if (exponent === 0) return mantissa * 2 ** -24;
  return (1 + mantissa / 1024) * 2 ** (exponent - 15);
}
