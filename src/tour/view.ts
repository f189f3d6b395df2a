import { clamp } from '#shared/clamp.ts';
import { toRadians, wrapAngle } from '#shared/angle.ts';
import type { ExhibitionNode } from '#document/schema.ts';
import type { View } from './state.ts';

/** The narrowest and widest vertical fields of view that a tour knows, in radians. */
export const MIN_FOV = toRadians(1);
export const MAX_FOV = toRadians(120);
/** Where a node gives none. */
export const DEFAULT_FOV = toRadians(65);
const MAX_PITCH = Math.PI / 2;

/** The same direction with yaw in [−π, π), pitch in [−π/2, π/2] and fov in [1°, 120°]. Throws on what is no number. */
export function normalizeView(view: View): View {
  for (const key of ['yaw', 'pitch', 'fov'] as const) {
    if (!Number.isFinite(view[key])) throw new RangeError(`view.${key}: expected a finite number, got ${view[key]}`);
  }
  return {
    yaw: wrapAngle(view.yaw),
    pitch: clamp(view.pitch, -MAX_PITCH, MAX_PITCH),
    fov: clamp(view.fov, MIN_FOV, MAX_FOV),
  };
}

/** The view a visitor gets who comes to the node from nowhere. */
export function startViewOf(node: ExhibitionNode | undefined): View {
  return viewOfStart(node?.start ?? { yaw: 0 });
}

/** What the document says in degrees and optional parts. */
export function viewOfStart({ yaw, pitch = 0, fov }: NonNullable<ExhibitionNode['start']>): View {
  return normalizeView({
    yaw: toRadians(yaw),
    pitch: toRadians(pitch),
    fov: fov === undefined ? DEFAULT_FOV : toRadians(fov),
  });
}

/** The view at `to` that faces the same compass direction as `view` does at `from`. */
export function keepHeading(view: View, from: ExhibitionNode | undefined, to: ExhibitionNode | undefined): View {
  const turn = toRadians((from?.heading ?? 0) - (to?.heading ?? 0));
  return normalizeView({ ...view, yaw: view.yaw + turn });
}

export function isSameView(a: View, b: View): boolean {
  return a.yaw === b.yaw && a.pitch === b.pitch && a.fov === b.fov;
}
