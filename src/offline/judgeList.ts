/**
 * Whether a device may go by a pack list: whole, signed by the owner whom it knows, and no step back. The owner's key is
 * the one of the first list that the device took; from then on nothing is taken that this key did not sign.
 */
import { PackListError, type PackList, readPackList } from './packList.ts';

/** The newest list that the device has taken. */
export interface KnownList {
  readonly version: number;
  /** SHA-256 of the list's bytes, hexadecimal. */
  readonly digest: string;
  readonly key?: string;
}

export type RefusalCode =
  | 'no-list'
  | 'broken-list'
  | 'other-exhibition'
  | 'not-signed'
  | 'wrong-signature'
  | 'cannot-verify'
  | 'older'
  | 'same-version';

export type Judgement =
  | { readonly kind: 'taken'; readonly list: PackList; readonly digest: string; readonly isKnown: boolean }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string };

/**
 * @param bytes The list as it was fetched; the signature is over these.
 * @param signature What lies beside it, or null where nothing does.
 */
export async function judgeList(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string | null,
  known: KnownList | null,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<Judgement> {
  const refuse = (code: RefusalCode, message: string): Judgement => ({ kind: 'refused', code, message });
  let list: PackList;
  try {
    list = readPackList(bytes);
  } catch (error) {
    if (!(error instanceof PackListError)) throw error;
    return refuse('broken-list', error.message);
  }
  const digest = toHex(await subtle.digest('SHA-256', bytes));
  const key = known?.key ?? list.key;
  if (key !== undefined) {
    if (signature === null) return refuse('not-signed', 'lists of this owner are signed, this one is not');
    if (list.key !== key) return refuse('wrong-signature', 'it names another key than the one that is known');
    const verdict = await verify(bytes, signature, key, subtle);
    if (verdict === null) return refuse('cannot-verify', 'this browser does not know Ed25519');
    if (!verdict) return refuse('wrong-signature', 'the signature is not the owner’s over this list');
  }
  if (!known || list.version > known.version) return { kind: 'taken', list, digest, isKnown: false };
  if (list.version < known.version) {
    return refuse('older', `version ${list.version} is older than ${known.version}, which is here`);
  }
  if (digest === known.digest) return { kind: 'taken', list, digest, isKnown: true };
  return refuse('same-version', `version ${list.version} is here with another content; pack it again`);
}

/** Null where the browser cannot tell. */
async function verify(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  key: string,
  subtle: SubtleCrypto,
): Promise<boolean | null> {
  const signed = fromBase64(signature);
  const raw = fromBase64(key);
  if (!signed || !raw) return false;
  try {
    const imported = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', imported, signed, bytes);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    return false;
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

export function toHex(hash: ArrayBuffer): string {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
