/** Frames of a visit in a headset, each with its hands, and what came of them. */
import type { Head, Rig } from '#tour/locomotion/rig.ts';
import { stepLocomotion } from '#tour/locomotion/step.ts';
import {
  COMFORTABLE,
  beginLocomotion,
  type Ground,
  type HandInput,
  type Locomotion,
  type LocomotionInput,
  type LocomotionSettings,
  type Target,
} from '#tour/locomotion/state.ts';

export const ORIGIN: Rig = { x: 0, y: 0, z: 0, yaw: 0 };
export const CENTRE: Head = { x: 0, y: 1.6, z: 0, yaw: 0 };
export const ASIDE: Head = { x: 0.8, y: 1.5, z: -0.6, yaw: 0.4 };
/** Of no hand in particular: `run` numbers it by its place in the row. */
export const IDLE: HandInput = { id: 0, stickX: 0, stickY: 0, isPressed: false, target: null };
export const HALL: Ground = { floorY: 0, isWalkable: true, settle: (spot) => spot };
export const CAVE: Ground = { ...HALL, isWalkable: false };
export const FRAME = 1 / 90;
export const SMOOTH: LocomotionSettings = { ...COMFORTABLE, turn: 'smooth', motion: 'smooth' };
export const THERE: Target = { kind: 'floor', x: 3, z: -2 };
export const NEXT: Target = { kind: 'link', nodeId: 'next' };

export interface Scene {
  state: Locomotion;
  readonly went: string[];
  readonly darkest: number[];
}

/** Runs frames, each with its hands, and tells what came of them. */
export function run(
  frames: readonly (readonly HandInput[])[],
  {
    rig = ORIGIN,
    head = CENTRE,
    settings = COMFORTABLE,
    ground = HALL,
    dt = FRAME,
    isListening = () => true,
  }: {
    rig?: Rig;
    head?: Head;
    settings?: LocomotionSettings;
    ground?: Ground;
    dt?: number;
    isListening?: (frame: number) => boolean;
  } = {},
): Scene {
  const scene: Scene = { state: beginLocomotion(rig), went: [], darkest: [] };
  frames.forEach((hands, frame) => {
    const input: LocomotionInput = { head, hands: inPlace(hands), isListening: isListening(frame) };
    const step = stepLocomotion(scene.state, input, settings, ground, dt);
    scene.state = step.state;
    if (step.goTo !== null) scene.went.push(step.goTo);
    scene.darkest.push(step.darkness);
  });
  return scene;
}

/** A hand of none in particular is the one of its place. */
export function inPlace(hands: readonly HandInput[]): readonly HandInput[] {
  return hands.map((hand, place) => ({ ...hand, id: hand.id || 101 + place }));
}

export const times = (count: number, ...hands: HandInput[]): HandInput[][] =>
  Array.from({ length: count }, () => hands);
export const stick = (stickX: number, stickY = 0): HandInput => ({ ...IDLE, stickX, stickY });
export const press = (target: Target | null): HandInput => ({ ...IDLE, isPressed: true, target });
export const degreesTurned = ({ state }: Scene): number => Math.round((state.rig.yaw * 180) / Math.PI);
