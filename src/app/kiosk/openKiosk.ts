/** The visit on a screen that many touch one after the other. A chunk of its own, sent for on a kiosk alone. */
import type { KioskSettings } from '#document/kioskSchema.ts';
import type { Exhibition } from '#document/schema.ts';
import type { Desk } from '#offline/createDesk.ts';
import { createKiosk, type Kiosk } from '#tour/kiosk/createKiosk.ts';
import { isNarrating } from '#tour/kiosk/isNarrating.ts';
import type { KioskPhase } from '#tour/kiosk/state.ts';
import { FIRST_SOUND, MOST_LOUDNESS } from '#tour/sound/state.ts';
import type { Tour } from '#tour/store.ts';
import { mountKiosk } from '#ui/kiosk/mountKiosk.tsx';
import { PAGE_TIMERS } from '../guide/timers.ts';
import { tellStartAgain } from '../offline/startAgain.ts';
import { keepAlways } from '../offline/keepAlways.ts';
import { attract } from './attract.ts';
import { awaitRebuild } from './rebuildRenderer.ts';
import { chime } from './chime.ts';
import { type DeviceShelf, openDeviceShelf } from './deviceShelf.ts';
import { guardPage } from './guard/guardPage.ts';
import { openStaff } from './openStaff.ts';
import { tellHealth, wantsHealth } from './tellHealth.ts';
import { openWatchdog, type Watchdog } from './watchdog.ts';
import { watchPicture } from './watchPicture.ts';
import { wipe } from './wipe.ts';

/** How often the time is looked at, milliseconds. */
const TICK_MS = 500;
/** A browser that kept nothing is asked again, milliseconds. */
const KEEP_AGAIN_MS = 60_000;
/** A slow machine takes so long to begin, milliseconds. */
const START_MS = 120_000;

export interface GuardedKiosk {
  /**
   * Begins once the interface stands.
   * @param picture Null where nothing can be drawn.
   * @param openDesk The way to what keeps the visit on the device; null where nothing can.
   */
  open(tour: Tour, picture: KioskPicture | null, openDesk: (() => Promise<Desk>) | null): Promise<void>;
}

export interface KioskPicture {
  readonly canvas: HTMLCanvasElement;
  /** A copy of what it shows, once that is sharp. */
  capture(): Promise<HTMLCanvasElement>;
  stats(): { readonly framesDrawn: number; readonly textureBytes: Readonly<Record<string, number>> };
}

interface Parts {
  readonly kiosk: Kiosk;
  readonly settings: KioskSettings;
  readonly shelf: DeviceShelf;
  readonly watchdog: Watchdog;
  readonly reload: () => void;
}

/**
 * Closes the ways out of the page, before there is anything to touch, and looks after it from now on.
 * @param exhibition Null where there is none to show: then it is asked for again after a while.
 */
export function prepareKiosk(exhibition: Exhibition | null): GuardedKiosk {
  const settings = exhibition?.kiosk ?? {};
  const kiosk = createKiosk({ times: timesOf(settings), page: { isLow: settings.isLow ?? false } });
  const guard = guardPage(window, (link) => kiosk.set({ link }));
  const shelf = openDeviceShelf(() => localStorage, Date.now);
  const reload = (): void => {
    guard.release();
    location.reload();
  };
  /** A page that is kept in must be let go to show a newer version. */
  const releasing = (desk: Desk) => ({
    get view() {
      return desk.view;
    },
    fetch: () => desk.fetch(),
    async showNewer() {
      guard.release();
      await desk.showNewer();
    },
  });
  const watchdog = openWatchdog({
    shelf,
    now: Date.now,
    async reload(illness) {
      const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
      if (illness === 'start' && serviceWorker) await tellStartAgain(serviceWorker);
      reload();
    },
  });
  let shown: KioskPicture | null = null;
  let isOpen = false;
  if (wantsHealth(location.search)) {
    tellHealth({
      shelf,
      phase: () => (isOpen ? kiosk.store.getState().phase : 'starting'),
      visitors: () => kiosk.store.getState().resets,
      illness: () => watchdog.illness,
      drawn: () => shown && sumUp(shown.stats()),
    });
  }
  if (!exhibition) watchdog.note('start', false);
  const late = setTimeout(() => watchdog.note('start', false), START_MS);
  return {
    async open(tour, picture, openDesk) {
      await openKiosk(tour, { kiosk, settings, shelf, watchdog, reload });
      clearTimeout(late);
      isOpen = true;
      shown = picture;
      const isIdle = (): boolean => kiosk.store.getState().phase === 'attracting';
      const keep = async (): Promise<void> => {
        try {
          const desk = await openDesk?.();
          if (desk) keepAlways(releasing(desk), { isIdle, setInterval: (act, ms) => void setInterval(act, ms) });
        } catch {
          // It goes on from the network, and is kept once the browser lets it be.
          setTimeout(() => void keep(), KEEP_AGAIN_MS);
        }
      };
      void keep();
      watchdog.note('start', picture !== null);
      if (!picture) return;
      const rebuild = awaitRebuild(picture.canvas);
      const lookSoon = watchPicture(
        () => picture.capture(),
        isIdle,
        (isDrawn) => watchdog.note('picture', isDrawn),
      );
      watchdog.watchContext(picture.canvas, () => rebuild().then(lookSoon));
    },
  };
}

function sumUp({ framesDrawn, textureBytes }: ReturnType<KioskPicture['stats']>) {
  return { framesDrawn, textureBytes: Object.values(textureBytes).reduce((sum, bytes) => sum + bytes, 0) };
}

function timesOf({ idleSeconds, answerSeconds }: KioskSettings) {
  return { ...(idleSeconds !== undefined && { idleSeconds }), ...(answerSeconds !== undefined && { answerSeconds }) };
}

async function openKiosk(tour: Tour, parts: Parts): Promise<void> {
  const { kiosk, settings, shelf, watchdog, reload } = parts;
  const { commands, store } = tour;
  const { languages, defaultLanguage, tours } = store.getState().wholeExhibition;
  const tourId = settings.attract ?? tours?.[0]?.id ?? null;
  let stopAttracting = (): void => undefined;

  /** Everything as it was for the first visitor. */
  const clear = (): void => {
    stopAttracting();
    stopAttracting = () => undefined;
    commands.headset.handOver();
    commands.enter();
    commands.sound.set({ master: shelf.volume() ?? FIRST_SOUND.master });
  };
  const beginAttracting = (): void => {
    clear();
    wipe(window);
    commands.setLanguage(defaultLanguage);
    // Nobody is spoken to who has not come up to it.
    commands.sound.set({ isOn: false });
    watchdog.weigh();
    stopAttracting = attract(tour, tourId, PAGE_TIMERS);
  };
  const act = (phase: KioskPhase, before: KioskPhase): void => {
    document.documentElement.dataset['kiosk'] = phase;
    if (phase === 'attracting') beginAttracting();
    else if (before === 'attracting') clear();
    else if (phase === 'asking') chime(store.getState().sound.master / MOST_LOUDNESS);
  };
  const staff = settings.staff ? openStaff({ tour, kiosk, shelf, code: settings.staff, reload }) : null;
  await mountKiosk({ host: document.body, tour, kiosk, settings, staff, hasChoice: languages.length > 1 });
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
