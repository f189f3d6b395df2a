/**
 * The part of the headset that is there from the start: it asks whether the device can show one, and only then sends for
 * the rest, before the visitor presses the button: a press is forgotten while one waits.
 */
import type { Headset, HeadsetStats } from '#xr/ports.ts';
import type { HeadsetDoor } from '#ui/ports.ts';
import type { AwaitedHeadset } from './openHeadset.ts';

export interface AwaitedDoor extends HeadsetDoor {
  /** Null while there is no session. */
  readonly stats: () => HeadsetStats | null;
}

export function awaitHeadset(options: AwaitedHeadset): AwaitedDoor {
  const { xr: system } = navigator;
  let headset: Promise<Headset> | null = null;
  let opened: Headset | null = null;
  const listeners = new Set<(isOffered: boolean) => void>();
  let isOffered = false;

  const get = (): Promise<Headset> => {
    headset ??= import('./openHeadset.ts').then(({ openHeadset }) => (opened = openHeadset(options)));
    // What could not be had is asked for again next time.
    headset.catch(() => (headset = null));
    return headset;
  };
  const ask = async (): Promise<void> => {
    const isSupported = (await system?.isSessionSupported('immersive-vr').catch(() => false)) ?? false;
    if (isSupported) await get();
    if (isSupported === isOffered) return;
    isOffered = isSupported;
    for (const listener of listeners) listener(isOffered);
  };
  const enter = async (): Promise<void> => (await get()).enter();
  if (system) {
    const tryToAsk = (): void => void ask().catch(() => undefined);
    void options.scene.whenSharp().then(tryToAsk);
    // A headset is plugged in or taken away.
    system.addEventListener('devicechange', tryToAsk);
    // One that comes from another page in its headset stays in it.
    system.addEventListener('sessiongranted', () => void enter().catch(() => undefined));
  }
  return {
    watch(listener) {
      listeners.add(listener);
      listener(isOffered);
      return () => void listeners.delete(listener);
    },
    enter,
    leave: async () => (await headset)?.leave(),
    stats: () => opened?.stats() ?? null,
  };
}
