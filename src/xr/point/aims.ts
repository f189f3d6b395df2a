/** What a ray in a headset points at, in a picture or in a hall. */
import type { Vec3 } from '#shared/vec.ts';
import { HEADSET_VIEW } from '#scene/frame/headsetView.ts';
import type { Pointing, PointingKind } from '#scene/look/desk.ts';
import type { HallPlan } from '#tour/gallery/plan.ts';
import { pointAlong } from '#tour/gallery/pointAt.ts';
import type { Target } from '#tour/locomotion/state.ts';
import type { Mark } from '#tour/marks.ts';
import { hasNode } from '#tour/selectors/findNode.ts';
import type { TourState, View } from '#tour/state.ts';
import type { PointerKind, Ray } from '../input/pointer.ts';
import { seenFromCentre, type WallsAround } from './seenFrom.ts';

/** Something a ray ends on. */
export interface Aim {
  /** Unlike that of anything else that can be pointed at here. */
  readonly key: string;
  /** Where to go; null for what is not to go to. */
  readonly target: Target | null;
  /** The hotspot whose label opens; null for what has none. */
  readonly hotspotId: string | null;
  /** Where the ray ends, in the place, metres. */
  readonly point: Vec3;
  /** Along the ray, metres. */
  readonly distance: number;
}

export interface MarksAround {
  at(pointing: Pointing, view: View): Mark | null;
}

/** A pinch is less exact than a ray from a controller, a gaze less than either. */
const EXACTNESS = {
  controller: 'fine',
  hand: 'coarse',
  transient: 'coarse',
  gaze: 'coarse',
} as const satisfies Record<PointerKind, PointingKind>;

/** @param centre Of the picture, in the place: the origin, or where a picture without depth goes along with the head. */
export function aimInPicture(
  state: TourState,
  marks: MarksAround,
  walls: WallsAround | null,
  centre: Vec3,
  ray: Ray,
  kind: PointerKind,
): Aim | null {
  const origin: Vec3 = [ray.origin[0] - centre[0], ray.origin[1] - centre[1], ray.origin[2] - centre[2]];
  const { yaw, pitch, point, distance } = seenFromCentre({ origin, direction: ray.direction }, walls);
  // Hands may point at what the eyes do not look at.
  const mark = marks.at({ yaw, pitch, kind: EXACTNESS[kind] }, { yaw, pitch, fov: HEADSET_VIEW.fov });
  if (!mark) return null;
  if (mark.kind === 'link' && !hasNode(state, mark.id)) return null;
  return {
    key: mark.key,
    target: mark.kind === 'link' ? { kind: 'link', nodeId: mark.id } : null,
    hotspotId: mark.kind === 'hotspot' ? mark.id : null,
    point: [point[0] + centre[0], point[1] + centre[1], point[2] + centre[2]],
    distance,
  };
}

export function aimInHall(state: TourState, plan: HallPlan, { origin, direction }: Ray): Aim | null {
  const met = pointAlong(plan, origin, direction);
  if (!met) return null;
  const { pointed, distance } = met;
  const at = (k: 0 | 1 | 2): number => origin[k] + direction[k] * distance;
  const where = { point: [at(0), at(1), at(2)] as const, distance };
  switch (pointed.kind) {
    case 'doorway': {
      const { to } = pointed.doorway;
      if (!hasNode(state, to)) return null;
      return { key: `link:${to}:${pointed.index}`, target: { kind: 'link', nodeId: to }, hotspotId: null, ...where };
    }
    case 'exhibit': {
      const { hotspotId } = pointed.exhibit;
      return { key: `hotspot:${hotspotId}`, target: null, hotspotId, ...where };
    }
    case 'floor':
      return { key: floorKey(pointed), target: pointed, hotspotId: null, ...where };
  }
}

/** A gaze that rests on a spot of the floor means it; one that goes over the floor means none. */
function floorKey({ x, z }: { readonly x: number; readonly z: number }): string {
  return `floor ${Math.round(x / 0.4)} ${Math.round(z / 0.4)}`;
}
