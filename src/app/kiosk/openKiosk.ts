/** The visit on a screen that many touch one after the other. A chunk of its own, sent for on a kiosk alone. */
import type { KioskSettings } from '#document/kioskSchema.ts';
import type { Exhibition } from '#document/schema.ts';
import { createKiosk, type Kiosk } from '#tour/kiosk/createKiosk.ts';
import { isNarrating } from '#tour/kiosk/isNarrating.ts';
import type { KioskPhase } from '#tour/kiosk/state.ts';
import type { Tour } from '#tour/store.ts';
import { mountKiosk } from '#ui/kiosk/mountKiosk.tsx';
import { PAGE_TIMERS } from '../guide/timers.ts';
import { attract } from './attract.ts';
import { guardPage } from './guard/guardPage.ts';
import { wipe } from './wipe.ts';

/** How often the time is looked at, milliseconds. */
const TICK_MS = 500;

export interface GuardedKiosk {
  /** Begins once the interface stands. */
  open(tour: Tour): Promise<void>;
}

/** Closes the ways out of the page, before there is anything to touch. */
export function prepareKiosk({ kiosk: settings = {} }: Exhibition): GuardedKiosk {
  const kiosk = createKiosk({ times: timesOf(settings), page: { isLow: settings.isLow ?? false } });
  guardPage(window, (link) => kiosk.set({ link }));
  return { open: (tour) => openKiosk(tour, kiosk, settings) };
}

function timesOf({ idleSeconds, answerSeconds }: KioskSettings) {
  return { ...(idleSeconds !== undefined && { idleSeconds }), ...(answerSeconds !== undefined && { answerSeconds }) };
}

async function openKiosk(tour: Tour, kiosk: Kiosk, settings: KioskSettings): Promise<void> {
  const { commands } = tour;
  const { wholeExhibition } = tour.store.getState();
  const { languages, defaultLanguage, tours } = wholeExhibition;
  const tourId = settings.attract ?? tours?.[0]?.id ?? null;
  let stopAttracting = (): void => undefined;

  /** Everything as it was for the first visitor. */
  const clear = (): void => {
    stopAttracting();
    stopAttracting = () => undefined;
    commands.headset.handOver();
    commands.enter();
  };
  const beginAttracting = (): void => {
    clear();
    wipe(window);
    commands.setLanguage(defaultLanguage);
    // Nobody is spoken to who has not come up to it.
    commands.sound.set({ isOn: false });
    stopAttracting = attract(tour, tourId, PAGE_TIMERS);
  };
  const act = (phase: KioskPhase, before: KioskPhase): void => {
    document.documentElement.dataset['kiosk'] = phase;
    if (phase === 'attracting') beginAttracting();
    else if (before === 'attracting') clear();
  };
  await mountKiosk({ host: document.body, tour, kiosk, settings, hasChoice: languages.length > 1 });
  act('attracting', 'attracting');
  kiosk.store.subscribe(({ phase }, before) => {
    if (phase !== before.phase) act(phase, before.phase);
  });
  watchTouches(kiosk);
  watchTime(tour, kiosk);
}

function watchTouches(kiosk: Kiosk): void {
  const touch = (): void => kiosk.note({ kind: 'touch' });
  for (const kind of ['pointerdown', 'pointerup', 'keydown', 'wheel'] as const) {
    addEventListener(kind, touch, { capture: true, passive: true });
  }
  // A mouse that somebody brushes against is nobody's visit; a finger that draws is.
  addEventListener('pointermove', ({ buttons }) => buttons > 0 && touch(), { capture: true, passive: true });
}

function watchTime(tour: Tour, kiosk: Kiosk): void {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    kiosk.note({ kind: 'wait', dt: (now - last) / 1_000, isNarrating: isNarrating(tour.store.getState()) });
    last = now;
  }, TICK_MS);
}
