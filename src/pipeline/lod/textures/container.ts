/**
 * The container of KTX 2.0, as far as levels go: a header of 80 bytes, an index of 24 bytes a level, the descriptions,
 * then the levels, smallest first, each at a multiple of 16 bytes (KTX File Format Specification 2.0, section 2).
 */
import type { Picture } from './pixels.ts';

const HEADER_BYTES = 80;
const INDEX_BYTES = 24;
const ALIGNMENT = 16;
const AT = { width: 20, height: 24, levelCount: 40, scheme: 44, dfdOffset: 48, kvdOffset: 56, sgdOffset: 64 } as const;
const SCHEME_ZSTD = 2;

export interface PackedLevel {
  readonly data: Uint8Array;
  /** Bytes before packing. */
  readonly length: number;
}

/** Finest first, as they lie in the file. */
export function readLevels(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return Array.from({ length: view.getUint32(AT.levelCount, true) }, (_, level) => {
    const at = HEADER_BYTES + level * INDEX_BYTES;
    const offset = Number(view.getBigUint64(at, true));
    return file.slice(offset, offset + Number(view.getBigUint64(at + 8, true)));
  });
}

/** A file described as `like`, of that size, with these levels, packed with Zstandard, finest first. */
export function writeLevels(
  like: Uint8Array,
  { width, height }: Pick<Picture, 'width' | 'height'>,
  levels: readonly PackedLevel[],
): Uint8Array {
  const old = new DataView(like.buffer, like.byteOffset, like.byteLength);
  const block = (at: number): Uint8Array => {
    const offset = old.getUint32(at, true);
    return like.subarray(offset, offset + old.getUint32(at + 4, true));
  };
  const dfd = block(AT.dfdOffset);
  const kvd = block(AT.kvdOffset);
  const dfdOffset = HEADER_BYTES + levels.length * INDEX_BYTES;
  const kvdOffset = dfdOffset + dfd.length;
  const offsets: number[] = [];
  let end = kvdOffset + kvd.length;
  for (let level = levels.length - 1; level >= 0; level--) {
    offsets[level] = end = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    end += levels[level]!.data.length;
  }
  const file = new Uint8Array(end);
  file.set(like.subarray(0, HEADER_BYTES));
  const view = new DataView(file.buffer);
  view.setUint32(AT.width, width, true);
  view.setUint32(AT.height, height, true);
  view.setUint32(AT.levelCount, levels.length, true);
  view.setUint32(AT.scheme, SCHEME_ZSTD, true);
  view.setUint32(AT.dfdOffset, dfdOffset, true);
  view.setUint32(AT.dfdOffset + 4, dfd.length, true);
  view.setUint32(AT.kvdOffset, kvd.length > 0 ? kvdOffset : 0, true);
  view.setUint32(AT.kvdOffset + 4, kvd.length, true);
  view.setBigUint64(AT.sgdOffset, 0n, true);
  view.setBigUint64(AT.sgdOffset + 8, 0n, true);
  file.set(dfd, dfdOffset);
  // What a block takes is not said of packed levels.
  for (let plane = 0; plane < 8; plane++) file[dfdOffset + 4 + 16 + plane] = 0;
  file.set(kvd, kvdOffset);
  levels.forEach(({ data, length }, level) => {
    const at = HEADER_BYTES + level * INDEX_BYTES;
    view.setBigUint64(at, BigInt(offsets[level]!), true);
    view.setBigUint64(at + 8, BigInt(data.length), true);
    view.setBigUint64(at + 16, BigInt(length), true);
    file.set(data, offsets[level]);
  });
  return file;
}
