import type { Mark } from '#tour/marks.ts';
import { isInside } from '#shared/polygon.ts';
import { directionOf } from '#shared/vec.ts';

/** The mark whose area one points into, the smallest where several lie over each other; null for none. Radians. */
export function pickArea<M extends { readonly mark: Mark }>(
  { yaw, pitch }: { readonly yaw: number; readonly pitch: number },
  marks: readonly M[],
): M | null {
  const direction = directionOf(yaw, pitch);
  let best: M | null = null;
  let least = Infinity;
  for (const placed of marks) {
    const { area } = placed.mark;
    if (!area) continue;
    const size = area.width * area.height;
    if (size >= least || !isInside(area.polygon, direction)) continue;
    best = placed;
    least = size;
  }
  return best;
}
