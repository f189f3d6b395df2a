/**
 * The other layer of a place as the engine and the patches see it: a panorama over the place's own, of which a window is
 * shown, or all of it by halves. Pure but for the objects it rewrites in place.
 */
import { directionOf, type Vec3 } from '#shared/vec.ts';
import type { Place } from '#scene/frame/place.ts';
import type { ShownPanorama } from '#scene/panorama/shown.ts';
import type { EyeView } from '#streaming/ports.ts';
import type { CompareMode, CompareSettings } from '#tour/compare/state.ts';

const HALF_SPHERE = Math.PI / 2;
/** CSS pixels. */
const RIM_PX = 2;

export class Overlay {
  /** Back to front; a new array only when its members change. */
  shown: readonly ShownPanorama[] = [];
  #place: Place | null = null;
  #isStereo = false;
  readonly #window: { axis: [number, number, number]; radius: number } = { axis: [0, 0, -1], radius: 0 };

  /** What lies over the place from now on; null for nothing. */
  set(place: Place | null, isStereo: boolean): void {
    if (place === this.#place && isStereo === this.#isStereo) return;
    this.#place = place;
    this.#isStereo = isStereo;
    this.shown = place ? panoramasOf(place, isStereo) : [];
  }

  /** Shows as much of it as the settings say, in the views of this frame. */
  follow(mode: CompareMode, settings: CompareSettings, eyes: readonly EyeView[], pixelRatio: number): void {
    if (mode === 'lens') setLens(this.#window, settings);
    else if (mode === 'curtain') setCurtain(this.#window, settings.curtain, eyes);
    for (const panorama of this.shown) {
      panorama.window = mode === 'blend' ? null : this.#window;
      panorama.rimPx = RIM_PX * pixelRatio;
      panorama.opacity = mode === 'blend' ? settings.blend : 1;
    }
  }
}

function panoramasOf({ pyramid, rightEye, toPyramid }: Place, isStereo: boolean): ShownPanorama[] {
  const shown = { toPyramid, opacity: 1, push: 1, window: null, rimPx: 0 };
  if (!rightEye || !isStereo) return [{ ...shown, pyramid, eyes: 'both' }];
  return [
    { ...shown, pyramid, eyes: 'left' },
    { ...shown, pyramid: rightEye, eyes: 'right' },
  ];
}

function setLens(window: { axis: [number, number, number]; radius: number }, { lens }: CompareSettings): void {
  const [x, y, z] = directionOf(lens.yaw, lens.pitch);
  write(window.axis, x, y, z);
  window.radius = lens.radius;
}

/**
 * The plane through the eye that the line on the picture lies in: what is seen left of tangent t from the view axis has
 * x < −t · z in the eye's frame, so it lies before the plane of normal (−1, 0, −t). With two eyes it is the plane
 * between them, so that the line lies far away like the walls it divides.
 */
function setCurtain(
  window: { axis: [number, number, number]; radius: number },
  curtain: number,
  eyes: readonly EyeView[],
): void {
  window.radius = HALF_SPHERE;
  let [x, y, z] = [0, 0, 0];
  for (const { right, forward, tanLeft, tanRight } of eyes) {
    const tangent = curtain * (tanLeft + tanRight) - tanLeft;
    x += tangent * forward[0] - right[0];
    y += tangent * forward[1] - right[1];
    z += tangent * forward[2] - right[2];
  }
  const length = Math.hypot(x, y, z);
  if (length > 0) write(window.axis, x / length, y / length, z / length);
}

function write(axis: [number, number, number], ...[x, y, z]: Vec3): void {
  axis[0] = x;
  axis[1] = y;
  axis[2] = z;
}
