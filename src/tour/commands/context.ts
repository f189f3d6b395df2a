import type { StoreApi } from 'zustand/vanilla';
import type { TourState, View } from '../state.ts';

/** What a command works with. */
export interface CommandContext {
  readonly store: StoreApi<TourState>;
  /** Where the visitor looks at this moment, even in the middle of a motion. */
  readonly currentView: () => View;
}
