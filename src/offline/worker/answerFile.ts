/** Answers a request with a file of the shelf: whole, or the part that media ask for. */
import { parseRange } from '../byteRange.ts';
import { type PackFile, PIECE_BYTES } from '../packList.ts';
import type { Shelf } from '../shelf.ts';

/** @param restore Brings back a piece that the browser has thrown away; null where that fails. */
export async function answerFile(
  shelf: Pick<Shelf, 'keysOf' | 'get'>,
  file: PackFile,
  range: string | null,
  restore: (file: PackFile, index: number) => Promise<Response | null>,
): Promise<Response> {
  const keys = shelf.keysOf(file);
  const find = async (index: number): Promise<Response | null> => {
    return (await shelf.get(keys[index] ?? '')) ?? (await restore(file, index));
  };
  const first = await find(0);
  if (!first) return missing();
  const part = parseRange(range ?? undefined, file.bytes);
  const headers = new Headers(first.headers);
  headers.set('accept-ranges', 'bytes');
  if (part === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  if (keys.length === 1 && !part) return first;
  const { start, end } = part ?? { start: 0, end: file.bytes - 1 };
  const blobs: Blob[] = [];
  for (let index = Math.floor(start / PIECE_BYTES); index * PIECE_BYTES <= end; index++) {
    const piece = index === 0 ? first : await find(index);
    if (!piece) return missing();
    const from = index * PIECE_BYTES;
    // Blobs lie where the browser keeps its files, not in memory.
    blobs.push((await piece.blob()).slice(Math.max(0, start - from), end + 1 - from));
  }
  headers.set('content-length', String(end + 1 - start));
  if (part) headers.set('content-range', `bytes ${start}-${end}/${file.bytes}`);
  return new Response(new Blob(blobs), { status: part ? 206 : 200, headers });
}

function missing(): Response {
  return new Response(null, { status: 504 });
}
