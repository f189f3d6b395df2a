/** The sky as a table, so that threads need no function and bright parts are sampled often. */
import type { Cave } from '#demo/cave/cave.ts';
import type { SkyTable } from '#demo/light/bakeTypes.ts';

const COLUMNS = 256;
const ROWS = 128;
/** The picture of the paint as found decides what light falls on it. */
const LAYER = 'as-found';

export function tabulateSky(cave: Cave): SkyTable {
  const radiance = new Float32Array(new SharedArrayBuffer(COLUMNS * ROWS * 12));
  const shares = new Float32Array(new SharedArrayBuffer(COLUMNS * ROWS * 4));
  const colour = new Float64Array(3);
  const sky = cave.lighting.skyLight ?? cave.sky;
  let sum = 0;
  const running = new Float64Array(COLUMNS * ROWS);
  for (let row = 0, i = 0; row < ROWS; row++) {
    const polar = ((row + 0.5) / ROWS) * Math.PI;
    for (let column = 0; column < COLUMNS; column++, i++) {
      const turn = ((column + 0.5) / COLUMNS) * 2 * Math.PI;
      sky(Math.sin(polar) * Math.cos(turn), Math.cos(polar), Math.sin(polar) * Math.sin(turn), LAYER, colour);
      radiance.set(colour, i * 3);
      sum += (colour[0]! * 0.3 + colour[1]! * 0.6 + colour[2]! * 0.1) * Math.sin(polar);
      running[i] = sum;
    }
  }
  for (let i = 0; i < running.length; i++) shares[i] = sum > 0 ? running[i]! / sum : (i + 1) / running.length;
  return { columns: COLUMNS, rows: ROWS, radiance, shares };
}

/** The cell whose share contains `share`, 0…1. */
export function findCell({ shares }: SkyTable, share: number): number {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! > share) high = middle;
    else low = middle + 1;
  }
  return low;
}
