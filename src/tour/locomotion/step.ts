/**
 * Moving about in a headset, one frame at a time: pure, so that every case stands in a table. Nothing moves the visitor
 * unasked; a turn goes about the head, a jump puts the head where one pointed, gliding does not depend on how far down
 * one looks, and any one hand is enough.
 */
import { headIn, turned, turnedAboutHead, withHeadOver, type FloorPoint, type Head, type Rig } from './rig.ts';
import {
  AT_REST,
  MOST_OFFSET,
  UNHEARD,
  type Fade,
  type Ground,
  type HandInput,
  type HandState,
  type Locomotion,
  type LocomotionInput,
  type LocomotionSettings,
  type Target,
} from './state.ts';

/** A stick that is pushed so far asks, and asks again once it was let go to here. */
const ASKS = 0.7;
const LETS_GO = 0.4;
const DEAD_ZONE = 0.2;
/** Metres per second, and radians per second, of a stick that is pushed all the way. */
const GLIDE_SPEED = 1.4;
const TURN_SPEED = Math.PI / 2;
/** Seconds to dark and back again: a jump takes 0.24. */
export const FADE_SECONDS = 0.24;
/** Seconds in which the vignette closes or opens. */
const VIGNETTE_SECONDS = 0.2;
/** No frame counts for more: after a pause one goes on from where one was. */
const LONGEST_FRAME = 0.1;
/** Metres that eyes of someone seated are lower than of someone standing, half a metre in most people. */
export const SEATED_LIFT = 0.4;

export interface LocomotionStep {
  readonly state: Locomotion;
  /** The place to go to, in the one frame in which the picture is dark. */
  readonly goTo: string | null;
  /** 0 to 1, how dark the picture is. */
  readonly darkness: number;
}

/** Moves on by `dt` seconds. */
export function stepLocomotion(
  before: Locomotion,
  input: LocomotionInput,
  settings: LocomotionSettings,
  ground: Ground,
  dt: number,
): LocomotionStep {
  const seconds = Math.min(Math.max(0, dt), LONGEST_FRAME);
  const hands = input.hands.map((hand) => {
    const known = before.hands.find(({ id }) => id === hand.id);
    return stepHand(known, hand, input.isListening, settings, ground);
  });
  let { rig } = before;
  let isMoving = false;
  if (input.isListening && before.fade === null) {
    for (const { snap } of hands) if (snap !== 0) rig = turnedAboutHead(rig, input.head, snap * settings.snapStep);
    for (const hand of input.hands) {
      const turn = settings.turn === 'smooth' ? turnOf(hand, input.hands, settings) : 0;
      if (turn !== 0) rig = turnedAboutHead(rig, input.head, turn * TURN_SPEED * seconds);
      isMoving ||= turn !== 0;
    }
    const way = ground.isWalkable && settings.motion === 'smooth' ? glideOf(input) : null;
    if (way) rig = glide(rig, input.head, way, ground, seconds);
    isMoving ||= way !== null;
  }
  const asked = hands.find(({ goes }) => goes !== null)?.goes ?? null;
  const { fade, goTo, jump } = stepFade(before.fade, asked, seconds);
  if (jump) rig = withHeadOver(rig, input.head, ground.settle(jump));
  rig = { ...rig, y: ground.floorY + heightOf(settings) };
  const wanted = isMoving ? 1 : 0;
  const most = seconds / VIGNETTE_SECONDS;
  const vignette = before.vignette + Math.min(most, Math.max(-most, wanted - before.vignette));
  return {
    state: { rig, hands: hands.map(({ state }) => state), vignette, fade },
    goTo,
    // The frame in which one is moved is dark, however long it took to come.
    darkness: goTo !== null || jump ? 1 : fade ? darknessOf(fade) : 0,
  };
}

/** How much higher than the visitor's own eyes those of the visit are, metres. */
export function heightOf({ isSeated, heightOffset }: Pick<LocomotionSettings, 'isSeated' | 'heightOffset'>): number {
  return (isSeated ? SEATED_LIFT : 0) + Math.min(MOST_OFFSET, Math.max(-MOST_OFFSET, heightOffset));
}

interface HandStep {
  readonly state: HandState;
  /** −1 to the left, 1 to the right, 0 for no turn. */
  readonly snap: number;
  /** Where it asks to go. */
  readonly goes: Target | null;
}

