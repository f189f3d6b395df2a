import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { cross, directionOf, dot, normalize, subtract, type Vec3 } from '#shared/vec.ts';
import { createEyeView } from '#scene/frame/eyeView.ts';
import { axesOf } from '#tour/wallView/fitWall.ts';
import {
  assumedWall, isMeasured, meetQuad, pxPerMetreOn, scaleOf, writeQuadAxes, writeQuadEye, writeToQuad, type Quad,
} from '#tour/wallView/quad.ts'; // prettier-ignore
import type { Wall, WallFrame } from '#tour/wallView/state.ts';

function wallTowards(yaw: number, pitch: number, distance: number): Wall {
  const at = { yaw: toRadians(yaw), pitch: toRadians(pitch) };
  const normal = directionOf(at.yaw, at.pitch);
  return { ...assumedWall(normal, axesOf(normal, at)), distance };
}

function quadAt(centre: [number, number, number], yaw: number, lean: number, width: number, height: number): Quad {
  const ahead = directionOf(toRadians(yaw), toRadians(lean));
  const right = normalize(cross(ahead, [0, 1, 0])) as [number, number, number];
  const up = cross(right, ahead) as [number, number, number];
  return { centre, right, up, width, height };
}

/** By the book: the ray meets the plane, its point lies on the wall's axes, and the board shows that, scaled. */
function byRay(wall: Wall, frame: WallFrame, quad: Quad, direction: Vec3): { point: Vec3; across: number } | null {
  const ahead = dot(wall.normal, direction);
  if (ahead <= 1e-9) return null;
  const onPlane = direction.map((k) => (k * wall.distance) / ahead) as unknown as Vec3;
  const scale = frame.width / quad.width;
  const x = (dot(wall.right, onPlane) - frame.x) / scale;
  const y = (dot(wall.up, onPlane) - frame.y) / scale;
  const point = [0, 1, 2].map((k) => quad.centre[k]! + quad.right[k]! * x + quad.up[k]! * y) as unknown as Vec3;
  return { point, across: (2 * x) / quad.width };
}

function byMatrices(wall: Wall, frame: WallFrame, quad: Quad, direction: Vec3) {
  const toQuad: number[] = [];
  const axes: number[] = [];
  writeToQuad(toQuad, wall, frame, quad.width / quad.height);
  writeQuadAxes(axes, quad);
  const on = multiply(toQuad, direction);
  const point = multiply(axes, on).map((k) => k / on[2]) as unknown as Vec3;
  return { point, across: on[0] / on[2], ahead: on[2] };
}

function multiply(m: readonly number[], v: Vec3): Vec3 {
  return [0, 1, 2].map((k) => m[k]! * v[0] + m[3 + k]! * v[1] + m[6 + k]! * v[2]) as unknown as Vec3;
}

const UPRIGHT = wallTowards(0, 0, 2.5);
const ASIDE = wallTowards(115, 0, 4.2);
const LEANING = wallTowards(-30, 12, 3.1);
const OVERHANGING = wallTowards(170, -20, 1.4);
const CEILING = wallTowards(20, 80, 2);
const BOARD = quadAt([0.2, 1.4, -1.2], 0, 0, 1.6, 1.1);
const TURNED = quadAt([1.1, 1.2, 0.4], 100, 0, 1.6, 1.1);
const SQUARE = quadAt([-2, 0.9, 1], -130, 15, 0.8, 0.8);

const CASES: readonly (readonly [string, Wall, WallFrame, Quad])[] = [
  ['an upright wall in its true size', UPRIGHT, { x: 0, y: 0, width: 1.6 }, BOARD],
  ['an upright wall, four times as large', UPRIGHT, { x: 0.3, y: -0.2, width: 0.4 }, BOARD],
  ['an upright wall at a quarter', UPRIGHT, { x: -0.5, y: 0.4, width: 6.4 }, TURNED],
  ['a wall to the right', ASIDE, { x: 1.2, y: 0.1, width: 1.6 }, BOARD],
  ['a wall to the right on a board elsewhere', ASIDE, { x: -2.2, y: 0.6, width: 2 }, SQUARE],
  ['a leaning wall', LEANING, { x: 0, y: 0, width: 1.1 }, BOARD],
  ['a leaning wall, off its middle', LEANING, { x: 1.4, y: -0.7, width: 0.9 }, TURNED],
  ['an overhanging wall', OVERHANGING, { x: 0.2, y: 0.3, width: 1 }, BOARD],
  ['an overhanging wall on a leaning board', OVERHANGING, { x: 0, y: -0.3, width: 2.2 }, SQUARE],
  ['a ceiling', CEILING, { x: -0.4, y: 0.8, width: 1.3 }, BOARD],
];

const DIRECTIONS: readonly Vec3[] = [
  [0, 0, -1], [0.4, 0.1, -0.9], [1, -0.3, 0.5], [1.2, 0.2, 0.1], [-0.6, 0.3, -1], [0.1, 1, -0.2], [0.2, -0.4, 1], [-1, 0.2, 0.6],
]; // prettier-ignore

