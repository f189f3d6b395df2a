/**
 * Documents of other viewers, opened in the page: read as data by the importers, which are a chunk of their own. Nothing of
 * them runs, and nothing is asked of another server; what they say that an exhibition cannot is told.
 */
import { describeFault, type Fault } from '#document/fault.ts';
import { ALL_FORMATS } from '#document/foreign/formats.ts';
import { type OpenedExhibition, openExhibition } from '#document/open.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { importDocument } from '#exchange/importDocument.ts';
import { ExchangeError, type Loss } from '#exchange/loss.ts';
import type { ImportFile } from '#exchange/reading/folder.ts';
import type { ImportResult } from '#exchange/result.ts';
import type { Brought } from '#ui/ports.ts';
import { tellLosses } from './tellLosses.ts';
import { openWebFolder } from './webFolder.ts';

export interface OpenedForeign extends OpenedExhibition {
  /** Against which its files are found. */
  readonly url: string;
  readonly brought: Brought;
  /** Files that are made of others, by their names in the exhibition: addresses of the page's own. */
  readonly made: ReadonlyMap<string, string>;
}

interface Ports {
  readonly ask: typeof fetch;
  readonly tell: (url: string, brought: Brought) => void;
}

/** Files that begin otherwise are made anew in the page's memory, up to so many bytes together. */
const MOST_MADE_BYTES = 256 * 1_048_576;
/** These name tiles that lie beside their own description, where an exhibition has a folder. */
const LIES_BESIDE: readonly string[] = ['iiif-image', 'zoomify'];

/** Null where it is in no format that is known; the faults say why one that is could not be read. */
export async function openForeign(
  bytes: Uint8Array,
  url: string,
  { ask, tell }: Ports = { ask: (input, init) => fetch(input, init), tell: tellLosses },
): Promise<OpenedForeign | { readonly fault: Fault } | null> {
  const { pathname } = new URL(url);
  const [name = '', folderName] = pathname.split('/').reverse();
  const folder = openWebFolder(url, ask);
  const mounts = [{ address: new URL('.', url).href, folder: '' }];
  let result: ImportResult;
  try {
    const options = { folder, mounts, name: decodeURIComponent(name), ...(folderName && { tilesFolder: folderName }) };
    result = await importDocument(bytes, options);
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    if (error.isUnknown) return null;
    return { fault: { severity: 'error', path: '', code: 'no-exhibition', message: error.message } };
  }
  const base = LIES_BESIDE.includes(result.format) && folderName ? new URL('..', url).href : url;
  const losses: Loss[] = [...result.losses];
  const made = await makeFiles(result.files, base, ask, losses);
  const opened = openExhibition(JSON.stringify(result.document), ALL_FORMATS);
  for (const fault of opened.faults) losses.push({ path: '', reason: describeFault(fault) });
  const { format, lossesLeftOut } = result;
  const brought: Brought = { format, losses, lossesLeftOut };
  tell(url, brought);
  return { ...opened, url: base, made, brought };
}

/** A model that its document turns or scales: its own file, with another beginning. */
async function makeFiles(
  files: readonly ImportFile[],
  base: string,
  ask: typeof fetch,
  losses: Loss[],
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
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
    made.set(to, URL.createObjectURL(new Blob(parts, { type: 'model/gltf-binary' })));
  }
  return made;
}
