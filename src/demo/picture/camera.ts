/** A flat picture plane before an eye: a cube face or a perspective view. Every pixel ray is a sum of three vectors. */
import { faceDirection } from '#streaming/pyramid/cube.ts';
import { directionOf } from '#shared/vec.ts';
import type { Vec3 } from '#demo/cave/cave.ts';

/**
 * The direction through the point (x, y) of the plane, in pixels from the top left corner of the picture, is
 * corner + x·right + y·down; the middle of pixel (i, j) is (i + ½, j + ½). The distance of the plane is 1, so the length
 * a ray is traced by is its depth along the axis, and the inverse of depth is linear over any flat wall.
 */
export interface Camera {
  readonly origin: Vec3;
  readonly corner: Vec3;
  readonly right: Vec3;
  readonly down: Vec3;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** `face` as in `FACES` of the pyramid, `size` its side in pixels. */
export function faceCamera(origin: Vec3, face: number, size: number): Camera {
  const corner = faceDirection(face, 0, 0);
  const right = subtractScaled(faceDirection(face, 1, 0), corner, size);
  const down = subtractScaled(faceDirection(face, 0, 1), corner, size);
  return { origin, corner, right, down, width: size, height: size };
}

export interface View {
  /** Radians: 0 along −Z, growing to the right; pitch grows upward. */
  readonly yaw: number;
  readonly pitch: number;
  /** Vertical, radians. */
  readonly fov: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export function viewCamera(origin: Vec3, { yaw, pitch, fov, width, height }: View): Camera {
  const forward = directionOf(yaw, pitch);
  const up = directionOf(yaw, pitch + Math.PI / 2);
  const pixel = (2 * Math.tan(fov / 2)) / height;
  const right: Vec3 = [Math.cos(yaw) * pixel, 0, Math.sin(yaw) * pixel];
  const down: Vec3 = [-up[0] * pixel, -up[1] * pixel, -up[2] * pixel];
  const corner: Vec3 = [
    forward[0] - (right[0] * width + down[0] * height) / 2,
    forward[1] - (right[1] * width + down[1] * height) / 2,
    forward[2] - (right[2] * width + down[2] * height) / 2,
  ];
  return { origin, corner, right, down, width, height };
}

/** The origin moved by half the distance between the eyes, for one eye of a stereo pair that looks along `yaw`. */
export function eyeOrigin(origin: Vec3, yaw: number, offset: number): Vec3 {
  return [origin[0] + Math.cos(yaw) * offset, origin[1], origin[2] + Math.sin(yaw) * offset];
}

function subtractScaled(a: Vec3, b: Vec3, size: number): Vec3 {
  return [(a[0] - b[0]) / size, (a[1] - b[1]) / size, (a[2] - b[2]) / size];
}
