/** Hands, a relic and a head for tests of taking things in hand. */
import { NO_TURN, turnTowards, type Quat } from '#shared/quat.ts';
import { normalize, type Vec3 } from '#shared/vec.ts';
import type { PointerKind } from '#xr/input/pointer.ts';
import type { Pose, RelicPose } from '#xr/grab/pose.ts';
import type { RelicShape } from '#xr/grab/shape.ts';
import { atHome, type GrabInput, type GrabPointer, type GrabState } from '#xr/grab/state.ts';
import { stepGrab } from '#xr/grab/stepGrab.ts';

export const FRAME = 1 / 90;
export const HEAD: Pose = { position: [0, 0, 0], turn: NO_TURN };

/** A box that stands upright with its middle there. */
export function relicAt(position: Vec3, half: Vec3 = [0.1, 0.15, 0.1], scale = 1): RelicShape {
  return { middle: [0, half[1], 0], half, home: { position, turn: NO_TURN, scale } };
}

export interface HandAt {
  readonly id?: number;
  readonly kind?: PointerKind;
  readonly at?: Vec3;
  readonly towards?: Vec3;
  readonly turn?: Quat;
  readonly isHolding?: boolean;
  readonly stickX?: number;
  readonly stickY?: number;
}

export function hand({
  id = 1,
  kind = 'controller',
  at = [0.2, -0.3, -0.3],
  towards,
  turn,
  ...rest
}: HandAt): GrabPointer {
  const direction = normalize(towards ? [towards[0] - at[0], towards[1] - at[1], towards[2] - at[2]] : [0, 0, -1]);
  const anchor = { position: at, turn: turn ?? turnTowards(direction) };
  return { id, kind, anchor, ray: { origin: at, direction }, isHolding: true, stickX: 0, stickY: 0, ...rest };
}

/** A relic and the hands about it, frame by frame. */
export class Grabbing {
  state: GrabState;
  readonly shape: RelicShape;
  head = HEAD;
  isMotionReduced = false;
  /** How far it went in each frame, metres. */
  readonly ways: number[] = [];

  constructor(shape: RelicShape, pose: RelicPose = shape.home) {
    this.shape = shape;
    this.state = atHome(pose);
  }

  step(
    pointers: readonly GrabPointer[],
    asked: Partial<Pick<GrabInput, 'takers' | 'isPutBack'>> = {},
    dt = FRAME,
  ): this {
    const { head, isMotionReduced } = this;
    const [bx, by, bz] = this.state.pose.position;
    this.state = stepGrab(
      this.state,
      { pointers, takers: [], isPutBack: false, head, isMotionReduced, ...asked },
      this.shape,
      dt,
    );
    const [x, y, z] = this.state.pose.position;
    this.ways.push(Math.hypot(x - bx, y - by, z - bz));
    return this;
  }

  take(pointer: GrabPointer, others: readonly GrabPointer[] = []): this {
    return this.step([...others, pointer], { takers: [pointer.id] });
  }

  wait(pointers: readonly GrabPointer[], seconds: number): this {
    for (let t = 0; t < seconds; t += FRAME) this.step(pointers);
    return this;
  }

  get distance(): number {
    const [x, y, z] = this.state.pose.position;
    const [hx, hy, hz] = this.head.position;
    return Math.hypot(x - hx, y - hy, z - hz);
  }
}
