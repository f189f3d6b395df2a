/** Longer names than this are not compared. */
const MAX_LENGTH = 64;
/** How many known names are looked at. */
const MAX_CANDIDATES = 1_000;

/** `did you mean "…"?` with the known name nearest to `name`, or undefined where none is near. */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  const nearest = findNearest(name, known);
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`;
}

/** The known name with the fewest edits, at most a third of the name's length (but always one, or a prefix). */
export function findNearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 0.5;
  let looked = 0;
  for (const candidate of known) {
    if (++looked > MAX_CANDIDATES) break;
    if (candidate.length > MAX_LENGTH) continue;
    const distance = measureDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Edits (insert, delete, replace, swap of neighbours) from one name to another; what follows a whole name, as in
 * `cave-45-b` for `cave-45`, counts as one. Infinity where it would be `limit` or more.
 */
function measureDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0.25;
  if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))) return 1.25;
  if (Math.abs(a.length - b.length) >= limit) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, at(beforeLast, j - 2) + 1);
      row.push(edits);
    }
    if (Math.min(...row) >= limit) return Infinity;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
