/** From linear light to the bytes of a picture, by the AgX curve (T. Sobotka; polynomial by B. Wrensch), a bit livelier. */

const INSET = [
  0.842479062253094, 0.0784335999999992, 0.0792237451477643, 0.0423282422610123, 0.878468636469772, 0.0791661274605434,
  0.0423756549057051, 0.0784336, 0.879142973793104,
];
const OUTSET = [
  1.19687900512017, -0.0980208811401368, -0.0990297440797205, -0.0528968517574562, 1.15190312990417,
  -0.0989611768448433, -0.0529716355144438, -0.0980434501171241, 1.15107367264116,
];
const LOW = -12.47393;
const HIGH = 4.026069;
const SATURATION = 1.16;
const CONTRAST = 1.12;

/** Reads and writes three values: linear light in, sRGB 0…255 out. */
export function toneMap(pixel: Float64Array): void {
  const [r, g, b] = [pixel[0]!, pixel[1]!, pixel[2]!];
  for (let k = 0; k < 3; k++) {
    const inside = INSET[k * 3]! * r + INSET[k * 3 + 1]! * g + INSET[k * 3 + 2]! * b;
    const stops = Math.min(HIGH, Math.max(LOW, Math.log2(Math.max(inside, 1e-10))));
    pixel[k] = curve((stops - LOW) / (HIGH - LOW)) ** CONTRAST;
  }
  const grey = 0.2126 * pixel[0]! + 0.7152 * pixel[1]! + 0.0722 * pixel[2]!;
  const [x, y, z] = [0, 1, 2].map((k) => grey + (pixel[k]! - grey) * SATURATION) as [number, number, number];
  for (let k = 0; k < 3; k++)
    pixel[k] = 255 * Math.min(1, Math.max(0, OUTSET[k * 3]! * x + OUTSET[k * 3 + 1]! * y + OUTSET[k * 3 + 2]! * z));
}

function curve(x: number): number {
  const x2 = x * x;
  const x4 = x2 * x2;
  return 15.5 * x4 * x2 - 40.14 * x4 * x + 31.96 * x4 - 6.868 * x2 * x + 0.4298 * x2 + 0.1191 * x - 0.00232;
}
