/** Filters that run sample by sample. Each `create…` returns a function from input to output and keeps its own state. */
import { RATE } from '#demo/sound/signal/rate.ts';

export type Filter = (input: number) => number;

/** Second-order section with the coefficients of its transfer function; a0 is 1. */
export function createBiquad(b0: number, b1: number, b2: number, a1: number, a2: number): Filter {
  let s1 = 0;
  let s2 = 0;
  return (x) => {
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    return y;
  };
}

/** A mode of a struck body: rings at `frequency` (Hz) and falls by 60 dB in `seconds`; peak response near 1 for an impulse. */
export function createMode(frequency: number, seconds: number): Filter {
  const radius = Math.pow(10, -3 / (seconds * RATE));
  const angle = (2 * Math.PI * frequency) / RATE;
  return createBiquad(0, Math.sin(angle), 0, -2 * radius * Math.cos(angle), radius * radius);
}

/** One-pole low pass. */
export function createLowPass(frequency: number): Filter {
  const k = 1 - Math.exp((-2 * Math.PI * frequency) / RATE);
  let held = 0;
  return (x) => (held += k * (x - held));
}

/** Samples between two settings of what moves slowly: two thirds of a millisecond. */
export const CONTROL = 32;

export interface MovingBand {
  /** Sets the middle in Hz and the sharpness, `q` 0.5 … 30. */
  tune(frequency: number, q: number): void;
  run(input: number): number;
}

/**
 * A band pass whose middle may move without clicks: state-variable filter in the trapezoidal form (Zavalishin, The Art of VA
 * Filter Design). The peak gain is 1.
 */
export function createMovingBand(frequency = 440, q = 1): MovingBand {
  let s1 = 0;
  let s2 = 0;
  let g = 0;
  let k = 1;
  const tune = (middle: number, sharpness: number): void => {
    g = Math.tan((Math.PI * middle) / RATE);
    k = 1 / sharpness;
  };
  tune(frequency, q);
  return {
    tune,
    run: (x) => {
      const band = (g * (x - s2) + s1) / (1 + g * (g + k));
      const low = s2 + g * band;
      s1 = 2 * band - s1;
      s2 = 2 * low - s2;
      return band * k;
    },
  };
}
