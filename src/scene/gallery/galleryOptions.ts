import type { WebGLRenderer } from 'three';
import type { SceneLayer } from '#scene/frame/layer.ts';
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import type { Pointing } from '#scene/look/desk.ts';
import type { MuseumLight } from '#scene/relic/light/museumLight.ts';
import type { LiftableRelics } from '#scene/relic/lift/lifting.ts';
import type { RelicPool } from '#scene/relic/relicPool.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { Stand } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';

export interface GalleryOptions {
  readonly tour: Pick<Tour, 'store' | 'commands'>;
  readonly liveView: LiveView;
  /** Shared with whoever else shows relics; the gallery says what stands in it while the visitor is there. */
  readonly pool: RelicPool;
  readonly renderer: WebGLRenderer;
  /** Lights the relics of halls; stays its maker's to dispose of. */
  readonly light: MuseumLight;
  /** Which thing the page speaks of: its plate is lit. */
  readonly focus: MarkFocus;
  /** The canvas, and what must have the focus for keys to walk. */
  readonly element: HTMLElement;
  readonly keyRegion: HTMLElement;
  /** The full address of a file of the exhibition; null where the gate refuses it. */
  readonly resolve: (uri: string) => string | null;
  readonly requestFrame: () => void;
  readonly isMotionReduced: () => boolean;
  /** Seconds; the engine's clock. */
  readonly clock: () => number;
  /** The typefaces of plates, a CSS font-family list; the page's `--serif` by default. */
  readonly fontFamily?: () => string;
}

export interface Gallery extends SceneLayer, LiftableRelics {
  /** Whether the visitor is in a hall, with nothing in hand. */
  readonly isHere: boolean;
  /** Where at this moment; null outside a hall. For `createTour`'s `currentStand`. */
  readonly stand: Stand | null;
  /** The visitor stands there now, carried by a headset. */
  placeAt(x: number, z: number): void;
  /** Follows the door, walks to the relic or over the floor there; says whether there was anything. */
  pick(pointing: Pointing): boolean;
  /** Lights what is there; says whether there is something to pick. */
  hover(pointing: Pointing | null): boolean;
  /** Shows the relics of the hall again after the pool has shown others; says whether there are any. */
  putBack(): boolean;
  /** Milliseconds that the hall took to build; 0 before there is one. */
  readonly buildMs: number;
}
