/**
 * What every pointer means in this frame, and what its presses do: a panel first, then whatever is nearest on the ray.
 * A short press opens a label or leads somewhere, and strikes a relic that rings, as a finger does; a press that is held on
 * a relic, or a closing hand, takes it; one that is held on the bare wall brings the wall closer.
 */
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import type { Vec3 } from '#shared/vec.ts';
import { isAnswerWanted } from '#tour/headset/state.ts';
import type { HandInput } from '#tour/locomotion/state.ts';
import { listMarks } from '#tour/marks.ts';
import { findHotspot, selectNode } from '#tour/selectors/findNode.ts';
import { ringOf } from '#tour/sound/commands.ts';
import type { Tour } from '#tour/store.ts';
import type { Grab } from '../grab/createGrab.ts';
import type { Hands, PointedAt } from '../hands/createHands.ts';
import type { PointerKind, Ray, XrPointer } from '../input/pointer.ts';
import type { PointerReader } from '../input/pointerReader.ts';
import type { Panels } from '../panel/createPanels.ts';
import type { NearWall, WallMet } from '../wall/createNearWall.ts';
import type { Aim } from './aims.ts';
import { isAtFeet } from './atFeet.ts';
import { FingerStrokes, type FingerStrokesOptions } from './fingerStrokes.ts';

export interface PointingOptions {
  readonly tour: Tour;
  readonly focus: MarkFocus;
  readonly reader: Pick<PointerReader, 'noteTarget' | 'dwellOf'>;
  readonly hands: Pick<Hands, 'cursor' | 'touch' | 'pulse'>;
  readonly panels: Pick<Panels, 'hover' | 'pick' | 'press' | 'drag' | 'release' | 'touch'>;
  /** Null while the relics have not come. */
  readonly grab: () => Pick<Grab, 'take' | 'isHolding'> | null;
  readonly nearWall: Pick<NearWall, 'isOpen' | 'pick' | 'press' | 'drag' | 'release' | 'stick' | 'close'>;
  /** Brings the wall closer that a ray meets; false where there is none. */
  readonly bringCloser: (ray: Ray) => boolean;
  readonly aimOf: (pointer: XrPointer) => Aim | null;
  readonly relicOn: FingerStrokesOptions['relicOn'];
}

export interface Pointing {
  /** One frame; what the pointers ask of moving about, in their order. */
  step(pointers: readonly XrPointer[], isListening: boolean, seconds: number): readonly HandInput[];
  /** Gives the hands their cursors; after they have followed the pointers of this frame. */
  draw(): void;
  /** Where a jump would end; null where no ray ends on a floor. */
  readonly landing: { readonly x: number; readonly z: number } | null;
  /** The pointer that pressed last. */
  readonly lastPressed: number;
  letGo(): void;
}

/** Seconds; a press on a relic that lasts longer takes it, one on a wall brings it closer. */
const HOLD_SECONDS = 0.35;

/** A pointer from frame to frame. */
interface Known {
  wasPressed: boolean;
  wasSqueezed: boolean;
  wasMenuPressed: boolean;
  /** The press belongs to a panel, whatever the ray meets until it ends. */
  isOnPanel: boolean;
  /** The same of the wall brought closer. */
  isOnWall: boolean;
  /** The press has taken something, or done what it could do. */
  isSpent: boolean;
  pressed: Aim | null;
  heldSeconds: number;
  key: string | null;
  isTouching: boolean;
  /** Where its ray ends in this frame. */
  met: PointedAt | null;
}

