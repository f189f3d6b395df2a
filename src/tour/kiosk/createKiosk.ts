import { createStore, type StoreApi } from 'zustand/vanilla';
import { FIRST_PAGE, KIOSK_TIMES, type KioskPage, type KioskTimes, type KioskVisit, NOBODY_THERE } from './state.ts';
import { type KioskEvent, stepKiosk } from './stepKiosk.ts';

export interface Kiosk {
  /** Whose turn it is; written by `note` alone. */
  readonly store: StoreApi<KioskVisit>;
  /** How the visitor has the page; written by `set`, and as it was at first once the visitor has gone. */
  readonly page: StoreApi<KioskPage>;
  readonly times: KioskTimes;
  note(event: KioskEvent): void;
  set(page: Partial<KioskPage>): void;
}

export interface KioskOptions {
  readonly times?: Partial<KioskTimes>;
  readonly page?: Partial<KioskPage>;
}

export function createKiosk(options: KioskOptions = {}): Kiosk {
  const first = { ...FIRST_PAGE, ...options.page };
  const times = { ...KIOSK_TIMES, ...options.times };
  const store = createStore<KioskVisit>(() => NOBODY_THERE);
  const page = createStore<KioskPage>(() => first);
  return {
    store,
    page,
    times,
    note(event) {
      const before = store.getState();
      const after = stepKiosk(before, event, times);
      if (after === before) return;
      if (after.resets !== before.resets) page.setState(first, true);
      store.setState(after, true);
    },
    set: (changes) => page.setState(changes),
  };
}
