/**
 * The pack list: every file of a visit, viewer and exhibition, with its size and hash. `grotto pack` writes it, a device
 * that keeps the visit goes by it. It is read without a schema library, since the service worker reads it too.
 */

/** Beside the page. */
export const PACK_LIST = 'pack.json';
/** Beside the list, where it is signed: the signature over its bytes, in base64. */
export const PACK_SIGNATURE = 'pack.sig';
/** In the page's head: the version of the list that the page itself stands on. */
export const PACK_META = 'grotto-pack';
export const PACK_FORMAT = 1;
/** Larger files are fetched and hashed in pieces of this size, so that no device holds one whole in its memory. */
export const PIECE_BYTES = 8 * 1_048_576;
export const PAGE = 'index.html';
export const DOCUMENT = 'exhibition.json';
/** Browsers update it by ways of their own, so no list may hold it. */
export const SERVICE_WORKER = 'service-worker.js';

const MAX_FILES = 500_000;
const MAX_BYTES = 2 ** 45;
/** A signed list names the key as 32 bytes in base64. */
const KEY = /^[A-Za-z0-9+/]{43}=$/;
const SHA256 = /^[0-9a-f]{64}$/;
const CONTROL = /\p{Cc}/u;

export interface PackFile {
  /** Relative to the page, as it is named on the disk, with `/` between names. */
  readonly path: string;
  readonly bytes: number;
  /** Of the whole file, hexadecimal. */
  readonly sha256: string;
  /** Of its pieces of `PIECE_BYTES` in order, where it has more than one. */
  readonly pieces?: readonly string[];
  /** True for what the viewer itself is made of. */
  readonly isViewer?: true;
}

export interface PackList {
  readonly formatVersion: typeof PACK_FORMAT;
  /** The exhibition's id. */
  readonly exhibition: string;
  /** Grows with every new list; seconds since 1970 by default. */
  readonly version: number;
  /** The owner's public key (Ed25519), where lists are signed. */
  readonly key?: string;
  /** All files together. */
  readonly bytes: number;
  readonly files: readonly PackFile[];
}

export class PackListError extends Error {}

/** @throws PackListError saying where and what is wrong; nothing of a list that is wrong anywhere is used. */
export function readPackList(bytes: Uint8Array): PackList {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new PackListError('it is no JSON');
  }
  const list = asRecord(value, 'it');
  const { formatVersion, exhibition, version, key, files } = list;
  if (formatVersion !== PACK_FORMAT) throw new PackListError(`formatVersion: expected ${PACK_FORMAT}`);
  if (typeof exhibition !== 'string') throw new PackListError('exhibition: expected an id');
  if (!isCount(version, Number.MAX_SAFE_INTEGER) || version < 1) {
    throw new PackListError('version: expected a whole number from 1');
  }
  if (key !== undefined && !(typeof key === 'string' && KEY.test(key))) {
    throw new PackListError('key: expected 32 bytes in base64');
  }
  if (!Array.isArray(files) || files.length > MAX_FILES) {
    throw new PackListError(`files: expected a list of at most ${MAX_FILES}`);
  }
  const read = files.map(readFile);
  const paths = new Set(read.map(({ path }) => path));
  if (paths.size !== read.length) throw new PackListError('files: a path is named twice');
  for (const needed of [PAGE, DOCUMENT]) {
    if (!paths.has(needed)) throw new PackListError(`files: ${needed} is missing`);
  }
  const sum = read.reduce((total, file) => total + file.bytes, 0);
  if (list.bytes !== sum) throw new PackListError(`bytes: expected ${sum}, the sum of all files`);
  return { formatVersion, exhibition, version, ...(key !== undefined && { key }), bytes: sum, files: read };
}

function readFile(value: unknown, index: number): PackFile {
  const place = `files.${index}`;
  const { path, bytes, sha256, pieces, isViewer } = asRecord(value, place);
  if (typeof path !== 'string') throw new PackListError(`${place}.path: expected text`);
  const fault = findPathFault(path);
  if (fault !== null) throw new PackListError(`${place}.path: ${JSON.stringify(path.slice(0, 80))} ${fault}`);
  if (!isCount(bytes, MAX_BYTES)) throw new PackListError(`${place}.bytes: expected a whole number`);
  if (!isHash(sha256)) throw new PackListError(`${place}.sha256: expected 64 hexadecimal digits`);
  const pieceCount = Math.ceil(bytes / PIECE_BYTES);
  if (pieceCount > 1 && !(Array.isArray(pieces) && pieces.length === pieceCount && pieces.every(isHash))) {
    throw new PackListError(`${place}.pieces: expected ${pieceCount} hashes`);
  }
  return {
    path,
    bytes,
    sha256,
    ...(pieceCount > 1 && { pieces: pieces as string[] }),
    ...(isViewer === true && { isViewer }),
  };
}

/** Why a path cannot be one of the visit's, as the end of a sentence; null where it can. */
export function findPathFault(path: string): string | null {
  if (path.length > 2_000) return 'is too long';
  if (CONTROL.test(path) || path.includes('\\')) return 'holds a backslash or a control character';
  const names = path.split('/');
  if (names.includes('')) return 'has an empty name, or leaves the folder';
  // Hidden files, `.` and `..`: no server of ours sends them.
  if (names.some((name) => name.startsWith('.'))) return 'is hidden, or leaves the folder';
  if ([PACK_LIST, PACK_SIGNATURE, SERVICE_WORKER].includes(path)) return 'cannot be listed';
  return null;
}

/** The address of a file beside the page at `scope`, which ends with a slash. */
export function packUrl(path: string, scope: string): string {
  return new URL(path.split('/').map(encodeURIComponent).join('/'), scope).href;
}

/** The path of the file that an address means; null for what lies elsewhere. */
export function packPath(url: string, scope: string): string | null {
  const { origin, pathname } = new URL(url);
  const root = new URL(scope);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  try {
    return decodeURIComponent(pathname.slice(root.pathname.length)) || PAGE;
  } catch {
    return null;
  }
}

function asRecord(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new PackListError(`${place}: expected an object`);
}

function isCount(value: unknown, most: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && SHA256.test(value);
}
