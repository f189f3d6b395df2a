/** What a worker is asked to do: one step of one model, from file to file. */
import type { StepFacts } from '../make/makeStep.ts';

export interface StepTask {
  readonly model: string;
  readonly scale: number;
  readonly quality: StepFacts['quality'];
  /** Where the GLB goes; it appears there whole or not at all. */
  readonly file: string;
}

export type StepReply = { readonly facts: StepFacts; readonly error?: undefined } | { readonly error: string };
