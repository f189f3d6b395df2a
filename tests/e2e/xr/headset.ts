/**
 * A headset that is not there: the emulator runs in the visited page before anything of it does, and the tests move it.
 * Everything is counted in frames of the session, never in seconds.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { XRDevice } from 'iwer';
import type { GrottoApi, VisitState, VisitStats } from '#app/scriptApi/api.ts';
import type { HeadsetWatch } from './watchGl.ts';

const EMULATOR = path.resolve(import.meta.dirname, '../../../node_modules/iwer/build/iwer.min.js');

export type HeadsetInput = 'controllers' | 'hands';

/** The same for a person: degrees, yaw growing to the right and pitch upward. */
export interface Direction {
  readonly yaw: number;
  readonly pitch: number;
}

interface EmulatedWindow {
  IWER: { XRDevice: new (config: unknown, options: unknown) => XRDevice; metaQuest3: object };
  headset: XRDevice;
  headsetFrames(count: number): Promise<void>;
  grotto: GrottoApi;
}

/** What a page has to run first, to be opened on a headset. Its eyes share the canvas of the page. */
export function headsetScript(input: HeadsetInput = 'controllers'): string {
  const begin = (mode: HeadsetInput): void => {
    const page = globalThis as unknown as EmulatedWindow & Window;
    const { IWER } = page;
    const device = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true, ipd: 0.063 });
    device.installRuntime({ forceInstall: true });
    device.position.set(0, 1.2, 0);
    if (mode === 'hands') device.primaryInputMode = 'hand';
    page.headset = device;
    let session: XRSession | null = null;
    const system = navigator.xr as XRSystem;
    const request = system.requestSession.bind(system);
    system.requestSession = async (...args) => {
      session = await request(...args);
      return session;
    };
    page.headsetFrames = async (count) => {
      for (let i = 0; i < count && session; i++) await new Promise((drawn) => session?.requestAnimationFrame(drawn));
    };
  };
  return `${readFileSync(EMULATOR, 'utf8')}\n;(${begin.toString()})(${JSON.stringify(input)});`;
}

/** A visit in the emulated headset, moved by hand, frame by frame. */
export class EmulatedHeadset {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Lets the session draw so many frames. */
  frames(count = 3): Promise<void> {
    return this.#page.evaluate((n) => (globalThis as unknown as EmulatedWindow).headsetFrames(n), count);
  }

  async enter(): Promise<void> {
    await this.#page
      .getByRole('button', { name: /Enter VR|进入 VR/ })
      .first()
      .click();
    await this.#page
      .getByRole('button', { name: /Leave VR|退出 VR/ })
      .first()
      .waitFor({ state: 'attached' });
    await this.frames(4);
  }

  /** From the page; the emulator's picture lies over it, where no pointer reaches through. */
  async leave(): Promise<void> {
    const button = this.#page.getByRole('button', { name: /Leave VR|退出 VR/ }).first();
    await button.evaluate((element: HTMLElement) => element.click());
    await this.#page
      .getByRole('button', { name: /Enter VR|进入 VR/ })
      .first()
      .waitFor();
  }

