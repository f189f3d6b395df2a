/** The few forms of DER (ITU-T X.690) that a certificate is written in. */

const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
};

export function encode(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), encodeLength(body.length), body]);
}

export const sequence = (...content: Uint8Array[]): Buffer => encode(TAG.sequence, ...content);
export const set = (...content: Uint8Array[]): Buffer => encode(TAG.set, ...content);
export const octetString = (content: Uint8Array): Buffer => encode(TAG.octetString, content);
export const utf8 = (text: string): Buffer => encode(TAG.utf8, Buffer.from(text));
export const yes = (): Buffer => encode(TAG.boolean, Buffer.from([0xff]));

/** A non-negative integer from its big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const needsSign = ((bytes[0] ?? 0) & 0x80) !== 0;
  return encode(TAG.integer, needsSign ? Buffer.from([0]) : Buffer.alloc(0), bytes);
}

/** @param unusedBits How many of the last byte's low bits say nothing, 0 to 7. */
export function bitString(content: Uint8Array, unusedBits = 0): Buffer {
  return encode(TAG.bitString, Buffer.from([unusedBits]), content);
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encode(TAG.oid, Buffer.from([first * 40 + second, ...rest.flatMap(encodeBase128)]));
}

/** GeneralizedTime where UTCTime's two digits of the year would not do, else UTCTime, as RFC 5280 wants. */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return date.getUTCFullYear() < 2050 ? encode(0x17, Buffer.from(digits.slice(2))) : encode(0x18, Buffer.from(digits));
}

function encodeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function encodeBase128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}
