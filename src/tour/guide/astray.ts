/** Whether the visitor has left a guided tour's view: what is small enough to be a tremble does not count. Radians. */
import { toRadians, wrapAngle } from '#shared/angle.ts';
import type { View } from '../state.ts';

const TURNED = toRadians(1.5);
const ZOOMED = 0.04;
/** A picture on its way is drawn at moments of its path and nowhere beside it. */
const OFF_PATH = toRadians(0.6);

/** Of a view at rest. */
export function isAstray(view: View, rest: View): boolean {
  const turned = Math.hypot(wrapAngle(view.yaw - rest.yaw), view.pitch - rest.pitch);
  return turned > TURNED || Math.abs(zoomBetween(view, rest)) > ZOOMED;
}

/** Of a view on its way: whether it lies beside the straight line in yaw and pitch. */
export function isOffPath(view: View, from: View, to: View): boolean {
  const [wayYaw, wayPitch] = [wrapAngle(to.yaw - from.yaw), to.pitch - from.pitch];
  const [yaw, pitch] = [wrapAngle(view.yaw - from.yaw), view.pitch - from.pitch];
  const length = wayYaw * wayYaw + wayPitch * wayPitch;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (yaw * wayYaw + pitch * wayPitch) / length));
  return Math.hypot(wrapAngle(yaw - share * wayYaw), pitch - share * wayPitch) > OFF_PATH;
}

/** Whether one looks along it; how much one sees of it is the picture's to say. */
export function looksAlong(view: View, to: View): boolean {
  return Math.hypot(wrapAngle(view.yaw - to.yaw), view.pitch - to.pitch) < toRadians(0.05);
}

function zoomBetween(a: View, b: View): number {
  return Math.log(Math.tan(a.fov / 2) / Math.tan(b.fov / 2));
}
