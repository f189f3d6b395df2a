/**
 * Lets several who show relics share the one pool: each gets a face of its own, and only what the one at the front
 * shows is really shown. So the relic room takes the pool over while it is open, and the place has its relics back
 * when it closes, without either knowing of the other.
 */
import type { SceneLayer } from '#scene/frame/layer.ts';
import type { PlacedRelic, RelicPool } from './relicPool.ts';

/** What those who show relics need of the pool. */
export type RelicFace = Omit<RelicPool, keyof SceneLayer>;

export class PoolDesk<Name extends string> {
  readonly #pool: RelicPool;
  readonly #shown = new Map<Name, readonly PlacedRelic[]>();
  readonly #held = new Map<Name, string | null>();
  #front: Name | null = null;

  constructor(pool: RelicPool) {
    this.#pool = pool;
  }

  /** Who is at the front from now on; null shows nothing. */
  bringForward(name: Name | null): void {
    if (name === this.#front) return;
    this.#front = name;
    this.#tell();
  }

  face(name: Name): RelicFace {
    const pool = this.#pool;
    return {
      show: (relics) => {
        this.#shown.set(name, relics);
        if (this.#front === name) this.#tell();
      },
      hold: (instanceId) => {
        this.#held.set(name, instanceId);
        if (this.#front === name) pool.hold(instanceId);
      },
      objectsOf: (instanceId) => (this.#front === name ? pool.objectsOf(instanceId) : []),
      onChange: (listener) => pool.onChange((instanceId) => this.#front === name && listener(instanceId)),
      faultOf: (instanceId) => pool.faultOf(instanceId),
    };
  }

  #tell(): void {
    const front = this.#front;
    this.#pool.show((front !== null && this.#shown.get(front)) || []);
    this.#pool.hold((front !== null && this.#held.get(front)) || null);
  }
}
