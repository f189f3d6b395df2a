import type { View } from '#tour/state.ts';
import type { Mark } from '#tour/marks.ts';
import type { Pointing, PointingKind } from '#scene/look/desk.ts';
import { halfHeightOf, type MarkPlace, radiusOf } from './placeMark.ts';

/** A mark as it is drawn. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly place: MarkPlace;
  /** Its label in CSS pixels, centred below it; zero while it has none. */
  readonly label: { readonly widthPx: number; readonly heightPx: number };
}

/** From the lower edge of a mark to its label, whose ground fades out over its own edge. */
export const LABEL_GAP_PX = -3;

/** How far from the middle of a mark one may point and still mean it, in CSS pixels; targets are 44 for a finger. */
const LEAST_REACH_PX = { fine: 14, coarse: 24, centre: 90 } as const satisfies Record<PointingKind, number>;

/**
 * The mark meant by pointing in a direction, the nearest on the screen where there are several; null where there is
 * none. `heightPx` is the height of the picture in CSS pixels.
 */
export function pickMark<M extends PlacedMark>(
  pointing: Pointing,
  marks: readonly M[],
  view: View,
  heightPx: number,
): M | null {
  // prettier-ignore
  const unitsPerPx = (2 * Math.tan(view.fov / 2)) / heightPx;
  const at = onScreen(pointing, view, unitsPerPx);
  if (!at) return null;
  let best: M | null = null;
  let bestDistance = Infinity;
  for (const placed of marks) {
    const middle = onScreen(placed.place, view, unitsPerPx);
    if (!middle) continue;
    const [right, down] = [at.x - middle.x, middle.y - at.y];
    const distance = Math.hypot(right, down);
    if (distance >= bestDistance) continue;
    const radius = radiusOf(placed.place, unitsPerPx);
    const reach = Math.max(radius, LEAST_REACH_PX[pointing.kind]);
    if (distance > reach && !isOnLabel(placed, radius, right, down)) continue;
    best = placed;
    bestDistance = distance;
  }
  return best;
}

function isOnLabel({ place, label }: PlacedMark, radius: number, right: number, down: number): boolean {
  const top = halfHeightOf(place, radius);
  const bottom = top + LABEL_GAP_PX + label.heightPx;
  return label.heightPx > 0 && down >= top && down <= bottom && Math.abs(right) <= label.widthPx / 2;
}

/** Where a direction is on the screen, in pixels right of and above its centre; null for what is behind. */
function onScreen(
  { yaw, pitch }: { yaw: number; pitch: number },
  view: View,
  unitsPerPx: number,
): { x: number; y: number } | null {
  // prettier-ignore
  const turn = yaw - view.yaw;
  const ahead = Math.cos(pitch) * Math.cos(turn);
  const up = Math.sin(pitch);
  const depth = ahead * Math.cos(view.pitch) + up * Math.sin(view.pitch);
  if (depth <= 1e-3) return null;
  return {
    x: (Math.cos(pitch) * Math.sin(turn)) / depth / unitsPerPx,
    y: (up * Math.cos(view.pitch) - ahead * Math.sin(view.pitch)) / depth / unitsPerPx,
  };
}
