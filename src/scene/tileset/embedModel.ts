/**
 * An i3dm may name its model instead of holding it, and its loader would fetch that by itself. Here the model is
 * fetched, checked and put inside, so that every request goes one way.
 */
import { type CheckedContent, type ContentPlace, checkContent } from '#sources/tileset/checkContent.ts';
import { fetchFile } from '#sources/tileset/fetchFile.ts';
import { MOST_CONTENT_BYTES } from '#sources/tileset/limits.ts';
import { TilesetError, fileNameOf } from '#sources/tileset/tilesetError.ts';

export interface WholeContent {
  readonly format: CheckedContent['format'];
  readonly bytes: Uint8Array;
  readonly copyrights: readonly string[];
  /** What addresses inside it are relative to. */
  readonly url: string;
}

export async function embedModel(
  content: CheckedContent,
  place: ContentPlace,
  signal: AbortSignal,
): Promise<WholeContent> {
  const { format, bytes, copyrights, externalModel, inner } = content;
  if (externalModel !== undefined) return embedInto(bytes, externalModel, place, signal);
  if (!inner || !needsModel(content)) return { format, bytes, copyrights, url: place.url };
  const whole = await Promise.all(inner.map((tile) => embedModel(tile, place, signal)));
  return {
    format,
    bytes: joinComposite(bytes, whole),
    copyrights: [...new Set(whole.flatMap((tile) => tile.copyrights))],
    url: place.url,
  };
}

function needsModel({ externalModel, inner = [] }: CheckedContent): boolean {
  return externalModel !== undefined || inner.some(needsModel);
}

async function embedInto(bytes: Uint8Array, url: string, place: ContentPlace, signal: AbortSignal) {
  const model = checkContent(await fetchFile(url, MOST_CONTENT_BYTES, signal), { ...place, url });
  if (model.format !== 'glb' && model.format !== 'gltf') {
    throw new TilesetError('bad-content', fileNameOf(url), `is ${model.format}; ${fileNameOf(place.url)} wants a glTF`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodyAt = HEADER_BYTES + [12, 16, 20, 24].reduce((sum, at) => sum + view.getUint32(at, true), 0);
  const whole = new Uint8Array(bodyAt + model.bytes.length);
  whole.set(bytes.subarray(0, bodyAt));
  whole.set(model.bytes, bodyAt);
  const header = new DataView(whole.buffer);
  header.setUint32(8, whole.length, true);
  header.setUint32(28, IS_INSIDE, true);
  return { format: 'i3dm', bytes: whole, copyrights: model.copyrights, url } as const;
}

/** Of an i3dm. */
const HEADER_BYTES = 32;
/** The header's word for a model that is part of the file. */
const IS_INSIDE = 1;

function joinComposite(bytes: Uint8Array, inner: readonly WholeContent[]): Uint8Array {
  const header = 16;
  const whole = new Uint8Array(inner.reduce((sum, tile) => sum + tile.bytes.length, header));
  whole.set(bytes.subarray(0, header));
  new DataView(whole.buffer).setUint32(8, whole.length, true);
  let offset = header;
  for (const tile of inner) {
    whole.set(tile.bytes, offset);
    offset += tile.bytes.length;
  }
  return whole;
}
