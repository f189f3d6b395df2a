import { Matrix4, Vector3 } from 'three';
import { controlsAtRest, readControls } from './controls.ts';
import { DragRay } from './dragRay.ts';
import { NO_DWELL, stepDwell, type Dwell } from './dwell.ts';
import { HandGestures, type Face } from './handGestures.ts';
import { HandJoints, jointIndex } from './handJoints.ts';
import type { PointerKind, XrPointer } from './pointer.ts';
import { PressLine } from './pressLine.ts';

type Triple = [x: number, y: number, z: number];

/** An `XrPointer` as its reader writes it. */
interface PointerInWork extends XrPointer {
  readonly ray: { readonly origin: Triple; readonly direction: Triple };
  grip: Matrix4 | null;
  fingertip: Triple | null;
  isPressed: boolean;
  isSqueezed: boolean;
  stickX: number;
  stickY: number;
  isMenuPressed: boolean;
}

/** A frame and all that is needed to make something of it. */
export interface Reading {
  frame: XRFrame;
  referenceSpace: XRReferenceSpace;
  /** From the reference space to the world. */
  rig: Matrix4;
  /** Null while the device does not know where the head is. */
  face: Face | null;
  /** Seconds since the frame before. */
  dt: number;
  /** False while the session is hidden or something of the system's lies over it. */
  isListening: boolean;
}

const INDEX_TIP = jointIndex('index-finger-tip');

/** One input source, or the head where `source` is null, from the frame it comes to the one it goes. */
export class TrackedSource {
  readonly source: XRInputSource | null;
  readonly pointer: PointerInWork;
  readonly controls = controlsAtRest();
  readonly joints: HandJoints | null;
  /** Whether the session still lists it. */
  isPresent = true;
  dwell: Dwell = NO_DWELL;

  readonly #press = new PressLine();
  readonly #squeeze = new PressLine();
  readonly #gestures = new HandGestures();
  readonly #drag = new DragRay();
  readonly #grip = new Matrix4();
  readonly #fingertip: Triple = [0, 0, 0];
  readonly #matrix = new Matrix4();
  readonly #point = new Vector3();
  readonly #direction = new Vector3();
  /** Events tell when it is pressed; before the first one its buttons do. */
  #doesSpeak = false;
  #doesSqueezeSpeak = false;
  /** What is held down before one listens does not count. */
  #wasTriggerUp = false;
  #wasSqueezeUp = false;
  #hasRay = false;

  constructor(id: number, source: XRInputSource | null) {
    this.source = source;
    this.joints = source?.hand ? new HandJoints(source.hand) : null;
    this.pointer = {
      id,
      kind: kindOf(source),
      handedness: source?.handedness ?? 'none',
      ray: { origin: [0, 0, 0], direction: [0, 0, -1] },
      grip: null,
      fingertip: null,
      isPressed: false,
      isSqueezed: false,
      stickX: 0,
      stickY: 0,
      isMenuPressed: false,
    };
  }

  /** Whether something has happened that no frame has shown. */
  get isWaiting(): boolean {
    return this.#hasRay && this.#press.isWaiting;
  }

