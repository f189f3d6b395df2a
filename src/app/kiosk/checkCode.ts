import type { StaffCode } from '#document/kioskSchema.ts';

/** Whether a page can check a code at all: browsers lend their cryptography to secure pages and to the own machine only. */
export function canCheckCodes(crypto: Pick<Crypto, 'subtle'> | undefined): boolean {
  return (crypto as { readonly subtle?: unknown } | undefined)?.subtle !== undefined;
}

/** Compares what was typed with what `grotto deploy --code` wrote. */
export async function checkCode(code: string, { salt, hash, iterations }: StaffCode): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations },
    key,
    hash.length * 4,
  );
  return [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, '0')).join('') === hash;
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
}
