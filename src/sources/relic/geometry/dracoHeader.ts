/** How much a Draco stream says that it holds: a hundred bytes of it can make the decoder reserve gigabytes. */

export interface DracoHeader {
  readonly faces: number;
  /** At most; seams make more of them. */
  readonly vertices: number;
}

const MAGIC = [0x44, 0x52, 0x41, 0x43, 0x4f];
const TRIANGLES = 1;
const EDGEBREAKER = 1;
const HAS_METADATA = 0x8000;

/** Null where the stream is of another version, or its numbers lie behind metadata; throws where it is no mesh. */
export function readDracoHeader(bytes: Uint8Array): DracoHeader | null {
  if (bytes.length < 16 || !MAGIC.every((byte, at) => bytes[at] === byte)) throw new Error('the Draco data is damaged');
  const [major, minor, type, method, low = 0, high = 0] = bytes.subarray(5);
  if (type !== TRIANGLES) throw new Error('the Draco data is no mesh');
  if (major !== 2 || minor !== 2 || (high * 256 + low) & HAS_METADATA) return null;
  let at = 11;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new Error('the Draco data is damaged');
  };
  // One byte says how the edges are walked.
  if (method === EDGEBREAKER) at++;
  const [first, second] = [read(), read()];
  return method === EDGEBREAKER ? { vertices: first, faces: second } : { faces: first, vertices: second };
}

/** Throws where a stream claims far more than the file declares. */
export function requireModestDraco(bytes: Uint8Array, vertexCount: number, indexCount: number | null): void {
  const header = readDracoHeader(bytes);
  if (!header) return;
  const mostFaces = indexCount === null ? vertexCount * 6 : indexCount / 3;
  // Some room, for encoders leave out and split a few.
  if (header.faces <= mostFaces * 2 + 1_024 && header.vertices <= vertexCount * 2 + 1_024) return;
  throw new Error(`the Draco data claims ${header.faces} triangles, the file ${Math.round(mostFaces)}`);
}
