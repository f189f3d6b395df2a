/** Coarser levels from finer ones: means of 2 × 2 pixels in linear light, kept in 16 bits so that nothing is rounded twice. */
import { LINEAR_OF_8, STORED_8_OF_LINEAR } from '#pipeline/tile/pixels/transfer.ts';

/** `bytes` stored sRGB, 3 a pixel; both sides even. Returns linear light, 0…65,535. */
export function halveStored(bytes: Uint8Array, width: number, height: number): Uint16Array {
  return halve(width, height, (i) => LINEAR_OF_8[bytes[i]!]!);
}

export function halveLinear(light: Uint16Array, width: number, height: number): Uint16Array {
  return halve(width, height, (i) => light[i]!);
}

function halve(width: number, height: number, at: (index: number) => number): Uint16Array {
  const out = new Uint16Array((width / 2) * (height / 2) * 3);
  for (let y = 0, to = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2)
      for (let c = 0; c < 3; c++, to++) {
        const from = (y * width + x) * 3 + c;
        const below = from + width * 3;
        out[to] = (at(from) + at(from + 3) + at(below) + at(below + 3) + 2) >> 2;
      }
  return out;
}

export function storeLinear(light: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(light.length);
  for (let i = 0; i < light.length; i++) bytes[i] = STORED_8_OF_LINEAR[light[i]!]!;
  return bytes;
}
