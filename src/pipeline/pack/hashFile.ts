import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type PackFile, PIECE_BYTES } from '#offline/packList.ts';

export type HashedFile = Pick<PackFile, 'bytes' | 'sha256' | 'pieces'>;

/** Size and hashes of a file, which is never held whole. */
export async function hashFile(file: string): Promise<HashedFile> {
  const { size } = await stat(file);
  const whole = createHash('sha256');
  const pieces: string[] = [];
  for (let start = 0; start < size; start += PIECE_BYTES) {
    const piece = createHash('sha256');
    for await (const chunk of createReadStream(file, { start, end: Math.min(size, start + PIECE_BYTES) - 1 })) {
      piece.update(chunk as Buffer);
      whole.update(chunk as Buffer);
    }
    pieces.push(piece.digest('hex'));
  }
  return withPieces(size, whole.digest('hex'), pieces);
}

export function hashBytes(bytes: Uint8Array): HashedFile {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    pieces.push(
      createHash('sha256')
        .update(bytes.subarray(start, start + PIECE_BYTES))
        .digest('hex'),
    );
  }
  return withPieces(bytes.length, createHash('sha256').update(bytes).digest('hex'), pieces);
}

function withPieces(bytes: number, sha256: string, pieces: readonly string[]): HashedFile {
  return { bytes, sha256, ...(pieces.length > 1 && { pieces }) };
}
