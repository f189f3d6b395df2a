import { toDegrees, toRadians } from '#shared/angle.ts';
import type { View } from '#tour/state.ts';
import type { ViewInDegrees } from '#embed/protocol.ts';

const RANGES = { yaw: 360_000, pitch: 90, fov: 120 } as const;
const KEYS = ['yaw', 'pitch', 'fov'] as const;

export function viewInDegrees({ yaw, pitch, fov }: View): ViewInDegrees {
  return { yaw: toDegrees(yaw), pitch: toDegrees(pitch), fov: toDegrees(fov) };
}

/** A view in radians from what a script gave. Throws a TypeError that says what was expected. */
export function readView(call: string, value: unknown): Partial<View> {
  if (typeof value !== 'object' || value === null) {
    throw new TypeError(`${call}: expected a view { yaw, pitch, fov } in degrees`);
  }
  const view: { yaw?: number; pitch?: number; fov?: number } = {};
  for (const key of KEYS) {
    const degrees: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    if (degrees === undefined) continue;
    if (typeof degrees !== 'number' || !(Math.abs(degrees) <= RANGES[key])) {
      throw new TypeError(`${call}: ${key}: expected degrees of at most ${RANGES[key]}`);
    }
    view[key] = toRadians(degrees);
  }
  return view;
}
