/** A session of plain objects: spaces are matrices, events are sent by hand. */
import { Matrix4, Quaternion, Vector3 } from 'three';
import { JOINTS, type Joint } from '#xr/input/handJoints.ts';

export type FakeSpace = XRSpace & { matrix: Matrix4 | null };

export function spaceAt(x: number, y: number, z: number, turn: Quaternion = new Quaternion()): FakeSpace {
  const matrix = new Matrix4().compose(new Vector3(x, y, z), turn, new Vector3(1, 1, 1));
  return { matrix } as unknown as FakeSpace;
}

interface FakeButton {
  pressed: boolean;
  touched: boolean;
  value: number;
}

export const up = (): FakeButton => ({ pressed: false, touched: false, value: 0 });
export const down = (): FakeButton => ({ pressed: true, touched: true, value: 1 });

export interface FakeGamepad {
  mapping: string;
  axes: number[];
  buttons: FakeButton[];
}

export function touchGamepad(): FakeGamepad {
  return { mapping: 'xr-standard', axes: [0, 0, 0, 0], buttons: Array.from({ length: 7 }, up) };
}

export interface FakeSource {
  handedness: XRHandedness;
  targetRayMode: XRTargetRayMode;
  targetRaySpace: FakeSpace;
  gripSpace?: FakeSpace;
  gamepad?: FakeGamepad;
  hand?: Map<Joint, FakeSpace>;
  profiles: string[];
}

export function controller(handedness: XRHandedness = 'right', changes: Partial<FakeSource> = {}): FakeSource {
  return {
    handedness,
    targetRayMode: 'tracked-pointer',
    targetRaySpace: spaceAt(0.2, 1.2, -0.3),
    gripSpace: spaceAt(0.2, 1.1, -0.2),
    gamepad: touchGamepad(),
    profiles: ['generic-trigger'],
    ...changes,
  };
}

/** Eyes and a pinch, as long as it lasts. */
export function transient(): FakeSource {
  const { gamepad: _gamepad, ...rest } = controller('right', { targetRayMode: 'transient-pointer' });
  return { ...rest, targetRaySpace: spaceAt(0, 1.6, 0), gripSpace: spaceAt(0.1, 1.1, -0.3) };
}

/** An open right hand, palm down, fingers along −Z, before it is turned and moved by `pose`. */
export function hand(handedness: 'left' | 'right', pose: Matrix4, isFist = false): FakeSource {
  const side = handedness === 'right' ? 1 : -1;
  const joints = new Map<Joint, FakeSpace>();
  for (const joint of JOINTS) {
    const at = jointAt(joint, isFist);
    joints.set(joint, {
      matrix: pose.clone().multiply(new Matrix4().setPosition(at.x * side, at.y, at.z)),
    } as FakeSpace);
  }
  return {
    handedness,
    targetRayMode: 'tracked-pointer',
    targetRaySpace: { matrix: pose.clone() } as FakeSpace,
    hand: joints,
    profiles: ['generic-hand'],
  };
}

const ACROSS = { index: -0.03, middle: -0.01, ring: 0.01, pinky: 0.03 };

function jointAt(joint: Joint, isFist: boolean): Vector3 {
  const [finger, ...rest] = joint.split('-');
  if (finger === 'wrist') return new Vector3();
  if (finger === 'thumb') return new Vector3(-0.06, -0.02, -0.06);
  const x = ACROSS[finger as keyof typeof ACROSS];
  const last = rest.at(-1);
  if (last === 'metacarpal') return new Vector3(x, 0, -0.03);
  if (last === 'proximal') return new Vector3(x, 0, -0.1);
  return isFist ? new Vector3(x, -0.03, -0.07) : new Vector3(x, 0, last === 'tip' ? -0.19 : -0.15);
}

export class FakeSession extends EventTarget {
  inputSources: FakeSource[] = [];
  visibilityState: XRVisibilityState = 'visible';
  readonly head = spaceAt(0, 1.6, 0);

  readonly frame = {
    getPose: (space: FakeSpace) => poseOf(space.matrix),
    getViewerPose: () => poseOf(this.head.matrix),
    getJointPose: (space: FakeSpace) => poseOf(space.matrix),
  };

  send(type: string, inputSource: FakeSource): void {
    this.dispatchEvent(Object.assign(new Event(type), { frame: this.frame, inputSource }));
  }
}

function poseOf(matrix: Matrix4 | null) {
  return matrix ? { transform: { matrix: new Float32Array(matrix.elements) }, radius: 0.01 } : undefined;
}
