/**
 * Flashes by WCAG 2.3.1: brightness goes to and fro by a tenth of the greatest there is, the darker of the two below 0.8.
 * The picture is looked at in cells of the size that may flash together, a quarter of ten degrees of a usual screen; in
 * no second may one of them flash more than three times.
 */

export interface Frame {
  readonly seconds: number;
  /** Relative luminance of every cell, 0 to 1. */
  readonly cells: readonly number[];
}

const LEAST_CHANGE = 0.1;
const DARKER_BELOW = 0.8;

/** The most changes to and fro that a cell makes within one second; two of them are a flash. */
export function countChanges(film: readonly Frame[]): number {
  const cells = film[0]?.cells.length ?? 0;
  let most = 0;
  for (let cell = 0; cell < cells; cell++) {
    const times = changesOf(film.map(({ seconds, cells: all }) => ({ seconds, light: all[cell] ?? 0 })));
    for (const [at, from] of times.entries()) {
      most = Math.max(most, times.slice(at).filter((time) => time <= from + 1).length);
    }
  }
  return most;
}

/** More than three flashes in a second. */
export const MOST_CHANGES = 6;

interface Moment {
  readonly seconds: number;
  readonly light: number;
}

/** When brightness has come a tenth away from where it last turned. */
function changesOf(moments: readonly Moment[]): number[] {
  const times: number[] = [];
  const first = moments[0]?.light ?? 0;
  let [low, high] = [first, first];
  let way = 0;
  for (const { seconds, light } of moments) {
    if (way >= 0) high = Math.max(high, light);
    if (way <= 0) low = Math.min(low, light);
    const isUp = way <= 0 && light - low >= LEAST_CHANGE && low < DARKER_BELOW;
    const isDown = way >= 0 && high - light >= LEAST_CHANGE && light < DARKER_BELOW;
    if (!isUp && !isDown) continue;
    times.push(seconds);
    way = isUp ? 1 : -1;
    [low, high] = [light, light];
  }
  return times;
}
