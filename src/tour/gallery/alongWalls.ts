/** Relics on consoles along the walls, in the order of the document from the left of the entrance around to its right. */
import type { Piece } from './pieces.ts';

/** A stretch of a wall, from its left end to its right as seen from inside the room. */
export interface Wall {
  readonly side: WallSide;
  readonly length: number;
}

export type WallSide = 'front' | 'left' | 'back' | 'right';

export interface WallSpot {
  readonly piece: Piece;
  readonly side: WallSide;
  /** From the middle of the wall to the right, as seen from inside. */
  readonly along: number;
}

/** A part of a wall that is kept free, such as a door. */
export interface Reserved {
  readonly side: WallSide;
  readonly along: number;
  readonly width: number;
}

/** What stays free to each side of a relic on a wall, and at the corners of the room. */
const BESIDE = 0.55;
const CORNER = 1;
/** Where consoles hang: clockwise seen from above, from the left of the entrance to its right. */
const ORDER = ['left', 'back', 'right'] as const satisfies readonly WallSide[];

/** Null where the walls are too short for all of them. */
export function hangAlong(
  pieces: readonly Piece[],
  width: number,
  depth: number,
  reserved: readonly Reserved[],
): WallSpot[] | null {
  const walls = ORDER.map((side): Wall => ({ side, length: side === 'back' ? width : depth }));
  const queue = [...pieces];
  const spots: WallSpot[] = [];
  // Each wall takes its share, so that the last one does not stay empty.
  let left = queue.reduce((sum, piece) => sum + slotOf(piece), 0);
  let room = walls.reduce((sum, { length }) => sum + length - 2 * CORNER, 0);
  for (const { side, length } of walls) {
    const free = length - 2 * CORNER;
    const share = (left * free) / Math.max(room, 1e-6);
    const hung = hangOn(
      queue,
      length,
      share,
      reserved.filter((one) => one.side === side),
    );
    for (const { piece, along } of hung) {
      spots.push({ piece, side, along });
      left -= slotOf(piece);
    }
    room -= free;
  }
  return queue.length === 0 ? spots : null;
}

export function slotOf({ support }: Piece): number {
  return support.width + 2 * BESIDE;
}

/** Takes pieces from the queue until the wall or its share is full, and spaces them out evenly. */
function hangOn(queue: Piece[], length: number, share: number, reserved: readonly Reserved[]) {
  const taken: { piece: Piece; along: number }[] = [];
  let at = -length / 2 + CORNER;
  let used = 0;
  for (let piece = queue[0]; piece; piece = queue[0]) {
    const slot = slotOf(piece);
    if (taken.length > 0 && used + slot / 2 > share) break;
    for (const door of reserved) {
      const [from, to] = [door.along - door.width / 2, door.along + door.width / 2];
      if (at < to && at + slot > from) at = to;
    }
    if (at + slot > length / 2 - CORNER) break;
    taken.push({ piece, along: at + slot / 2 });
    at += slot;
    used += slot;
    queue.shift();
  }
  const isFree = reserved.length === 0;
  const slack = isFree ? (length / 2 - CORNER - at) / Math.max(1, taken.length) : 0;
  return taken.map(({ piece, along }, index) => ({ piece, along: along + slack * (index + 0.5) }));
}
