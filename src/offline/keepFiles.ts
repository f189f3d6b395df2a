/**
 * Fetches what is missing of a list, compares every piece with its hash, and only then keeps it. What is there is right,
 * since its hash is part of its key: so whoever was interrupted goes on where they were.
 */
import { fetchBody } from './fetchBody.ts';
import { toHex } from './judgeList.ts';
import { PAGE, type PackFile, packUrl, PIECE_BYTES } from './packList.ts';
import type { Shelf } from './shelf.ts';

export interface KeepPorts {
  readonly shelf: Pick<Shelf, 'scope' | 'listKeys' | 'keysOf' | 'put'>;
  readonly fetch: typeof globalThis.fetch;
  /** How much the device holds and would hold, bytes; null where it does not tell. */
  readonly estimate: () => Promise<{ readonly usage: number; readonly quota: number } | null>;
  readonly pause: (ms: number) => Promise<void>;
}

export interface KeepOptions {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** True while another version is shown: then every file is asked for by its hash, past that one. */
  readonly isBeside: boolean;
  /** A server that sends nothing for so long has gone, milliseconds. */
  readonly silenceMs?: number;
}

export interface Progress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export type KeepOutcome =
  | { readonly kind: 'whole' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unreachable' }
  /** What the server sends is not what the list says. */
  | { readonly kind: 'wrong-file'; readonly path: string }
  | NoRoom;

export interface NoRoom {
  readonly kind: 'no-room';
  /** What is missing yet. */
  readonly neededBytes: number;
  /** Null where the device had promised more than it has: many browsers do not tell the truth, for privacy’s sake. */
  readonly freeBytes: number | null;
}

export const isQuotaError = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/** Files fetched at the same time. */
const AT_ONCE = 6;
const PAUSES_MS = [1_000, 4_000];
/** A device without any room left serves nobody. */
const RESERVE_BYTES = 10_000_000;

interface Piece {
  readonly file: PackFile;
  readonly index: number;
  readonly key: string;
  readonly hash: string;
  readonly start: number;
  readonly bytes: number;
}

/** What of these files is not there yet. */
export function listMissing(files: readonly PackFile[], shelf: KeepPorts['shelf'], keys: ReadonlySet<string>): Piece[] {
  const missing: Piece[] = [];
  for (const file of files) {
    const hashes = file.pieces ?? [file.sha256];
    for (const [index, key] of shelf.keysOf(file).entries()) {
      if (keys.has(key)) continue;
      const start = index * PIECE_BYTES;
      const bytes = Math.min(PIECE_BYTES, file.bytes - start);
      missing.push({ file, index, key, hash: hashes[index] ?? '', start, bytes });
    }
  }
  return missing;
}

export const sumBytes = (parts: readonly { readonly bytes: number }[]): number =>
  parts.reduce((sum, { bytes }) => sum + bytes, 0);

export async function keepFiles(
  files: readonly PackFile[],
  ports: KeepPorts,
  options: KeepOptions,
): Promise<KeepOutcome> {
  const { shelf } = ports;
  const missing = listMissing(files, shelf, await shelf.listKeys());
  const neededBytes = sumBytes(missing);
  const room = await ports.estimate();
  const freeBytes = room ? Math.max(0, room.quota - room.usage) : Infinity;
  if (neededBytes > 0 && neededBytes + RESERVE_BYTES > freeBytes) return { kind: 'no-room', neededBytes, freeBytes };

  const totalBytes = sumBytes(files);
  let doneBytes = totalBytes - neededBytes;
  options.onProgress({ doneBytes, totalBytes });
  const failing = new AbortController();
  const signal = AbortSignal.any([options.signal, failing.signal]);
  let outcome: KeepOutcome = { kind: 'whole' };
  const queue = missing.values();
  const run = async (): Promise<void> => {
    for (const piece of queue) {
      if (signal.aborted) return;
      const failure = await keepPiece(piece, ports, { ...options, signal });
      if (failure) {
        if (outcome.kind === 'whole') {
          outcome = failure.kind === 'no-room' ? { ...failure, neededBytes: totalBytes - doneBytes } : failure;
        }
        failing.abort();
        return;
      }
      doneBytes += piece.bytes;
      options.onProgress({ doneBytes, totalBytes });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  return options.signal.aborted ? { kind: 'stopped' } : outcome;
}

async function keepPiece(piece: Piece, ports: KeepPorts, options: KeepOptions): Promise<KeepOutcome | null> {
  const { file, key, hash, start, bytes } = piece;
  const { signal, isBeside, silenceMs } = options;
  let failure: KeepOutcome = { kind: 'unreachable' };
  for (let attempt = 0; attempt <= PAUSES_MS.length; attempt++) {
    if (attempt > 0) await ports.pause(PAUSES_MS[attempt - 1] ?? 0);
    if (signal.aborted) return { kind: 'stopped' };
    // What the browser has fetched for the visit before need not come again, unless it is not the right thing.
    const isFresh = isBeside || attempt > 0;
    const url = file.path === PAGE ? ports.shelf.scope : packUrl(file.path, ports.shelf.scope);
    const isPart = file.pieces !== undefined;
    try {
      const answer = await fetchBody(ports.fetch, isFresh ? key : url, {
        signal,
        bytes: isPart ? { 200: file.bytes, 206: bytes } : { 200: bytes },
        ...(silenceMs !== undefined && { silenceMs }),
        ...(isPart && { headers: { range: `bytes=${start}-${start + bytes - 1}` } }),
        ...(isFresh && { cache: 'reload' }),
      });
      if (answer.kind === 'unreachable') continue;
      if (answer.kind === 'body') {
        // Some servers know no ranges and send all of it.
        const part = isPart && answer.status === 200 ? answer.bytes.slice(start, start + bytes) : answer.bytes;
        if (toHex(await crypto.subtle.digest('SHA-256', part)) === hash) {
          await ports.shelf.put(key, part, answer.headers);
          return null;
        }
      }
      failure = { kind: 'wrong-file', path: file.path };
      // The same address may be answered from a cache on the way; under that of its hash only the file itself is right.
      if (isFresh) return failure;
    } catch (error) {
      if (signal.aborted) return { kind: 'stopped' };
      if (isQuotaError(error)) return { kind: 'no-room', neededBytes: bytes, freeBytes: null };
      throw error;
    }
  }
  return failure;
}
