/** What belongs to the device and outlives its visitors begins so in its storage. */
export const DEVICE_PREFIX = 'grotto.device.';

interface Traces {
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  readonly document: Document;
  name: string;
  getSelection(): Selection | null;
}

/** Takes away what a visitor has left in the browser: what was stored, typed, chosen and named. */
export function wipe(window: Traces): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      empty(window[storage]);
    } catch {
      // A browser that refuses its storage has kept nothing there.
    }
  }
  window.name = '';
  window.getSelection()?.removeAllRanges();
  (window.document.activeElement as Partial<HTMLElement> | null)?.blur?.();
}

function empty(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key !== null && !key.startsWith(DEVICE_PREFIX)) storage.removeItem(key);
}
