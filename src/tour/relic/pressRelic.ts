import type { Tour } from '../store.ts';

/**
 * What a press on a relic does that stands somewhere: opens its label, and rings it if it can; takes it up where the label
 * is open. @param canBeTaken Whether there is anything of it to take up.
 */
export function pressRelic(
  { store, commands }: Pick<Tour, 'store' | 'commands'>,
  hotspotId: string,
  canBeTaken = true,
): void {
  const { panel } = store.getState();
  if (panel?.kind !== 'hotspot' || panel.hotspotId !== hotspotId) {
    commands.openPanel({ kind: 'hotspot', hotspotId });
    commands.sound.ring(hotspotId);
  } else if (canBeTaken) commands.relic.open(hotspotId);
}
