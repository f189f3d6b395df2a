/**
 * A coder that forgets a little forgets something else at the end of a loop than at its beginning, and where they meet
 * the wave jumps. The jump is taken out: what is missing at the first sample is added there, and less and less of it
 * after.
 */

/** Seconds over which the mending fades: too slow to be heard itself. */
const MENDED = 0.02;

/** Changes the samples of a loop in place so that its beginning continues its end. */
export function closeLoop(samples: Float32Array, sampleRate: number): void {
  const length = samples.length;
  const mended = Math.min(Math.round(MENDED * sampleRate), length >> 1);
  if (mended < 2) return;
  const [before = 0, last = 0] = samples.subarray(length - 2);
  const [first = 0, second = 0] = samples;
  // Between its neighbours a wave moves as it did before and will do after.
  const jump = last + (last - before + second - first) / 2 - first;
  for (let at = 0; at < mended; at++) {
    samples[at] = (samples[at] ?? 0) + jump * (0.5 + 0.5 * Math.cos((Math.PI * at) / mended));
  }
}
