import type { XrPointer } from './pointer.ts';

/** The hand that leads: it turns and points, the other one walks and carries the lens. */
export type Primary = 'left' | 'right';

/** A stick that is pushed no farther than this is at rest. */
const REST = 0.4;

/**
 * Which hand leads after this frame: the one that pressed or squeezed last, or the only one there is. It changes while
 * the other is at rest alone, so that nothing held changes hands.
 */
export function choosePrimary(before: Primary, pointers: readonly XrPointer[]): Primary {
  let left: XrPointer | null = null;
  let right: XrPointer | null = null;
  for (const pointer of pointers) {
    if (pointer.handedness === 'left') left ??= pointer;
    if (pointer.handedness === 'right') right ??= pointer;
  }
  const leader = before === 'left' ? left : right;
  const other = before === 'left' ? right : left;
  if (!other) return before;
  const asks = leader === null || other.isPressed || other.isSqueezed;
  const isFree = leader === null || isAtRest(leader);
  if (!asks || !isFree) return before;
  return before === 'left' ? 'right' : 'left';
}

/**
 * Fills `out` with the hands in the order in which locomotion wants them: the one that walks before the one that leads,
 * whatever has no hand after both. A lone hand does both.
 */
export function orderHands(pointers: readonly XrPointer[], primary: Primary, out: XrPointer[]): readonly XrPointer[] {
  out.length = 0;
  const other = primary === 'left' ? 'right' : 'left';
  for (const pointer of pointers) if (pointer.handedness === other) out.push(pointer);
  for (const pointer of pointers) if (pointer.handedness === primary) out.push(pointer);
  for (const pointer of pointers) if (pointer.handedness === 'none') out.push(pointer);
  return out;
}

function isAtRest({ isPressed, isSqueezed, stickX, stickY }: XrPointer): boolean {
  return !isPressed && !isSqueezed && Math.hypot(stickX, stickY) <= REST;
}
