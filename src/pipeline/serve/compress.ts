/** Compression of text on the way out, done once per file and kept. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Below this a compressed file is hardly smaller than the packet it travels in. */
const MIN_BYTES = 1_024;
/** Above this a file is streamed as it is; holding it in memory to squeeze it would cost more than it saves. */
const MAX_BYTES = 32 * 1_048_576;
const CACHE_BYTES = 64 * 1_048_576;
const BROTLI_QUALITY = 6;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** What an Accept-Encoding header allows, the better one first. */
export function pickEncoding(acceptEncoding: string | undefined, sizeBytes: number): Encoding | null {
  if (sizeBytes < MIN_BYTES || sizeBytes > MAX_BYTES) return null;
  const accepted = new Map(
    (acceptEncoding ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, quality === undefined ? 1 : Number(quality.slice(2))];
    }),
  );
  const allows = (name: Encoding): boolean => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0;
  if (allows('br')) return 'br';
  return allows('gzip') ? 'gzip' : null;
}

/** Keeps compressed bodies by address and entity tag; the oldest make room when they weigh more than 64 MiB together. */
export class CompressedBodies {
  readonly #bodies = new Map<string, Buffer>();
  #totalBytes = 0;

  async get(key: string, encoding: Encoding, read: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.#bodies.get(key);
    if (known) return known;
    const plain = await read();
    const body = await compress(plain, encoding);
    if (!this.#bodies.has(key)) {
      this.#bodies.set(key, body);
      this.#totalBytes += body.length;
    }
    for (const [oldKey, old] of this.#bodies) {
      if (this.#totalBytes <= CACHE_BYTES) break;
      this.#bodies.delete(oldKey);
      this.#totalBytes -= old.length;
    }
    return body;
  }
}

async function compress(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return compressGzip(plain);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return compressBrotli(plain, {
    params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
}
