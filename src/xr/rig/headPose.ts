/** A head's pose that is kept and rewritten every frame. */
export interface MutableHead {
  x: number;
  y: number;
  z: number;
  yaw: number;
  /** Radians, upward positive. */
  pitch: number;
}

export function createHead(): MutableHead {
  return { x: 0, y: 0, z: 0, yaw: 0, pitch: 0 };
}

/** Nearer to the upright than this a direction's own heading means nothing. */
const STEEP = 0.9;

/**
 * Writes the pose of a viewer, 4 × 4 and column-major as in WebXR, metres. Who looks straight up or down faces where the
 * chin or the crown points.
 */
export function writeHead(out: MutableHead, matrix: ArrayLike<number>): void {
  const at = (i: number): number => matrix[i] ?? 0;
  out.x = at(12);
  out.y = at(13);
  out.z = at(14);
  const [fx, fy, fz] = [-at(8), -at(9), -at(10)];
  const [ux, uz] = [at(4), at(6)];
  out.pitch = Math.atan2(fy, Math.hypot(fx, fz));
  const sign = fy < 0 ? 1 : -1;
  const [x, z] = Math.abs(fy) < STEEP ? [fx, fz] : [sign * ux, sign * uz];
  out.yaw = Math.atan2(x, -z);
}
