/**
 * How far the walls of panoramas are, as far as somebody has loaded that. Nobody loads it for the marks: whoever does,
 * for relics or for the tape, tells it here, and what hangs on the walls moves to where they are.
 */
import type { WallDistance } from '#sources/depth/readDistance.ts';

/** Metres to the wall in a direction of the node's view, radians; null where it is unknown. */
export type Walls = (yaw: number, pitch: number) => WallDistance | null;

export class KnownWalls {
  readonly #walls = new Map<string, Walls>();
  readonly #listeners = new Set<() => void>();

  /** Of a panorama asset; null where nobody has loaded them. */
  of(assetId: string): Walls | null {
    return this.#walls.get(assetId) ?? null;
  }

  /** Keeps the walls of the latest panorama alone: a grid weighs megabytes. */
  tell(assetId: string, walls: Walls): void {
    if (this.#walls.has(assetId)) return;
    this.#walls.clear();
    this.#walls.set(assetId, walls);
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
