import { Matrix4, Vector3 } from 'three';
import type { Controls } from './controls.ts';
import { dwellShare } from './dwell.ts';
import type { HandJoints } from './handJoints.ts';
import { NO_HANDS_YET, doesHeadPoint, stepLostHands } from './lostHands.ts';
import type { XrPointer } from './pointer.ts';
import { TrackedSource, type Reading } from './trackedSource.ts';

/** What a pointer is made of, for those who draw it. */
export interface PointerParts {
  readonly pointer: XrPointer;
  /** Null for the head. */
  readonly source: XRInputSource | null;
  readonly controls: Controls;
  /** Null for what is no hand. */
  readonly joints: HandJoints | null;
}

/** Seconds; no frame counts for more. */
const LONGEST_FRAME = 0.1;

/**
 * Makes pointers of the input sources of a session, once a frame. Objects and the array are kept from frame to frame.
 *
 * The events of the session say when something is pressed, so that a press between two frames shows in one of them. A
 * source that goes while something of it has yet to be shown stays until it was. Where nothing points for a while, the
 * head does.
 */
export class PointerReader {
  readonly #tracked: TrackedSource[] = [];
  readonly #shown: XrPointer[] = [];
  readonly #face = { position: new Vector3(), direction: new Vector3() };
  readonly #reading: Reading = {
    frame: undefined as unknown as XRFrame,
    referenceSpace: undefined as unknown as XRReferenceSpace,
    rig: new Matrix4(),
    face: null,
    dt: 0,
    isListening: false,
  };
  #session: XRSession | null = null;
  #lostHands = NO_HANDS_YET;
  #head: TrackedSource | null = null;
  #nextId = 1;
  #beforeMs: number | null = null;

  /**
   * The pointers of this frame, which has to be one of `session.requestAnimationFrame`. `rigMatrix` leads from the
   * reference space to the world; `nowMs` may be any clock that does not run backwards.
   */
  read(
    session: XRSession,
    frame: XRFrame,
    referenceSpace: XRReferenceSpace,
    rigMatrix: Matrix4,
    nowMs: number = performance.now(),
  ): readonly XrPointer[] {
    if (session !== this.#session) this.#listenTo(session);
    const reading = this.#reading;
    reading.frame = frame;
    reading.referenceSpace = referenceSpace;
    reading.rig.copy(rigMatrix);
    reading.dt = this.#beforeMs === null ? 0 : Math.min(LONGEST_FRAME, Math.max(0, (nowMs - this.#beforeMs) / 1000));
    reading.isListening = isListening(session);
    reading.face = this.#readFace(frame, referenceSpace);
    this.#beforeMs = nowMs;
    this.#meet(session.inputSources);
    this.#show();
    return this.#shown;
  }

  /** What the pointer rests on, null where nothing can be pressed; a gaze that rests long enough presses. `dt` in seconds. */
  noteTarget(pointerId: number, targetId: string | null, dt: number): void {
    this.#find(pointerId)?.noteTarget(targetId, dt);
  }

  /** How much of the time that presses has gone by, 0 to 1; 0 for what does not press by resting. */
  dwellOf(pointerId: number): number {
    const found = this.#find(pointerId);
    return found ? dwellShare(found.dwell) : 0;
  }

  partsOf(pointerId: number): PointerParts | null {
    return this.#find(pointerId);
  }

  /** Forgets the session. */
  dispose(): void {
    const session = this.#session;
    session?.removeEventListener('selectstart', this.#onSelectStart);
    session?.removeEventListener('selectend', this.#onSelectEnd);
    session?.removeEventListener('squeezestart', this.#onSqueezeStart);
    session?.removeEventListener('squeezeend', this.#onSqueezeEnd);
    this.#session = null;
    this.#tracked.length = 0;
    this.#shown.length = 0;
    this.#head = null;
    this.#lostHands = NO_HANDS_YET;
    this.#beforeMs = null;
  }

  // `select` and `squeeze` are not listened to: they come before the start on some devices and after the end on others.
  #listenTo(session: XRSession): void {
    this.dispose();
    this.#session = session;
    session.addEventListener('selectstart', this.#onSelectStart);
    session.addEventListener('selectend', this.#onSelectEnd);
    session.addEventListener('squeezestart', this.#onSqueezeStart);
    session.addEventListener('squeezeend', this.#onSqueezeEnd);
  }

  readonly #onSelectStart = ({ frame, inputSource }: XRInputSourceEvent): void => {
    if (!this.#session || !isListening(this.#session)) return;
    const tracked = this.#track(inputSource);
    const { referenceSpace } = this.#reading;
    // Before the first frame there is no space to say it in; the ray of that frame will do.
    if (referenceSpace) tracked.noteStart(frame.getPose(inputSource.targetRaySpace, referenceSpace));
    tracked.notePress(true);
  };

  readonly #onSelectEnd = ({ inputSource }: XRInputSourceEvent): void => this.#track(inputSource).notePress(false);

  readonly #onSqueezeStart = ({ inputSource }: XRInputSourceEvent): void => {
    if (this.#session && isListening(this.#session)) this.#track(inputSource).noteSqueeze(true);
  };

  readonly #onSqueezeEnd = ({ inputSource }: XRInputSourceEvent): void => this.#track(inputSource).noteSqueeze(false);

  #track(source: XRInputSource): TrackedSource {
    for (const known of this.#tracked) if (known.source === source) return known;
    const tracked = new TrackedSource(this.#nextId++, source);
    this.#tracked.push(tracked);
    return tracked;
  }

  #find(pointerId: number): TrackedSource | null {
    if (this.#head?.pointer.id === pointerId) return this.#head;
    for (const known of this.#tracked) if (known.pointer.id === pointerId) return known;
    return null;
  }

  #readFace(frame: XRFrame, referenceSpace: XRReferenceSpace): Reading['face'] {
    const matrix = frame.getViewerPose(referenceSpace)?.transform.matrix;
    if (!matrix) return null;
    this.#face.position.fromArray(matrix, 12);
    this.#face.direction.fromArray(matrix, 8).negate();
    return this.#face;
  }

  #meet(sources: XRInputSourceArray): void {
    for (const tracked of this.#tracked) tracked.isPresent = false;
    for (let i = 0; i < sources.length; i++) this.#track(sources[i]!).isPresent = true;
    let kept = 0;
    for (const tracked of this.#tracked) if (tracked.isPresent || tracked.isWaiting) this.#tracked[kept++] = tracked;
    this.#tracked.length = kept;
  }

  #show(): void {
    let areHandsHere = false;
    let isPinchHere = false;
    this.#shown.length = 0;
    for (const tracked of this.#tracked) {
      const { pointer } = tracked;
      if (pointer.kind === 'gaze' || !tracked.read(this.#reading)) continue;
      this.#shown.push(pointer);
      if (pointer.kind === 'transient') isPinchHere = true;
      else areHandsHere = true;
    }
    this.#lostHands = stepLostHands(this.#lostHands, areHandsHere, isPinchHere, this.#reading.dt);
    if (this.#shown.length === 0) this.#showGaze();
    else this.#head = null;
  }

  /** A gaze of the device's own comes before the head. Beside hands neither would be a pointer one has asked for. */
  #showGaze(): void {
    for (const tracked of this.#tracked) {
      if (tracked.pointer.kind === 'gaze' && tracked.read(this.#reading)) this.#shown.push(tracked.pointer);
    }
    if (this.#shown.length > 0 || !doesHeadPoint(this.#lostHands)) {
      this.#head = null;
      return;
    }
    this.#head ??= new TrackedSource(this.#nextId++, null);
    if (this.#head.read(this.#reading)) this.#shown.push(this.#head.pointer);
  }
}

/** What is done while the system has the visitor's attention is not meant for the visit. */
function isListening(session: XRSession): boolean {
  return session.visibilityState === undefined || session.visibilityState === 'visible';
}
