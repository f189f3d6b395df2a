/** A repeatable stream of numbers in 0…1; the same seed gives the same stream on every machine. */
export interface Random {
  (): number;
  /** Evenly between `low` and `high`. */
  between(low: number, high: number): number;
  /** About normal: mean 0, spread about 1/√3 of a true normal's, never beyond ±1.74. */
  normal(): number;
  pick<T>(list: readonly T[]): T;
}

/**
 * mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for pictures. Seeds that are not whole
 * numbers are spread over the 32 bits, so 1 and 1.5 differ.
 */
export function createRandom(seed: number): Random {
  let state = Number.isInteger(seed) ? seed >>> 0 : (Math.imul(Math.floor(seed * 8192), 0x9e3779b1) ^ 0x51ed) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return Object.assign(next, {
    between: (low: number, high: number): number => low + (high - low) * next(),
    normal: (): number => (next() + next() + next() - 1.5) * 1.1547,
    pick<T>(list: readonly T[]): T {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error('random.pick: the list is empty; give at least one item');
      return chosen;
    },
  });
}
