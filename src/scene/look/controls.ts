import type { LookRequest, View } from '#tour/state.ts';
import type { LookLimits } from '#tour/look/limits.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import { createLookState } from '#tour/look/lookState.ts';
import type { LookPad } from '#tour/look/pad.ts';
import { stepLook } from '#tour/look/step.ts';
import { TurnMix } from '#tour/look/turnMix.ts';
import { drop, easeTo, guideTo, jumpTo } from '#tour/look/wishes.ts';
import { bindGamepad } from './bindGamepad.ts';
import { bindKeys } from './bindKeys.ts';
import { bindPointers } from './bindPointers.ts';
import { bindWheel } from './bindWheel.ts';
import { createPad } from './createPad.ts';
import type { LookDesk, Pointing, Taken } from './desk.ts';
import { Tilting } from './tilting.ts';

/** The part of the tour that the camera serves. */
export interface LookTour {
  readonly store: {
    getState(): { readonly lookRequest: LookRequest };
    subscribe(listener: (state: { readonly lookRequest: LookRequest }) => void): () => void;
  };
  readonly commands: { settle(view: View): void };
}

export interface LookOptions {
  /** What is dragged: the canvas. Its `touch-action` and `cursor` are set. */
  readonly element: HTMLElement;
  /** What must have the focus for keys to turn the camera, unless nothing has; `element` by default. */
  readonly keyRegion?: HTMLElement;
  readonly liveView: LiveView;
  /** Its look requests are carried out, and it is told once whenever a motion has ended. */
  readonly tour?: LookTour;
  /** Asks for a frame, in which `step` is called. */
  readonly invalidate: () => void;
  /** Field of view, radians; read every frame, so best one object that lasts. */
  readonly limits: () => Pick<LookLimits, 'minFov' | 'maxFov'>;
  readonly isMotionReduced: () => boolean;
  /** False while something else has the camera; the view then stays as it is. Always true by default. */
  readonly isAwake?: () => boolean;
  /** True where one walks: a gamepad's left stick then does not turn the view. Never by default. */
  readonly isWalked?: () => boolean;
  /** How far what is seen at a point of the picture is moved there, normalised device coordinates; nothing by default. */
  readonly shiftAt?: (x: number, y: number) => readonly [number, number];
  /** Keys, buttons or a stick have turned the view by so many radians; no pointer has. */
  readonly onTurned?: (yaw: number, pitch: number) => void;
  /** A tap, Enter or a gamepad's button at a direction; says whether something was there. */
  readonly pick?: (pointing: Pointing) => boolean;
  /** A press at a direction takes hold of something there, in place of the view; null by default. */
  readonly take?: (pointing: Pointing) => Taken | null;
  /** The pointer rests over a direction, or left (null); says whether something is there. */
  readonly hover?: (pointing: Pointing | null) => boolean;
}

/** The camera in the visitor's hands. Call `step` once a frame; another frame is wanted where it says true. */
export interface Look {
  /** The view of the latest step: one object, rewritten. */
  readonly view: View;
  /** How fast the view turned in the latest step, radians per second. */
  readonly yawSpeed: number;
  readonly pitchSpeed: number;
  readonly pad: LookPad;
  /** Whether the view has the camera. */
  readonly isAwake: boolean;
  /** Moves on by `dt` seconds, writes the live view, and says whether the motion goes on. */
  step(dt: number): boolean;
  dispose(): void;
}

/** The first frame after a rest knows nothing of how long it took, and a stalled one must not throw the camera. */
const FIRST_DT = 1 / 60;
const MAX_DT = 0.2;

export function createLookControls(options: LookOptions): Look {
  const { element, liveView, tour, invalidate } = options;
  const request = tour?.store.getState().lookRequest;
  const state = createLookState(request?.view ?? liveView.current);
  const limits: LookLimits = { minFov: 0, maxFov: Math.PI, aspect: 1, isMotionReduced: false };
  const leaving = new AbortController();
  const mix = new TurnMix(state);
  let isMoving = false;
  let isUnsettled = false;
  /** Whether the motion is one of keys, buttons or a stick, its running out included. */
  let isTurned = false;
  let serial = request?.serial ?? -1;

  const measure = (): void => {
    const { clientWidth, clientHeight } = element;
    if (clientWidth > 0 && clientHeight > 0) limits.aspect = clientWidth / clientHeight;
  };
  const wake = (): void => {
    invalidate();
  };
  const desk: LookDesk = {
    element,
    state,
    mix,
    signal: leaving.signal,
    aspect: () => limits.aspect,
    shiftAt: options.shiftAt ?? (() => [0, 0]),
    isAwake: options.isAwake ?? (() => true),
    isWalked: options.isWalked ?? (() => false),
    wake,
    pick: options.pick ?? (() => false),
    take: options.take ?? (() => null),
    hover: options.hover ?? (() => false),
  };
  const view = element.ownerDocument.defaultView ?? window;
  const tilting = new Tilting(desk, view);

  measure();
  const resized = new ResizeObserver(() => {
    measure();
    wake();
  });
  resized.observe(element);
  bindPointers(desk);
  bindWheel(desk);
  bindKeys(desk, options.keyRegion ?? element);
  bindGamepad(desk);
  liveView.write(state.view);

  const takeRequest = ({ lookRequest }: { readonly lookRequest: LookRequest }): void => {
    if (lookRequest.serial === serial) return;
    serial = lookRequest.serial;
    isUnsettled = true;
    if (lookRequest.isEased && !options.isMotionReduced()) {
      (lookRequest.isGuided ? guideTo : easeTo)(state, lookRequest.view);
    } else {
      jumpTo(state, lookRequest.view);
      liveView.write(state.view);
    }
    wake();
  };
  const unsubscribe = tour?.store.subscribe(takeRequest);

  return {
    view: state.view,
    get yawSpeed() {
      return state.yawSpeed;
    },
    get pitchSpeed() {
      return state.pitchSpeed;
    },
    pad: createPad(desk, tilting),
    get isAwake() {
      return desk.isAwake();
    },
    step(dt) {
      if (!desk.isAwake()) {
        tilting.stop();
        drop(state);
        return false;
      }
      const { minFov, maxFov } = options.limits();
      limits.minFov = minFov;
      limits.maxFov = maxFov;
      limits.isMotionReduced = options.isMotionReduced();
      isTurned = mix.isTurning || (isTurned && isMoving && !state.grip.isHeld);
      const { yaw, pitch } = state.view;
      isMoving = stepLook(state, Math.min(dt, isMoving ? MAX_DT : FIRST_DT), limits);
      if (isMoving) isUnsettled = true;
      if (isTurned) options.onTurned?.(state.view.yaw - yaw, state.view.pitch - pitch);
      liveView.write(state.view);
      if (!isMoving && isUnsettled && !state.grip.isHeld) {
        isUnsettled = false;
        tour?.commands.settle({ ...state.view });
      }
      return isMoving;
    },
    dispose() {
      unsubscribe?.();
      resized.disconnect();
      drop(state);
      leaving.abort();
    },
  };
}
