import { normalize, type Vec3 } from '#shared/vec.ts';
import type { EyeView } from '#streaming/ports.ts';
import type { MeshEye } from '#streaming/mesh/ports.ts';

/** An eye's view that is kept and rewritten every frame. */
export interface MutableEyeView extends MeshEye {
  position: [number, number, number];
  right: [number, number, number];
  up: [number, number, number];
  forward: [number, number, number];
  tanLeft: number;
  tanRight: number;
  tanTop: number;
  tanBottom: number;
  widthPx: number;
  heightPx: number;
}

export function createEyeView(): MutableEyeView {
  return {
    position: [0, 0, 0],
    right: [1, 0, 0],
    up: [0, 1, 0],
    forward: [0, 0, -1],
    tanLeft: 1,
    tanRight: 1,
    tanTop: 1,
    tanBottom: 1,
    widthPx: 1,
    heightPx: 1,
  };
}

/**
 * Writes a camera's view into `out`. `world` is the camera-to-world matrix, `projection` a perspective projection,
 * symmetric or not, both 4 × 4 and column-major as in three and WebXR; sizes are of the target in device pixels.
 */
export function writeEyeView(
  out: MutableEyeView,
  world: ArrayLike<number>,
  projection: ArrayLike<number>,
  widthPx: number,
  heightPx: number,
): void {
  for (let k = 0; k < 3; k++) out.position[k] = world[12 + k] ?? 0;
  writeAxis(out.right, world, 0, 1);
  writeAxis(out.up, world, 4, 1);
  writeAxis(out.forward, world, 8, -1);
  const scaleX = projection[0] ?? 1;
  const scaleY = projection[5] ?? 1;
  const shiftX = projection[8] ?? 0;
  const shiftY = projection[9] ?? 0;
  out.tanLeft = (1 - shiftX) / scaleX;
  out.tanRight = (1 + shiftX) / scaleX;
  out.tanTop = (1 + shiftY) / scaleY;
  out.tanBottom = (1 - shiftY) / scaleY;
  out.widthPx = widthPx;
  out.heightPx = heightPx;
}

function writeAxis(out: [number, number, number], matrix: ArrayLike<number>, at: number, sign: number): void {
  const x = matrix[at] ?? 0;
  const y = matrix[at + 1] ?? 0;
  const z = matrix[at + 2] ?? 0;
  const k = sign / (Math.hypot(x, y, z) || 1);
  out[0] = x * k;
  out[1] = y * k;
  out[2] = z * k;
}

/** Device pixels per unit of tangent, the most of all eyes. */
export function focalOf(eyes: readonly EyeView[]): number {
  let most = 0;
  for (const { heightPx, tanTop, tanBottom } of eyes) most = Math.max(most, heightPx / (tanTop + tanBottom));
  return most;
}

/** Where the middle of a picture looks, between the two eyes where there are two; a frustum may lean. Unit length. */
export function middleOf(eyes: readonly EyeView[]): Vec3 {
  let [x, y, z] = [0, 0, 0];
  for (const { right, up, forward, tanLeft, tanRight, tanTop, tanBottom } of eyes) {
    const [across, above] = [(tanRight - tanLeft) / 2, (tanTop - tanBottom) / 2];
    const length = Math.hypot(1, across, above);
    x += (forward[0] + across * right[0] + above * up[0]) / length;
    y += (forward[1] + across * right[1] + above * up[1]) / length;
    z += (forward[2] + across * right[2] + above * up[2]) / length;
  }
  return normalize([x, y, z]);
}
