/** Where captions stand on a page: in the band that nothing else takes. CSS pixels from the upper left. */

export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Air to whatever is near, and to the edge of the window. */
const AIR_PX = 16;
/** What is taller than this share of the window stands beside the captions, if there is room for them. */
const TALL = 0.3;
/** Captions are not squeezed into less than this beside something. */
const LEAST_BESIDE_PX = 300;

/**
 * The free band: captions stand at its lower end, or at the upper where the visitor wants them above. What is tall is
 * kept clear of sideways; of the rest, what lies in the upper half of the window limits the band from above, what
 * lies in the lower from below.
 * @param mostWidth How wide captions may become.
 */
export function placeCaptions(room: Room, others: readonly Edges[], mostWidth: number): Edges {
  const seen = others.filter(({ left, right, top, bottom }) => right > left && bottom > top);
  let left = AIR_PX;
  let right = room.width - AIR_PX;
  for (const one of seen) {
    if (one.bottom - one.top < TALL * room.height) continue;
    const before = one.left - AIR_PX - left;
    const after = right - one.right - AIR_PX;
    if (Math.max(before, after) < LEAST_BESIDE_PX) continue;
    if (before >= after) right = Math.min(right, one.left - AIR_PX);
    else left = Math.max(left, one.right + AIR_PX);
  }
  const width = Math.min(mostWidth, right - left);
  const middle = Math.min(right - width / 2, Math.max(left + width / 2, room.width / 2));
  const column = { left: middle - width / 2, right: middle + width / 2 };
  let top = AIR_PX;
  let bottom = room.height - AIR_PX;
  for (const one of seen) {
    if (one.right <= column.left || one.left >= column.right) continue;
    if ((one.top + one.bottom) / 2 < room.height / 2) top = Math.max(top, one.bottom + AIR_PX / 2);
    else bottom = Math.min(bottom, one.top - AIR_PX / 2);
  }
  return { ...column, top, bottom: Math.max(top, bottom) };
}
