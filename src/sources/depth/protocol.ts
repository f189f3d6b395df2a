/** What the page and the depth worker say to each other; one worker reads one picture. */
import type { DepthGrid, DepthOptions } from './readDepth.ts';

export interface DepthRequest extends DepthOptions {
  readonly url: string;
  /** Radians by which what stands before something else is made wider; not at all by default. See `spreadNear.ts`. */
  readonly spread?: number;
}

export type DepthAnswer = { readonly grid: DepthGrid; readonly bytes: number } | { readonly error: string };
