/** The image service of a picture, where its description and its tiles lie beside the manifest. */
import type { PanoramaSource } from '#document/schema.ts';
import { readJson } from '#document/read.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { readInfo } from '#sources/panorama/iiif-image/readInfo.ts';
import type { IiifImageSource } from '#sources/panorama/iiif-image/schema.ts';
import { quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import { asFiled } from '../making/levelZero.ts';
import { listSourceFiles } from '../making/sources.ts';
import { isWholeSphere } from '../making/wholeSphere.ts';
import type { Foreign } from '../reading/foreign.ts';

/** Descriptions are a few lines. */
const MOST_BYTES = 1_048_576;

export interface FoundService {
  readonly id: string;
  /** Null where what describes it says too little. */
  readonly info: IiifImageSource | null;
}

/** The first service whose `info.json` lies here. Nothing is asked of a service elsewhere; nothing counts as read yet. */
export async function findService(draft: Draft, picture: Foreign): Promise<FoundService | null> {
  for (const service of servicesOf(picture)) {
    const id = service['id'] ?? service['@id'];
    const file = typeof id === 'string' ? draft.locate(`${id.replace(/\/+$/, '')}/info.json`) : null;
    if (typeof id !== 'string' || !file || !('path' in file) || !(await draft.folder.hasFile(file.path))) continue;
    const text = await draft.folder.readText(file.path, MOST_BYTES);
    const reading = text === null ? null : readJson(text);
    const info = reading && !reading.fault ? readInfo(reading.value, file.path.replace(/\/info\.json$/, '')) : null;
    return { id, info: info && (await asFiled(draft.folder, info)) };
  }
  return null;
}

/** The service counts as read, where it is the only one. */
export function takeService(picture: Foreign): void {
  if (servicesOf(picture).length === 1) picture.ignore('service');
}

/**
 * The tiles of a panorama's service as a source, its files on the list. Null where none lies here: then the whole picture
 * is looked for.
 */
export async function findImageService(draft: Draft, picture: Foreign): Promise<PanoramaSource | null> {
  const found = await findService(draft, picture);
  if (!found) return null;
  const { id, info } = found;
  const files = info && isWholeSphere(info) ? listSourceFiles(info) : null;
  if (!info || !files) {
    draft.ledger.lose(picture.at('service'), `the tiles of ${quote(id)} are left out: what describes them is no panorama that is shown`); // prettier-ignore
    return null;
  }
  takeService(picture);
  for (const one of files) draft.addFile({ from: one, to: one });
  // The draft is a document that will be written; types are those of opened ones.
  return info as unknown as PanoramaSource;
}

function servicesOf(picture: Foreign): JsonObject[] {
  const written = picture.peek('service');
  const services: readonly unknown[] = Array.isArray(written) ? written : [written];
  return services.filter(isJsonObject);
}
