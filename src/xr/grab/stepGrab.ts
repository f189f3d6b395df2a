/**
 * A relic in the hand, one frame at a time: pure, so that every case stands in a table. It comes to the hand that takes
 * it, follows that rigidly, is turned and scaled between two, stays where it is let go, and goes home when told to or
 * brought near. Nothing jumps: each hand that comes or leaves goes on from where the relic is.
 */
import { multiply, rotate, turnAbout, unit } from '#shared/quat.ts';
import { lengthOf, subtract, type Vec3 } from '#shared/vec.ts';
import { followHand, followTwo, spreadOf, turnByDrag } from './follow.ts';
import { between, seenFrom, type RelicPose } from './pose.ts';
import { clearOfHead, distanceToBox, spotToComeTo, type RelicShape } from './shape.ts';
import { atHome, type Approach, type GrabInput, type GrabPointer, type GrabState, type Grip } from './state.ts';

/** Seconds in which a relic comes to the hand, is turned by a gaze, and goes home. */
export const COME_SECONDS = 0.25;
export const RETURN_SECONDS = 0.3;
/** Let go of so near to its place, metres, it goes home. */
export const SNAP_DISTANCE = 0.25;
/** What a gaze that rests on a floating relic turns it by, radians. */
export const GAZE_STEP = Math.PI / 4;
/** A hand so near to the relic's box, metres, is on it. */
const TOUCH = 0.03;
/** No frame counts for more: after a pause one goes on from where one was. */
const LONGEST_FRAME = 0.1;
const UP: Vec3 = [0, 1, 0];
const AHEAD: Vec3 = [0, 0, -1];

/** Moves on by `dt` seconds. */
export function stepGrab(before: GrabState, input: GrabInput, shape: RelicShape, dt: number): GrabState {
  const seconds = Math.min(Math.max(0, dt), LONGEST_FRAME);
  let state = letGo(before, input, shape);
  if (input.isPutBack) state = goHome(state, input, shape);
  for (const id of input.takers) {
    const pointer = input.pointers.find((one) => one.id === id);
    if (pointer) state = take(state, pointer, input, shape);
  }
  if (state.phase === 'home') return state;
  return arrive(follow(state, input, shape, seconds), input, shape, seconds);
}

/** Whether a pointer's hand is on the relic itself, not its ray. */
export function isTouching({ kind, anchor }: GrabPointer, shape: RelicShape, pose: RelicPose): boolean {
  const hasHand = kind === 'controller' || kind === 'hand';
  return hasHand && distanceToBox(anchor.position, shape, pose) <= TOUCH;
}

function letGo(state: GrabState, input: GrabInput, shape: RelicShape): GrabState {
  const grips = state.grips.filter(({ pointerId }) =>
    input.pointers.some(({ id, isHolding }) => id === pointerId && isHolding),
  );
  if (grips.length === state.grips.length) return state;
  // What is on its way still goes to where it was to come.
  const goal = state.approach ? state.goal : state.pose;
  if (grips.length > 0) return withGrips({ ...state, goal }, grips, input);
  const isNear = lengthOf(subtract(state.pose.position, shape.home.position)) < SNAP_DISTANCE;
  const floating: GrabState = { ...state, phase: 'floating', goal, grips, spread: null };
  return isNear && state.isSnapping && !state.approach ? goHome(floating, input, shape) : floating;
}

function goHome(state: GrabState, { isMotionReduced }: GrabInput, { home }: RelicShape): GrabState {
  if (state.phase === 'home' || state.phase === 'returning') return state;
  if (isMotionReduced) return atHome(home);
  return { ...atHome(home), phase: 'returning', pose: state.pose, approach: leave(state.pose, RETURN_SECONDS) };
}

