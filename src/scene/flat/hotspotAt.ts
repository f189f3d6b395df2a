import { type FlatShape, spanOfRegion } from '#tour/flat/shape.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { TourState } from '#tour/state.ts';

/** The smallest of the hotspots whose region holds a place of the picture. */
export function hotspotAt(state: TourState, shape: FlatShape, x: number, y: number): string | null {
  let [found, least] = [null as string | null, Infinity];
  for (const hotspot of selectNode(state)?.hotspots ?? []) {
    const span = spanOfRegion(hotspot, shape);
    if (!span || x < span.left || x > span.right || y < span.bottom || y > span.top) continue;
    const area = (span.right - span.left) * (span.top - span.bottom);
    if (area < least) [found, least] = [hotspot.id, area];
  }
  return found;
}
