import type { Mark } from '#tour/marks.ts';
import type { LookPad } from '#tour/look/pad.ts';
import type { Tour } from '#tour/store.ts';
import type { LiveView } from '#tour/look/liveView.ts';

/** Shows in the picture which mark the page speaks of. */
export interface MarkFocus {
  set(mark: Mark | null): void;
}

export interface UiOptions {
  /** Where the interface is put. It covers the window and lets pointers through to what lies beneath. */
  readonly root: HTMLElement;
  readonly tour: Tour;
  readonly liveView: LiveView;
  /** Without it there are no buttons for looking around. */
  readonly pad?: LookPad;
  readonly focus?: MarkFocus;
  /** Whether the visitor asked for less motion. */
  readonly reducedMotion: boolean;
  /** The address of `exhibition.json`, against which its files are found; the page's own by default. */
  readonly baseUrl?: string;
  /** Whether the picture can be drawn; without WebGL 2 the interface says so and shows flat pictures. True by default. */
  readonly hasPicture?: boolean;
  /** What drawing costs, for the overlay of `?debug`; without it there is no overlay. */
  readonly stats?: () => object;
}
