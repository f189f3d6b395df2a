/**
 * Documents of other viewers, read as data by the importers. Nothing of them runs, and nothing is asked of another server;
 * what they say that an exhibition cannot is told.
 */
import type { Exhibition } from '#document/schema.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { importDocument } from '#exchange/importDocument.ts';
import { ExchangeError, type Loss } from '#exchange/loss.ts';
import type { ImportFile } from '#exchange/reading/folder.ts';
import type { ImportResult } from '#exchange/result.ts';
import { openWebFolder } from './webFolder.ts';

export interface ReadForeign {
  /** An exhibition, as its file would be written. */
  readonly text: string;
  /** Against which its files are found. */
  readonly url: string;
  readonly format: string;
  readonly losses: readonly Loss[];
  readonly lossesLeftOut: number;
  /** Files that are made of others, by their names in the exhibition. */
  readonly made: readonly (readonly [name: string, file: Blob])[];
}

/** Why a document in a known format could not be read. */
export interface Refused {
  readonly refused: string;
}

/** Files that begin otherwise are made anew in the page's memory, up to so many bytes together. */
const MOST_MADE_BYTES = 256 * 1_048_576;
/** These name tiles that lie beside their own description, where an exhibition has a folder. */
const LIES_BESIDE: readonly string[] = ['iiif-image', 'zoomify'];

/** Null where it is in no format that is known. */
export async function readForeign(
  bytes: Uint8Array,
  url: string,
  ask: typeof fetch,
): Promise<ReadForeign | Refused | null> {
  const [name = '', folderName] = new URL(url).pathname.split('/').reverse();
  const options = {
    folder: openWebFolder(url, ask),
    mounts: [{ address: new URL('.', url).href, folder: '' }],
    name: decodeURIComponent(name),
    ...(folderName && { tilesFolder: folderName }),
  };
  let result: ImportResult;
  try {
    result = await importDocument(bytes, options);
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    return error.isUnknown ? null : { refused: error.message };
  }
  const { format, document, lossesLeftOut } = result;
  if (isEmpty(document)) {
    const [first] = result.losses;
    const why = first ? `; ${first.path === '' ? '' : `${first.path}: `}${first.reason}` : '';
    return { refused: `read as ${format}, the document holds nothing that can be shown${why}` };
  }
  const base = LIES_BESIDE.includes(format) && folderName ? new URL('..', url).href : url;
  const losses: Loss[] = [...result.losses];
  const made = await makeFiles(result.files, base, ask, losses);
  return { text: JSON.stringify(document), url: base, format, losses, lossesLeftOut, made };
}

/** Nothing but halls in which nothing is: whatever it was meant to be, a visitor would see bare walls. */
function isEmpty({ assets, nodes }: Exhibition): boolean {
  return assets.every(({ kind }) => kind === 'gallery') && nodes.every(({ hotspots = [] }) => hotspots.length === 0);
}

/** A model that its document turns or scales: its own file, with another beginning. */
async function makeFiles(
  files: readonly ImportFile[],
  base: string,
  ask: typeof fetch,
  losses: Loss[],
): Promise<ReadForeign['made']> {
  const made: [string, Blob][] = [];
  let bytes = 0;
  for (const { from, to, begin } of files) {
    const address = begin ? resolveAssetUri(from, base) : null;
    if (!begin || address === null) continue;
    const answer = await ask(address, { mode: 'same-origin', credentials: 'same-origin' }).catch(() => null);
    const size = Number(answer?.headers.get('content-length') ?? 0);
    if (!answer?.ok || bytes + size > MOST_MADE_BYTES) {
      await answer?.body?.cancel();
      losses.push({
        path: '',
        reason: `“${from}” is left out: it is not to be had, or too large to be turned in the page`,
      });
      continue;
    }
    const whole = await answer.blob();
    bytes += whole.size;
    const parts = [begin.head.slice(), whole.slice(begin.replaces)];
    made.push([to, new Blob(parts, { type: 'model/gltf-binary' })]);
  }
  return made;
}
