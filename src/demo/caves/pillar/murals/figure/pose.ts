/**
 * How a figure holds itself. Angles are radians: limbs from straight down, positive towards the right of the picture;
 * the trunk from straight up, positive to the right. Lengths are parts of the standing height; the origin is the pelvis.
 */
import type { Point } from '#demo/paint/paths.ts';

export type Limb = readonly [upper: number, lower: number];

export interface Pose {
  readonly lean: number;
  /** Tilt of the head against the trunk. */
  readonly tilt: number;
  /** Where the face looks: −1 left … 1 right. */
  readonly turn: number;
  /** Arms and legs on the left and on the right of the picture. */
  readonly leftArm: Limb;
  readonly rightArm: Limb;
  readonly leftLeg: Limb;
  readonly rightLeg: Limb;
}

export interface Build {
  readonly head: number;
  readonly trunk: number;
  readonly shoulder: number;
  readonly arm: number;
  readonly leg: number;
  readonly girth: number;
}

export const SLENDER: Build = { head: 0.15, trunk: 0.3, shoulder: 0.088, arm: 0.165, leg: 0.235, girth: 1 };
/** Strongmen: big heads and bellies, short thick legs. */
export const STOUT: Build = { head: 0.21, trunk: 0.33, shoulder: 0.125, arm: 0.18, leg: 0.19, girth: 1.75 };

export interface Joints {
  readonly pelvis: Point;
  readonly chest: Point;
  readonly head: Point;
  readonly leftArm: readonly [Point, Point, Point];
  readonly rightArm: readonly [Point, Point, Point];
  readonly leftLeg: readonly [Point, Point, Point];
  readonly rightLeg: readonly [Point, Point, Point];
}

const step = (from: Point, angle: number, length: number): Point => [
  from[0] + Math.sin(angle) * length,
  from[1] + Math.cos(angle) * length,
];

function reach(from: Point, limb: Limb, length: number): readonly [Point, Point, Point] {
  const joint = step(from, limb[0], length);
  return [from, joint, step(joint, limb[1], length * 0.95)];
}

export function findJoints(pose: Pose, build: Build): Joints {
  const up = pose.lean + Math.PI;
  const chest = step([0, 0], -up, build.trunk);
  const across: Point = [Math.cos(pose.lean), Math.sin(pose.lean)];
  const shoulder = (side: number): Point => [
    chest[0] + across[0] * build.shoulder * side,
    chest[1] + across[1] * build.shoulder * side,
  ];
  const hip = (side: number): Point => [across[0] * 0.05 * build.girth * side, across[1] * 0.05 * build.girth * side];
  return {
    pelvis: [0, 0],
    chest,
    head: step(chest, -(up + pose.tilt), build.head * 0.8),
    leftArm: reach(shoulder(-1), pose.leftArm, build.arm),
    rightArm: reach(shoulder(1), pose.rightArm, build.arm),
    leftLeg: reach(hip(-1), pose.leftLeg, build.leg),
    rightLeg: reach(hip(1), pose.rightLeg, build.leg),
  };
}

const STAND: Pose = {
  lean: 0.05,
  tilt: -0.08,
  turn: 0.5,
  leftArm: [-0.4, 1.9],
  rightArm: [0.35, -2.2],
  leftLeg: [-0.06, -0.02],
  rightLeg: [0.1, 0.02],
};

/** Poses by name; makers of scenes bend them with `{ ...POSES.stand, lean: 0.3 }`. */
export const POSES = {
  stand: STAND,
  /** Both hands before the breast. */
  worship: { ...STAND, lean: 0.08, leftArm: [-0.3, 2.1], rightArm: [0.2, -2.3] },
  /** One hand on the hip, the other lifted. */
  offer: { ...STAND, lean: -0.06, leftArm: [-0.9, 0.9], rightArm: [0.9, 2.6] },
  dance: {
    lean: -0.22,
    tilt: 0.35,
    turn: -0.6,
    leftArm: [-1.7, -2.9],
    rightArm: [1.2, -0.6],
    leftLeg: [-0.35, 0.35],
    rightLeg: [0.75, -0.45],
  },
  kneel: {
    lean: 0.14,
    tilt: 0,
    turn: 0.9,
    leftArm: [0.3, 1.9],
    rightArm: [0.5, 2.2],
    leftLeg: [1.25, -1.5],
    rightLeg: [1.45, -1.35],
  },
  /** One knee up. */
  crouch: {
    lean: 0.25,
    tilt: 0.1,
    turn: 0.9,
    leftArm: [0.4, 1.6],
    rightArm: [0.8, 1.9],
    leftLeg: [0.9, -1.4],
    rightLeg: [1.9, 0.05],
  },
  walk: {
    lean: 0.1,
    tilt: 0,
    turn: 0.9,
    leftArm: [-0.5, 0.3],
    rightArm: [0.8, 1.9],
    leftLeg: [-0.45, -0.55],
    rightLeg: [0.5, 0.15],
  },
  sit: {
    lean: -0.05,
    tilt: 0.1,
    turn: 0.7,
    leftArm: [-0.3, 1.0],
    rightArm: [0.6, 2.3],
    leftLeg: [1.2, 0.1],
    rightLeg: [1.45, -0.15],
  },
  ride: {
    lean: 0.12,
    tilt: 0,
    turn: 0.9,
    leftArm: [0.9, 1.5],
    rightArm: [1.1, 1.7],
    leftLeg: [0.85, -0.35],
    rightLeg: [0.75, -0.3],
  },
  /** Draws a bow backwards over the horse's croup. */
  shoot: {
    lean: -0.2,
    tilt: 0.1,
    turn: -0.9,
    leftArm: [-1.5, -1.62],
    rightArm: [-0.6, -2.2],
    leftLeg: [0.85, -0.35],
    rightLeg: [0.75, -0.3],
  },
  lie: {
    lean: 1.45,
    tilt: 0.1,
    turn: 0.6,
    leftArm: [2.4, 1.4],
    rightArm: [0.7, 1.5],
    leftLeg: [-1.5, -1.65],
    rightLeg: [-1.35, -1.5],
  },
  /** Head first. */
  leap: {
    lean: 2.2,
    tilt: -0.2,
    turn: 0.4,
    leftArm: [1.9, 1.2],
    rightArm: [0.5, 0.9],
    leftLeg: [-2.1, -2.9],
    rightLeg: [-2.6, -2.2],
  },
  fly: {
    lean: -0.75,
    tilt: 0.55,
    turn: -0.8,
    leftArm: [-1.9, -2.4],
    rightArm: [1.0, 2.1],
    leftLeg: [1.15, 2.15],
    rightLeg: [1.4, 1.75],
  },
  /** Arms up under a load, legs bent wide. */
  carry: {
    lean: 0,
    tilt: 0,
    turn: 0,
    leftArm: [-1.75, -3.0],
    rightArm: [1.75, 3.0],
    leftLeg: [-0.95, 0.35],
    rightLeg: [0.95, -0.35],
  },
} as const satisfies Record<string, Pose>;
