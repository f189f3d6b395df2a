/** How the exhibition on this machine fares: the server itself, and the kiosk before it, where one is to tell. */
import type { Heartbeat } from '#shared/heartbeat.ts';

/**
 * `well`: all is as it should be. `waiting`: the page has time to begin. `late`: it was not heard of for too long. `ill`: it
 * says that something is wrong which loading it anew has not mended.
 */
export type HealthStatus = 'well' | 'waiting' | 'late' | 'ill';

export interface HealthReport {
  readonly status: HealthStatus;
  readonly version: string;
  readonly exhibition: string;
  /** Since the server began. */
  readonly seconds: number;
  /** Whether a kiosk is to tell how it fares. */
  readonly isKiosk: boolean;
  /** How often the browser was started again because the page was not well. */
  readonly restarts: number;
  /** The latest, and seconds since it came; null before the first. */
  readonly heartbeat: (Heartbeat & { readonly secondsAgo: number }) | null;
}

export interface HealthOptions {
  readonly version: string;
  readonly exhibition: string;
  readonly isKiosk: boolean;
  /** Seconds. */
  readonly now: () => number;
}

/** Seconds without a heartbeat. */
const LATE = 60;
/** A browser lets a page that nobody can see do something once a minute. */
const LATE_HIDDEN = 180;
/** A slow machine takes so long to start a browser and to begin, seconds. */
const BEGINS_WITHIN = 180;
/** So many loads in an hour have not helped. */
const MOST_RELOADS = 6;

export class Health {
  readonly #options: HealthOptions;
  readonly #begun: number;
  #heartbeat: { readonly told: Heartbeat; readonly at: number } | null = null;
  /** Since when a page is waited for; null once it has been heard of. */
  #waitsSince: number | null;
  #restarts = 0;
  /** The page that was given up; what it still says counts no more. */
  #givenUp: string | null = null;

  constructor(options: HealthOptions) {
    this.#options = options;
    this.#begun = options.now();
    this.#waitsSince = this.#begun;
  }

  get isKiosk(): boolean {
    return this.#options.isKiosk;
  }

  take(told: Heartbeat): void {
    if (told.page === this.#givenUp) return;
    this.#heartbeat = { told, at: this.#options.now() };
    this.#waitsSince = null;
  }

  /** The browser is started anew: its page has time again. */
  noteRestart(): void {
    this.#restarts++;
    this.#givenUp = this.#heartbeat?.told.page ?? null;
    this.#waitsSince = this.#options.now();
  }

  report(): HealthReport {
    const { version, exhibition, isKiosk, now } = this.#options;
    const time = now();
    const last = this.#heartbeat;
    return {
      status: this.#judge(time),
      version,
      exhibition,
      seconds: Math.round(time - this.#begun),
      isKiosk,
      restarts: this.#restarts,
      heartbeat: last && { ...last.told, secondsAgo: Math.round(time - last.at) },
    };
  }

  #judge(time: number): HealthStatus {
    if (!this.#options.isKiosk) return 'well';
    if (this.#waitsSince !== null) return time - this.#waitsSince > BEGINS_WITHIN ? 'late' : 'waiting';
    if (!this.#heartbeat) return 'late';
    const { told, at } = this.#heartbeat;
    if (time - at > (told.isHidden ? LATE_HIDDEN : LATE)) return 'late';
    return told.illness !== null && told.reloads >= MOST_RELOADS ? 'ill' : 'well';
  }
}
