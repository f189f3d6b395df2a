/** Whether a measure grows from round to round, or only wavers. */
import type { Weight } from '../../e2e/soak/weigh.ts';

export type Measure = keyof Weight;

export interface Trend {
  readonly measure: Measure;
  readonly first: number;
  readonly last: number;
  /** By how much it grows with a round, least squares over the rounds that count. */
  readonly slope: number;
  /** Standard error of the slope. */
  readonly noise: number;
  readonly isGrowing: boolean;
}

/** Less than this a round is none that would be noticed in a day, whatever it is. */
export const FLOORS: Readonly<Record<Measure, number>> = {
  heapBytes: 10_000,
  objectBytes: 5_000,
  arrayBytes: 5_000,
  gpuBytes: 1_000,
  textures: 0.2,
  buffers: 0.2,
  programs: 0.2,
  listeners: 0.5,
  nodes: 2,
  documents: 0.1,
  workers: 0.1,
  sounds: 0.2,
};
/** Rounds in which the page makes what it makes once: chunks, programs, caches. */
export const WARM_UP = 2;
/** A slope of chance is hardly ever so many of its standard errors above zero. */
const SURE = 3;

/** @param weights After each round, the first one first. */
export function trendOf(measure: Measure, weights: readonly Weight[], warmUp = WARM_UP): Trend {
  const values = weights.slice(warmUp).map((weight) => weight[measure]);
  const { slope, noise } = fitLine(values);
  return {
    measure,
    first: values[0] ?? NaN,
    last: values.at(-1) ?? NaN,
    slope,
    noise,
    isGrowing: slope > FLOORS[measure] && slope > SURE * noise,
  };
}

/** Least squares over values one apart. Fewer than three say nothing of noise. */
export function fitLine(values: readonly number[]): { readonly slope: number; readonly noise: number } {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const slope = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread;
  const rest = values.reduce((sum, value, index) => sum + (value - mean - slope * (index - middle)) ** 2, 0);
  return { slope, noise: count > 2 ? Math.sqrt(rest / (count - 2) / spread) : Infinity };
}
