import type { WebGLRenderer } from 'three';
import type { FlatAsset } from '#document/schema.ts';
import type { SceneLayer } from '#scene/frame/layer.ts';
import type { HangingSheet } from '#streaming/flat/hangingSheet.ts';
import type { LiveFlat } from '#tour/flat/liveFlat.ts';
import type { TurnWish } from '#tour/look/turnMix.ts';
import type { Tour } from '#tour/store.ts';
import type { Wall, WallFrame } from '#tour/wallView/state.ts';

export interface FlatViewOptions {
  readonly tour: Tour;
  readonly live: LiveFlat;
  readonly sheetOf: (asset: FlatAsset) => HangingSheet;
  readonly renderer: WebGLRenderer;
  readonly element: HTMLElement;
  readonly keyRegion: HTMLElement;
  readonly requestFrame: () => void;
  readonly isMotionReduced: () => boolean;
}

export interface FlatView extends SceneLayer {
  /** Whether the place has a flat picture. */
  readonly isHere: boolean;
  go(frame: WallFrame, options: { readonly isEased: boolean }): void;
  /** Whether the scroll unrolls by itself; never where motion is reduced. Any wish of the visitor ends it. */
  setAuto(isOn: boolean): void;
  /** What buttons on the page ask for. */
  wish(wish: TurnWish): void;
  /** The page has another size. */
  resize(): void;
}

/** The picture, as the hands that move over any wall take it. */
export const PAGE_WALL: Wall = {
  normal: [0, 0, -1],
  right: [1, 0, 0],
  up: [0, 1, 0],
  distance: 1,
  flatness: 0,
  scaleError: 0,
  extent: { left: 0, right: 0, bottom: 0, top: 0 },
};
