/** What workers are asked to do: one texture, or one step of one model from file to file. */
import type { Step } from '../ladder.ts';
import type { StepFacts } from '../make/makeStep.ts';
import type { TextureFacts, TextureOrder } from '../textures/makeTexture.ts';

export interface TextureTask {
  readonly kind: 'texture';
  readonly order: TextureOrder;
  /** Where it goes; it appears there whole or not at all. */
  readonly file: string;
}

export interface StepTask {
  readonly kind: 'step';
  readonly model: string;
  readonly scale: number;
  readonly step: Step;
  readonly isQuick: boolean;
  /** Textures for the GPU by their place in the document. */
  readonly textures: readonly { readonly index: number; readonly file: string; readonly facts: TextureFacts }[];
  readonly file: string;
}

export type Task = TextureTask | StepTask;
export type Reply<Facts> = { readonly facts: Facts; readonly error?: undefined } | { readonly error: string };
export type FactsOf<T extends Task> = T extends StepTask ? StepFacts : TextureFacts;
