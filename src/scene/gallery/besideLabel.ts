import type { Standpoint } from '#tour/gallery/plan.ts';

/** What an open label covers: the lower part of an upright or small page, a column at the end of a wide one. */
const SHEET_SHARE = 0.42;
const COLUMN_REM = 26.5;
const SHEET_BELOW_REM = 56;
/** What is looked at comes this near to the middle of what is left free. */
const TOWARDS_MIDDLE = 0.9;

export interface PageSize {
  readonly widthPx: number;
  readonly heightPx: number;
  /** CSS pixels of the page's own unit. */
  readonly remPx: number;
}

/** Turned so that what one looks at stands in the part of the picture that its label leaves free. */
export function besideLabel<Aim extends Pick<Standpoint, 'yaw' | 'pitch'>>(aim: Aim, fov: number, page: PageSize): Aim {
  const { widthPx, heightPx, remPx } = page;
  const tangent = Math.tan(fov / 2) * TOWARDS_MIDDLE;
  if (widthPx < heightPx || widthPx <= SHEET_BELOW_REM * remPx) {
    return { ...aim, pitch: aim.pitch - Math.atan(SHEET_SHARE * tangent) };
  }
  const share = Math.min(0.5, (COLUMN_REM * remPx) / widthPx);
  return { ...aim, yaw: aim.yaw + Math.atan((share * tangent * widthPx) / heightPx) };
}

/** The vertical field of view that shows enough of a hall to both sides, however narrow the picture is. */
export function fovOfHall(fov: number, aspect: number): number {
  return Math.max(fov, Math.min(WIDEST, 2 * Math.atan(Math.tan(LEAST_HORIZONTAL / 2) / aspect)));
}

const LEAST_HORIZONTAL = (48 * Math.PI) / 180;
const WIDEST = (88 * Math.PI) / 180;
