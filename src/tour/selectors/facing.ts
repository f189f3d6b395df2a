import { toRadians, wrapAngle } from '#shared/angle.ts';
import type { ExhibitionNode } from '#document/schema.ts';
import type { View } from '../state.ts';

/** The eight winds, clockwise from north. */
export const WINDS = [
  'north', 'northEast', 'east', 'southEast', 'south', 'southWest', 'west', 'northWest',
] as const; // prettier-ignore
export type Wind = (typeof WINDS)[number];

/** Where something is as seen by the visitor: the eight ways around, or high above and deep below. */
export const DIRECTIONS = [
  'ahead', 'aheadRight', 'right', 'behindRight', 'behind', 'behindLeft', 'left', 'aheadLeft',
] as const; // prettier-ignore
export type Direction = (typeof DIRECTIONS)[number] | 'above' | 'below';

const EIGHTH = Math.PI / 4;
/** Steeper than this, left and right mean little. */
const STEEP = toRadians(60);

/** The compass direction of the view, radians clockwise from north in [−π, π). */
export function compassOf(view: View, node: ExhibitionNode | undefined): number {
  return wrapAngle(view.yaw + toRadians(node?.heading ?? 0));
}

export function windOf(compass: number): Wind {
  return WINDS[eighthOf(compass)] ?? 'north';
}

/** Where a direction (radians) lies for a visitor with this view. */
export function directionFrom(view: View, target: { readonly yaw: number; readonly pitch: number }): Direction {
  if (target.pitch > STEEP) return 'above';
  if (target.pitch < -STEEP) return 'below';
  return DIRECTIONS[eighthOf(target.yaw - view.yaw)] ?? 'ahead';
}

function eighthOf(angle: number): number {
  return (Math.round(wrapAngle(angle) / EIGHTH) + 8) % 8;
}
