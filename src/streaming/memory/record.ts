/**
 * What the engine knows of a tile. States and their order:
 *
 *   absent → loading → decoded → resident → absent (evicted, context lost)
 *                 ↘ absent (cancelled) | waiting (to be tried again) → loading | failed (for good)
 *
 * `decoded` holds an image outside the GPU that must be released; `resident` owns a layer of a store.
 */
import type { Pyramid, TileId } from '../pyramid/pyramid.ts';
import type { TileImage } from '../ports.ts';
import type { CancelToken } from '../schedule/cancelToken.ts';

export type TileState = 'absent' | 'loading' | 'decoded' | 'resident' | 'waiting' | 'failed';

export interface TileRecord {
  readonly pyramid: Pyramid;
  readonly tile: TileId;
  state: TileState;
  /** The frame in which the tile was last wanted on the screen, or soon to be. */
  wantedFrame: number;
  /** The clock when it was last wanted. */
  wantedAt: number;
  /** Smaller comes first; meaningful while wantedFrame is the current frame. */
  priority: number;
  /** Loaded for a place one may go to, not for the view. */
  isAhead: boolean;
  /** Never evicted while its panorama is shown. */
  isPinned: boolean;
  image: TileImage | null;
  token: CancelToken | null;
  store: number;
  layer: number;
  widthPx: number;
  heightPx: number;
  /** The clock when it was first drawn, to fade in from; −1 while it has not been drawn. */
  drawnAt: number;
  drawnFrame: number;
  /** The frame in which it was last due in view and not there: only what was missed fades in. */
  missedFrame: number;
  /** Whether it appears at once because nothing coarser lies beneath it, or it was outside the view. */
  isFaded: boolean;
  attempts: number;
  retryAt: number;
}

export function createRecord(pyramid: Pyramid, tile: TileId): TileRecord {
  return {
    pyramid,
    tile,
    state: 'absent',
    wantedFrame: -1,
    wantedAt: 0,
    priority: 0,
    isAhead: false,
    isPinned: false,
    image: null,
    token: null,
    store: -1,
    layer: -1,
    widthPx: 0,
    heightPx: 0,
    drawnAt: -1,
    drawnFrame: -1,
    missedFrame: -1,
    isFaded: false,
    attempts: 0,
    retryAt: 0,
  };
}
