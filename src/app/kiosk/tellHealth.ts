/** Tells the machine that serves the page that it lives, where that wants to hear of it: a page that hangs falls silent. */
import { HEALTH, HEALTH_WISH, type Heartbeat, HEARTBEAT_MS, MOST_ERRORS } from '#shared/heartbeat.ts';
import { recentReloads } from '#tour/kiosk/stepWatch.ts';
import type { DeviceShelf } from './deviceShelf.ts';

export interface HealthSources {
  readonly shelf: Pick<DeviceShelf, 'entries' | 'reloads'>;
  /** `starting` before the visit stands. */
  readonly phase: () => string;
  readonly visitors: () => number;
  readonly illness: () => string | null;
  /** Null where nothing is drawn yet. */
  readonly drawn: () => { readonly framesDrawn: number; readonly textureBytes: number } | null;
}

export function wantsHealth(search: string): boolean {
  return new URLSearchParams(search).has(HEALTH_WISH);
}

export function tellHealth(sources: HealthSources): void {
  const page = Math.random().toString(36).slice(2);
  const tell = (): void => {
    void fetch(HEALTH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(describe(page, sources)),
      // A server that is gone is waited for elsewhere.
    }).catch(() => undefined);
  };
  tell();
  setInterval(tell, HEARTBEAT_MS);
  document.addEventListener('visibilitychange', tell);
}

function describe(page: string, { shelf, phase, visitors, illness, drawn }: HealthSources): Heartbeat {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } };
  return {
    page,
    version: import.meta.env['VITE_GROTTO_VERSION'] as string,
    phase: phase(),
    seconds: Math.round(performance.now() / 1_000),
    visitors: visitors(),
    framesDrawn: drawn()?.framesDrawn ?? 0,
    textureBytes: drawn()?.textureBytes ?? 0,
    heapBytes: memory?.usedJSHeapSize ?? null,
    reloads: recentReloads(shelf.reloads(), Date.now() / 1_000).length,
    illness: illness(),
    isHidden: document.hidden,
    errors: shelf.entries().slice(-MOST_ERRORS),
  };
}
