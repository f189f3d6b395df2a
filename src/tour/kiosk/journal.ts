/** What went wrong on this device, the latest last: a ring of a few entries, as text that outlives the page. */

export type JournalKind = 'start' | 'error' | 'frames' | 'context' | 'picture' | 'memory' | 'rebuild' | 'reload';

export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: JournalKind;
  readonly text: string;
  /** How often in a row. */
  readonly times: number;
}

export const MOST_ENTRIES = 60;
/** Characters. */
const MOST_TEXT = 300;
const KINDS: readonly string[] = [
  'start',
  'error',
  'frames',
  'context',
  'picture',
  'memory',
  'rebuild',
  'reload',
] satisfies JournalKind[];

/** What says the same as the entry before it is counted there. */
export function addEntry(
  journal: readonly JournalEntry[],
  { at, kind, text }: Omit<JournalEntry, 'times'>,
): readonly JournalEntry[] {
  const short = text.slice(0, MOST_TEXT);
  const last = journal.at(-1);
  if (last?.kind === kind && last.text === short)
    return [...journal.slice(0, -1), { ...last, at, times: last.times + 1 }];
  return [...journal, { at, kind, text: short, times: 1 }].slice(-MOST_ENTRIES);
}

export function writeJournal(journal: readonly JournalEntry[]): string {
  return JSON.stringify(journal);
}

/** An empty one where the text is none of ours. */
export function readJournal(text: string | null): readonly JournalEntry[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isEntry).slice(-MOST_ENTRIES) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { at, kind, text, times } = value as Record<string, unknown>;
  const isText = typeof text === 'string' && text.length <= MOST_TEXT;
  return Number.isFinite(at) && Number.isFinite(times) && typeof kind === 'string' && KINDS.includes(kind) && isText;
}
