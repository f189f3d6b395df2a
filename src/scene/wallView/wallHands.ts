/**
 * The visitor's hands on the picture of a wall: the very devices that turn the camera (`scene/look`), with wishes of
 * their own that `tour/wallView/step.ts` carries out.
 */
import { bindGamepad } from '#scene/look/bindGamepad.ts';
import { bindKeys } from '#scene/look/bindKeys.ts';
import { bindPointers } from '#scene/look/bindPointers.ts';
import { bindWheel } from '#scene/look/bindWheel.ts';
import type { LookDesk, Pointing, PointingKind, Taken } from '#scene/look/desk.ts';
import { createLookState, type LookState } from '#tour/look/lookState.ts';
import { TurnMix, type TurnWish } from '#tour/look/turnMix.ts';

/** A place of the picture in normalised device coordinates. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
  readonly kind: PointingKind;
}

export interface WallHandsOptions {
  readonly element: HTMLElement;
  readonly keyRegion: HTMLElement;
  readonly aspect: () => number;
  /** How far what is seen at a point of the picture is moved there, normalised device coordinates. */
  readonly shiftAt: (x: number, y: number) => readonly [number, number];
  readonly isAwake: () => boolean;
  readonly wake: () => void;
  readonly pick: (point: PicturePoint) => boolean;
  readonly take: (point: PicturePoint) => TakenInPicture | null;
  readonly hover: (point: PicturePoint | null) => boolean;
  /** What the wheel does; it comes nearer by default. */
  readonly bindWheel?: (desk: LookDesk) => void;
}

export interface TakenInPicture extends Omit<Taken, 'move'> {
  move(point: PicturePoint): void;
}

export interface WallHands {
  readonly state: LookState;
  /** What buttons on the page ask for. */
  readonly wish: (wish: TurnWish) => void;
  dispose(): void;
}

export function createWallHands(options: WallHandsOptions): WallHands {
  // Looks straight ahead for ever: a direction of it is a place of the picture.
  const state = createLookState({ yaw: 0, pitch: 0, fov: Math.PI / 3 });
  const mix = new TurnMix(state);
  const leaving = new AbortController();
  const placeOf = ({ yaw, pitch, kind }: Pointing): PicturePoint => {
    const tangent = Math.tan(state.view.fov / 2);
    const right = Math.tan(yaw);
    return { x: right / tangent / options.aspect(), y: (Math.tan(pitch) * Math.hypot(right, 1)) / tangent, kind };
  };
  const desk = {
    element: options.element,
    state,
    mix,
    signal: leaving.signal,
    aspect: options.aspect,
    shiftAt: options.shiftAt,
    isAwake: options.isAwake,
    isWalked: () => false,
    wake: options.wake,
    pick: (pointing: Pointing) => options.pick(placeOf(pointing)),
    take(pointing: Pointing): Taken | null {
      const taken = options.take(placeOf(pointing));
      return taken && { ...taken, move: (to) => taken.move(placeOf(to)) };
    },
    hover: (pointing: Pointing | null) => options.isAwake() && options.hover(pointing && placeOf(pointing)),
  };
  bindPointers(desk);
  (options.bindWheel ?? bindWheel)(desk);
  bindKeys(desk, options.keyRegion);
  bindGamepad(desk);
  return { state, wish: mix.addDevice(), dispose: () => leaving.abort() };
}
