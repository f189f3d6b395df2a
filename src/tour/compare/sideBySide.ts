import type { TourState } from '../state.ts';

/**
 * Whether the picture is cut in two, a half for each layer. Not while one measures: a tape lies in the room, and there
 * would be two of it; both layers are then seen with a line between them. Nor while a relic fills the picture.
 */
export function isSideBySide({ comparison, panel, relic }: Pick<TourState, 'comparison' | 'panel' | 'relic'>): boolean {
  return comparison?.mode === 'side' && panel?.kind !== 'measure' && relic === null;
}
