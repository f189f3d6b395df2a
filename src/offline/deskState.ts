import type { NoRoom, Progress } from './keepFiles.ts';

/** What a visitor is told of the visit on their device. */
export type DeskState =
  | { readonly kind: 'looking' }
  /** Nothing is kept yet, or only a part. */
  | ({ readonly kind: 'offered' } & Progress)
  | ({ readonly kind: 'fetching' } & Progress)
  | { readonly kind: 'kept'; readonly bytes: number; readonly newer: Progress | null }
  /** A newer version is whole and is shown at the next start. */
  | { readonly kind: 'ready'; readonly bytes: number };

/** Why a visit is not kept, or not wholly. */
export type DeskTrouble =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'wrong-file' }
  | { readonly kind: 'refused' }
  | NoRoom
  /** Another window shows the visit, so that this one cannot change its version. */
  | { readonly kind: 'other-window' };

export interface DeskView {
  readonly state: DeskState;
  readonly trouble: DeskTrouble | null;
}
