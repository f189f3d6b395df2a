/** Puts an ICC profile into an encoded picture without touching its pixels. */

export function embedProfile(encoded: Uint8Array, format: 'webp' | 'jpeg', profile: Uint8Array): Uint8Array {
  return format === 'webp' ? embedInWebp(encoded, profile) : embedInJpeg(encoded, profile);
}

const JPEG_CHUNK_BYTES = 65_519;

/** APP2 segments right after the start of the image, or after its JFIF segment, which must come first. */
function embedInJpeg(encoded: Uint8Array, profile: Uint8Array): Uint8Array {
  const source = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const hasJfif = source[2] === 0xff && source[3] === 0xe0;
  const splitAt = hasJfif ? 4 + source.readUInt16BE(4) : 2;
  const count = Math.ceil(profile.length / JPEG_CHUNK_BYTES);
  const segments: Uint8Array[] = [source.subarray(0, splitAt)];
  for (let i = 0; i < count; i++) {
    const chunk = profile.subarray(i * JPEG_CHUNK_BYTES, (i + 1) * JPEG_CHUNK_BYTES);
    const head = Buffer.alloc(18);
    head.writeUInt16BE(0xffe2, 0);
    head.writeUInt16BE(16 + chunk.length, 2);
    head.write('ICC_PROFILE\0', 4, 'latin1');
    head.writeUInt8(i + 1, 16);
    head.writeUInt8(count, 17);
    segments.push(head, chunk);
  }
  segments.push(source.subarray(splitAt));
  return Buffer.concat(segments);
}

const VP8X_HAS_PROFILE = 0x20;

/** An extended header (VP8X) and an ICCP chunk before the picture's own chunk. */
function embedInWebp(encoded: Uint8Array, profile: Uint8Array): Uint8Array {
  const source = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const kind = source.toString('latin1', 12, 16);
  const picture = source.subarray(12);
  const extended = Buffer.alloc(10);
  extended[0] = VP8X_HAS_PROFILE;
  if (kind === 'VP8L') {
    const bits = source.readUInt32LE(21);
    writeSize(extended, (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  } else if (kind === 'VP8 ') {
    writeSize(extended, source.readUInt16LE(26) & 0x3fff, source.readUInt16LE(28) & 0x3fff);
  } else {
    throw new Error(`cannot put a profile into a WebP that begins with ${kind}; expected VP8 or VP8L`);
  }
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', extended), chunk('ICCP', profile), picture]);
  return chunk('RIFF', body);
}

function writeSize(header: Buffer, width: number, height: number): void {
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
}

function chunk(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
