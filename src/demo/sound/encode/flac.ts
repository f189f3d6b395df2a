/**
 * FLAC (RFC 9639) with linear prediction and Rice codes: a small encoder for the fallback files. Samples with unused low bits are
 * stored without them ("wasted bits"), which is how quiet beds are kept small.
 */
import { BitWriter } from '#demo/sound/encode/bits.ts';
import { findPredictor } from '#demo/sound/encode/predict.ts';

const BLOCK = 4096;
const DEPTH = 16;

/** One channel of 16-bit samples as a FLAC file. */
export function encodeFlac(samples: Int16Array, rate: number): Uint8Array {
  const frames: Uint8Array[] = [];
  for (let from = 0; from < samples.length; from += BLOCK) {
    frames.push(encodeFrame(samples.subarray(from, from + BLOCK), frames.length));
  }
  const header = new BitWriter();
  header.write(0x664c6143, 32); // fLaC
  header.write(0x80, 8); // the last metadata block, of type STREAMINFO
  header.write(34, 24);
  header.write(BLOCK, 16);
  header.write(BLOCK, 16);
  header.write(0, 24); // smallest and largest frame: not told
  header.write(0, 24);
  header.write(rate, 20);
  header.write(0, 3); // one channel
  header.write(DEPTH - 1, 5);
  header.write(0, 4);
  header.write(samples.length, 32);
  for (let i = 0; i < 4; i++) header.write(0, 32); // no MD5 sum
  return Buffer.concat([header.bytes(), ...frames]);
}

function encodeFrame(block: Int16Array, number: number): Uint8Array {
  const out = new BitWriter();
  out.write(0xfff8, 16); // sync, blocks of fixed size
  out.write(0x7, 4); // block size in 16 bits at the end of the header
  out.write(0x0, 4); // rate as in STREAMINFO
  out.write(0x0, 4); // one channel
  out.write(0x4, 3); // 16 bits
  out.write(0, 1);
  writeNumber(out, number);
  out.write(block.length - 1, 16);
  out.write(crc8(out.bytes()), 8);
  writeSubframe(out, block);
  out.align();
  out.write(crc16(out.bytes()), 16);
  return out.bytes().slice();
}

function writeNumber(out: BitWriter, number: number): void {
  if (number < 0x80) out.write(number, 8);
  else if (number < 0x800) {
    out.write(0xc0 | (number >> 6), 8);
    out.write(0x80 | (number & 0x3f), 8);
  } else throw new RangeError('encodeFlac: more than 2047 blocks; write longer numbers for longer sounds');
}

function writeSubframe(out: BitWriter, block: Int16Array): void {
  let used = 0;
  for (const sample of block) used |= sample;
  if (used === 0) {
    out.write(0, 8); // constant
    out.write(0, DEPTH);
    return;
  }
  const wasted = 31 - Math.clz32(used & -used);
  const values = Int32Array.from(block, (sample) => sample >> wasted);
  const depth = DEPTH - wasted;
  const { order, shift, precision, coefficients, residual } = findPredictor(values);
  out.write(0, 1);
  out.write(order === 0 ? 0b001000 : 0b100000 | (order - 1), 6);
  out.write(wasted > 0 ? 1 : 0, 1);
  if (wasted > 0) out.writeUnary(wasted - 1);
  for (let i = 0; i < order; i++) out.write(values[i]!, depth);
  if (order > 0) {
    out.write(precision - 1, 4);
    out.write(shift, 5);
    for (const coefficient of coefficients) out.write(coefficient, precision);
  }
  writeResidual(out, residual, order, block.length);
}

/** Rice codes with a parameter of their own for every part of the block. */
function writeResidual(out: BitWriter, residual: Int32Array, order: number, length: number): void {
  const partition = length === BLOCK ? 4 : 0;
  const parts = 1 << partition;
  const size = length / parts;
  out.write(0, 2);
  out.write(partition, 4);
  for (let part = 0; part < parts; part++) {
    const from = part === 0 ? 0 : part * size - order;
    const to = (part + 1) * size - order;
    let sum = 0;
    for (let i = from; i < to; i++) sum += Math.abs(residual[i]!);
    const mean = sum / Math.max(1, to - from);
    const rice = Math.max(0, Math.min(14, Math.round(Math.log2(mean * 1.386 + 1e-9))));
    out.write(rice, 4);
    for (let i = from; i < to; i++) {
      const folded = (residual[i]! << 1) ^ (residual[i]! >> 31);
      out.writeUnary(folded >>> rice);
      out.write(folded, rice);
    }
  }
}

function crc8(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
  }
  return crc;
}

function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let i = 0; i < 8; i++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x8005) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}
