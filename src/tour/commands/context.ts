import type { StoreApi } from 'zustand/vanilla';
import type { Stand, TourState, View } from '../state.ts';

/** What a command works with. */
export interface CommandContext {
  readonly store: StoreApi<TourState>;
  /** Where the visitor looks at this moment, even in the middle of a motion. */
  readonly currentView: () => View;
  /** Where in a hall the visitor is at this moment; null elsewhere. */
  readonly currentStand: () => Stand | null;
}