export function createPointing(options: PointingOptions): Pointing {
  const { tour, focus, reader, hands, panels, grab, nearWall, bringCloser, aimOf, relicOn } = options;
  const { store, commands } = tour;
  const known = new Map<number, Known>();
  let landing: Pointing['landing'] = null;
  let lastPressed = -1;

  const know = (id: number, kind: PointerKind): Known => {
    let one = known.get(id);
    if (!one) known.set(id, (one = unheard(kind)));
    return one;
  };

  const isRelic = ({ hotspotId }: Aim): boolean =>
    hotspotId !== null && findHotspot(selectNode(store.getState()), hotspotId)?.kind === 'relic';
  const strike = (hotspotId: string, pointerId: number): void => {
    if (!ringOf(store.getState(), hotspotId)) return;
    commands.sound.ring(hotspotId);
    hands.pulse(pointerId);
  };
  const strokes = new FingerStrokes({ relicOn, strike });
  const openLabel = (aim: Aim | null, pointerId: number): void => {
    if (!aim?.hotspotId) return;
    commands.openPanel({ kind: 'hotspot', hotspotId: aim.hotspotId });
    strike(aim.hotspotId, pointerId);
  };

  /** While one is asked for a language, or told that the time is over, there is nothing else to do. */
  const isBlocked = (): boolean => isAnswerWanted(store.getState().headset);

  const callMenu = (): void => {
    const { headset, panel } = store.getState();
    if (isBlocked()) return;
    if (headset?.menu) commands.headset.openMenu(null);
    else if (panel) commands.closePanel();
    else commands.headset.openMenu('menu');
  };

  const begin = (pointer: XrPointer, one: Known, aim: Aim | null): void => {
    lastPressed = pointer.id;
    one.isOnPanel = panels.press(pointer.id, pointer.ray);
    one.isOnWall = !one.isOnPanel && nearWall.press(pointer.id, pointer.ray);
    one.pressed = one.isOnPanel || one.isOnWall ? null : aim;
    one.heldSeconds = 0;
    one.isSpent = one.isOnPanel || one.isOnWall;
    if (one.pressed && !isRelic(one.pressed)) {
      openLabel(one.pressed, pointer.id);
      one.isSpent = true;
    }
  };
  const goOn = (pointer: XrPointer, one: Known, isOnBareWall: boolean, seconds: number): void => {
    if (one.isOnPanel) panels.drag(pointer.id, pointer.ray);
    if (one.isOnWall) nearWall.drag(pointer.id, pointer.ray);
    one.heldSeconds += seconds;
    if (one.isSpent || one.heldSeconds < HOLD_SECONDS || pointer.kind === 'gaze') return;
    if (one.pressed) one.isSpent = (grab()?.take(pointer) ?? null) !== null;
    else if (isOnBareWall && bringCloser(pointer.ray)) {
      one.isSpent = true;
      hands.pulse(pointer.id);
    }
  };
  const end = (pointer: XrPointer, one: Known): void => {
    if (one.isOnPanel) panels.release(pointer.id);
    else if (one.isOnWall) nearWall.release(pointer.id);
    else if (!one.isSpent) openLabel(one.pressed, pointer.id);
    one.isOnPanel = one.isOnWall = false;
    one.isSpent = true;
    one.pressed = null;
  };

  /** Lights what is pointed at and puts the cursor there; the page's own focus is another matter. */
  const light = (aims: readonly (Aim | null)[]): void => {
    const aim = aims.find((one) => one?.hotspotId || one?.target?.kind === 'link');
    const { exhibition, nodeId, language } = store.getState();
    if (!aim) focus.point(null);
    else if (!focus.isLit(aim.key)) {
      focus.point(listMarks(exhibition, nodeId, language).find(({ key }) => key === aim.key) ?? null);
    }
  };

  const stepPointer = (pointer: XrPointer, isListening: boolean, seconds: number, aims: (Aim | null)[]): HandInput => {
    const one = know(pointer.id, pointer.kind);
    const { id, ray, isPressed, isSqueezed, isMenuPressed } = pointer;
    const hasRayPressed = isPressed && one.wasPressed && !one.isTouching;
    const isTouching = panels.touch(id, isListening && !hasRayPressed ? pointer.fingertip : null);
    one.isTouching = isTouching;
    const isHolding = grab()?.isHolding(id) ?? false;
    const onPanel = isListening && !isTouching && !isHolding ? panels.pick(ray) : null;
    const isClear = isListening && !isBlocked() && !onPanel && !isTouching && !one.isOnPanel && !isHolding;
    strokes.step(pointer, isClear, seconds);
    const onWall = isClear ? nearWall.pick(ray) : null;
    const isOpen = isClear && !onWall && !one.isOnWall;
    const found = isOpen ? aimOf(pointer) : null;
    const isCalling = isOpen && isAtFeet(pointer.kind, ray.direction) && (!found || found.target?.kind === 'floor');
    const aim = isCalling ? null : found;
    aims.push(aim);
    panels.hover(id, onPanel ? ray : null);
    const key = onPanel
      ? onPanel.action
        ? `panel ${JSON.stringify(onPanel.action)}`
        : null
      : keyOf(onWall, aim, isCalling);
    if (key !== null && key !== one.key && !key.startsWith('floor')) hands.pulse(id);
    one.key = key;
    reader.noteTarget(id, key, seconds);
    const met = onPanel ?? onWall ?? aim;
    const normal = aim?.target?.kind === 'floor' ? UP : against(ray.direction);
    one.met = met && { point: met.point, normal };
    if (isListening) {
      if (isPressed && !one.wasPressed && isCalling) callMenu();
      else if (isPressed && !one.wasPressed && !isTouching) begin(pointer, one, aim);
      else if (isPressed) goOn(pointer, one, isOpen && !found, seconds);
      if (onWall) nearWall.stick(pointer.stickX, pointer.stickY, ray);
      if (isSqueezed && !one.wasSqueezed && !isBlocked()) grab()?.take(pointer);
      if (isMenuPressed && !one.wasMenuPressed) callMenu();
    }
    if (!isListening) one.isSpent = true;
    if (!isPressed && one.wasPressed) end(pointer, one);
    one.wasPressed = isPressed || !isListening;
    one.wasSqueezed = isSqueezed || !isListening;
    one.wasMenuPressed = isMenuPressed || !isListening;
    if (aim?.target?.kind === 'floor') landing ??= aim.target;
    const isFree = !isHolding && !one.isOnPanel && !one.isOnWall;
    const hasStick = isFree && !nearWall.isOpen;
    return {
      id,
      stickX: hasStick ? pointer.stickX : 0,
      stickY: hasStick ? pointer.stickY : 0,
      isBriefly: pointer.kind === 'transient',
      isPressed: isPressed && !one.isOnPanel && !one.isOnWall && !isTouching,
      target: isFree ? (aim?.target ?? null) : null,
    };
  };

  return {
    step(pointers, isListening, seconds) {
      landing = null;
      if (nearWall.isOpen && isBlocked()) nearWall.close();
      const aims: (Aim | null)[] = [];
      const inputs = pointers.map((pointer) => stepPointer(pointer, isListening, seconds, aims));
      for (const id of known.keys()) {
        if (pointers.some((pointer) => pointer.id === id)) continue;
        known.delete(id);
        strokes.forget(id);
        panels.release(id);
        panels.hover(id, null);
        panels.touch(id, null);
        nearWall.release(id);
      }
      light(aims);
      return inputs;
    },
    draw() {
      for (const [id, { isTouching, met, wasPressed }] of known) {
        if (isTouching) hands.touch(id);
        else hands.cursor(id, met, reader.dwellOf(id), wasPressed);
      }
    },
    get landing() {
      return landing;
    },
    get lastPressed() {
      return lastPressed;
    },
    letGo() {
      for (const id of known.keys()) {
        panels.release(id);
        panels.hover(id, null);
        panels.touch(id, null);
      }
      known.clear();
      landing = null;
      focus.point(null);
    },
  };
}

const UP: Vec3 = [0, 1, 0];

/** Of a wall brought closer, only its button answers to a gaze that rests on it. */
function keyOf(onWall: WallMet | null, aim: Aim | null, isCalling: boolean): string | null {
  if (isCalling) return 'menu';
  if (onWall) return onWall.part === 'close' ? 'wall close' : null;
  return aim?.key ?? null;
}

/** Of what comes in the middle of something, nothing that it holds already counts. */
function unheard(kind: PointerKind): Known {
  return {
    // A pinch of the eyes is there only while it presses.
    wasPressed: kind !== 'transient',
    wasSqueezed: true,
    wasMenuPressed: true,
    isOnPanel: false,
    isOnWall: false,
    isSpent: true,
    pressed: null,
    heldSeconds: 0,
    key: null,
    isTouching: false,
    met: null,
  };
}

function against([x, y, z]: Vec3): Vec3 {
  return [-x, -y, -z];
}