describe('from a direction to the board', () => {
  it.each(CASES)('%s: the matrices say what the ray says', (_, wall, frame, quad) => {
    let met = 0;
    for (const direction of DIRECTIONS) {
      const expected = byRay(wall, frame, quad, direction);
      const { point, across, ahead } = byMatrices(wall, frame, quad, direction);
      expect(ahead > 1e-9).toBe(expected !== null);
      if (!expected) continue;
      met++;
      for (const k of [0, 1, 2] as const) expect(point[k]).toBeCloseTo(expected.point[k], 9);
      expect(across).toBeCloseTo(expected.across, 9);
    }
    expect(met).toBeGreaterThanOrEqual(2);
  });

  it('does not depend on the length of the direction, as patches do not', () => {
    const near = byMatrices(LEANING, { x: 1, y: 0, width: 1 }, BOARD, [-0.3, 0.2, -0.8]);
    const far = byMatrices(LEANING, { x: 1, y: 0, width: 1 }, BOARD, [-0.9, 0.6, -2.4]);
    for (const k of [0, 1, 2] as const) expect(near.point[k]).toBeCloseTo(far.point[k], 9);
  });

  it('says how many metres of the wall a metre of the board is', () => {
    expect(scaleOf({ x: 0, y: 0, width: 0.4 }, BOARD)).toBeCloseTo(0.25, 12);
  });
});

describe('the eye that the engine loads for', () => {
  it.each(CASES)('%s: its frustum ends where the board does', (_, wall, frame, quad) => {
    const eye = createEyeView();
    writeQuadEye(eye, wall, frame, quad, 700);
    const tangents = [
      [-eye.tanLeft, 0, -1, null],
      [eye.tanRight, 0, 1, null],
      [0, eye.tanTop, null, 1],
      [0, -eye.tanBottom, null, -1],
    ] as const;
    const toQuad: number[] = [];
    writeToQuad(toQuad, wall, frame, quad.width / quad.height);
    for (const [tanX, tanY, across, upward] of tangents) {
      const direction = [0, 1, 2].map(
        (k) => eye.forward[k]! + tanX * eye.right[k]! + tanY * eye.up[k]!,
      ) as unknown as Vec3;
      const [x, y, ahead] = multiply(toQuad, direction);
      if (across !== null) expect(x / ahead).toBeCloseTo(across, 9);
      if (upward !== null) expect(y / ahead).toBeCloseTo(upward, 9);
    }
    expect(eye.widthPx / (eye.tanLeft + eye.tanRight)).toBeCloseTo(eye.heightPx / (eye.tanTop + eye.tanBottom), 6);
    expect(eye.heightPx).toBeCloseTo(700 * quad.height, 9);
  });
});

describe('device pixels to a metre of the board', () => {
  const eye = (x: number, z: number, yaw: number) => {
    const forward = directionOf(toRadians(yaw), 0) as [number, number, number];
    return {
      ...createEyeView(),
      position: [x, 0, z] as [number, number, number],
      forward,
      right: cross(forward, [0, 1, 0]) as [number, number, number],
      heightPx: 1_800,
    };
  };
  const facing = quadAt([0, 0, -1.2], 0, 0, 1.6, 1.1);

  it('are those of the picture where it is faced: 900 to a tangent, 1.2 m away', () => {
    expect(pxPerMetreOn(facing, [eye(0, 0, 0)])).toBeCloseTo(900 / 1.2, 6);
    expect(pxPerMetreOn(facing, [eye(0.3, -0.6, 0)])).toBeCloseTo(900 / 0.6, 6);
  });

  it('are the most of both eyes and of every part that is seen', () => {
    expect(pxPerMetreOn(facing, [eye(0, 0, 0), eye(0, -0.2, 0)])).toBeCloseTo(900, 6);
    expect(pxPerMetreOn(facing, [eye(0, 0, 35)])).toBeGreaterThan(900 / 1.2);
  });

  it('are none for an eye that looks away or stands behind it', () => {
    expect(pxPerMetreOn(facing, [eye(0, 0, 180)])).toBe(0);
    expect(pxPerMetreOn(facing, [eye(0, -3, 0)])).toBe(0);
  });
});

describe('a ray on the board', () => {
  const hit = { x: 0, y: 0, distance: 0 };
  const origin: Vec3 = [0.1, 1.3, 0.4];

  it.each([
    ['its middle', BOARD, 0, 0],
    ['a corner', BOARD, 0.8, -0.55],
    ['beside a turned one', TURNED, -1.4, 0.2],
  ] as const)('meets %s', (_, quad, x, y) => {
    const point = [0, 1, 2].map((k) => quad.centre[k]! + quad.right[k]! * x + quad.up[k]! * y) as unknown as Vec3;
    const way = subtract(point, origin);
    expect(meetQuad(hit, quad, origin, normalize(way))).toBe(true);
    expect(hit.x).toBeCloseTo(x, 9);
    expect(hit.y).toBeCloseTo(y, 9);
    expect(hit.distance).toBeCloseTo(Math.hypot(...way), 9);
  });

  it('does not meet it from behind, past it or away from it', () => {
    expect(meetQuad(hit, BOARD, [0.2, 1.4, -3], [0, 0, 1])).toBe(false);
    expect(meetQuad(hit, BOARD, origin, [0, 0, 1])).toBe(false);
    expect(meetQuad(hit, BOARD, origin, [1, 0, 0])).toBe(false);
  });
});

describe('a wall that nobody has measured', () => {
  it('is at right angles to where one looked, and says that no length on it is known', () => {
    const { normal, distance, right, up } = wallTowards(50, 10, 3);
    expect(distance).toBe(3);
    for (const axis of [right, up]) expect(dot(normal, axis)).toBeCloseTo(0, 12);
    expect(isMeasured(wallTowards(0, 0, 3))).toBe(false);
    expect(isMeasured({ ...UPRIGHT, scaleError: 0.01 })).toBe(true);
  });
});
