/** How sharp a picture is for an eye, by the rule and not by the engine's own word. */
import { dot, type Vec3 } from '#shared/vec.ts';
import type { EyeView } from '#streaming/ports.ts';
import { faceDirection, facePoint } from '#streaming/pyramid/cube.ts';

export type EyeAxes = Pick<EyeView, 'right' | 'up' | 'forward'>;

/**
 * Device pixels per texel of a face of that many texels, along the worse axis, by differences. `focal` is an eye's device
 * pixels per unit of tangent.
 */
export function pixelsPerTexel(eye: EyeAxes, focal: number, direction: Vec3, texels: number): number {
  const { face, u, v } = facePoint(direction);
  const onPicture = (du: number, dv: number): [number, number] => {
    const d = faceDirection(face, u + du, v + dv);
    const ahead = dot(d, eye.forward);
    return [(dot(d, eye.right) / ahead) * focal, (dot(d, eye.up) / ahead) * focal];
  };
  const step = 1e-5;
  const speed = (du: number, dv: number): number => {
    const [a, b] = [onPicture(-du, -dv), onPicture(du, dv)];
    return Math.hypot(b[0] - a[0], b[1] - a[1]) / (2 * step * texels);
  };
  return Math.max(speed(step, 0), speed(0, step));
}
