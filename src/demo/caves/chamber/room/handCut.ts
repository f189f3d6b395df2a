/** The slow unevenness of walls that were cut by hand; one field for all sheets, so that their edges stay together. */
import { createNoise3, smoothStep } from '#demo/noise/noise.ts';
import { DOORWAY, ROOM } from '#demo/caves/chamber/room/dimensions.ts';
import type { SheetPoint } from '#demo/cave/cave.ts';

const across = createNoise3(401);
const upward = createNoise3(402);
const inward = createNoise3(403);

/**
 * Moves a point by up to 2 cm, and walls inward by 1 cm for each metre of height. Floor and platform stay level, and the
 * door on the cliff's face stays where the site has it.
 */
export function cutByHand(point: SheetPoint): void {
  const { x, y, z } = point;
  const inside = smoothStep(DOORWAY.outer, ROOM.halfDepth + 0.3, z);
  const lean = 1 - 0.01 * Math.min(y, ROOM.spring) * smoothStep(ROOM.halfDepth + 0.4, ROOM.halfDepth, z);
  const amount = 0.042 * inside;
  point.x = x * lean + (across(x * 0.9, y * 0.9, z * 0.9) - 0.5) * amount;
  point.y = y + (upward(x * 0.7 + 9, y * 0.7, z * 0.7) - 0.5) * amount * smoothStep(1.05, 2, y);
  point.z = z * lean + (inward(x * 0.8, y * 0.8 + 7, z * 0.8) - 0.5) * amount;
}
