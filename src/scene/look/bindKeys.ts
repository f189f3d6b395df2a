import type { LookWay } from '#tour/look/pad.ts';
import type { LookDesk } from './desk.ts';

/** By place on the keyboard, so that WASD lie together on every layout. */
const WAYS_BY_CODE: Readonly<Record<string, LookWay>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  KeyA: 'left',
  KeyD: 'right',
  KeyW: 'up',
  KeyS: 'down',
  NumpadAdd: 'nearer',
  NumpadSubtract: 'farther',
};
/** By what is printed on the key, wherever it lies. */
const WAYS_BY_KEY: Readonly<Record<string, LookWay>> = { '+': 'nearer', '=': 'nearer', '-': 'farther', '−': 'farther' };

/** Where keys mean something else. */
const TAKEN = 'input, textarea, select, [contenteditable], dialog, [role="dialog"], [role="listbox"], [role="menu"]';
/** What Enter would press. */
const PRESSABLE = 'a[href], button, summary, [role="button"], [role="link"]';

/**
 * Arrow keys and WASD turn, + and − zoom, Enter picks what is at the centre; while `region` or nothing in particular
 * has the focus.
 */
export function bindKeys({ element, state, mix, signal, wake, pick }: LookDesk, region: HTMLElement): void {
  const held = new Map<string, () => void>();
  const page = element.ownerDocument;

  const letGo = (): void => {
    if (held.size === 0) return;
    for (const release of held.values()) release();
    held.clear();
    wake();
  };

  page.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isForPicture(page, region)) return;
      if (event.key === 'Enter') {
        if (event.repeat || page.activeElement?.closest(PRESSABLE)) return;
        if (pick({ yaw: state.view.yaw, pitch: state.view.pitch, kind: 'centre' })) event.preventDefault();
        return;
      }
      const way = WAYS_BY_KEY[event.key] ?? WAYS_BY_CODE[event.code];
      if (!way) return;
      event.preventDefault();
      if (held.has(event.code)) return;
      held.set(event.code, mix.hold(way));
      wake();
    },
    { signal },
  );
  page.addEventListener(
    'keyup',
    (event) => {
      // Some systems swallow the release of a key that was held together with Command.
      if (event.key === 'Meta') letGo();
      held.get(event.code)?.();
      if (held.delete(event.code)) wake();
    },
    { signal },
  );
  page.defaultView?.addEventListener('blur', letGo, { signal });
  page.addEventListener(
    'focusin',
    () => {
      if (!isForPicture(page, region)) letGo();
    },
    { signal },
  );
  signal.addEventListener('abort', letGo);
}

function isForPicture(page: Document, region: HTMLElement): boolean {
  const { activeElement } = page;
  if (!activeElement || activeElement === page.body || activeElement === page.documentElement) return true;
  return region.contains(activeElement) && !activeElement.closest(TAKEN);
}