function take(state: GrabState, pointer: GrabPointer, input: GrabInput, shape: RelicShape): GrabState {
  const isFree = state.phase === 'home' || state.phase === 'returning';
  const taken = isFree ? takeFromHome(state, pointer, input, shape) : state;
  // A gaze holds nothing: it has the relic come, and turns one that is there.
  if (pointer.kind === 'gaze') return isFree || state.phase !== 'floating' ? taken : turnedByGaze(state, input);
  const isAnew = state.grips.every(({ pointerId }) => pointerId !== pointer.id);
  if (!pointer.isHolding || !isAnew || state.grips.length > 1) return taken;
  const grip = { pointerId: pointer.id, local: taken.goal, at: pointer.anchor.position };
  return withGrips(taken, [...taken.grips, grip], input);
}

function takeFromHome(state: GrabState, pointer: GrabPointer, input: GrabInput, shape: RelicShape): GrabState {
  const { pose } = state;
  const isTouched = isTouching(pointer, shape, pose);
  const spot = isTouched ? null : spotToComeTo(pointer.ray, input.head.position, shape, pose);
  return {
    ...atHome(pose),
    phase: 'floating',
    goal: spot ? { ...pose, position: spot } : pose,
    approach: spot && !input.isMotionReduced ? leave(pose, COME_SECONDS) : null,
    isSnapping: isTouched,
  };
}

function turnedByGaze(state: GrabState, { isMotionReduced }: GrabInput): GrabState {
  const turn = unit(multiply(turnAbout(UP, GAZE_STEP), state.goal.turn));
  const approach = isMotionReduced ? null : leave(state.pose, COME_SECONDS);
  return { ...state, goal: { ...state.goal, turn }, approach };
}

function leave(from: RelicPose, seconds: number): Approach {
  return { from, elapsed: 0, seconds };
}

/** All hands take hold of it anew, where it is to be. */
function withGrips(state: GrabState, grips: readonly Grip[], { pointers }: GrabInput): GrabState {
  const renewed = grips.flatMap((grip): Grip[] => {
    const pointer = pointers.find(({ id }) => id === grip.pointerId);
    if (!pointer) return [];
    const { anchor } = pointer;
    return [{ pointerId: grip.pointerId, local: seenFrom(anchor, state.goal), at: anchor.position }];
  });
  return { ...state, phase: 'held', grips: renewed, spread: spreadOf(renewed, state.goal) };
}

function follow(state: GrabState, { pointers, head }: GrabInput, shape: RelicShape, seconds: number): GrabState {
  const [first, second] = state.grips;
  const one = first && pointers.find(({ id }) => id === first.pointerId);
  const other = second && pointers.find(({ id }) => id === second.pointerId);
  if (!one) return state;
  if (other && state.spread) {
    return { ...state, ...followTwo([first, second], [one, other], state.spread, state.goal, shape, head) };
  }
  if (one.kind === 'transient') return { ...state, ...turnByDrag(first, one, state.goal, head) };
  return { ...state, ...followHand(first, one, shape, seconds) };
}

/** Brings the relic to its goal, or on the way there, and keeps it off the head. */
function arrive(state: GrabState, { head }: GrabInput, shape: RelicShape, seconds: number): GrabState {
  const elapsed = state.approach ? state.approach.elapsed + seconds : 0;
  const approach = state.approach && elapsed < state.approach.seconds ? { ...state.approach, elapsed } : null;
  if (!approach && state.phase === 'returning') return atHome(shape.home);
  const on = approach ? between(approach.from, state.goal, eased(elapsed / approach.seconds)) : state.goal;
  if (state.phase === 'returning') return { ...state, pose: on, approach };
  const pose = clearOfHead(on, shape, head.position, rotate(head.turn, AHEAD));
  const isAway = !approach && lengthOf(subtract(pose.position, shape.home.position)) >= SNAP_DISTANCE;
  return { ...state, pose, approach, isSnapping: state.isSnapping || isAway };
}

function eased(t: number): number {
  return t * t * (3 - 2 * t);
}
