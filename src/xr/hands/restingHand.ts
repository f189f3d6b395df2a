/** A right hand laid flat, as its surface is made: the wrist at the origin, fingers along −Z, the back of the hand up. */
import { Matrix4, Vector3 } from 'three';
import type { Vec3 } from '#shared/vec.ts';

/** A joint, and the bone that leads from it to the next one of its finger. */
export interface RestingJoint {
  readonly at: Vec3;
  /** Metres from the joint to the skin. */
  readonly radius: number;
  /** As WebXR gives it: −Z along the bone, +Y out of the back of the hand. */
  readonly matrix: Matrix4;
}

interface Finger {
  readonly root: Vec3;
  readonly knuckle: Vec3;
  /** Radians that it is spread to the thumb's side. */
  readonly spread: number;
  readonly bones: Vec3;
  readonly radii: readonly [number, number, number, number, number];
}

const FINGERS: readonly Finger[] = [
  {
    root: [-0.019, -0.002, -0.034],
    knuckle: [-0.0245, -0.001, -0.095],
    spread: 0.13,
    bones: [0.039, 0.0245, 0.021],
    radii: [0.012, 0.0116, 0.0097, 0.0089, 0.0077],
  },
  {
    root: [-0.005, 0, -0.033],
    knuckle: [-0.002, 0.002, -0.097],
    spread: 0.01,
    bones: [0.0435, 0.027, 0.0225],
    radii: [0.0125, 0.0118, 0.0099, 0.009, 0.0078],
  },
  {
    root: [0.009, -0.002, -0.032],
    knuckle: [0.0185, -0.001, -0.09],
    spread: -0.11,
    bones: [0.039, 0.0265, 0.022],
    radii: [0.012, 0.0112, 0.0094, 0.0086, 0.0075],
  },
  {
    root: [0.019, -0.005, -0.03],
    knuckle: [0.036, -0.005, -0.08],
    spread: -0.26,
    bones: [0.0305, 0.0205, 0.0195],
    radii: [0.0115, 0.0101, 0.0084, 0.0077, 0.0068],
  },
];

const THUMB: readonly Vec3[] = [
  [-0.023, -0.011, -0.027],
  [-0.05, -0.022, -0.06],
  [-0.069, -0.028, -0.087],
  [-0.081, -0.032, -0.107],
];
const THUMB_RADII = [0.0145, 0.0125, 0.0108, 0.0086];
/** Where its nail looks. */
const THUMB_BACK = new Vector3(-0.77, 0.33, 0.54);
const WRIST_RADIUS = 0.0155;

/** In the order of `JOINTS`. */
export function restHand(): readonly RestingJoint[] {
  const back = new Vector3(0, 1, 0);
  const joints: RestingJoint[] = [{ at: [0, 0, 0], radius: WRIST_RADIUS, matrix: new Matrix4() }];
  THUMB.forEach((at, i) => {
    const [from, to] = i === THUMB.length - 1 ? [THUMB[i - 1]!, at] : [at, THUMB[i + 1]!];
    joints.push({ at, radius: THUMB_RADII[i]!, matrix: facing(at, from, to, THUMB_BACK) });
  });
  for (const { root, knuckle, spread, bones, radii } of FINGERS) {
    const way: Vec3 = [-Math.sin(spread), 0, -Math.cos(spread)];
    joints.push({ at: root, radius: radii[0], matrix: new Matrix4().setPosition(...root) });
    let at = knuckle;
    for (let i = 0; i < 4; i++) {
      const next: Vec3 = [at[0] + way[0] * (bones[i] ?? 0), at[1], at[2] + way[2] * (bones[i] ?? 0)];
      joints.push({ at, radius: radii[i + 1]!, matrix: facing(at, [0, 0, 0], way, back) });
      at = next;
    }
  }
  return joints;
}

function facing(at: Vec3, from: Vec3, to: Vec3, back: Vector3): Matrix4 {
  const z = new Vector3(from[0] - to[0], from[1] - to[1], from[2] - to[2]).normalize();
  const x = new Vector3().crossVectors(back, z).normalize();
  const y = new Vector3().crossVectors(z, x);
  return new Matrix4().makeBasis(x, y, z).setPosition(...at);
}
