/** What a kiosk tells the machine that serves it, every few seconds: that it lives, and how. Nothing of a visitor. */

/** Beside the page. */
export const HEALTH = 'health';
/** In the address of a page whose server wants to hear of it: `?profile=kiosk&health`. */
export const HEALTH_WISH = 'health';
/** Between two, milliseconds. */
export const HEARTBEAT_MS = 15_000;
export const MOST_HEARTBEAT_BYTES = 16_384;
export const MOST_ERRORS = 5;
/** Characters. */
export const MOST_ERROR_TEXT = 300;

export interface Heartbeat {
  /** One load of the page: by chance, and new with each. */
  readonly page: string;
  readonly version: string;
  /** Whose turn it is; `starting` before the visit stands. */
  readonly phase: string;
  /** Since the page was loaded. */
  readonly seconds: number;
  readonly visitors: number;
  readonly framesDrawn: number;
  readonly textureBytes: number;
  /** Of scripts; null where the browser does not say. */
  readonly heapBytes: number | null;
  /** How often the page was loaded anew in the last hour because something was wrong. */
  readonly reloads: number;
  /** What is wrong at this moment. */
  readonly illness: string | null;
  /** Nobody can see the page, so the browser seldom lets it do anything. */
  readonly isHidden: boolean;
  /** The latest of the device's journal. */
  readonly errors: readonly HeartbeatError[];
}

export interface HeartbeatError {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  readonly text: string;
  readonly times: number;
}
