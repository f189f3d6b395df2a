/**
 * Reads a picture's size from its first bytes, so that nothing is decoded whose size was not checked: a few kilobytes
 * can claim gigabytes. Understands what browsers decode: JPEG, PNG, WebP, GIF and AVIF.
 */

export interface ImageHeader {
  readonly type: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Null where the bytes are no picture of a known type or end before their size. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')) return readPng(view);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(view);
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) return readWebp(bytes, view);
  if (startsWith(bytes, 0, 'GIF8') && bytes.length >= 10) {
    return { type: 'gif', widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) };
  }
  if (startsWith(bytes, 4, 'ftyp')) return readAvif(bytes, view);
  return null;
}

function readPng(view: DataView): ImageHeader | null {
  if (view.byteLength < 24) return null;
  return { type: 'png', widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

function readJpeg(view: DataView): ImageHeader | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    // Start-of-frame markers, less the three of that range that mean other things.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { type: 'jpeg', heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function readWebp(bytes: Uint8Array, view: DataView): ImageHeader | null {
  if (bytes.length < 30) return null;
  if (startsWith(bytes, 12, 'VP8X')) {
    return { type: 'webp', widthPx: readUint24(view, 24) + 1, heightPx: readUint24(view, 27) + 1 };
  }
  if (startsWith(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { type: 'webp', widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (startsWith(bytes, 12, 'VP8 ')) {
    return {
      type: 'webp',
      widthPx: view.getUint16(26, true) & 0x3fff,
      heightPx: view.getUint16(28, true) & 0x3fff,
    };
  }
  return null;
}

/** The largest `ispe` property: an AVIF grid has its own beside those of its cells. */
function readAvif(bytes: Uint8Array, view: DataView): ImageHeader | null {
  let widthPx = 0;
  let heightPx = 0;
  const end = Math.min(bytes.length - 16, 4_096);
  for (let at = 4; at < end; at++) {
    if (!startsWith(bytes, at, 'ispe')) continue;
    widthPx = Math.max(widthPx, view.getUint32(at + 8));
    heightPx = Math.max(heightPx, view.getUint32(at + 12));
  }
  return widthPx > 0 ? { type: 'avif', widthPx, heightPx } : null;
}

function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}
