/**
 * A wall that was brought closer, in the address: where it was looked for (yaw and pitch, degrees) and which part of it
 * is shown (middle and width, metres on its axes), such as `-24,-5,0.35,-0.1,2.4`. The wall itself is found anew, so
 * that no address can claim another scale than the place has.
 */
import { toDegrees, toRadians } from '#shared/angle.ts';
import type { WallDirection, WallFrame, WallView } from './state.ts';

export interface AddressedWall {
  readonly direction: WallDirection;
  readonly frame: WallFrame | null;
}

const NUMBER = /^[+-]?\d{1,4}(\.\d{1,12})?$/;
/** A thousandth of a degree, a tenth of a millimetre. */
const ANGLE_DIGITS = 3;
const METRE_DIGITS = 4;
const FARTHEST = 1_000;

/** Null where no wall is open or on its way. */
export function writeWall(view: WallView | null): string | null {
  if (!view || view.kind === 'refused') return null;
  const { asked, frame } = view;
  const angles = [asked.yaw, asked.pitch].map((angle) => write(toDegrees(angle), ANGLE_DIGITS));
  const metres = frame ? [frame.x, frame.y, frame.width].map((value) => write(value, METRE_DIGITS)) : [];
  return [...angles, ...metres].join(',');
}

/** Null where the text is no wall's. */
export function readWall(text: string): AddressedWall | null {
  const numbers = text.split(',').map((part) => (NUMBER.test(part) ? Number(part) : NaN));
  const [yaw = NaN, pitch = NaN, x, y, width] = numbers;
  if (numbers.some(Number.isNaN) || !(Math.abs(yaw) <= 360) || !(Math.abs(pitch) <= 90)) return null;
  const direction = { yaw: toRadians(yaw), pitch: toRadians(pitch) };
  if (numbers.length === 2) return { direction, frame: null };
  if (numbers.length !== 5 || x === undefined || y === undefined || width === undefined) return null;
  if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST || !(width > 0) || width > FARTHEST) return null;
  return { direction, frame: { x, y, width } };
}

/** A direction in the steps of the address, so that an address leads to the very wall that wrote it. */
export function asAddressed({ yaw, pitch }: WallDirection): WallDirection {
  const round = (angle: number): number => toRadians(Number(write(toDegrees(angle), ANGLE_DIGITS)));
  return { yaw: round(yaw), pitch: round(pitch) };
}

/** Whether a wall is open or on its way. */
export function isWallWanted(view: WallView | null): boolean {
  return view !== null && view.kind !== 'refused';
}

function write(value: number, digits: number): string {
  // Adding zero turns −0 into 0.
  return String(Number(value.toFixed(digits)) + 0);
}
