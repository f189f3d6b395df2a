/** Levels: decibels of the document, steps of the visitor, factors of the samples. */
import { MOST_LOUDNESS } from '#tour/sound/state.ts';

/** Decibels between two steps of a volume: ten of them reach from barely heard to as made. */
const STEP_DECIBELS = 4;

export function gainOfDecibels(decibels: number): number {
  return 10 ** (decibels / 20);
}

export function decibelsOfGain(gain: number): number {
  return 20 * Math.log10(gain);
}

/** The factor of a step of a volume: 0 is silence, 10 (the most) is 1. */
export function gainOfStep(step: number): number {
  return step <= 0 ? 0 : gainOfDecibels((Math.min(step, MOST_LOUDNESS) - MOST_LOUDNESS) * STEP_DECIBELS);
}
