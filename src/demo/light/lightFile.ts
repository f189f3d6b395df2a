/**
 * Lightmaps as one file: the length of a JSON header (4 bytes, little endian), the header, zeros to a multiple of four,
 * then the numbers as 32-bit floats in the order of the header.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Lightmaps, PaintingLight } from '#demo/light/lightTypes.ts';
import { LIGHT_STRIDE } from '#demo/light/lightTypes.ts';

interface Header {
  paintings: Omit<PaintingLight, 'values'>[];
  /** Numbers for vertices. */
  vertices: number;
}

/** Written under a temporary name first, so a broken run leaves no half file. */
export async function writeLight(path: string, { paintings, vertices }: Lightmaps): Promise<void> {
  const header: Header = {
    paintings: paintings.map(({ painting, width, height, cell }) => ({ painting, width, height, cell })),
    vertices: vertices.length,
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4);
  const bodies = [...paintings.map(({ values }) => values), vertices].map((values) => bytesOf(values));
  await writeFile(`${path}.part`, Buffer.concat([length, json, padding, ...bodies]));
  await rename(`${path}.part`, path);
}

/** The numbers lie on shared memory, ready for threads. */
export async function readLight(path: string): Promise<Lightmaps> {
  const file = await readFile(path);
  const headerLength = file.readUInt32LE(0);
  const header = JSON.parse(file.toString('utf8', 4, 4 + headerLength)) as Header;
  let at = 4 + headerLength + ((4 - (headerLength % 4)) % 4);
  const take = (count: number): Float32Array => {
    if (at + count * 4 > file.length)
      throw new Error(`${path}: ends after ${file.length} bytes, but its header speaks of more; bake it again`);
    const values = new Float32Array(new SharedArrayBuffer(count * 4));
    bytesOf(values).set(file.subarray(at, at + count * 4));
    at += count * 4;
    return values;
  };
  const paintings = header.paintings.map((light) => ({
    ...light,
    values: take(light.width * light.height * LIGHT_STRIDE),
  }));
  return { paintings, vertices: take(header.vertices) };
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
