/** Loops without a seam. */

/**
 * Makes noise repeat: what follows after `length` samples is faded into the head with equal power, so the end runs on into
 * the beginning as the noise itself did. `samples` must be longer than `length`; the rest is the fade.
 */
export function closeNoise(samples: Float32Array, length: number): Float32Array {
  const fade = samples.length - length;
  if (fade <= 0) throw new RangeError('closeNoise: give more samples than the loop is long; the rest is the fade');
  const loop = samples.slice(0, length);
  for (let i = 0; i < fade; i++) {
    const a = ((i + 0.5) / fade) * (Math.PI / 2);
    loop[i] = samples[i]! * Math.sin(a) + samples[length + i]! * Math.cos(a);
  }
  return loop;
}

/** Lays what rings on after the loop over its beginning: right for sounds that only add up. */
export function foldTail(samples: Float32Array, length: number): Float32Array {
  const loop = new Float32Array(length);
  for (let i = 0; i < samples.length; i++) loop[i % length]! += samples[i]!;
  return loop;
}

/** Takes the mean away. */
export function removeDc(samples: Float32Array): Float32Array {
  let sum = 0;
  for (const value of samples) sum += value;
  const mean = sum / samples.length;
  return samples.map((value) => value - mean);
}

/** Takes what is slower than about 15 Hz away from an event that begins in silence. */
export function blockDc(samples: Float32Array): Float32Array {
  let before = 0;
  let held = 0;
  return samples.map((value) => {
    held = 0.998 * held + value - before;
    before = value;
    return held;
  });
}

/** Quietens the end of an event over `fade` samples, so that it stops at zero with no step. */
export function fadeOut(samples: Float32Array, fade: number): Float32Array {
  const from = samples.length - fade;
  return samples.map((value, i) =>
    i < from ? value : value * (0.5 + 0.5 * Math.cos((Math.PI * (i - from + 1)) / fade)),
  );
}
