/** How much of a scroll lies open, and how thick the rolls beside it are. */
import type { WallFrame } from '../wallView/state.ts';
import type { FlatShape } from './shape.ts';

/** What two hands hold open, metres. */
export const ARM = 0.6;
/** Parts of the page that the open part takes at an arm's length, across, and the whole height, upright. */
const ARM_SHARE = 0.76;
const HEIGHT_SHARE = 0.54;
/** Radius of the stave at the beginning and of the roller at the end, metres; of both with nothing on them. */
const STAVE = 0.005;
const ROLLER = 0.011;
/** How thick a mounted scroll is, metres. */
const THICKNESS = 0.00045;

export interface Opening {
  /** Metres on the picture. */
  readonly left: number;
  readonly right: number;
  /** Radius of the roll on either side. */
  readonly leftRoll: number;
  readonly rightRoll: number;
}

/** The width of the page at which a scroll is seen at an arm's length, metres. */
export function armsFrame({ height }: FlatShape, aspect: number): number {
  return Math.max(ARM / ARM_SHARE, (height / HEIGHT_SHARE) * aspect);
}

/** How much is open on a page of this width: what two hands hold, and more only for those who step back. */
export function openWidth(shape: FlatShape, width: number, aspect: number): number {
  if (!shape.isScroll) return shape.width;
  return Math.min(shape.width, ARM + Math.max(0, width - armsFrame(shape, aspect)));
}

/** Around the middle of the page, as far as there is a scroll. */
export function openingOf(shape: FlatShape, { x, width }: WallFrame, aspect: number): Opening {
  const open = openWidth(shape, width, aspect);
  const end = shape.width / 2;
  const middle = Math.min(end - open / 2, Math.max(open / 2 - end, x));
  const left = middle - open / 2;
  const right = middle + open / 2;
  const isLeftEnd = shape.onward < 0;
  return {
    left,
    right,
    leftRoll: rollOf(left + end, isLeftEnd),
    rightRoll: rollOf(end - right, !isLeftEnd),
  };
}

/** What is rolled up is as large, seen from the side, as it is long and thick. */
function rollOf(length: number, isEnd: boolean): number {
  const core = isEnd ? ROLLER : STAVE;
  return Math.sqrt(core * core + (Math.max(0, length) * THICKNESS) / Math.PI);
}