function stepHand(
  known: HandState | undefined,
  hand: HandInput,
  isListening: boolean,
  settings: LocomotionSettings,
  ground: Ground,
): HandStep {
  const { id } = hand;
  if (!isListening) return { state: { id, ...UNHEARD }, snap: 0, goes: null };
  const before = known ?? (isAtRest(hand) || hand.isBriefly ? AT_REST : UNHEARD);
  const isSideways = Math.abs(hand.stickX) > Math.abs(hand.stickY);
  const snaps = settings.turn === 'snap' && before.isSnapArmed && isSideways && Math.abs(hand.stickX) >= ASKS;
  const isStickBack = Math.hypot(hand.stickX, hand.stickY) <= LETS_GO;
  // The stick of one who glides is for gliding; the ray and the trigger still lead.
  const aimsByStick = settings.motion === 'teleport' && !isSideways && hand.stickY >= ASKS && before.isSnapArmed;
  const isAiming = before.isAiming ? !isStickBack : aimsByStick;
  const isReleased = before.isAiming && isStickBack;
  const isPressed = hand.isPressed && !before.wasPressed;
  const mayGo = hand.target !== null && (hand.target.kind === 'link' || ground.isWalkable);
  return {
    state: {
      id,
      isSnapArmed: before.isSnapArmed ? !snaps && !isAiming : isStickBack,
      isAiming,
      wasPressed: hand.isPressed,
    },
    snap: snaps ? Math.sign(hand.stickX) : 0,
    goes: mayGo && (isPressed || isReleased) ? hand.target : null,
  };
}

function isAtRest({ stickX, stickY, isPressed }: HandInput): boolean {
  return !isPressed && Math.hypot(stickX, stickY) <= LETS_GO;
}

/** How fast a hand turns, −1 to 1. Where a lone hand glides, its stick turns by what it is pushed aside. */
function turnOf(hand: HandInput, hands: readonly HandInput[], { motion }: LocomotionSettings): number {
  const isForFeet = motion === 'smooth' && hands.length > 1 && hand === hands[0];
  return isForFeet ? 0 : shaped(hand.stickX);
}

/** The way one wants to glide in the head's own frame, right and ahead, at most 1 long; null for none. */
function glideOf({ hands }: LocomotionInput): { readonly right: number; readonly ahead: number } | null {
  const [first] = hands;
  if (!first) return null;
  const right = hands.length > 1 ? shaped(first.stickX) : 0;
  const ahead = shaped(first.stickY);
  if (right === 0 && ahead === 0) return null;
  const length = Math.max(1, Math.hypot(right, ahead));
  return { right: right / length, ahead: ahead / length };
}

function glide(
  rig: Rig,
  head: Head,
  { right, ahead }: { readonly right: number; readonly ahead: number },
  ground: Ground,
  seconds: number,
): Rig {
  const at = headIn(rig, head);
  const way = turned({ x: right, z: -ahead }, at.yaw);
  const to: FloorPoint = { x: at.x + way.x * GLIDE_SPEED * seconds, z: at.z + way.z * GLIDE_SPEED * seconds };
  return withHeadOver(rig, head, ground.settle(to));
}

function shaped(axis: number): number {
  const size = Math.min(1, Math.abs(axis));
  return size <= DEAD_ZONE ? 0 : (Math.sign(axis) * (size - DEAD_ZONE)) / (1 - DEAD_ZONE);
}

/** A fade that runs is not to be interrupted: what is asked meanwhile is not heard. */
function stepFade(
  fade: Fade | null,
  asked: Target | null,
  seconds: number,
): { readonly fade: Fade | null; readonly goTo: string | null; readonly jump: FloorPoint | null } {
  if (!fade) return { fade: asked && { elapsed: 0, target: asked, isDone: false }, goTo: null, jump: null };
  const elapsed = fade.elapsed + seconds;
  const isDue = !fade.isDone && elapsed >= FADE_SECONDS / 2;
  const { target } = fade;
  return {
    fade: elapsed >= FADE_SECONDS ? null : { elapsed, target, isDone: fade.isDone || isDue },
    goTo: isDue && target.kind === 'link' ? target.nodeId : null,
    jump: isDue && target.kind === 'floor' ? target : null,
  };
}

function darknessOf({ elapsed }: Fade): number {
  return 1 - Math.abs((2 * elapsed) / FADE_SECONDS - 1);
}
