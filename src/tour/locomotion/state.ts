import type { FloorPoint, Head, Rig } from './rig.ts';

export interface LocomotionSettings {
  /** By steps about the head, or as long as the stick is held. */
  readonly turn: 'snap' | 'smooth';
  /** Of a snap turn, radians; 30° or 45°. */
  readonly snapStep: number;
  /** By jumps alone, or also gliding along the floor. */
  readonly motion: 'teleport' | 'smooth';
  /** How far the edge of the view is darkened while one glides, 0 to 1. */
  readonly vignette: number;
  /** The eyes are raised to where they would be if one stood. */
  readonly isSeated: boolean;
  /** Metres that the visitor has raised or lowered the eyes by. */
  readonly heightOffset: number;
}

export const COMFORTABLE: LocomotionSettings = {
  turn: 'snap',
  snapStep: Math.PI / 6,
  motion: 'teleport',
  vignette: 0.7,
  isSeated: true,
  heightOffset: 0,
};

/** Metres that a visitor may raise or lower the eyes by, either way. */
export const MOST_OFFSET = 0.6;

/** One hand, controller or other pointer in this frame. */
export interface HandInput {
  /** The same in every frame in which it is there. */
  readonly id: number;
  /** −1 to 1, right and forward positive. */
  readonly stickX: number;
  readonly stickY: number;
  /** Trigger or pinch. */
  readonly isPressed: boolean;
  /** Whether it is there only while it presses, as a pinch of the eyes is: then its first press counts. */
  readonly isBriefly?: boolean;
  /** Where its ray ends; null where it points at nothing one can go to. */
  readonly target: Target | null;
}

/** Somewhere to go: a spot of the floor where one stands, or the way to another place. */
export type Target = ({ readonly kind: 'floor' } & FloorPoint) | { readonly kind: 'link'; readonly nodeId: string };

export interface LocomotionInput {
  readonly head: Head;
  readonly hands: readonly HandInput[];
  /** False while the session is hidden or something lies over it; nothing that was held before counts afterwards. */
  readonly isListening: boolean;
}

/** What the visitor may do here. */
export interface Ground {
  /** Height of the floor, metres. */
  readonly floorY: number;
  /** Whether one can glide and jump about; not in a panorama, which has one point to stand. */
  readonly isWalkable: boolean;
  /** The nearest spot to it where a body has room. */
  settle(spot: FloorPoint): FloorPoint;
}

export interface HandState {
  readonly id: number;
  readonly isSnapArmed: boolean;
  readonly isAiming: boolean;
  readonly wasPressed: boolean;
}

export interface Fade {
  /** Seconds since it began; it is darkest in the middle. */
  readonly elapsed: number;
  readonly target: Target;
  /** Whether it has been carried out. */
  readonly isDone: boolean;
}

export interface Locomotion {
  readonly rig: Rig;
  /** Of those that were there in the latest frame; each is known by its id, whatever its place in the row. */
  readonly hands: readonly HandState[];
  /** 0 to 1 of the settings' vignette. */
  readonly vignette: number;
  readonly fade: Fade | null;
}

export const AT_REST: Omit<HandState, 'id'> = { isSnapArmed: true, isAiming: false, wasPressed: false };
/** For a hand that comes in the middle of something: what it holds already does not count. */
export const UNHEARD: Omit<HandState, 'id'> = { isSnapArmed: false, isAiming: false, wasPressed: true };

export function beginLocomotion(rig: Rig): Locomotion {
  return { rig, hands: [], vignette: 0, fade: null };
}
