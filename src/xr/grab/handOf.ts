import type { XrPointer } from '../input/pointer.ts';

/** A hand that something was given to: it stays the same hand where a controller is put down and the hand is seen. */
export interface HandOf {
  readonly id: number;
  readonly handedness: XrPointer['handedness'];
}

/** The pointer of that hand in this frame; null while it is not seen. */
export function pointerOf<P extends HandOf>(pointers: readonly P[], hand: HandOf | null): P | null {
  if (!hand) return null;
  const same = pointers.find(({ id }) => id === hand.id);
  if (same) return same;
  return pointers.find(({ handedness }) => handedness !== 'none' && handedness === hand.handedness) ?? null;
}

/** What can carry something, as eyes cannot. */
export function isHand({ kind }: Pick<XrPointer, 'kind'>): boolean {
  return kind === 'controller' || kind === 'hand';
}

/** The hand that points and presses: the one that did last, else the right one. */
export function primaryHand<P extends HandOf & Pick<XrPointer, 'kind'>>(
  pointers: readonly P[],
  last: HandOf | null,
): P | null {
  const hands = pointers.filter(isHand);
  return pointerOf(hands, last) ?? hands.find(({ handedness }) => handedness === 'right') ?? hands[0] ?? null;
}
