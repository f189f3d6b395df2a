/**
 * How two windows of one browser find each other. The visit tells what there is to read whenever that changes; a screen
 * that opens asks, a visit that opens tells, so that either may come first.
 */
import type { ScreenLabels } from './labelsOf.ts';

export type ScreenMessage =
  /** From a screen: what is there to read? */
  | { readonly kind: 'ask' }
  /** From the visit. */
  | { readonly kind: 'labels'; readonly labels: ScreenLabels }
  /** From a visit that ends. */
  | { readonly kind: 'end' };

/** One exhibition per folder: visits of the same origin do not mix. @param url Of the page. */
export function channelName(url: string): string {
  return `grotto-labels ${new URL('.', url).pathname}`;
}
