import { namesForeign } from '#document/foreign/namesForeign.ts';
import { openReading, readExhibition } from '#document/open.ts';
import type { OpenedExhibition } from '#document/open.ts';

export interface FetchedExhibition extends OpenedExhibition {
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

/**
 * Where the document lies: `exhibition.json` beside the page, or in one of the folders fixed at build time. The
 * address bar chooses from that list only; it can name no other file and no other origin.
 */
export function exhibitionUrl(pageUrl: string, folders: readonly string[] = FOLDERS): string {
  const { searchParams } = new URL(pageUrl);
  const folder = folders.find((name) => name === searchParams.get('exhibition'));
  const page = new URL(pageUrl);
  page.search = '';
  page.hash = '';
  return new URL(folder === undefined ? 'exhibition.json' : `${folder}/exhibition.json`, page).href;
}

/** Fetches and opens the document. Never rejects: what is wrong is among the faults. */
export async function fetchExhibition(url: string): Promise<FetchedExhibition> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) return failed(url, `the server answered ${response.status}`, PASSING.has(response.status));
    return { url, ...(await open(new Uint8Array(await response.arrayBuffer()))) };
  } catch (error) {
    return failed(url, error instanceof Error ? error.message : String(error), true);
  }
}

/** What the formats of other viewers need comes with the first document that names one. */
async function open(bytes: Uint8Array): Promise<OpenedExhibition> {
  const reading = readExhibition(bytes);
  if (reading.fault || !namesForeign(reading.document)) return openReading(reading);
  const { ALL_FORMATS } = await import('#document/foreign/formats.ts');
  return openReading(reading, ALL_FORMATS);
}

function failed(url: string, cause: string, isPassing: boolean): FetchedExhibition {
  const fault = {
    severity: 'error',
    path: '',
    code: 'no-exhibition',
    message: `${url} cannot be had: ${cause}`,
    remedy: 'put an exhibition.json beside the page',
  } as const;
  return { url, isPassing, exhibition: null, faults: [fault], faultsLeftOut: 0, brokenNodes: new Map() };
}
