/**
 * The concert of the place: which of its single sounds is heard next, and when. Quiet: one at a time, with at least six
 * seconds of rest after each. Pure and seeded: the same seed and the same places give the same concert.
 */
export interface ConcertPart {
  readonly key: string;
  readonly seconds: number;
}

export interface Concert {
  /** Of the generator of chance, a whole number. */
  readonly seed: number;
  /** When the next sound may begin, seconds; null before anything can sound. */
  readonly nextAt: number | null;
  readonly lastKey: string | null;
}

/** Seconds of rest between the end of a sound and the next beginning. */
export const LEAST_REST = 6;
const MOST_REST = 20;
/** Seconds after which the first one sounds at the earliest, and at the latest. */
const FIRST_REST = [6, 12] as const;

export function beginConcert(seed: number): Concert {
  return { seed: seed >>> 0, nextAt: null, lastKey: null };
}

/** What begins now (null: nothing) and how the concert goes on; ask again at `nextAt`. */
export function stepConcert(
  concert: Concert,
  now: number,
  parts: readonly ConcertPart[],
): { readonly concert: Concert; readonly part: ConcertPart | null } {
  if (parts.length === 0) return { concert: { ...concert, nextAt: null }, part: null };
  const [share, seed] = draw(concert.seed);
  if (concert.nextAt === null) {
    return { concert: { ...concert, seed, nextAt: now + between(FIRST_REST, share) }, part: null };
  }
  if (now < concert.nextAt) return { concert, part: null };
  const others = parts.filter(({ key }) => key !== concert.lastKey);
  const choice = others.length > 0 ? others : parts;
  const part = choice[Math.floor(share * choice.length)] ?? null;
  if (!part) return { concert, part: null };
  const [rest, next] = draw(seed);
  const nextAt = now + part.seconds + between([LEAST_REST, MOST_REST], rest);
  return { concert: { seed: next, nextAt, lastKey: part.key }, part };
}

function between([least, most]: readonly [number, number], share: number): number {
  return least + (most - least) * share;
}

/** Mulberry32 (public domain): a share from 0 to below 1, and the seed after it. */
function draw(seed: number): readonly [share: number, seed: number] {
  const next = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return [((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, next];
}
