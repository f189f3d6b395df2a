/** What an exchange of formats could not take along. Nothing is lost silently: every importer and exporter tells it. */

export interface Loss {
  /** Where it stood in the file that was read, as a JSON Pointer such as `/items/3/label`; empty for the whole. */
  readonly path: string;
  /** One sentence, without its full stop: what is lost and why. */
  readonly reason: string;
}

/** A list that a hostile file cannot make grow without end. */
export interface LossList {
  /** What was lost, in order; losses beyond the limit are only counted. */
  readonly losses: readonly Loss[];
  readonly leftOut: number;
  add(path: string, reason: string): void;
}

export const MAX_LOSSES = 20_000;

export function createLossList(limit = MAX_LOSSES): LossList {
  const losses: Loss[] = [];
  let leftOut = 0;
  return {
    losses,
    get leftOut() {
      return leftOut;
    },
    add(path, reason) {
      if (losses.length < limit) losses.push({ path, reason });
      else leftOut += 1;
    },
  };
}

/** The pointer of a part (RFC 6901). */
export function pointTo(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Text of a stranger as it may stand in a reason: short, and in one line. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  return `“${line.length > 100 ? `${line.slice(0, 100)}…` : line}”`;
}

/** What cannot be read at all: shown as one sentence, without a stack. */
export class ExchangeError extends Error {
  /** Whether it is in no format that is known. */
  readonly isUnknown: boolean;
  constructor(message: string, isUnknown = false) {
    super(message);
    this.name = 'ExchangeError';
    this.isUnknown = isUnknown;
  }
}
