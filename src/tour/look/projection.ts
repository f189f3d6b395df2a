/**
 * Between a point of the picture and the direction it shows, for a perspective view without roll. Points are in
 * normalised device coordinates: x −1 (left) to 1 (right), y −1 (bottom) to 1 (top). Everything writes into objects it
 * is given, since it runs in the frame.
 */
import { clamp } from '#shared/clamp.ts';
import { wrapAngle } from '#shared/angle.ts';
import type { View } from '#tour/state.ts';

export interface Aim {
  yaw: number;
  pitch: number;
}

export interface MutableView extends Aim {
  fov: number;
}

/** How far a view may be turned by one movement of the pointer, as a multiple of the pointer's own angle. */
const MAX_TURN_GAIN = 8;

/** Writes into `out` the direction under the point (x, y) of a view whose picture is `aspect` times as wide as high. */
export function aimAt(out: Aim, view: View, x: number, y: number, aspect: number): void {
  const tangent = Math.tan(view.fov / 2);
  const right = x * tangent * aspect;
  const up = y * tangent;
  const sin = Math.sin(view.pitch);
  const cos = Math.cos(view.pitch);
  const ahead = cos - up * sin;
  out.yaw = view.yaw + Math.atan2(right, ahead);
  out.pitch = Math.atan2(up * cos + sin, Math.hypot(right, ahead));
}

/**
 * Turns `view` so that the direction `aim` lies under the point (x, y), and says whether it does. It cannot where that
 * would take the pitch out of range, and close to a pole, where the yaw would have to spin: there the view turns at
 * most `MAX_TURN_GAIN` times `travel`, the angle by which the pointer moved.
 *
 * With the ray through the point c = (right, up, −1), pitch θ follows from its height: up·cos θ + sin θ = |c|·sin(aim's
 * pitch), that is √(up² + 1)·sin(θ + atan up) = |c|·sin(aim's pitch). Of the two solutions the nearer one continues
 * the motion. Yaw follows from the ray's azimuth at that pitch.
 */
export function bringUnder(
  view: MutableView,
  aim: Aim,
  x: number,
  y: number,
  aspect: number,
  maxPitch: number,
  travel: number,
): boolean {
  // prettier-ignore
  const tangent = Math.tan(view.fov / 2);
  const right = x * tangent * aspect;
  const up = y * tangent;
  const flat = Math.hypot(up, 1);
  const sine = (Math.sin(aim.pitch) * Math.hypot(right, flat)) / flat;
  const rise = Math.asin(clamp(sine, -1, 1));
  const lean = Math.atan(up);
  const near = rise - lean;
  const far = (rise < 0 ? -Math.PI : Math.PI) - rise - lean;
  const wanted = Math.abs(far - view.pitch) < Math.abs(near - view.pitch) ? far : near;
  const pitch = clamp(wanted, -maxPitch, maxPitch);
  const ahead = Math.cos(pitch) - up * Math.sin(pitch);
  const turn = wrapAngle(aim.yaw - Math.atan2(right, ahead) - view.yaw);
  const maxTurn = MAX_TURN_GAIN * travel;
  view.pitch = pitch;
  view.yaw += clamp(turn, -maxTurn, maxTurn);
  return Math.abs(sine) <= 1 && pitch === wanted && Math.abs(turn) <= maxTurn;
}

/** The angle between the rays through two points of the picture, each at its own field of view. */
export function travelBetween(
  fromX: number,
  fromY: number,
  fromFov: number,
  toX: number,
  toY: number,
  toFov: number,
  aspect: number,
): number {
  // prettier-ignore
  const fromTangent = Math.tan(fromFov / 2);
  const toTangent = Math.tan(toFov / 2);
  const ax = fromX * fromTangent * aspect;
  const ay = fromY * fromTangent;
  const bx = toX * toTangent * aspect;
  const by = toY * toTangent;
  // |a × b| and a · b with a = (ax, ay, −1): exact for small angles, where an arc cosine is not.
  const cross = Math.hypot(by - ay, bx - ax, ax * by - ay * bx);
  return Math.atan2(cross, ax * bx + ay * by + 1);
}
