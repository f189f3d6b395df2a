/** Up to this size every level is half of the next; what is larger has levels that tiles divide evenly. */
const MOST_HALVED_PX = 4_096;

/**
 * The level sizes of a cube pyramid, coarse to fine, from the finest face size down to one tile.
 *
 * Small pyramids halve. Large ones have below the finest level only tile size × powers of two, at most √8 apart: no
 * level but the finest has slivers of tiles at its edges, so a view costs the same requests and texture memory in a
 * panorama of any size.
 */
export function cubeLevelSizes(finestPx: number, tileSize: number): number[] {
  const sizes = [finestPx];
  if (finestPx <= MOST_HALVED_PX) {
    for (let size = finestPx; size > tileSize;) sizes.unshift((size = Math.ceil(size / 2)));
    return sizes;
  }
  let size = tileSize;
  while (size * 2 * Math.SQRT2 <= finestPx) size *= 2;
  for (; size >= tileSize; size /= 2) sizes.unshift(size);
  return sizes;
}
