import type { TourState } from '../state.ts';

/**
 * Whether the picture is cut in two, a half for each layer. Not while one measures: a tape lies in the room, and there
 * would be two of it; both layers are then seen with a line between them.
 */
export function isSideBySide({ comparison, tape }: Pick<TourState, 'comparison' | 'tape'>): boolean {
  return comparison?.mode === 'side' && tape === null;
}
