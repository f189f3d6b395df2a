import { namesForeign } from '#document/foreign/namesForeign.ts';
import { openReading, readExhibition } from '#document/open.ts';
import type { ExhibitionReading, OpenedExhibition } from '#document/open.ts';
import type { Fault } from '#document/fault.ts';
import { bringPatiently } from '#shared/bringPatiently.ts';
import type { OpenedForeign } from './foreign/openForeign.ts';

export interface FetchedExhibition extends OpenedExhibition, Partial<Pick<OpenedForeign, 'brought' | 'made'>> {
  /** The full address of `exhibition.json`, against which the exhibition's files are found. */
  readonly url: string;
  /** Whether there was no answer, or one that may be another in a moment. */
  readonly isPassing?: boolean;
}

/** Answers of a server that is busy or restarting. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Folders, relative to the page, that hold further exhibitions; fixed when the page is built
 * (`VITE_EXHIBITIONS="spring,autumn" npm run build`) and chosen by `?exhibition=spring`.
 */
const FOLDERS = ((import.meta.env['VITE_EXHIBITIONS'] as string | undefined) ?? '').split(',').filter(Boolean);

/** A file below the page's own folder: plain names, none of which leads anywhere else. */
const FILE = /^(?:[\p{L}\p{N}_-][\p{L}\p{N} ._-]*\/)*[\p{L}\p{N}_-][\p{L}\p{N} ._-]*\.(?:json|js|xml|dzi)$/u;

/**
 * Where the document lies: `exhibition.json` beside the page, in one of the folders fixed at build time, or a file below
 * the page's own folder (`?exhibition=old/tour.xml`). The address bar can name no other origin.
 */
export function exhibitionUrl(pageUrl: string, folders: readonly string[] = FOLDERS): string {
  const page = new URL(pageUrl);
  const wish = page.searchParams.get('exhibition') ?? '';
  page.search = '';
  page.hash = '';
  const name = folders.includes(wish) ? `${wish}/exhibition.json` : FILE.test(wish) ? wish : 'exhibition.json';
  return new URL(name, page).href;
}

/** Fetches and opens the document. Never rejects: what is wrong is among the faults. */
export async function fetchExhibition(url: string): Promise<FetchedExhibition> {
  try {
    const response = await fetch(url, { mode: 'same-origin', credentials: 'same-origin' });
    if (!response.ok) return failed(url, `the server answered ${response.status}`, PASSING.has(response.status));
    return { url, ...(await open(new Uint8Array(await response.arrayBuffer()), url)) };
  } catch (error) {
    return failed(url, error instanceof Error ? error.message : String(error), true);
  }
}

/** What the formats of other viewers need comes with the first document that is in one, or names one. */
async function open(bytes: Uint8Array, url: string): Promise<OpenedExhibition & Partial<OpenedForeign>> {
  let reading = readExhibition(bytes);
  let foreign = null;
  if (isOfOthers(reading)) {
    const { openForeign } = await bringPatiently(() => import('./foreign/openForeign.ts'));
    foreign = await openForeign(bytes, url);
    if (foreign && 'refused' in foreign) return openReading({ fault: noExhibition(foreign.refused) });
    if (foreign) reading = readExhibition(foreign.text);
  }
  if (reading.fault || !namesForeign(reading.document)) return { ...openReading(reading), ...foreign };
  const { ALL_FORMATS } = await import('#document/foreign/formats.ts');
  return { ...openReading(reading, ALL_FORMATS), ...foreign };
}

/** Whatever else is wrong with a document of ours, it says its version. */
function isOfOthers(reading: ExhibitionReading): boolean {
  return reading.fault !== undefined || !('formatVersion' in reading.document);
}

function failed(url: string, cause: string, isPassing: boolean): FetchedExhibition {
  const fault = { ...noExhibition(`${url} cannot be had: ${cause}`), remedy: 'put an exhibition.json beside the page' };
  return { url, isPassing, exhibition: null, faults: [fault], faultsLeftOut: 0, brokenNodes: new Map() };
}

function noExhibition(message: string): Fault {
  return { severity: 'error', path: '', code: 'no-exhibition', message };
}
