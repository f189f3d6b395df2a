/**
 * Relics that are taken from their places in a cave or a hall: which of them a ray meets, where each of them is now. The
 * pool draws them there; whoever shows them goes on saying which there are.
 */
import { Matrix3, Matrix4, Vector3 } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { PlacedRelic, RelicFace } from '#scene/relic/relicPool.ts';
import type { Bounds } from '#tour/gallery/pieces.ts';
import type { Block } from '#tour/gallery/plan.ts';
import { rayToBlock } from '#tour/gallery/pointAt.ts';

/** A half-line in the place, metres, the direction of unit length. */
export interface GrabRay {
  readonly origin: Vec3;
  readonly direction: Vec3;
}

/** A relic in its place. */
export interface Liftable {
  readonly hotspotId: string;
  readonly placed: PlacedRelic;
  /** In the model's own frame. */
  readonly bounds: Bounds;
}

/** A relic that a ray meets. */
export interface Grabbable {
  readonly hotspotId: string;
  /** Along the ray, metres; 0 where it begins inside. */
  readonly distance: number;
  /** Where it meets the box. */
  readonly point: Vec3;
  /** Of the box, which is the model's, where it is now. Not to be written to. */
  readonly matrix: Matrix4;
  readonly bounds: Bounds;
}

/** What a hand does with the relics of the place where the visitor is. */
export interface LiftableRelics {
  /** The nearest relic on a ray, in its place or wherever it was carried; null for none. */
  grabbable(ray: GrabRay): Grabbable | null;
  /** Takes it from its place: what hides it there and its shadow go. Says where it stood; null where there is none. */
  lift(hotspotId: string): Liftable | null;
  /** Where it is from now on. Only after `lift`. */
  carry(hotspotId: string, matrix: Matrix4): void;
  /** Back in its place, at once. */
  putDown(hotspotId: string): void;
}

/** However small a relic is, one means it within this of its middle: metres, and a part of the way to it. */
const LEAST_HALF = 0.06;
const LEAST_ANGLE = 0.014;

export interface LiftingOptions {
  readonly pool: Pick<RelicFace, 'move'>;
  /** A relic has left its place, or is back there. */
  readonly onChange: (hotspotId: string, isInPlace: boolean) => void;
}

export class Lifting {
  readonly #options: LiftingOptions;
  #relics: readonly Liftable[] = [];
  /** Of the relics, in their order, while nothing is moved aside. */
  #homes: readonly Matrix4[] = [];
  readonly #aside = new Vector3();
  readonly #carried = new Map<string, Matrix4>();
  readonly #inverse = new Matrix4();
  readonly #turn = new Matrix3();
  readonly #at = new Vector3();
  readonly #way = new Vector3();

  constructor(options: LiftingOptions) {
    this.#options = options;
  }

  /** What stands here from now on; nothing of it is lifted. */
  set(relics: readonly Liftable[]): void {
    this.#relics = relics;
    this.#homes = relics.map(({ placed }) => placed.matrix.clone());
    this.#aside.set(0, 0, 0);
    this.#carried.clear();
  }

  /** All places of relics are that far from where they were given, metres, since what they stand in was moved. */
  moveAside([x, y, z]: Vec3): void {
    if (this.#aside.x === x && this.#aside.y === y && this.#aside.z === z) return;
    this.#aside.set(x, y, z);
    this.#relics.forEach(({ hotspotId, placed }, i) => {
      const home = this.#homes[i];
      if (!home) return;
      placed.matrix.setPosition(this.#at.setFromMatrixPosition(home).add(this.#aside));
      if (!this.#carried.has(hotspotId)) this.#options.pool.move(hotspotId, placed.matrix);
    });
  }

  /** For the pool: each where it is now. */
  get placed(): PlacedRelic[] {
    return this.#relics.map(({ hotspotId, placed }) => ({
      ...placed,
      matrix: this.#carried.get(hotspotId) ?? placed.matrix,
    }));
  }

  /** `isHidden`: whether a relic in its place cannot be seen at that point; asked of the nearest one alone. */
  grabbable(ray: GrabRay, isHidden: (point: Vec3) => boolean = () => false): Grabbable | null {
    let best: Liftable | null = null;
    let nearest = Infinity;
    for (const relic of this.#relics) {
      const distance = this.#distanceTo(relic, ray);
      if (distance >= nearest) continue;
      nearest = distance;
      best = relic;
    }
    if (!best) return null;
    const { hotspotId, placed, bounds } = best;
    const along = (k: 0 | 1 | 2): number => ray.origin[k] + ray.direction[k] * nearest;
    const point: Vec3 = [along(0), along(1), along(2)];
    const carried = this.#carried.get(hotspotId);
    if (!carried && isHidden(point)) return null;
    return { hotspotId, distance: nearest, point, matrix: carried ?? placed.matrix, bounds };
  }

  lift(hotspotId: string): Liftable | null {
    const relic = this.#relics.find((one) => one.hotspotId === hotspotId) ?? null;
    if (relic && !this.#carried.has(hotspotId)) {
      this.#carried.set(hotspotId, relic.placed.matrix.clone());
      this.#options.onChange(hotspotId, false);
    }
    return relic;
  }

  carry(hotspotId: string, matrix: Matrix4): void {
    const carried = this.#carried.get(hotspotId);
    if (!carried) return;
    carried.copy(matrix);
    this.#options.pool.move(hotspotId, matrix);
  }

  putDown(hotspotId: string): void {
    const relic = this.#relics.find((one) => one.hotspotId === hotspotId);
    if (!relic || !this.#carried.delete(hotspotId)) return;
    this.#options.pool.move(hotspotId, relic.placed.matrix);
    this.#options.onChange(hotspotId, true);
  }

  /** In the model's own frame its box is upright however the relic is held. */
  #distanceTo({ hotspotId, placed, bounds }: Liftable, { origin, direction }: GrabRay): number {
    const matrix = this.#carried.get(hotspotId) ?? placed.matrix;
    const back = this.#inverse.copy(matrix).invert();
    const at = this.#at.set(...origin).applyMatrix4(back);
    // Not of unit length in this frame, so that lengths along it are still those of the place.
    const way = this.#way.set(...direction).applyMatrix3(this.#turn.setFromMatrix4(back));
    const perMetre = way.length();
    const away = Math.hypot(...[0, 1, 2].map((k) => at.getComponent(k) - middleOf(bounds, k))) / perMetre;
    const least = 2 * Math.max(LEAST_HALF, LEAST_ANGLE * away) * perMetre;
    return rayToBlock(blockOf(bounds, least), [at.x, at.y, at.z], [way.x, way.y, way.z]);
  }
}

function middleOf({ min, max }: Bounds, axis: number): number {
  return ((min[axis] ?? 0) + (max[axis] ?? 0)) / 2;
}

function blockOf(bounds: Bounds, least: number): Block {
  const side = (k: 0 | 1 | 2): number => Math.max(least, bounds.max[k] - bounds.min[k]);
  const [y, high] = [middleOf(bounds, 1), side(1) / 2];
  const [x, z] = [middleOf(bounds, 0), middleOf(bounds, 2)];
  return { x, z, width: side(0), depth: side(2), bottom: y - high, top: y + high, turn: 0 };
}
