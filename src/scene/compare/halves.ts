/**
 * Two layers side by side: the picture is cut in two halves, beside each other where it is wide and one above the other
 * where it is high, and each half shows the middle of the view. The first half, left or upper, is the other layer's, as
 * with the curtain.
 *
 * A half is made by shifting what is drawn by half a unit of normalised device coordinates, so that the middle of the
 * view lies in the middle of the half, and by leaving out what then lies beyond the cut.
 */
import { createEyeView, type MutableEyeView } from '#scene/frame/eyeView.ts';
import type { EyeView, ViewSample } from '#streaming/ports.ts';

export type Shift = readonly [x: number, y: number];

export const NO_SHIFT: Shift = [0, 0];
const SHIFTS = {
  across: { first: [-0.5, 0], second: [0.5, 0] },
  down: { first: [0, 0.5], second: [0, -0.5] },
} as const satisfies Record<string, Record<string, Shift>>;

/** The shifts of the two halves of a picture of that shape. */
export function shiftsOf({ widthPx, heightPx }: Pick<EyeView, 'widthPx' | 'heightPx'>): {
  readonly first: Shift;
  readonly second: Shift;
} {
  return widthPx >= heightPx ? SHIFTS.across : SHIFTS.down;
}

/** The point of the whole view that is shown at a point of the picture, both in normalised device coordinates. */
export function unshift(x: number, y: number, [shiftX, shiftY]: Shift): { readonly x: number; readonly y: number } {
  return { x: x - shiftX, y: y - shiftY };
}

/** Which half a point of the picture, in normalised device coordinates, lies in: its shift. */
export function shiftAt(x: number, y: number, shape: Pick<EyeView, 'widthPx' | 'heightPx'>): Shift {
  const { first, second } = shiftsOf(shape);
  return x * first[0] + y * first[1] >= 0 ? first : second;
}

/** The sample of the middle of each view, which is all that the halves show. */
export class MiddleSampler {
  readonly #eyes: MutableEyeView[] = [];

  take(sample: ViewSample): ViewSample {
    const { eyes } = sample;
    this.#eyes.length = eyes.length;
    eyes.forEach((eye, i) => writeMiddle((this.#eyes[i] ??= createEyeView()), eye));
    return { ...sample, eyes: this.#eyes };
  }
}

function writeMiddle(out: MutableEyeView, eye: EyeView): void {
  Object.assign(out, eye);
  const { tanLeft, tanRight, tanTop, tanBottom } = eye;
  if (eye.widthPx >= eye.heightPx) {
    const quarter = (tanLeft + tanRight) / 4;
    out.tanLeft = tanLeft - quarter;
    out.tanRight = tanRight - quarter;
    out.widthPx = eye.widthPx / 2;
  } else {
    const quarter = (tanTop + tanBottom) / 4;
    out.tanTop = tanTop - quarter;
    out.tanBottom = tanBottom - quarter;
    out.heightPx = eye.heightPx / 2;
  }
}
