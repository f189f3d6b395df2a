/** What a visitor has before them, in the order in which one would read it. */
import { wrapAngle } from '#shared/angle.ts';
import type { Mark } from '../marks.ts';
import type { View } from '../state.ts';
import { marksInFront } from './exits.ts';

export interface FrontMark {
  readonly mark: Mark;
  /** Radians from the middle of the view, to the right where positive. */
  readonly aside: number;
  /** Within a sixth of the field of view it is straight ahead. */
  readonly side: 'left' | 'middle' | 'right';
}

/** From left to right; of two in the same direction the upper one first. */
export function listInFront(marks: readonly Mark[], view: View): FrontMark[] {
  return marksInFront(marks, view)
    .map((mark): FrontMark => {
      const aside = wrapAngle(mark.yaw - view.yaw);
      const side = Math.abs(aside) <= view.fov / 6 ? 'middle' : aside < 0 ? 'left' : 'right';
      return { mark, aside, side };
    })
    .sort((a, b) => a.aside - b.aside || b.mark.pitch - a.mark.pitch);
}

/** The way on whose direction is nearest to that of the view, however far aside; null where none has a direction. */
export function nearestExit(marks: readonly Mark[], view: View): Mark | null {
  let nearest: Mark | null = null;
  let least = Infinity;
  for (const mark of marks) {
    const aside = Math.abs(wrapAngle(mark.yaw - view.yaw));
    if (mark.kind !== 'link' || aside >= least) continue;
    nearest = mark;
    least = aside;
  }
  return nearest;
}
