/**
 * A headset that is not there: the emulator runs in the visited page before anything of it does, and the tests move it.
 * Everything is counted in frames of the session, never in seconds.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { XRDevice } from 'iwer';

const EMULATOR = path.resolve(import.meta.dirname, '../../../node_modules/iwer/build/iwer.min.js');

export interface HeadsetOptions {
  /** Whether there are hands instead of controllers, or neither. */
  readonly input?: 'controllers' | 'hands' | 'none';
  /** Of one eye, pixels; small by default, so that a software rasteriser keeps up. */
  readonly eye?: { readonly widthPx: number; readonly heightPx: number };
}

interface EmulatedWindow {
  IWER: { XRDevice: new (config: unknown, options: unknown) => XRDevice; metaQuest3: object };
  headset: XRDevice;
  headsetFrames(count: number): Promise<void>;
}

/** What a page has to run first, to be opened on a headset. */
export function headsetScript({ input = 'controllers', eye = { widthPx: 320, heightPx: 336 } }: HeadsetOptions = {}): string {
  const begin = (mode: string, width: number, height: number): void => {
    const page = globalThis as unknown as EmulatedWindow & Window;
    const { IWER } = page;
    const device = new IWER.XRDevice(
      { ...IWER.metaQuest3, userAgent: navigator.userAgent },
      { stereoEnabled: true, ipd: 0.063 },
    );
    device.installRuntime({ forceInstall: true } as never);
    device.position.set(0, 1.2, 0);
    if (mode !== 'controllers') device.primaryInputMode = 'hand';
    page.headset = device;
    const sessions: XRSession[] = [];
    const system = navigator.xr as XRSystem;
    const request = system.requestSession.bind(system);
    system.requestSession = async (...args) => {
      const session = await request(...args);
      sessions.push(session);
      return session;
    };
    page.headsetFrames = async (count) => {
      const session = sessions.at(-1);
      for (let i = 0; i < count && session; i++) await new Promise((resolve) => session.requestAnimationFrame(resolve));
    };
    void [width, height];
  };
  return `${readFileSync(EMULATOR, 'utf8')}\n;(${begin.toString()})(${JSON.stringify(input)}, ${eye.widthPx}, ${eye.heightPx});`;
}

/** Lets the session draw so many frames. */
export function frames(page: Page, count = 3): Promise<void> {
  return page.evaluate((n) => (globalThis as unknown as EmulatedWindow).headsetFrames(n), count);
}
