/** Looks after a page that nobody looks after; `tour/kiosk/stepWatch.ts` says when it is loaded anew. */
import {
  ALL_WELL,
  type Illness,
  patienceAfter,
  recentReloads,
  stepWatch,
  type WatchEvent,
} from '#tour/kiosk/stepWatch.ts';
import type { DeviceShelf } from './deviceShelf.ts';

/** How often it is looked at, milliseconds. */
const TICK_MS = 1_000;
/** A frame that was asked for and has not come after so many looks does not come. */
const MOST_MISSED = 10;
/** So much of the memory that scripts may have is too much. */
const MOST_MEMORY = 0.85;

export interface Watchdog {
  /** What is wrong at this moment; null while all is well. */
  readonly illness: Illness | null;
  note(illness: Illness, isWell: boolean): void;
  /**
   * From now on the graphics context of this canvas counts.
   * @param rebuild Builds the renderer anew, if that can be done; answers once it was tried.
   */
  watchContext(canvas: HTMLCanvasElement, rebuild: () => Promise<void>): void;
  /** While nobody is there: whether there is memory for another visitor. */
  weigh(): void;
}

export interface WatchdogOptions {
  readonly shelf: DeviceShelf;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly reload: (illness: Illness | null) => Promise<void>;
}

export function openWatchdog({ shelf, now, reload }: WatchdogOptions): Watchdog {
  let watch = ALL_WELL;
  let rebuild = (): Promise<void> => Promise.resolve();
  const seconds = (): number => now() / 1_000;
  const patience = patienceAfter(shelf.reloads(), seconds());
  const take = (event: WatchEvent): void => {
    const before = watch;
    watch = stepWatch(before, event, patience);
    if (watch.illness !== before.illness && watch.illness !== null) shelf.note(watch.illness, '');
    if (watch.rebuilds !== before.rebuilds) {
      shelf.note('rebuild', watch.illness ?? '');
      void rebuild();
    }
    if (!watch.isOver || before.isOver) return;
    shelf.note('reload', `${watch.illness ?? ''} ${patience} s`);
    shelf.setReloads([...recentReloads(shelf.reloads(), seconds()), seconds()]);
    void reload(watch.illness);
  };
  const note = (illness: Illness, isWell: boolean): void => take({ kind: isWell ? 'well' : 'ill', illness });

  let missed: number | null = null;
  const beat = (): void => {
    // A page that nobody can see is given no frames.
    if (document.hidden) missed = null;
    else if (missed === null) {
      missed = 0;
      requestAnimationFrame(() => {
        missed = null;
        note('frames', true);
      });
    } else if (++missed >= MOST_MISSED) note('frames', false);
  };
  // Counted in ticks, not by a clock: a machine that has slept is not to blame for the frames of the night.
  let last = -Infinity;
  setInterval(() => {
    // A page that was held up may be given all ticks of that time at once, and no frame in between.
    const isBurst = now() >= last && now() < last + TICK_MS / 2;
    if (isBurst) return;
    last = now();
    beat();
    take({ kind: 'wait', dt: TICK_MS / 1_000 });
  }, TICK_MS);
  addEventListener('error', ({ message }) => shelf.note('error', message));
  addEventListener('unhandledrejection', ({ reason }) => shelf.note('error', String(reason)));

  return {
    get illness() {
      return watch.illness;
    },
    note,
    watchContext(canvas, build) {
      rebuild = build;
      canvas.addEventListener('webglcontextlost', () => note('context', false));
      canvas.addEventListener('webglcontextrestored', () => note('context', true));
    },
    weigh() {
      const { memory } = performance as { readonly memory?: { usedJSHeapSize: number; jsHeapSizeLimit: number } };
      if (memory && memory.usedJSHeapSize > MOST_MEMORY * memory.jsHeapSizeLimit) note('memory', false);
    },
  };
}
