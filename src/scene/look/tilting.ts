import { wrapAngle } from '#shared/angle.ts';
import { aimOfDevice } from '#tour/look/deviceAim.ts';
import { isTilted } from '#tour/look/step.ts';
import { easeTo, tiltBy } from '#tour/look/wishes.ts';
import type { LookDesk } from './desk.ts';

/** How long to wait for the first reading before concluding that there is no sensor. */
const FIRST_READING_MS = 1_000;

/** Safari's way of asking the visitor; missing elsewhere. */
interface PermissionAsker {
  requestPermission?: () => Promise<'granted' | 'denied'>;
}

/** Looking around by turning the device in the hand. */
export class Tilting {
  readonly #desk: LookDesk;
  readonly #window: Window & typeof globalThis;
  readonly #listeners = new Set<(isTilting: boolean) => void>();
  readonly #aim = { yaw: 0, pitch: 0 };
  readonly #last = { yaw: 0, pitch: 0 };
  #running: AbortController | null = null;
  #hasReading = false;

  constructor(desk: LookDesk, window: Window & typeof globalThis) {
    this.#desk = desk;
    this.#window = window;
    desk.signal.addEventListener('abort', () => this.stop());
  }

  get canTilt(): boolean {
    const { isSecureContext, navigator } = this.#window;
    return isSecureContext && 'DeviceOrientationEvent' in this.#window && navigator.maxTouchPoints > 0;
  }

  get isTilting(): boolean {
    return this.#running !== null;
  }

  subscribe(listener: (isTilting: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<boolean> {
    if (this.isTilting) return true;
    if (!this.canTilt || !(await this.#isAllowed())) return false;
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.#hasReading = false;
    const { signal } = running;
    const first = new Promise<boolean>((resolve) => {
      const timer = this.#window.setTimeout(() => resolve(false), FIRST_READING_MS);
      signal.addEventListener('abort', () => resolve(false));
      this.#window.addEventListener(
        'deviceorientation',
        (event) => {
          if (!this.#read(event)) return;
          this.#window.clearTimeout(timer);
          resolve(true);
        },
        { signal },
      );
    });
    if (!(await first)) {
      if (this.#running === running) this.stop();
      return false;
    }
    this.#tell();
    return true;
  }

  stop(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#running = null;
    this.#tell();
  }

  async #isAllowed(): Promise<boolean> {
    const asker = this.#window.DeviceOrientationEvent as unknown as PermissionAsker;
    if (!asker.requestPermission) return true;
    try {
      return (await asker.requestPermission()) === 'granted';
    } catch {
      // Safari throws where it was not asked in a click; the visitor can click again.
      return false;
    }
  }

  #read({ alpha, beta, gamma }: DeviceOrientationEvent): boolean {
    if (alpha === null || beta === null || gamma === null) return false;
    const { state, wake } = this.#desk;
    aimOfDevice(this.#aim, alpha, beta, gamma, this.#window.screen.orientation?.angle ?? 0);
    if (this.#hasReading) {
      tiltBy(state, wrapAngle(this.#aim.yaw - this.#last.yaw), this.#aim.pitch - this.#last.pitch);
    } else {
      // The heading one has stays; up and down are the device's from now on.
      easeTo(state, { ...state.view, pitch: this.#aim.pitch });
      this.#hasReading = true;
    }
    this.#last.yaw = this.#aim.yaw;
    this.#last.pitch = this.#aim.pitch;
    if (isTilted(state) || state.ease.isActive) wake();
    return true;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.isTilting);
  }
}
