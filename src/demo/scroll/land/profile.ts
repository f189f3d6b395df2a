/** Heights told by a few points along the reading direction, joined smoothly. */
export type Profile = readonly (readonly [s: number, value: number])[];

/** The value at `s`; beyond the first and last point it stays theirs. */
export function valueAt(profile: Profile, s: number): number {
  let before = profile[0];
  if (!before) return 0;
  for (const point of profile) {
    if (point[0] >= s) {
      if (point[0] === before[0]) return point[1];
      const t = (s - before[0]) / (point[0] - before[0]);
      const eased = t * t * (3 - 2 * t);
      return before[1] + (point[1] - before[1]) * eased;
    }
    before = point;
  }
  return before[1];
}

/** Reads a profile from pairs, such as '500 1090, 9500 1030'. */
export function profile(pairs: string): Profile {
  return pairs.split(', ').map((pair) => {
    const [s = NaN, value = NaN] = pair.split(' ').map(Number);
    if (!Number.isFinite(s + value)) throw new Error(`profile: "${pair}" is no pair of numbers; write "place value"`);
    return [s, value];
  });
}
