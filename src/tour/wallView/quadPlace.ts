/** Where a board with a piece of wall stands in the place: it is pulled up before the head and then stays where it is. */
import { cross, directionOf, dot, subtract, type Vec3 } from '#shared/vec.ts';
import type { Quad } from './quad.ts';

/** Metres. */
export const QUAD_SIZE = { width: 1.6, height: 1.1 } as const;
export const FIRST_DISTANCE = 1.2;
export const NEAREST_QUAD = 0.5;
export const FARTHEST_QUAD = 2;
/** Pushed this far, it is put away. */
export const AWAY = 2.5;
/** Below the eyes, metres, so that one looks down at it a little as at a page. */
const LOWER = 0.08;
/** Metres a second: of a stick held to its end, and of a board that comes back from beyond `FARTHEST_QUAD`. */
const PUSH_SPEED = 1;
const RETURN_SPEED = 2;

export function createQuad(): Quad {
  return { centre: [0, 0, 0], right: [1, 0, 0], up: [0, 1, 0], ...QUAD_SIZE };
}

/** Stands a board upright before a head, facing it. @param yaw Where it stands, radians, in the place. */
export function standQuad(quad: Quad, head: Vec3, yaw: number): void {
  const ahead = directionOf(yaw, 0);
  for (let k = 0; k < 3; k++) quad.centre[k] = (head[k] ?? 0) + (ahead[k] ?? 0) * FIRST_DISTANCE;
  quad.centre[1] -= LOWER;
  quad.right = [-ahead[2], 0, ahead[0]];
  quad.up = [0, 1, 0];
}

/** Metres from a head to the plane of the board; negative from behind. */
export function distanceOf({ centre, right, up }: Quad, head: Vec3): number {
  return dot(cross(right, up), subtract(head, centre));
}

/**
 * Moves the board with a stick along its own axis, farther for a positive `stick` (−1 to 1). One that is nearer or farther
 * than it may be brought, because the visitor walked, stays there until it is moved the other way.
 */
export function pushQuad(quad: Quad, head: Vec3, stick: number, dt: number): void {
  const now = distanceOf(quad, head);
  const wished = now + stick * PUSH_SPEED * dt;
  const kept = stick > 0 ? Math.min(wished, Math.max(now, AWAY)) : Math.max(wished, Math.min(now, NEAREST_QUAD));
  moveAway(quad, kept - now);
}

/** Lets a board come back that was pushed too far and not put away; says whether it is still on its way. */
export function returnQuad(quad: Quad, head: Vec3, dt: number): boolean {
  const now = distanceOf(quad, head);
  const by = Math.min(Math.max(0, now - FARTHEST_QUAD), RETURN_SPEED * dt);
  moveAway(quad, -by);
  return now - by > FARTHEST_QUAD;
}

function moveAway(quad: Quad, metres: number): void {
  if (metres === 0) return;
  const front = cross(quad.right, quad.up);
  for (let k = 0; k < 3; k++) quad.centre[k] = (quad.centre[k] ?? 0) - (front[k] ?? 0) * metres;
}
