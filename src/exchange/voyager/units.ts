/** Units of length of an SVX document. */

const METRES: Readonly<Record<string, number>> = {
  mm: 0.001, cm: 0.01, m: 1, km: 1000, in: 0.0254, ft: 0.3048, yd: 0.9144, mi: 1609.344,
}; // prettier-ignore

/** Voyager's own unit where a document names none. */
const DEFAULT = 'cm';

/** How long one unit is, metres; null for a name that is none. `inherit` is the unit of what it lies in. */
export function metresOf(unit: string | undefined, inherited: number = METRES[DEFAULT] ?? 0.01): number | null {
  if (unit === undefined || unit === 'inherit') return inherited;
  return Object.hasOwn(METRES, unit) ? (METRES[unit] ?? null) : null;
}
