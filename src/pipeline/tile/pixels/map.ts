/**
 * Where the pixels of a picture to be made lie in the source, and how wide the filter must be there. The width follows
 * the mapping's derivatives: near the poles of an equirectangular picture a pixel of a cube face covers many columns.
 */
import { TAU } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import { facePoint } from '#streaming/pyramid/cube.ts';
import { type EquirectCopy, isFullCircle } from '../scratch/source.ts';

/** Per pixel, row after row. A position is NaN where the source has no picture there. */
export interface PixelMap {
  /** True where x and its scale are the same all the way down each column: the filter can then run in two passes. */
  isColumnwise: boolean;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** How many source pixels a pixel covers in each direction, at least 1. */
  readonly scaleX: Float64Array;
  readonly scaleY: Float64Array;
}

/** A block of pixels of a cube face that measures `faceSize`. */
export interface FaceBlock {
  readonly face: number;
  readonly faceSize: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function createPixelMap(count: number): PixelMap {
  const array = () => new Float64Array(count);
  return { isColumnwise: false, x: array(), y: array(), scaleX: array(), scaleY: array() };
}

/** From a cube face of one size to the same face of another. */
export function mapFaceToFace(block: FaceBlock, sourceSize: number, map: PixelMap): void {
  const ratio = sourceSize / block.faceSize;
  const scale = Math.max(1, ratio);
  map.isColumnwise = true;
  for (let row = 0, i = 0; row < block.height; row++) {
    for (let column = 0; column < block.width; column++, i++) {
      map.x[i] = (block.x + column + 0.5) * ratio - 0.5;
      map.y[i] = (block.y + row + 0.5) * ratio - 0.5;
      map.scaleX[i] = scale;
      map.scaleY[i] = scale;
    }
  }
}

/** From a cube face to an equirectangular picture. With s and t in −1 to 1 across the face, a pixel is 2 / faceSize. */
export function mapFaceToEquirect(block: FaceBlock, copy: EquirectCopy, map: PixelMap): void {
  map.isColumnwise = block.face < 4;
  if (map.isColumnwise) mapSideToEquirect(block, copy, map);
  else mapPoleToEquirect(block, copy, map);
}

/** On the four faces about the horizon the yaw depends on the column alone. */
function mapSideToEquirect(block: FaceBlock, copy: EquirectCopy, map: PixelMap): void {
  const pixel = 2 / block.faceSize;
  const place = createPlacer(copy, map, middleYawOf(block));
  const faceYaw = (block.face * TAU) / 4;
  for (let column = 0; column < block.width; column++) {
    const s = (block.x + column + 0.5) * pixel - 1;
    const across = 1 + s * s;
    const shear = (s * s) / across;
    const perLength = 1 / Math.sqrt(across);
    const yaw = faceYaw + Math.atan(s);
    for (let row = 0, i = column; row < block.height; row++, i += block.width) {
      const t = 1 - (block.y + row + 0.5) * pixel;
      const pitchSlope = Math.sqrt(across + t * t * shear) / (across + t * t);
      place(i, yaw, Math.atan(t * perLength), pixel / across, pixel * pitchSlope);
    }
  }
}

function mapPoleToEquirect(block: FaceBlock, copy: EquirectCopy, map: PixelMap): void {
  const pixel = 2 / block.faceSize;
  const place = createPlacer(copy, map, middleYawOf(block));
  const upward = block.face === 4 ? 1 : -1;
  for (let row = 0, i = 0; row < block.height; row++) {
    const t = 1 - (block.y + row + 0.5) * pixel;
    for (let column = 0; column < block.width; column++, i++) {
      const s = (block.x + column + 0.5) * pixel - 1;
      const square = s * s + t * t;
      const radius = Math.sqrt(square);
      const yaw = Math.atan2(s, -t * upward);
      place(i, yaw, upward * Math.atan2(1, radius), pixel / radius, pixel / (1 + square));
    }
  }
}

/** From any directions, `step` radians apart, to an equirectangular picture. */
export function mapDirectionsToEquirect(
  directions: readonly Vec3[],
  step: number,
  copy: EquirectCopy,
  map: PixelMap,
): void {
  map.isColumnwise = false;
  const [x0, , z0] = directions[directions.length >> 1] ?? [0, 0, -1];
  const place = createPlacer(copy, map, Math.atan2(x0, -z0));
  for (const [i, [x, y, z]] of directions.entries()) {
    const level = Math.hypot(x, z);
    place(i, Math.atan2(x, -z), Math.atan2(y, level), (step * Math.hypot(level, y)) / level, step);
  }
}

/** From any directions, `step` radians apart, to one face of a cube; those through other faces are NaN. */
export function mapDirectionsToCube(
  directions: readonly Vec3[],
  step: number,
  sourceSize: number,
  face: number,
  map: PixelMap,
): void {
  map.isColumnwise = false;
  for (const [i, direction] of directions.entries()) {
    const point = facePoint(direction);
    const s = 2 * point.u - 1;
    const t = 2 * point.v - 1;
    map.x[i] = point.face === face ? point.u * sourceSize - 0.5 : NaN;
    map.y[i] = point.v * sourceSize - 0.5;
    map.scaleX[i] = map.scaleY[i] = Math.max(1, (step * (1 + s * s + t * t) * sourceSize) / 2);
  }
}

type Place = (index: number, yaw: number, pitch: number, yawStep: number, pitchStep: number) => void;

/** `nearYaw` decides which turn around the circle a yaw is counted in, so that a block's positions stay together. */
function createPlacer(copy: EquirectCopy, map: PixelMap, nearYaw: number): Place {
  const { picture, fullWidth, fullHeight, left, top } = copy;
  const isCircle = isFullCircle(copy);
  const aboutYaw = isCircle ? nearYaw : ((left + picture.width / 2) / fullWidth - 0.5) * TAU;
  const perYaw = fullWidth / TAU;
  const perPitch = fullHeight / (TAU / 2);
  const widest = Math.max(1, fullWidth / 4);
  const slack = 1e-6;
  return (index, yaw, pitch, yawStep, pitchStep) => {
    const turned = yaw - TAU * Math.round((yaw - aboutYaw) / TAU);
    const x = turned * perYaw + fullWidth / 2 - left - 0.5;
    const y = fullHeight / 2 - pitch * perPitch - top - 0.5;
    const isBeside = !isCircle && (x < -0.5 - slack || x > picture.width - 0.5 + slack);
    const isBeyond = y < -0.5 - slack || y > picture.height - 0.5 + slack;
    map.x[index] = isBeside ? NaN : x;
    map.y[index] = isBeyond ? NaN : y;
    map.scaleX[index] = Math.min(widest, Math.max(1, yawStep * perYaw));
    map.scaleY[index] = Math.max(1, pitchStep * perPitch);
  };
}

function middleYawOf({ face, faceSize, x, y, width, height }: FaceBlock): number {
  const s = (2 * x + width) / faceSize - 1;
  const t = 1 - (2 * y + height) / faceSize;
  if (face < 4) return (face * TAU) / 4 + Math.atan(s);
  return Math.atan2(s, face === 4 ? -t : t);
}
