/**
 * Where a scene of version 4 puts things: a list of transforms, the first of which is done first, then the point of the
 * target. Right-handed, Y up, degrees; a rotation turns about X, then about Y, then about Z.
 */
import { toDegrees, toRadians } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import { IDENTITY, type Matrix, multiply } from '#sources/relic/geometry/matrix.ts';
import { scaling, translation, turnAbout } from '../gltf/matrix.ts';
import { quote } from '../loss.ts';
import type { Foreign } from '../reading/foreign.ts';
import type { Region } from './region.ts';
import { idOf, typeOf } from './resource.ts';

export function readTransforms(wrapper: Foreign | null): Matrix {
  let matrix = IDENTITY;
  for (const transform of wrapper?.objects('transform', true) ?? []) {
    const type = typeOf(transform);
    idOf(transform);
    const isScale = type === 'ScaleTransform';
    const [x, y, z] = (['x', 'y', 'z'] as const).map((axis) => transform.number(axis, -1e6, 1e6) ?? (isScale ? 1 : 0));
    const v: Vec3 = [x ?? 0, y ?? 0, z ?? 0];
    if (isScale) matrix = multiply(scaling(v), matrix);
    else if (type === 'TranslateTransform') matrix = multiply(translation(v), matrix);
    else if (type === 'RotateTransform') matrix = multiply(rotationOf(v), matrix);
    else transform.ledger.lose(transform.path, `a transform of the kind ${quote(type)} is unknown`);
  }
  return matrix;
}

export function rotationOf([x, y, z]: Vec3): Matrix {
  const about = (axis: 'x' | 'y' | 'z', degrees: number) => turnAbout(axis, toRadians(degrees));
  return multiply(about('z', z), multiply(about('y', y), about('x', x)));
}

export function pointOf(region: Region | null): Vec3 {
  const { x = 0, y = 0, z = 0 } = region?.point ?? {};
  return [x, y, z];
}

export interface Standing {
  readonly position: [number, number, number];
  readonly turn?: number;
  readonly scale?: number;
  /** What a place in a hall cannot say is put into the file. */
  readonly baked: Matrix;
}

/** Upright and of one scale, it stands as it is; else the file is turned. */
export function standAs(matrix: Matrix): Standing {
  const position: [number, number, number] = [round(matrix[12] ?? 0), round(matrix[13] ?? 0), round(matrix[14] ?? 0)];
  const [a = 0, b = 0, c = 0, , d = 0, e = 0, f = 0, , g = 0, h = 0, i = 0] = matrix;
  const scale = e;
  const isUpright = [b, d, f, h].every((value) => Math.abs(value) < 1e-6);
  const isEven = Math.abs(Math.hypot(a, c) - scale) < 1e-5 && Math.abs(a - i) < 1e-5 && Math.abs(c + g) < 1e-5;
  if (isUpright && isEven && scale > 1e-6 && scale <= 1_000) {
    // Our turn is clockwise seen from above, a rotation about Y the other way round.
    const turn = round(-toDegrees(Math.atan2(-c, a)));
    return {
      position,
      ...(turn !== 0 && { turn }),
      ...(Math.abs(scale - 1) > 1e-9 && { scale: round(scale) }),
      baked: IDENTITY,
    };
  }
  return { position, baked: [a, b, c, 0, d, e, f, 0, g, h, i, 0, 0, 0, 0, 1] };
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6 || 0;
}
