/** How a relic follows the hands that hold it. */
import { multiply, rotate, turnAbout, turnBetween, unit } from '#shared/quat.ts';
import { add, cross, lengthOf, normalize, subtract, times, type Vec3 } from '#shared/vec.ts';
import { placedBy, seenFrom, type Pose, type RelicPose } from './pose.ts';
import { allowedScale, comfortableDistance, type RelicShape } from './shape.ts';
import type { GrabPointer, Grip, Spread } from './state.ts';

const DEAD_ZONE = 0.2;
/** Of a stick that is pushed all the way: its distance times e per second, and radians per second. */
const PUSH_SPEED = 1.4;
const TURN_SPEED = 2.2;
/** A stick moves what lies in the hand as if it were this far away, metres. */
const LEAST_PUSHED = 0.3;
/** And never farther than this, metres, or twice the distance at which all of it is seen with ease. */
const FARTHEST = 3;
/** Radians that a pinch turns a relic by for each metre that the hand is moved. */
const DRAG_TURN = 9;
/** Hands nearer to each other than this, metres, say nothing of a size. */
const LEAST_SPREAD = 0.02;
const UP: Vec3 = [0, 1, 0];

export interface Followed {
  readonly goal: RelicPose;
  readonly grips: readonly Grip[];
}

/** One hand holds it as if it were fixed to it; its stick moves it nearer and farther and turns it. */
export function followHand(grip: Grip, pointer: GrabPointer, shape: RelicShape, seconds: number): Followed {
  const { anchor } = pointer;
  const held = placedBy(anchor, grip.local);
  const push = shaped(pointer.stickY) * PUSH_SPEED * seconds;
  const turn = shaped(pointer.stickX) * TURN_SPEED * seconds;
  if (push === 0 && turn === 0) {
    return { goal: held, grips: [{ ...grip, at: anchor.position }] };
  }
  const from = subtract(held.position, anchor.position);
  const distance = lengthOf(from);
  const farthest = Math.max(FARTHEST, 2 * comfortableDistance(shape, held.scale), distance);
  const way = Math.min(farthest, Math.max(0, distance + push * Math.max(LEAST_PUSHED, distance)));
  const direction = distance > 1e-3 ? times(from, 1 / distance) : pointer.ray.direction;
  const goal: RelicPose = {
    position: add(anchor.position, times(direction, way)),
    turn: unit(multiply(turnAbout(UP, turn), held.turn)),
    scale: held.scale,
  };
  return { goal, grips: [{ ...grip, local: seenFrom(anchor, goal), at: anchor.position }] };
}

/** A pinch of someone who points with the eyes turns it by how the hand moves: about the upright, and over. */
export function turnByDrag(grip: Grip, pointer: GrabPointer, goal: RelicPose, head: Pose): Followed {
  const { position } = pointer.anchor;
  const moved = subtract(position, grip.at);
  const ahead = subtract(goal.position, head.position);
  const flat = cross(ahead, UP);
  const right = lengthOf(flat) > 1e-6 ? normalize(flat) : rotate(head.turn, [1, 0, 0]);
  const aside = moved[0] * right[0] + moved[1] * right[1] + moved[2] * right[2];
  const about = multiply(turnAbout(UP, aside * DRAG_TURN), turnAbout(right, -moved[1] * DRAG_TURN));
  return { goal: { ...goal, turn: unit(multiply(about, goal.turn)) }, grips: [{ ...grip, at: position }] };
}

/** Two hands: their middle carries it, the line between them turns it, the way between them scales it. */
export function followTwo(
  [first, second]: readonly [Grip, Grip],
  [one, other]: readonly [GrabPointer, GrabPointer],
  spread: Spread,
  goal: RelicPose,
  shape: RelicShape,
  head: Pose,
): Followed {
  const before = subtract(second.at, first.at);
  const now = subtract(other.anchor.position, one.anchor.position);
  const [wasApart, isApart] = [lengthOf(before), lengthOf(now)];
  const turn =
    wasApart > LEAST_SPREAD && isApart > LEAST_SPREAD ? turnBetween(normalize(before), normalize(now)) : null;
  const wish = spread.scale * (Math.max(LEAST_SPREAD, isApart) / spread.distance);
  const distance = lengthOf(subtract(goal.position, head.position));
  const scale = allowedScale(wish, spread.scale, shape, distance);
  const middleBefore = times(add(first.at, second.at), 0.5);
  const middle = times(add(one.anchor.position, other.anchor.position), 0.5);
  const offset = times(subtract(goal.position, middleBefore), scale / goal.scale);
  return {
    goal: {
      position: add(middle, turn ? rotate(turn, offset) : offset),
      turn: turn ? unit(multiply(turn, goal.turn)) : goal.turn,
      scale,
    },
    grips: [
      { ...first, at: one.anchor.position },
      { ...second, at: other.anchor.position },
    ],
  };
}

export function spreadOf([first, second]: readonly Grip[], goal: RelicPose): Spread | null {
  if (!first || !second) return null;
  return { distance: Math.max(LEAST_SPREAD, lengthOf(subtract(second.at, first.at))), scale: goal.scale };
}

function shaped(axis: number): number {
  const size = Math.min(1, Math.abs(axis));
  return size <= DEAD_ZONE ? 0 : (Math.sign(axis) * (size - DEAD_ZONE)) / (1 - DEAD_ZONE);
}
