/** Finds the floor or table the visitor aims at, sets the relic there, and keeps it there as the room is understood better. */
import { Matrix4, Vector3 } from 'three';
import type { ArScene } from './arScene.ts';
import { faceTowards, isLevel } from './gesture.ts';

export class ArPlacing {
  readonly #session: XRSession;
  readonly #stage: ArScene;
  /** What each controller or hand points at; `null` is what the device looks at, where there is none. */
  readonly #sources = new Map<XRInputSource | null, XRHitTestSource>();
  /** The one that pressed last. */
  #aiming: XRInputSource | null = null;
  #isOver = false;
  #isTapped = false;
  #anchor: XRAnchor | null = null;
  #anchorGeneration = 0;
  /** The relic's place as the anchor sees it. */
  readonly #fromAnchor = new Matrix4();
  readonly #pose = new Matrix4();
  readonly #point = new Vector3();

  constructor(session: XRSession, stage: ArScene) {
    this.#session = session;
    this.#stage = stage;
    session.addEventListener('select', this.#tap);
    session.addEventListener('inputsourceschange', this.#aim);
    this.#aim();
  }

  /** Back to looking for a place. */
  begin(): void {
    this.forgetAnchor();
    this.#isTapped = false;
    this.#stage.place.visible = false;
  }

  step(frame: XRFrame, space: XRReferenceSpace, isHeld: boolean): void {
    const { place, reticle } = this.#stage;
    if (place.visible) {
      reticle.visible = false;
      this.#isTapped = false;
      if (!isHeld) this.#follow(frame, space);
      return;
    }
    const hit = this.#findLevel(frame, space);
    reticle.visible = hit !== null;
    if (!hit) return;
    reticle.position.copy(this.#point);
    if (this.#isTapped) this.#set(frame, space, hit);
  }

  /** The relic was moved by hand: what the anchor knew of it is no longer so. */
  forgetAnchor(): void {
    this.#anchorGeneration += 1;
    this.#anchor?.delete();
    this.#anchor = null;
  }

  dispose(): void {
    this.#session.removeEventListener('select', this.#tap);
    this.#session.removeEventListener('inputsourceschange', this.#aim);
    this.#isOver = true;
    this.#anchorGeneration += 1;
    this.#sources.clear();
    this.#anchor = null;
  }

  readonly #tap = ({ inputSource }: XRInputSourceEvent): void => {
    if (this.#stage.place.visible) return;
    this.#isTapped = true;
    if (this.#sources.has(inputSource)) this.#aiming = inputSource;
  };

  readonly #aim = (): void => {
    const pointers = [...this.#session.inputSources].filter(({ targetRayMode }) => targetRayMode === 'tracked-pointer');
    const wanted: readonly (XRInputSource | null)[] = pointers.length > 0 ? pointers : [null];
    for (const [pointer, source] of this.#sources) {
      if (wanted.includes(pointer)) continue;
      source.cancel();
      this.#sources.delete(pointer);
    }
    if (!wanted.includes(this.#aiming)) {
      this.#aiming = pointers.find(({ handedness }) => handedness === 'right') ?? pointers[0] ?? null;
    }
    for (const pointer of wanted) if (!this.#sources.has(pointer)) void this.#ask(pointer);
  };

  async #ask(pointer: XRInputSource | null): Promise<void> {
    try {
      const space = pointer?.targetRaySpace ?? (await this.#session.requestReferenceSpace('viewer'));
      const source = await this.#session.requestHitTestSource?.({ space });
      if (!source) return;
      if (this.#isOver || this.#sources.has(pointer)) source.cancel();
      else this.#sources.set(pointer, source);
    } catch {
      // The session is at its end, or the pointer is gone again; the next change of pointers asks anew.
    }
  }

  /** Only what is met first counts: behind a wall there is no floor for us. */
  #findLevel(frame: XRFrame, space: XRReferenceSpace): XRHitTestResult | null {
    const source = this.#sources.get(this.#aiming);
    const [hit] = source ? frame.getHitTestResults(source) : [];
    const matrix = hit?.getPose(space)?.transform.matrix;
    if (!hit || !matrix || !isLevel([matrix[4] ?? 0, matrix[5] ?? 0, matrix[6] ?? 0])) return null;
    this.#point.set(matrix[12] ?? 0, matrix[13] ?? 0, matrix[14] ?? 0);
    return hit;
  }

  #set(frame: XRFrame, space: XRReferenceSpace, hit: XRHitTestResult): void {
    const { place } = this.#stage;
    const viewer = frame.getViewerPose(space)?.transform.position;
    const { x, y, z } = this.#point;
    place.position.copy(this.#point);
    place.rotation.set(0, viewer ? faceTowards([x, y, z], [viewer.x, viewer.y, viewer.z]) : 0, 0);
    place.scale.setScalar(1);
    place.visible = true;
    place.updateMatrixWorld(true);
    this.#isTapped = false;
    const pose = hit.getPose(space);
    if (pose) this.#anchorAt(hit, pose);
  }

  /** Anchors are asked for while the hit's frame is still alive. */
  #anchorAt(hit: XRHitTestResult, pose: XRPose): void {
    const generation = ++this.#anchorGeneration;
    this.#fromAnchor.fromArray(pose.transform.matrix).invert().multiply(this.#stage.place.matrixWorld);
    hit.createAnchor?.()?.then(
      (anchor) => {
        if (generation === this.#anchorGeneration) this.#anchor = anchor;
        else anchor.delete();
      },
      // Without one the relic stays where it was set, which is as good for a short visit.
      () => undefined,
    );
  }

  #follow(frame: XRFrame, space: XRReferenceSpace): void {
    const pose = this.#anchor && frame.getPose(this.#anchor.anchorSpace, space);
    if (!pose) return;
    this.#pose.fromArray(pose.transform.matrix).multiply(this.#fromAnchor);
    this.#stage.place.position.setFromMatrixPosition(this.#pose);
  }
}