  notePress(isDown: boolean): void {
    this.#doesSpeak = true;
    // Who makes a fist pinches as well.
    if (isDown && this.#gestures.isFist) return;
    this.#press.note(isDown);
  }

  noteSqueeze(isDown: boolean): void {
    this.#doesSqueezeSpeak = true;
    this.#squeeze.note(isDown);
  }

  /** The eyes' ray at the moment of the pinch, in the reference space. */
  noteStart(pose: XRPose | undefined): void {
    if (this.pointer.kind !== 'transient' || this.#drag.isBegun || !pose) return;
    this.#matrix.fromArray(pose.transform.matrix);
    this.#beginDrag();
  }

  /** What the gaze rests on, for `dt` seconds. */
  noteTarget(targetId: string | null, dt: number): void {
    if (this.pointer.kind !== 'gaze') return;
    const before = this.dwell;
    this.dwell = stepDwell(before, targetId, dt);
    if (!this.dwell.isDone || before.isDone) return;
    this.#press.note(true);
    this.#press.note(false);
  }

  /** Brings the pointer up to this frame; false where it points nowhere. */
  read(reading: Reading): boolean {
    const { source, pointer } = this;
    if (source && this.isPresent) {
      this.#readControls(source, reading);
      this.#readGrip(source, reading);
      this.#readHand(source, reading);
      this.#readRay(source, reading);
    } else if (!source) {
      this.#hasRay = this.#readHead(reading);
    }
    if (pointer.kind === 'transient' && this.#drag.isBegun)
      this.#setRay(this.#drag.origin, this.#drag.direction, reading.rig);
    if (!reading.isListening) this.#forget();
    pointer.isPressed = this.#press.read();
    pointer.isSqueezed = this.#squeeze.read() || this.#gestures.isFist;
    pointer.isMenuPressed = this.controls.isMenuPressed || this.#gestures.callsMenu;
    pointer.stickX = this.controls.stickX;
    pointer.stickY = this.controls.stickY;
    return this.#hasRay;
  }

  #readControls(source: XRInputSource, { isListening }: Reading): void {
    const { controls } = this;
    readControls(isListening ? source.gamepad : null, controls);
    if (!isListening) return;
    this.#wasTriggerUp ||= !controls.isTriggerPressed;
    this.#wasSqueezeUp ||= !controls.isSqueezePressed;
    if (!this.#doesSpeak && this.#wasTriggerUp) this.#press.note(controls.isTriggerPressed);
    if (!this.#doesSqueezeSpeak && this.#wasSqueezeUp) this.#squeeze.note(controls.isSqueezePressed);
  }

  #readGrip(source: XRInputSource, { frame, referenceSpace, rig }: Reading): void {
    const pose = source.gripSpace && frame.getPose(source.gripSpace, referenceSpace);
    this.pointer.grip = pose ? this.#grip.fromArray(pose.transform.matrix) : null;
    if (!pose) return;
    if (this.#drag.isBegun) this.#drag.drag(this.#point.setFromMatrixPosition(this.#grip));
    this.#grip.premultiply(rig);
  }

  #readHand(source: XRInputSource, { frame, referenceSpace, rig, face, dt }: Reading): void {
    const { joints, pointer } = this;
    joints?.read(frame, referenceSpace);
    if (!joints?.isTracked) {
      this.#gestures.clear();
      pointer.fingertip = null;
      return;
    }
    this.#gestures.step(joints, source.handedness, face, dt);
    joints.position(INDEX_TIP, this.#point).applyMatrix4(rig).toArray(this.#fingertip);
    pointer.fingertip = this.#fingertip;
  }

  #readRay(source: XRInputSource, { frame, referenceSpace, rig }: Reading): void {
    const isTransient = this.pointer.kind === 'transient';
    // A hand that can be held on to drags the ray; else the device's own ray is all there is.
    if (isTransient && this.#drag.isBegun && this.pointer.grip) return;
    const pose = frame.getPose(source.targetRaySpace, referenceSpace);
    if (pose) this.#matrix.fromArray(pose.transform.matrix);
    if (isTransient) {
      if (pose) this.#beginDrag();
      return;
    }
    this.#hasRay = pose !== undefined;
    if (pose) this.#setRayAlong(rig);
  }

  #readHead({ face, rig }: Reading): boolean {
    if (!face) return false;
    this.#setRay(face.position, face.direction, rig);
    return true;
  }

  #beginDrag(): void {
    this.#point.setFromMatrixPosition(this.#matrix);
    this.#direction.setFromMatrixColumn(this.#matrix, 2).negate().normalize();
    this.#drag.begin(this.#point, this.#direction);
    this.#hasRay = true;
  }

  #setRayAlong(rig: Matrix4): void {
    this.#point.setFromMatrixPosition(this.#matrix);
    this.#direction.setFromMatrixColumn(this.#matrix, 2).negate();
    this.#setRay(this.#point, this.#direction, rig);
  }

  #setRay(origin: Vector3, direction: Vector3, rig: Matrix4): void {
    const { ray } = this.pointer;
    this.#point.copy(origin).applyMatrix4(rig).toArray(ray.origin);
    this.#direction.copy(direction).transformDirection(rig).toArray(ray.direction);
  }

  #forget(): void {
    this.#press.clear();
    this.#squeeze.clear();
    this.#gestures.clear();
    this.#wasTriggerUp = false;
    this.#wasSqueezeUp = false;
    this.dwell = NO_DWELL;
  }
}

function kindOf(source: XRInputSource | null): PointerKind {
  if (!source || source.targetRayMode === 'gaze') return 'gaze';
  if (source.targetRayMode === 'tracked-pointer') return source.hand ? 'hand' : 'controller';
  // A finger on a screen comes and goes like a pinch.
  return 'transient';
}
