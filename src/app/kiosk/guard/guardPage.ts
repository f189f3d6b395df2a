/**
 * Keeps whoever touches a kiosk inside the visit: no menu, selection, drag, zoom of the page, print, file, new window or
 * other page. What can be followed is shown as a code for a phone (`onLink`). What a browser does before a page hears of it
 * belongs to its flags and policy (`grotto deploy`).
 */
import { isEscapeKey } from './isEscapeKey.ts';
import { meaningOf } from './meaningOf.ts';

export interface PageGuard {
  /** From now on the page may be left: to be loaded anew. */
  release(): void;
}

/** Fingers that turn and zoom the picture belong to the picture. */
const PICTURE = '.picture, canvas';
const TYPED_INTO = 'input, textarea, [contenteditable]';
/** A wheel that would zoom the page has Ctrl with it, and so has a pinch on a touch pad. */
const EAGER = { capture: true, passive: false } as const;

/** @param onLink Told the full address of what a visitor wanted to follow out of the page. */
export function guardPage(window: Window & typeof globalThis, onLink: (url: string) => void): PageGuard {
  const { document } = window;
  let isReleased = false;
  const refuse = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const elementOf = ({ target }: Event): Element | null => (target instanceof window.Element ? target : null);
  const isIn = (event: Event, selector: string): boolean => elementOf(event)?.closest(selector) !== null;

  for (const kind of ['contextmenu', 'dragstart', 'dragover', 'drop', 'beforeprint', 'gesturestart', 'gesturechange']) {
    window.addEventListener(kind, refuse, EAGER);
  }
  window.addEventListener('selectstart', (event) => !isIn(event, TYPED_INTO) && refuse(event), EAGER);
  window.addEventListener('wheel', (event) => event.ctrlKey && !isIn(event, PICTURE) && refuse(event), EAGER);
  // Over the picture it zooms the picture; the page stays as it is either way.
  window.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false });
  window.addEventListener(
    'touchmove',
    (event) => event.touches.length > 1 && !isIn(event, PICTURE) && event.cancelable && event.preventDefault(),
    EAGER,
  );
  for (const kind of ['keydown', 'keyup'] as const) {
    window.addEventListener(kind, (event) => isEscapeKey(event) && refuse(event), EAGER);
  }

  const follow = (event: MouseEvent): void => {
    const file = elementOf(event)?.closest('input[type="file"]');
    if (file) return refuse(event);
    const link = elementOf(event)?.closest<HTMLAnchorElement>('a[href], area[href]');
    if (!link) return;
    const meaning = meaningOf(link, window.location.href);
    if (meaning === 'inside' && event.button === 0) return;
    refuse(event);
    if (meaning === 'outside') onLink(link.href);
  };
  window.addEventListener('click', follow, EAGER);
  window.addEventListener(
    'auxclick',
    (event) => {
      if (event.button > 0) refuse(event);
    },
    EAGER,
  );
  window.addEventListener('submit', refuse, EAGER);

  // What no event tells of: calls of scripts, be they our own.
  window.open = (url) => {
    if (url !== undefined && meaningOf({ href: String(url), download: '' }, window.location.href) === 'outside') {
      onLink(new URL(url, window.location.href).href);
    }
    return null;
  };
  window.print = () => undefined;
  for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) {
    if (name in window) {
      Object.defineProperty(window, name, {
        value: () => Promise.reject(new window.DOMException('not on a kiosk', 'NotAllowedError')),
      });
    }
  }
  const { navigation } = window as { readonly navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { destination } = event as Event & { readonly destination: { readonly sameDocument: boolean } };
    if (!isReleased && !destination.sameDocument && event.cancelable) event.preventDefault();
  });
  document.documentElement.dataset['profile'] = 'kiosk';
  return { release: () => (isReleased = true) };
}
