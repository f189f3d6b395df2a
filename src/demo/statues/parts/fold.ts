/** What modelled cloth is made of. */

/**
 * Folds as stucco workers press them: rounded ridges between sharp valleys, 0 in the valley, 1 on the ridge. One fold for
 * every π of the phase.
 */
export function foldRidge(phase: number): number {
  const s = Math.abs(Math.sin(phase));
  return 1 - s * s * (1.2 - 0.2 * s);
}

/** Stepped folds, as of a pleated hem: a slow rise and a sudden drop, 0…1, one for every unit of the phase. */
export function foldStep(phase: number): number {
  const t = phase - Math.floor(phase);
  return t < 0.8 ? (t / 0.8) ** 1.5 : ((1 - t) / 0.2) ** 0.7;
}

/** Smooth bell around 0, 1 at 0; `width` is where it has fallen to a third. */
export function bell(x: number, width: number): number {
  const t = x / width;
  return Math.exp(-t * t);
}
