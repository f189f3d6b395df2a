/** The only writer of `TourState.access`. */
import type { CommandContext } from '../commands/context.ts';
import { type AccessSettings, SCAN_SECONDS } from './state.ts';

/** Seconds out of range come to the nearest in it. */
export function setAccess({ store }: CommandContext, settings: Partial<AccessSettings>): void {
  const access = { ...store.getState().access, ...settings };
  const scanSeconds = Math.min(SCAN_SECONDS.max, Math.max(SCAN_SECONDS.min, access.scanSeconds));
  store.setState({ access: { ...access, scanSeconds } });
}
