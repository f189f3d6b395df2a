/**
 * The other layer of a place as the engine and the patches see it: a panorama over the place's own, of which a window is
 * shown, or all of it by halves. Pure but for the objects it rewrites in place.
 */
import { directionOf, type Vec3 } from '#shared/vec.ts';
import type { Place } from '#scene/frame/place.ts';
import type { ShownPanorama } from '#scene/panorama/shown.ts';
import { NO_SHIFT, shiftsOf, type Shift } from './halves.ts';
import type { EyeView } from '#streaming/ports.ts';
import type { CompareMode, CompareSettings } from '#tour/compare/state.ts';

const HALF_SPHERE = Math.PI / 2;
/** CSS pixels. */
const RIM_PX = 2;

type MutableWindow = { axis: [number, number, number]; radius: number };
const createWindow = (): MutableWindow => ({ axis: [0, 0, -1], radius: 0 });

export class Overlay {
  /** Back to front; a new array only when its members change. */
  shown: readonly ShownPanorama[] = [];
  #place: Place | null = null;
  #isStereo = false;
  readonly #window = createWindow();
  readonly #windowOfOwn = createWindow();

  /** What lies over the place from now on; null for nothing. */
  set(place: Place | null, isStereo: boolean): void {
    if (place === this.#place && isStereo === this.#isStereo) return;
    this.#place = place;
    this.#isStereo = isStereo;
    this.shown = place ? panoramasOf(place, isStereo) : [];
  }

  /**
   * Shows as much of it as the comparison says, in the views of this frame, over the place's `own` panoramas. `isCut`:
   * each layer has a half of the picture.
   */
  follow(
    { mode, isCut }: { readonly mode: CompareMode; readonly isCut: boolean },
    settings: CompareSettings,
    eyes: readonly EyeView[],
    pixelRatio: number,
    own: readonly ShownPanorama[],
  ): void {
    const eye = eyes[0];
    const shifts = isCut && eye ? shiftsOf(eye) : null;
    if (mode === 'lens') setLens(this.#window, settings);
    else if (shifts) setHalf(this.#window, eyes, shifts.first);
    else if (mode !== 'blend') setCurtain(this.#window, mode === 'side' ? 0.5 : settings.curtain, eyes);
    for (const panorama of this.shown) {
      panorama.window = mode === 'blend' ? null : this.#window;
      panorama.rimPx = RIM_PX * pixelRatio;
      panorama.opacity = mode === 'blend' ? settings.blend : 1;
      panorama.shift = shifts?.first ?? NO_SHIFT;
    }
    if (shifts) setHalf(this.#windowOfOwn, eyes, shifts.second);
    for (const panorama of own) {
      panorama.window = shifts ? this.#windowOfOwn : null;
      panorama.shift = shifts?.second ?? NO_SHIFT;
    }
  }

  /** Gives the place's own panoramas the whole picture back. */
  leave(own: readonly ShownPanorama[]): void {
    for (const panorama of own) {
      panorama.window = null;
      panorama.shift = NO_SHIFT;
    }
  }
}

function panoramasOf({ pyramid, rightEye, toPyramid }: Place, isStereo: boolean): ShownPanorama[] {
  const shown = { toPyramid, opacity: 1, push: 1, shift: NO_SHIFT, window: null, rimPx: 0 };
  if (!rightEye || !isStereo) return [{ ...shown, pyramid, eyes: 'both' }];
  return [
    { ...shown, pyramid, eyes: 'left' },
    { ...shown, pyramid: rightEye, eyes: 'right' },
  ];
}

function setLens(window: MutableWindow, { lens }: CompareSettings): void {
  const [x, y, z] = directionOf(lens.yaw, lens.pitch);
  write(window.axis, x, y, z);
  window.radius = lens.radius;
}

/**
 * The plane through the eye that the line on the picture lies in: what is seen left of tangent t from the view axis has
 * x < −t · z in the eye's frame, so it lies before the plane of normal (−1, 0, −t). With two eyes it is the plane
 * between them, so that the line lies far away like the walls it divides.
 */
function setCurtain(window: MutableWindow, curtain: number, eyes: readonly EyeView[]): void {
  setPlane(window, eyes, ({ right, forward, tanLeft, tanRight }, k) => {
    const tangent = curtain * (tanLeft + tanRight) - tanLeft;
    return tangent * (forward[k] ?? 0) - (right[k] ?? 0);
  });
}

/**
 * What a half of the picture may show, so that it ends at the cut. The cut is that line of the whole view which the
 * shift moves to the middle: a quarter of the view's width or height from its edge.
 */
function setHalf(window: MutableWindow, eyes: readonly EyeView[], [x, y]: Shift): void {
  setPlane(window, eyes, ({ right, up, forward, tanLeft, tanRight, tanTop, tanBottom }, k) => {
    const tangent =
      x === 0
        ? (tanTop - tanBottom) / 2 - (y / 2) * (tanTop + tanBottom)
        : (tanRight - tanLeft) / 2 - (x / 2) * (tanLeft + tanRight);
    const across = x === 0 ? up : right;
    const sign = Math.sign(x + y);
    return sign * ((across[k] ?? 0) - tangent * (forward[k] ?? 0));
  });
}

/** Half the sphere before a plane through the eyes, whose normal is the mean of what it is for each of them. */
function setPlane(
  window: MutableWindow,
  eyes: readonly EyeView[],
  normal: (eye: EyeView, axis: 0 | 1 | 2) => number,
): void {
  window.radius = HALF_SPHERE;
  let [x, y, z] = [0, 0, 0];
  for (const eye of eyes) {
    x += normal(eye, 0);
    y += normal(eye, 1);
    z += normal(eye, 2);
  }
  const length = Math.hypot(x, y, z);
  if (length > 0) write(window.axis, x / length, y / length, z / length);
}

function write(axis: [number, number, number], ...[x, y, z]: Vec3): void {
  axis[0] = x;
  axis[1] = y;
  axis[2] = z;
}
