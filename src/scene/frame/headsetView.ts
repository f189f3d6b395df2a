import { toRadians } from '#shared/angle.ts';

/**
 * A headset has no screen to count pixels on: there signs are as large as on a page so many CSS pixels high with that
 * vertical field of view, radians.
 */
export const HEADSET_VIEW = { fov: toRadians(60), heightPx: 1_000 } as const;