  /** Turns the head, in the visitor's own room. */
  async turnHead({ yaw, pitch }: Direction): Promise<void> {
    await this.#page.evaluate(
      ([x, y, z, w]) => {
        (globalThis as unknown as EmulatedWindow).headset.quaternion.set(x, y, z, w);
      },
      turnOf(yaw, pitch),
    );
    await this.frames();
  }

  async moveHead(x: number, y: number, z: number): Promise<void> {
    await this.#page.evaluate((at) => (globalThis as unknown as EmulatedWindow).headset.position.set(...at), [
      x,
      y,
      z,
    ] as const);
    await this.frames();
  }

  /**
   * Holds a hand where the head is and points it in a direction of the place.
   * @param to As marks have it: from the eyes.
   */
  async point(to: Direction, side: 'left' | 'right' = 'right'): Promise<void> {
    const { headYaw, viewYaw } = await this.#page.evaluate(async () => {
      const page = globalThis as unknown as EmulatedWindow;
      const { x, y, z, w } = page.headset.quaternion;
      const { view } = await page.grotto.state();
      const [forwardX, forwardZ] = [-2 * (x * z + w * y), -(1 - 2 * (x * x + y * y))];
      return { headYaw: (Math.atan2(forwardX, -forwardZ) * 180) / Math.PI, viewYaw: view.yaw };
    });
    await this.#page.evaluate(
      ([which, x, y, z, w]) => {
        const { headset } = globalThis as unknown as EmulatedWindow;
        const { position } = headset;
        const hand = headset.primaryInputMode === 'hand' ? headset.hands[which] : headset.controllers[which];
        hand?.position.set(position.x, position.y, position.z);
        hand?.quaternion.set(x, y, z, w);
      },
      [side, ...turnOf(to.yaw - viewYaw + headYaw, to.pitch)] as const,
    );
    await this.frames();
  }

  /** Trigger or pinch, pressed and let go. */
  async press(): Promise<void> {
    await this.hold(1);
    await this.hold(0);
  }

  async hold(value: 0 | 1, button: 'trigger' | 'squeeze' = 'trigger'): Promise<void> {
    await this.#page.evaluate(
      ([to, id]) => {
        const { headset } = globalThis as unknown as EmulatedWindow;
        if (headset.primaryInputMode === 'hand') headset.hands.right?.updatePinchValue(to);
        else headset.controllers.right?.updateButtonValue(id, to);
      },
      [value, button] as const,
    );
    await this.frames();
  }

  /** A button of the right controller, pressed and let go. */
  async button(id: string): Promise<void> {
    for (const value of [1, 0] as const) {
      await this.#page.evaluate(
        ([which, to]) => {
          (globalThis as unknown as EmulatedWindow).headset.controllers.right?.updateButtonValue(which, to);
        },
        [id, value] as const,
      );
      await this.frames();
    }
  }

  /** Lays everything away that points. */
  async noHands(): Promise<void> {
    await this.#page.evaluate(() => {
      const { headset } = globalThis as unknown as EmulatedWindow;
      for (const source of [...Object.values(headset.controllers), ...Object.values(headset.hands)]) {
        if (source) source.connected = false;
      }
    });
  }

  async pushStick(x: number, y: number): Promise<void> {
    for (const [pushX, pushY] of [
      [x, y],
      [0, 0],
    ]) {
      await this.#page.evaluate(
        (push) =>
          (globalThis as unknown as EmulatedWindow).headset.controllers.right?.updateAxes('thumbstick', ...push),
        [pushX ?? 0, pushY ?? 0] as const,
      );
      await this.frames();
    }
  }

  state(): Promise<VisitState> {
    return this.#page.evaluate(() => (globalThis as unknown as EmulatedWindow).grotto.state());
  }

  stats(): Promise<VisitStats> {
    return this.#page.evaluate(() => (globalThis as unknown as EmulatedWindow).grotto.stats());
  }

  /** Both eyes beside each other, as a PNG; all of it, where `watchGl` has less rasterised otherwise. */
  async picture(): Promise<Buffer> {
    const url = await this.#page.evaluate(async () => {
      const page = globalThis as unknown as EmulatedWindow & Window;
      const watch = page.headsetWatch as HeadsetWatch | undefined;
      const share = watch?.rasterised ?? 1;
      if (watch) watch.rasterised = 1;
      const canvas = page.document.querySelector('canvas.picture') as HTMLCanvasElement;
      return new Promise<string>((resolve) => {
        void page.headsetFrames(1).then(() => {
          if (watch) watch.rasterised = share;
          resolve(canvas.toDataURL());
        });
      });
    });
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  }
}

/** The turn of something that looks in a direction: first about the upright, then about its own level axis. */
function turnOf(yaw: number, pitch: number): readonly [number, number, number, number] {
  const [a, b] = [(-yaw * Math.PI) / 360, (pitch * Math.PI) / 360];
  const [sy, cy, sx, cx] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b)];
  return [cy * sx, sy * cx, -sy * sx, cy * cx];
}
