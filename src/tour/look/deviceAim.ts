import { toRadians } from '#shared/angle.ts';
import type { Aim } from './projection.ts';

/** Within this many radians of straight up or down the heading is read off the screen's upper edge instead. */
const STEEP = toRadians(75);

/**
 * Writes into `out` where the back of a device looks, from the angles of a DeviceOrientationEvent in degrees (intrinsic
 * Z-X′-Y″, in a frame with X east, Y north, Z up) and the angle of the screen's orientation. Yaw counts from whatever
 * the device calls north, so only its changes mean something.
 */
export function aimOfDevice(out: Aim, alpha: number, beta: number, gamma: number, screenAngle: number): void {
  const [a, b, c, s] = [toRadians(alpha), toRadians(beta), toRadians(gamma), toRadians(screenAngle)];
  const [sa, ca, sb, cb, sc, cc] = [Math.sin(a), Math.cos(a), Math.sin(b), Math.cos(b), Math.sin(c), Math.cos(c)];
  // Columns of the rotation Z(a)·X(b)·Y(c): the device's right and upper edge, and its face, in the earth's frame.
  const right = [ca * cc - sa * sb * sc, sa * cc + ca * sb * sc, -cb * sc] as const;
  const top = [-sa * cb, ca * cb, sb] as const;
  const face = [ca * sc + sa * sb * cc, sa * sc - ca * sb * cc, cb * cc] as const;
  out.pitch = Math.asin(Math.min(1, Math.max(-1, -face[2])));
  if (Math.abs(out.pitch) < STEEP) {
    out.yaw = Math.atan2(-face[0], -face[1]);
    return;
  }
  // The screen's content is turned against the device, so its upper edge lies between the device's edges.
  const east = top[0] * Math.cos(s) + right[0] * Math.sin(s);
  const north = top[1] * Math.cos(s) + right[1] * Math.sin(s);
  const ahead = out.pitch < 0 ? 1 : -1;
  out.yaw = Math.atan2(ahead * east, ahead * north);
}
