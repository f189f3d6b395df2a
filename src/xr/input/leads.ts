/** What a pointer points at in this frame. */
export interface Wish {
  readonly pointerId: number;
  /** Null where it points at nothing. */
  readonly targetId: string | null;
  readonly isPressed: boolean;
}

/**
 * Who leads on which target, so that two rays on one thing do not quarrel over it. Whoever came first leads until it
 * leaves. Another one takes over where it begins to press, unless the leader presses. A pointer that presses keeps its
 * target even if its ray slips off. Wishes may be reused from frame to frame.
 */
export class Leads {
  readonly #leaders = new Map<string, number>();
  /** Who pressed in the frame before. */
  readonly #pressing = new Set<number>();

  step(wishes: readonly Wish[]): void {
    for (const [targetId, pointerId] of this.#leaders) {
      const now = find(wishes, pointerId);
      const holds = now !== null && now.isPressed && this.#pressing.has(pointerId);
      if (!now || (now.targetId !== targetId && !holds)) this.#leaders.delete(targetId);
    }
    for (const wish of wishes) {
      const { pointerId, targetId, isPressed } = wish;
      if (targetId === null || this.#holdsAnother(wish)) continue;
      const leader = this.#leaders.get(targetId);
      const begins = isPressed && !this.#pressing.has(pointerId);
      const isLeaderFree = leader === undefined || !find(wishes, leader)?.isPressed;
      if (leader === undefined || (begins && isLeaderFree)) this.#leaders.set(targetId, pointerId);
    }
    this.#pressing.clear();
    for (const { pointerId, isPressed } of wishes) if (isPressed) this.#pressing.add(pointerId);
  }

  /** The pointer that leads on a target; null where none points at it. */
  leaderOf(targetId: string): number | null {
    return this.#leaders.get(targetId) ?? null;
  }

  #holdsAnother({ pointerId, targetId, isPressed }: Wish): boolean {
    if (!isPressed) return false;
    for (const [held, leader] of this.#leaders) if (held !== targetId && leader === pointerId) return true;
    return false;
  }
}

function find(wishes: readonly Wish[], pointerId: number): Wish | null {
  for (const wish of wishes) if (wish.pointerId === pointerId) return wish;
  return null;
}
