/** Edge in pixels of the tiles that are cut from whole pictures. */
export const VIRTUAL_TILE_SIZE = 512;

/** Sizes from `full` down by halves to the first that fits into one tile, coarse to fine; `full` is always the last. */
export function halvingSizes(full: number): number[] {
  const sizes = [full];
  for (let size = full; size > VIRTUAL_TILE_SIZE;) {
    size = Math.ceil(size / 2);
    sizes.unshift(size);
  }
  return sizes;
}
