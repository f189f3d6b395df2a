/** A model with all that it names, from the network and through the gate. Runs in a worker of the page. */
import { dress, type ShownTexture } from '../geometry/dress.ts';
import { readContainer } from '../gltf/container.ts';
import { gateGltf } from '../gltf/gate.ts';
import { ModelError } from '../gltf/modelError.ts';
import type { Gltf } from '../gltf/shape.ts';
import { decodePicture } from './decodePicture.ts';
import type { ReadModel, ReadPicture } from './protocol.ts';

export interface ReadingPorts {
  readonly fetch: (url: string) => Promise<Uint8Array<ArrayBuffer>>;
  readonly onModel: (model: ReadModel) => void;
  readonly onPicture: (picture: number, content: ReadPicture, loss: string | null) => void;
}

/** A picture that takes longer is none: what is decoded cannot be interrupted, but it need not be waited for. */
const LONGEST_PICTURE_MS = 15_000;

interface WantedPicture {
  readonly sources: readonly number[];
  readonly glossiness: number | undefined;
}

export async function readFile(url: string, mostPicturePx: number, ports: ReadingPorts): Promise<void> {
  const container = readContainer(await ports.fetch(url));
  const { gltf, losses } = gateGltf(container.json, container.bin?.length ?? 0);
  const own = container.bin ?? new Uint8Array();
  const buffers = await readBuffers(gltf, own, (uri) => ports.fetch(resolveBeside(uri, url)));
  const { wanted, pictures } = listPictures(dress(gltf));
  const cache = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  const bytesOf = (image: number): Promise<Uint8Array<ArrayBuffer>> => {
    const known = cache.get(image);
    const bytes = known ?? readImage(gltf, image, buffers, (uri) => ports.fetch(resolveBeside(uri, url)));
    cache.set(image, bytes);
    return bytes;
  };
  // Pictures inside of buffers are copied before the buffers are handed over.
  const inside = [...new Set(wanted.flatMap(({ sources }) => sources))].filter((image) => !isBeside(gltf, image));
  await Promise.all(inside.map((image) => bytesOf(image).catch(() => undefined)));
  // The text of `data:` addresses has done its work.
  const lean = { ...gltf, images: [], buffers: gltf.buffers.map(({ uri: _, ...buffer }) => buffer) };
  const { samplers, variants } = gltf;
  ports.onModel({ gltf: JSON.stringify(lean), samplers, variants, buffers, pictures, losses });
  await Promise.all(
    wanted.map(async (picture, index) => {
      const { content, loss } = await readPicture(picture, bytesOf, mostPicturePx);
      ports.onPicture(index, content, loss);
    }),
  );
}

/** Only textures that some material wears have pictures; those of the same picture share it. */
function listPictures({ materials, textures }: { materials: readonly object[]; textures: readonly ShownTexture[] }): {
  wanted: WantedPicture[];
  pictures: (number | null)[];
} {
  const wanted: WantedPicture[] = [];
  const known = new Map<string, number>();
  const worn = new Set<number>();
  JSON.stringify(materials, (_key, value: unknown) => {
    const { index } = (value ?? {}) as { index?: unknown };
    if (typeof index === 'number') worn.add(index);
    return value;
  });
  const pictures = textures.map(({ sources, glossiness }, texture) => {
    if (sources.length === 0 || !worn.has(texture)) return null;
    const key = `${sources.join(' ')}/${glossiness ?? ''}`;
    const found = known.get(key) ?? wanted.push({ sources, glossiness }) - 1;
    known.set(key, found);
    return found;
  });
  return { wanted, pictures };
}

/** The first of its sources that can be decoded. */
async function readPicture(
  { sources, glossiness }: WantedPicture,
  bytesOf: (image: number) => Promise<Uint8Array<ArrayBuffer>>,
  mostPx: number,
): Promise<{ content: ReadPicture; loss: string | null }> {
  const faults: string[] = [];
  for (const image of sources) {
    try {
      // Several textures may be made of the same bytes, and a decoder may change them or hand them on.
      const bytes = (await bytesOf(image)).slice();
      return { content: await withinTime(decodePicture(bytes, mostPx, glossiness)), loss: null };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      faults.push(`images.${image}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { content: null, loss: `${faults.join(', ')}; the picture is left out` };
}

function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('takes too long to decode')), LONGEST_PICTURE_MS);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

function readBuffers(
  { buffers }: Gltf,
  own: Uint8Array<ArrayBuffer>,
  fetchBeside: (uri: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  return Promise.all(
    buffers.map(async ({ uri, byteLength, isPlaceholder }, index) => {
      if (isPlaceholder) return new Uint8Array();
      if (uri === undefined) return own;
      const bytes = uri.startsWith('data:') ? readDataUri(uri) : await fetchBeside(uri);
      if (bytes.length >= byteLength) return bytes;
      throw new ModelError(
        'cut-off',
        `buffers.${index}: ${byteLength} bytes are declared, ${bytes.length} are there; copy it again`,
      );
    }),
  );
}

function isBeside({ images }: Gltf, image: number): boolean {
  const found = images[image];
  return found !== null && found !== undefined && 'uri' in found;
}

async function readImage(
  { images, bufferViews }: Gltf,
  index: number,
  buffers: readonly Uint8Array<ArrayBuffer>[],
  fetchBeside: (uri: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const image = images[index];
  if (!image) throw new Error('has no picture');
  if ('uri' in image) return image.uri.startsWith('data:') ? readDataUri(image.uri) : fetchBeside(image.uri);
  const view = bufferViews[image.bufferView];
  if (!view || view.meshopt) throw new Error('does not lie in the file as it should');
  return (buffers[view.buffer] ?? new Uint8Array()).slice(view.byteOffset, view.byteOffset + view.byteLength);
}

export function readDataUri(uri: string): Uint8Array<ArrayBuffer> {
  const comma = uri.indexOf(',');
  const isBase64 = uri.slice(0, comma).endsWith(';base64');
  try {
    const text = isBase64 ? atob(uri.slice(comma + 1)) : decodeURIComponent(uri.slice(comma + 1));
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    return bytes;
  } catch {
    throw new ModelError('broken-data', 'a data: address in the file cannot be read; export the model again');
  }
}

/** The gate has judged the address; this makes sure that the browser reads it in the same way. */
function resolveBeside(uri: string, model: string): string {
  const url = new URL(uri, model);
  const folder = new URL('.', model);
  if (url.origin === folder.origin && url.href.startsWith(folder.href)) return url.href;
  throw new ModelError('unsafe-uri', `“${uri.slice(0, 80)}” does not lie beside the model; put it there`);
}
