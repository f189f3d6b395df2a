/** Ogg pages (RFC 3533) of one stream. */
export class OggWriter {
  readonly #serial: number;
  readonly #pages: Uint8Array[] = [];

  constructor(serial: number) {
    this.#serial = serial;
  }

  /** A page of whole packets; `granule` is the position at its end. At most 255 segments of 255 bytes. */
  addPage(packets: readonly Uint8Array[], granule: number, { isFirst = false, isLast = false } = {}): void {
    const lacing: number[] = [];
    for (const { length } of packets) {
      for (let left = length; ; left -= 255) {
        lacing.push(Math.min(255, left));
        if (left < 255) break;
      }
    }
    if (lacing.length > 255) throw new RangeError('ogg: too much for one page; give fewer packets');
    const header = Buffer.alloc(27 + lacing.length);
    header.write('OggS', 0, 'latin1');
    header.writeUInt8((isFirst ? 2 : 0) | (isLast ? 4 : 0), 5);
    header.writeBigInt64LE(BigInt(granule), 6);
    header.writeUInt32LE(this.#serial, 14);
    header.writeUInt32LE(this.#pages.length, 18);
    header.writeUInt8(lacing.length, 26);
    header.set(lacing, 27);
    const page = Buffer.concat([header, ...packets]);
    page.writeUInt32LE(crc32(page), 22);
    this.#pages.push(page);
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#pages);
  }
}

const table = new Uint32Array(256);
for (let i = 0; i < 256; i++) {
  let crc = i << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  table[i] = crc >>> 0;
}

/** The polynomial of Ogg: 0x04c11db7, high bits first, begun with 0, not inverted. */
function crc32(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) ^ table[((crc >>> 24) ^ byte) & 255]!) >>> 0;
  return crc;
}
