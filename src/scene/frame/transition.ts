/**
 * From one place to the next, never through black: the place one leaves stays, still under the eye, until the picture
 * of the next covers the view; then the next fades in over it while the old one comes a little nearer.
 * Pure: time and views are arguments.
 */
import { IDENTITY } from '#streaming/policy/eye.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { View } from '#tour/state.ts';
import { NO_SHIFT } from '#scene/compare/halves.ts';
import type { ShownPanorama } from '#scene/panorama/shown.ts';
import type { Place } from './place.ts';
import { keepStill, multiplyRotations } from './rotation.ts';

/** Seconds a cross-fade takes. */
export const FADE_SECONDS = 0.28;
/** Seconds after which the next place is shown with whatever there is of it. */
export const PATIENCE_SECONDS = 12;
/**
 * How much nearer the place one leaves comes. The next one stands still: coming nearer it would begin smaller than the
 * view, and the engine loads no more of it than the view.
 */
const PUSH = 0.1;

interface Standing {
  readonly place: Place;
  readonly panoramas: ShownPanorama[];
  /** Seconds, on the frame's clock, of the arrival and of the first frame of the fade; −1 before. */
  readonly arrivedAt: number;
  fadingSince: number;
}

export interface TransitionStep {
  readonly now: number;
  /** Of the latest frame, per panorama shown in it. */
  readonly isCovered: readonly boolean[];
  /** Whether one may be pushed along; not with reduced motion and never in a headset. */
  readonly isPushed: boolean;
  /** Whether both eyes get their own picture where there are two. */
  readonly isStereo: boolean;
  /** Whether nothing of a picture can be had: without the right eye's, both eyes see the left one's. */
  readonly isLost?: (pyramid: Pyramid) => boolean;
}

export class Transition {
  /** Back to front. A new array whenever its members change; opacity and push change in place. */
  shown: readonly ShownPanorama[] = [];
  #standing: Standing[] = [];
  #isStereo = false;

  /** Whether a fade runs: every frame of it has to be drawn. */
  get isFading(): boolean {
    return this.#standing.some((standing, index) => index > 0 && standing.fadingSince >= 0);
  }

  /** Whether what is on the screen is one place, the latest. */
  get isSettled(): boolean {
    return this.#standing.length < 2;
  }

  /** Goes to a place; null for one without a picture. `before` is the view last drawn, `after` the one to be drawn. */
  arrive(place: Place | null, now: number, before: View, after: View): void {
    if (!place) {
      this.#standing = [];
      this.#list();
      return;
    }
    const turn = keepStill(before, after);
    // What has not begun to show is forgotten; what shows keeps looking the same.
    this.#standing = this.#standing.filter((standing, index) => index === 0 || standing.fadingSince >= 0);
    for (const { panoramas } of this.#standing) {
      for (const shown of panoramas) shown.toPyramid = multiplyRotations(shown.toPyramid, turn);
    }
    // Before a flat picture the camera is another one: nothing can stay still under the eye.
    const isOtherCamera = place.pyramid.sheet || this.#standing.some((standing) => standing.place.pyramid.sheet);
    if (isOtherCamera) this.#standing = [];
    const only = this.#standing.length === 1 ? this.#standing[0] : undefined;
    if (only?.place.pyramid.id === place.pyramid.id) this.#standing = [];
    const isFirst = this.#standing.length === 0;
    this.#standing.push({
      place,
      panoramas: panoramasOf(place, this.#isStereo, isFirst ? 1 : 0),
      arrivedAt: now,
      fadingSince: -1,
    });
    this.#list();
  }

  /** Moves on to `now`. */
  step({ now, isCovered, isPushed, isStereo, isLost }: TransitionStep): void {
    if (isStereo !== this.#isStereo) this.#setStereo(isStereo);
    if (isStereo && isLost) this.#joinEyes(isLost);
    const next = this.#standing.length > 1 ? this.#standing[this.#standing.length - 1] : undefined;
    if (next && next.fadingSince < 0 && this.#isReady(next, now, isCovered)) next.fadingSince = now;
    const finished = this.#standing.findLastIndex(
      (standing, index) => index > 0 && standing.fadingSince >= 0 && now - standing.fadingSince >= FADE_SECONDS,
    );
    if (finished > 0) {
      this.#standing.splice(0, finished);
      this.#list();
    }
    this.#standing.forEach((standing, index) => {
      const leaving = this.#standing[index + 1];
      setProgress(standing.panoramas, {
        arriving: index === 0 ? 1 : progressOf(standing, now),
        leaving: leaving ? progressOf(leaving, now) : 0,
        isPushed,
      });
    });
  }

  #isReady(next: Standing, now: number, isCovered: readonly boolean[]): boolean {
    if (now - next.arrivedAt >= PATIENCE_SECONDS) return true;
    return next.panoramas.every((shown) => isCovered[this.shown.indexOf(shown)] === true);
  }

  #setStereo(isStereo: boolean): void {
    this.#isStereo = isStereo;
    for (const { place, panoramas } of this.#standing) {
      const [first] = panoramas;
      if (!first || !place.rightEye) continue;
      panoramas.splice(0, Infinity, ...panoramasOf(place, isStereo, first.opacity));
    }
    this.#list();
  }

  #joinEyes(isLost: (pyramid: Pyramid) => boolean): void {
    let hasChanged = false;
    for (const { place, panoramas } of this.#standing) {
      const [left, right] = panoramas;
      if (!left || !right || !isLost(right.pyramid)) continue;
      panoramas.splice(0, Infinity, ...panoramasOf(place, false, left.opacity));
      hasChanged = true;
    }
    if (hasChanged) this.#list();
  }

  #list(): void {
    this.shown = this.#standing.flatMap(({ panoramas }) => panoramas);
  }
}

function panoramasOf({ pyramid, rightEye, toPyramid }: Place, isStereo: boolean, opacity: number): ShownPanorama[] {
  const turn = multiplyRotations(toPyramid, IDENTITY);
  const shown = { toPyramid: turn, opacity, push: 1, shift: NO_SHIFT, window: null, rimPx: 0 };
  if (!rightEye || !isStereo) return [{ ...shown, pyramid, eyes: 'both' }];
  return [
    { ...shown, pyramid, eyes: 'left' },
    { ...shown, pyramid: rightEye, eyes: 'right' },
  ];
}

function progressOf({ fadingSince }: Standing, now: number): number {
  if (fadingSince < 0) return 0;
  const t = Math.min(1, Math.max(0, (now - fadingSince) / FADE_SECONDS));
  return t * t * (3 - 2 * t);
}

function setProgress(
  panoramas: readonly ShownPanorama[],
  { arriving, leaving, isPushed }: { arriving: number; leaving: number; isPushed: boolean },
): void {
  for (const shown of panoramas) {
    shown.opacity = arriving;
    shown.push = isPushed ? 1 + PUSH * leaving : 1;
  }
}
