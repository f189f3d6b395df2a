/**
 * One step of `npm run demo`: something that is made from sources and from what earlier stages made.
 *
 * A maker exports its steps as constants named `<NAME>_STAGE` (or a list `…_STAGES`); `stages.ts` puts them in order.
 * The runner hashes the sources, the parameters and the outputs of the stages it needs; where that hash is the one of
 * last time and the outputs are still there with their old content, the stage is not run again.
 */

/** 'draft' is for looking at in a minute, 'normal' is what the repository keeps, 'full' is all a large disk may hold. */
export type Quality = 'draft' | 'normal' | 'full';

export interface StageContext {
  readonly quality: Quality;
  /** Folder of the finished things, absolute. Files are written to `path.join(out, …)` under temporary names first. */
  readonly out: string;
  /** Folder for what is worth keeping between runs, absolute; it may be emptied at any time between runs. */
  readonly cache: string;
  /** How many threads may work at once, at least 1. The outputs must not depend on it. */
  readonly jobs: number;
  /** Says how much of this stage is done, 0…1, and on what it works. */
  progress(fraction: number, note?: string): void;
}

export interface Stage {
  /** For `--only`, lower case with hyphens: 'hall-pictures'. */
  readonly name: string;
  /** What it makes, for people: 'Pictures of the hall'. */
  readonly title: string;
  /**
   * Files and folders the outputs follow from, relative to `src/demo`, such as 'relics' or 'form/fields.ts'. A folder
   * stands for everything in it, READMEs apart.
   */
  readonly sources: readonly string[];
  /** Names of stages whose outputs this one reads. */
  readonly needs?: readonly string[];
  /** Numbers and choices outside the sources that the outputs follow from; hashed as JSON. */
  readonly parameters?: unknown;
  /** Makes the outputs and returns their paths relative to `out`, with forward slashes. Same inputs, same bytes. */
  run(context: StageContext): Promise<readonly string[]>;
}
