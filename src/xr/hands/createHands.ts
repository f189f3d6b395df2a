import { Group, type Matrix4 } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { XrPointer } from '../input/pointer.ts';
import type { PointerParts } from '../input/pointerReader.ts';
import { ControllerModel } from './controllerModel.ts';
import { Cursors } from './cursors.ts';
import { makeHands } from './handGeometry.ts';
import { HandModel } from './handModel.ts';
import { MOST_POINTERS } from './instances.ts';
import { Rays } from './rays.ts';

/** Where a ray meets something: metres in the world, the normal of unit length, towards the visitor. */
export interface PointedAt {
  readonly point: Vec3;
  readonly normal: Vec3;
}

/** The visitor's hands, or what they hold, with the rays they point with. */
export interface Hands {
  /** In the world; belongs into the scene itself, not into the rig. */
  readonly group: Group;
  /** Takes over the pointers of this frame. Each of them may then be given its cursor; `finish` ends the frame. */
  follow(pointers: readonly XrPointer[], parts: PartsReader, rigMatrix: Matrix4): void;
  /** Where a pointer meets something, how full its ring is (0 to 1), whether it presses. */
  cursor(pointerId: number, hit: PointedAt | null, dwell: number, isPressed: boolean): void;
  /** A hand that touches has no ray, until the next frame. */
  touch(pointerId: number): void;
  finish(): void;
  /** A short, weak tap for a hand whose ray comes upon something, where the device can. */
  pulse(pointerId: number): void;
  stats(): { readonly draws: number; readonly triangles: number };
  dispose(): void;
}

/** A `PointerReader`, as far as it is needed. */
export interface PartsReader {
  partsOf(pointerId: number): PointerParts | null;
}

interface Slot {
  pointer: XrPointer | null;
  parts: PointerParts | null;
  isTouching: boolean;
  isPressed: boolean;
  dwell: number;
  hasHit: boolean;
  readonly point: [number, number, number];
  readonly normal: [number, number, number];
}

/** Metres at which a gaze shows where it looks while it meets nothing, and how faintly. */
const GAZE_DISTANCE = 2;
const GAZE_STRENGTH = 0.45;
const PULSE = { strength: 0.25, milliseconds: 12 };

/** Makes both hands and both controllers at once, so that none of them costs a frame when it first shows up. */
export function createHands(): Hands {
  const group = new Group();
  const shapes = makeHands();
  const hands = { left: new HandModel(shapes.left), right: new HandModel(shapes.right) };
  const controllers = { left: new ControllerModel('left'), right: new ControllerModel('right') };
  const models = [hands.left, hands.right, controllers.left, controllers.right];
  const rays = new Rays();
  const cursors = new Cursors();
  group.add(...models.map(({ mesh }) => mesh), rays.mesh, cursors.mesh);
  const slots = Array.from({ length: MOST_POINTERS }, emptySlot);
  /** Who has pinched with the eyes points with them; the rays of the hands would lie. */
  let doEyesPoint = false;

  const slotOf = (pointerId: number): Slot | undefined => slots.find(({ pointer }) => pointer?.id === pointerId);

  const drawModel = ({ pointer, parts }: Slot, rigMatrix: Matrix4): void => {
    if (!pointer || !parts) return;
    const side = pointer.handedness === 'left' ? 'left' : 'right';
    if (pointer.kind === 'hand' && parts.joints?.isTracked) {
      hands[side].follow(parts.joints, rigMatrix);
      hands[side].mesh.visible = true;
    } else if (pointer.kind === 'controller' && pointer.grip) {
      controllers[side].follow(pointer.grip, parts.controls);
      controllers[side].mesh.visible = true;
    }
  };

  return {
    group,
    follow(pointers, reader, rigMatrix) {
      for (const { mesh } of models) mesh.visible = false;
      for (let i = 0; i < slots.length; i++) {
        const slot = slots[i]!;
        slot.pointer = pointers[i] ?? null;
        slot.parts = slot.pointer && reader.partsOf(slot.pointer.id);
        slot.isTouching = false;
        slot.isPressed = slot.pointer?.isPressed ?? false;
        slot.dwell = 0;
        slot.hasHit = false;
        doEyesPoint ||= slot.pointer?.kind === 'transient';
        drawModel(slot, rigMatrix);
      }
    },
    cursor(pointerId, hit, dwell, isPressed) {
      const slot = slotOf(pointerId);
      if (!slot) return;
      slot.hasHit = hit !== null;
      slot.dwell = dwell;
      slot.isPressed = isPressed;
      if (!hit) return;
      copy(hit.point, slot.point);
      copy(hit.normal, slot.normal);
    },
    touch(pointerId) {
      const slot = slotOf(pointerId);
      if (slot) slot.isTouching = true;
    },
    finish() {
      rays.begin();
      cursors.begin();
      for (const slot of slots) {
        const { pointer, hasHit, isPressed } = slot;
        if (!pointer || slot.isTouching) continue;
        const { ray, kind } = pointer;
        const isHand = kind === 'hand' || kind === 'controller';
        if (kind === 'hand' && doEyesPoint) continue;
        if (isHand) rays.add(ray.origin, ray.direction, hasHit ? slot.point : null, isPressed);
        if (hasHit) cursors.add(slot.point, slot.normal, slot.dwell, isPressed, 1);
        else if (kind === 'gaze') {
          for (let axis = 0; axis < 3; axis++) {
            slot.point[axis] = ray.origin[axis]! + ray.direction[axis]! * GAZE_DISTANCE;
            slot.normal[axis] = -ray.direction[axis]!;
          }
          cursors.add(slot.point, slot.normal, 0, isPressed, GAZE_STRENGTH);
        }
      }
      rays.finish();
      cursors.finish();
    },
    pulse(pointerId) {
      const actuator = slotOf(pointerId)?.parts?.source?.gamepad?.hapticActuators?.[0];
      // A device that cannot is no reason to say anything.
      void actuator?.pulse(PULSE.strength, PULSE.milliseconds)?.catch(() => undefined);
    },
    stats() {
      const shown = [...models.map(({ mesh }) => mesh), rays.mesh, cursors.mesh].filter(({ visible }) => visible);
      const triangles = shown.reduce((sum, { geometry }) => sum + (geometry.index?.count ?? 0) / 3, 0);
      return { draws: shown.length, triangles };
    },
    dispose() {
      for (const model of models) model.dispose();
      rays.dispose();
      cursors.dispose();
      group.removeFromParent();
    },
  };
}

function emptySlot(): Slot {
  return {
    pointer: null,
    parts: null,
    isTouching: false,
    isPressed: false,
    dwell: 0,
    hasHit: false,
    point: [0, 0, 0],
    normal: [0, 0, 1],
  };
}

function copy(from: Vec3, to: [number, number, number]): void {
  to[0] = from[0];
  to[1] = from[1];
  to[2] = from[2];
}
