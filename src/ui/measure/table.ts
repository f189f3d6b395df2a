/** Measurements as a table that every spreadsheet reads: points as decimal signs, whatever the language. */
import { measure } from '#tour/measure/measure.ts';
import { quote, writeTable } from '../table.ts';
import type { WallMeasurement } from '#tour/measure/state.ts';

const UNITS = { length: 'm', area: 'm2', angle: 'rad' } as const;
/** A tenth of a millimetre. */
const DIGITS = 4;

/**
 * @param heads Number, kind, value, uncertainty, unit, points, seen: seven words.
 * @param seen The layers that were seen meanwhile, with what has to be said of them.
 */
export function toTable(
  measurements: readonly WallMeasurement[],
  heads: readonly string[],
  seen: readonly string[],
): string {
  const rows = measurements.map((measurement, index) => {
    const { value, error } = measure(measurement);
    const points = measurement.points.map(({ position }) => position.map((metres) => metres.toFixed(DIGITS)).join(' '));
    return [
      String(index + 1),
      measurement.kind,
      value.toFixed(DIGITS),
      error.toFixed(DIGITS),
      UNITS[measurement.kind],
      quote(points.join('; ')),
      quote(seen.join('; ')),
    ];
  });
  return writeTable(heads, rows);
}
