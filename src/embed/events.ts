/** What the element tells its page, as custom events that do not bubble. */
import type { PlaceState, ViewInDegrees } from './protocol.ts';

export interface EmbedError {
  /**
   * `address`: `src` is no address of the web. `silent`: no visit began in the frame in half a minute. `refused`: it did,
   * but does not listen to this page. `fault`: something in the exhibition is wrong, and the visit goes on.
   */
  readonly code: 'address' | 'silent' | 'refused' | 'fault';
  readonly message: string;
}

/** Names of events, and the `detail` of each. */
export interface ExhibitionEvents {
  /** The visit can be steered. */
  readonly ready: PlaceState;
  /** The visitor came to a place. */
  readonly placechange: { readonly nodeId: string };
  /** The view came to rest. */
  readonly viewchange: { readonly view: ViewInDegrees };
  readonly languagechange: { readonly language: string };
  readonly error: EmbedError;
}

type Told = {
  readonly [E in keyof ExhibitionEvents]: { readonly name: E; readonly detail: ExhibitionEvents[E] };
}[keyof ExhibitionEvents];

/**
 * What the element makes of an event of the visit; null for one that it does not pass on. What comes out of a frame is
 * another site's: it is read field by field, and a listener gets the shapes that the types promise.
 */
export function eventOf(event: string, detail: unknown): Told | null {
  const told = asRecord(detail);
  switch (event) {
    case 'arrive':
      return typeof told.nodeId === 'string' ? { name: 'placechange', detail: { nodeId: told.nodeId } } : null;
    case 'settle': {
      const { yaw, pitch, fov } = asRecord(told.view);
      const isView = [yaw, pitch, fov].every((angle) => Number.isFinite(angle));
      return isView ? { name: 'viewchange', detail: { view: { yaw, pitch, fov } as ViewInDegrees } } : null;
    }
    case 'language':
      return typeof told.language === 'string' ? { name: 'languagechange', detail: { language: told.language } } : null;
    case 'fault': {
      const { path, message } = asRecord(told.fault);
      const said = [path, message].filter((part) => typeof part === 'string' && part !== '').join(': ');
      return { name: 'error', detail: { code: 'fault', message: said } };
    }
    default:
      return null;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
