/**
 * Hands on the piece of wall that a board shows: what is held stays under the hand, two hands scale about the middle
 * between them, a stick scales about the point it aims at. Points are metres on the board, from its middle.
 */
import { keepInside, type FrameLimits } from './frame.ts';
import { scaleOf, type Quad } from './quad.ts';
import type { Wall } from './state.ts';
import type { MutableFrame } from './step.ts';

interface Grip {
  /** Of the pointer; null while nothing holds. */
  id: number | null;
  x: number;
  y: number;
}

/** At most two hands; a third holds nothing. */
export interface QuadHands {
  readonly grips: readonly [Grip, Grip];
}

/** The piece of wall that is moved, rewritten in place. */
export interface Piece {
  readonly wall: Wall;
  readonly frame: MutableFrame;
  readonly quad: Pick<Quad, 'width' | 'height'>;
  /** The narrowest vertical field of view, radians, that the picture is worth on the board. */
  readonly minFov: number;
}

/** No smaller than a quarter of its size is a wall shown: metres of it to a metre of the board. */
const LARGEST_SCALE = 4;
/** Nearer to each other than this, metres on the board, two hands say nothing about a scale. */
const NEAREST_HANDS = 0.05;

export function createQuadHands(): QuadHands {
  return { grips: [{ id: null, x: 0, y: 0 }, { id: null, x: 0, y: 0 }] }; // prettier-ignore
}

/** Says whether it holds. */
export function gripQuad({ grips }: QuadHands, id: number, x: number, y: number): boolean {
  const grip = grips.find((one) => one.id === id) ?? grips.find((one) => one.id === null);
  if (!grip) return false;
  grip.id = id;
  grip.x = x;
  grip.y = y;
  return true;
}

export function releaseQuad({ grips }: QuadHands, id: number): void {
  for (const grip of grips) if (grip.id === id) grip.id = null;
}

export function releaseAll({ grips }: QuadHands): void {
  for (const grip of grips) grip.id = null;
}

/** A hand that holds has moved; says whether the picture did. */
export function dragQuad(
  { grips: [first, second] }: QuadHands,
  piece: Piece,
  id: number,
  x: number,
  y: number,
): boolean {
  const grip = first.id === id ? first : second.id === id ? second : null;
  if (!grip || (grip.x === x && grip.y === y)) return false;
  const other = grip === first ? second : first;
  const { x: fromX, y: fromY } = grip;
  grip.x = x;
  grip.y = y;
  if (other.id === null) carry(piece, fromX, fromY, x, y, 1);
  else {
    const before = Math.hypot(fromX - other.x, fromY - other.y);
    const after = Math.hypot(x - other.x, y - other.y);
    const isApart = Math.min(before, after) >= NEAREST_HANDS;
    const [middleX, middleY] = [(fromX + other.x) / 2, (fromY + other.y) / 2];
    carry(piece, middleX, middleY, (x + other.x) / 2, (y + other.y) / 2, isApart ? after / before : 1);
  }
  return true;
}

/** Shows the wall larger by e to the `amount` about a point of the board; says whether anything changed. */
export function scaleQuad(piece: Piece, amount: number, x: number, y: number): boolean {
  const { width } = piece.frame;
  if (amount !== 0) carry(piece, x, y, x, y, Math.exp(amount));
  return piece.frame.width !== width;
}

/** What was at the first point of the board comes to the second one, `larger` times as large as far as that goes. */
function carry(piece: Piece, fromX: number, fromY: number, toX: number, toY: number, larger: number): void {
  const { wall, frame, quad } = piece;
  const before = scaleOf(frame, quad);
  const [wallX, wallY] = [frame.x + fromX * before, frame.y + fromY * before];
  if (larger !== 1) frame.width = keptWidth(piece, frame.width / larger);
  const after = scaleOf(frame, quad);
  frame.x = wallX - toX * after;
  frame.y = wallY - toY * after;
  // How near one may come changes with the board's distance; that alone must not move the picture.
  Object.assign(frame, keepInside(wall, frame, { aspect: aspectOf(piece), minFov: 0 }));
}

function keptWidth(piece: Piece, width: number): number {
  const { wall, frame, quad, minFov } = piece;
  const limits: FrameLimits = { aspect: aspectOf(piece), minFov };
  const wished = Math.min(width, Math.max(frame.width, LARGEST_SCALE * quad.width));
  const kept = keepInside(wall, { ...frame, width: wished }, limits).width;
  // Where it is larger already than the picture is worth, it may stay so but grow no more.
  return width < frame.width ? Math.min(frame.width, kept) : kept;
}

function aspectOf({ quad }: Piece): number {
  return quad.width / quad.height;
}

/** The frame to begin with: the wall in its true size about a point of it, as far as the picture is worth that. */
export function firstFrame({ wall, quad, minFov }: Omit<Piece, 'frame'>, x: number, y: number): MutableFrame {
  return keepInside(wall, { x, y, width: quad.width }, { aspect: quad.width / quad.height, minFov });
}
