/**
 * How windows of one browser find each other. A visit tells what there is to read whenever that changes; a screen that
 * opens asks, a visit that opens tells, so that either may come first. Visits listen to each other as well: one that is
 * touched while another was touched later says so.
 */
import type { ScreenLabels } from './labelsOf.ts';

export type ScreenMessage =
  /** From a screen: what is there to read? */
  | { readonly grotto: 1; readonly kind: 'ask' }
  /** From a visit. */
  | ToldLabels
  /** From a visit that ends. */
  | { readonly grotto: 1; readonly kind: 'end'; readonly visit: string };

export interface ToldLabels {
  readonly grotto: 1;
  readonly kind: 'labels';
  /** Which of this browser's visits. */
  readonly visit: string;
  /** When a visitor touched it last, milliseconds by the clock that all windows share. */
  readonly touched: number;
  readonly labels: ScreenLabels;
}

/** One exhibition per folder: visits of the same origin do not mix. @param url Of the page. */
export function channelName(url: string): string {
  return `grotto-labels ${new URL('.', url).pathname}`;
}
