import type { EyeView } from '#streaming/ports.ts';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';

/**
 * The direction, radians, between those in which the eyes look: in a headset, which has no pointer of its own, a lens
 * that is not pinned goes with it.
 */
export function gazeOf(eyes: readonly Pick<EyeView, 'forward'>[]): { readonly yaw: number; readonly pitch: number } {
  let [x, y, z] = [0, 0, 0];
  for (const { forward } of eyes) {
    x += forward[0];
    y += forward[1];
    z += forward[2];
  }
  return { yaw: Math.atan2(x, -z), pitch: Math.atan2(y, Math.hypot(x, z)) };
}

/** Moves a lens that is not pinned to where a hand leads it, else to the gaze. */
export function leadLens(live: LiveCompare, eyes: Parameters<typeof gazeOf>[0]): void {
  live.write({ lens: { ...live.current.lens, ...(live.lensAim() ?? gazeOf(eyes)) } });
}
