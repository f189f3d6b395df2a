/** What the first and last bytes of a sound file say: its format and, where a header tells, how long it is. */

export interface SoundFacts {
  /** As in a media type, after `audio/`; null where the bytes are of no format we know. */
  readonly format: 'ogg' | 'flac' | 'wav' | 'mpeg' | 'mp4' | null;
  /** Null where one would have to decode it. */
  readonly seconds: number | null;
}

/** Opus counts in this rate, whatever its input had (RFC 7845). */
const OPUS_RATE = 48_000;

/** @param bytes The whole file, or its beginning where only the format counts. */
export function readSoundFile(bytes: Uint8Array): SoundFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (word(0) === 'OggS') return { format: 'ogg', seconds: opusSeconds(bytes, view) };
  if (word(0) === 'fLaC') return { format: 'flac', seconds: flacSeconds(view) };
  if (word(0) === 'RIFF' && word(8) === 'WAVE') return { format: 'wav', seconds: wavSeconds(view, word) };
  if (word(4) === 'ftyp') return { format: 'mp4', seconds: null };
  const isMpeg = word(0).startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);
  return { format: isMpeg ? 'mpeg' : null, seconds: null };
}

/** STREAMINFO, the first block: 20 bits of rate, 3 of channels, 5 of depth, 36 of samples (RFC 9639). */
function flacSeconds(view: DataView): number | null {
  if (view.byteLength < 26) return null;
  const rate = view.getUint32(18) >>> 12;
  const samples = (view.getUint8(21) & 0x0f) * 2 ** 32 + view.getUint32(22);
  return rate > 0 && samples > 0 ? samples / rate : null;
}

/** Of the usual form: a format chunk, later one with the samples. */
function wavSeconds(view: DataView, word: (at: number) => string): number | null {
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = view.getUint32(at + 4, true);
    if (word(at) === 'fmt ' && at + 20 <= view.byteLength) bytesPerSecond = view.getUint32(at + 16, true);
    if (word(at) === 'data') return bytesPerSecond > 0 ? size / bytesPerSecond : null;
    at += 8 + size + (size % 2);
  }
  return null;
}

/** The last page says how many samples there are, the first packet how many of them are not to be heard. */
function opusSeconds(bytes: Uint8Array, view: DataView): number | null {
  const head = 28;
  const isOpus = String.fromCharCode(...bytes.subarray(head, head + 8)) === 'OpusHead';
  if (!isOpus || bytes.length < head + 12) return null;
  const preSkip = view.getUint16(head + 10, true);
  for (let at = bytes.length - 27; at >= 0; at--) {
    if (view.getUint32(at) !== 0x4f676753) continue;
    const samples = Number(view.getBigUint64(at + 6, true)) - preSkip;
    return samples > 0 ? samples / OPUS_RATE : null;
  }
  return null;
}
