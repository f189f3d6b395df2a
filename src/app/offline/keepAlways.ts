/**
 * On a kiosk: the visit is kept without being asked, a newer version is looked for now and then, fetched beside the one
 * that is shown, and shown as soon as nobody is there.
 */
import type { Desk } from '#offline/createDesk.ts';

export interface KeepAlwaysPorts {
  /** Whether nobody would be disturbed by a page that loads anew. */
  readonly isIdle: () => boolean;
  readonly setInterval: (act: () => void, ms: number) => void;
}

/** How often the server is asked, milliseconds. */
const LOOK_MS = 15 * 60_000;
/** How often it is seen whether anybody is there, milliseconds. */
const IDLE_MS = 10_000;

export function keepAlways(
  desk: Pick<Desk, 'view' | 'fetch' | 'showNewer'>,
  { isIdle, setInterval }: KeepAlwaysPorts,
): void {
  const showWhenIdle = (): void => {
    if (desk.view.state.kind === 'ready' && isIdle()) void desk.showNewer();
  };
  void desk.fetch();
  setInterval(() => void desk.fetch(), LOOK_MS);
  setInterval(showWhenIdle, IDLE_MS);
}
