/** The section plane as a visitor sets it: along one of three axes, so many metres in, one side or the other. */
import { dot, type Vec3 } from '#shared/vec.ts';
import type { Section } from '#tour/relic/state.ts';
import { type Bounds, middleOf } from '../bounds.ts';

export const AXES = ['x', 'y', 'z'] as const;
export type Axis = (typeof AXES)[number];

const NORMALS: Readonly<Record<Axis, Vec3>> = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };
/** A normal this near to an axis lies along it. */
const ALONG = 0.999;

/** A cut across the axis through the middle; what lies on its positive side is left out. */
export function cutAcross(axis: Axis, bounds: Bounds): Section {
  const normal = NORMALS[axis];
  return { normal, offset: dot(normal, middleOf(bounds)) };
}

/** The axis that the plane is square to; null where it is oblique. */
export function axisOf({ normal }: Section): Axis | null {
  return AXES.find((axis) => Math.abs(dot(normal, NORMALS[axis])) > ALONG) ?? null;
}

/** How far the relic reaches along the plane's own direction, metres from the origin. */
export function reachOf({ normal }: Section, { min, max }: Bounds): readonly [least: number, most: number] {
  let [least, most] = [0, 0];
  normal.forEach((share, axis) => {
    const ends = [share * (min[axis] ?? 0), share * (max[axis] ?? 0)];
    least += Math.min(...ends);
    most += Math.max(...ends);
  });
  return [least, most];
}

/**
 * How deep the plane lies in the relic, metres from the end that keeps its place when the cut is flipped: left, bottom,
 * back. A slider that follows it moves as the plane does.
 */
export function depthOf(section: Section, bounds: Bounds): number {
  const [least, most] = reachOf(section, bounds);
  return pointsForward(section) ? section.offset - least : most - section.offset;
}

export function withDepth(section: Section, depth: number, bounds: Bounds): Section {
  const [least, most] = reachOf(section, bounds);
  return { ...section, offset: pointsForward(section) ? least + depth : most - depth };
}

/** The same plane, with the other side left out. */
export function flip({ normal, offset }: Section): Section {
  // Adding zero turns −0 into 0.
  return { normal: [-normal[0] + 0, -normal[1] + 0, -normal[2] + 0], offset: -offset + 0 };
}

function pointsForward({ normal }: Section): boolean {
  const main = normal.reduce((found, share) => (Math.abs(share) > Math.abs(found) ? share : found), 0);
  return main >= 0;
}
