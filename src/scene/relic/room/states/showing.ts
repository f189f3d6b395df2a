import { type Group, Matrix4, type Mesh } from 'three';
import type { PlacedRelic, RelicObject, RelicPool } from '#scene/relic/relicPool.ts';
import type { StateView } from '#tour/relic/state.ts';
import { type Attire, Dress } from '../surface/dress.ts';
import { createShow, type Show } from '../surface/patchShow.ts';

/** Seconds in which one state of a relic gives way to another. */
const FADE_SECONDS = 0.5;

/** One state of the relic, as it stands in the room. */
export interface Stand {
  readonly stateId: string;
  readonly instanceId: string;
  readonly show: Show;
  readonly dresses: Map<RelicObject, Dress>;
}

export interface ShowingOptions {
  readonly pool: RelicPool;
  readonly assetId: string;
  /** Unique among what the pool shows. */
  readonly name: string;
  readonly group: Group;
  /** What stands there for a state has changed. */
  readonly onChange: (stand: Stand) => void;
}

/**
 * Which states of the relic stand in the room and which pixels are whose: one alone, one fading into the next, or two
 * on both sides of a curtain. The pool decides which step of each is drawn.
 */
export class Showing {
  readonly #options: ShowingOptions;
  readonly #stands = new Map<string, Stand>();
  #attire: Attire = { surface: 'textured', variant: null, planes: null };
  #view: StateView = { stateId: '', otherId: null, curtain: 0.5 };
  #leaving: Stand | null = null;
  #progress = 1;
  #hasShown = false;

  constructor(options: ShowingOptions) {
    this.#options = options;
  }

  /** The state that counts for measuring, framing and cutting. */
  get main(): Stand | null {
    return this.#stands.get(this.#view.stateId) ?? null;
  }

  /** The state seen at a share of the view's width from the left. */
  at(share: number): Stand | null {
    const { otherId, curtain } = this.#view;
    const other = otherId === null ? null : this.#stands.get(otherId);
    return other && other.dresses.size > 0 && share < curtain ? other : this.main;
  }

  get stands(): Iterable<Stand> {
    return this.#stands.values();
  }

  /** Whether anything of the relic is drawn. */
  get isThere(): boolean {
    for (const { dresses } of this.#stands.values()) if (dresses.size > 0) return true;
    return false;
  }

  /** Whether a state that is to be shown is not here yet, and there is hope that it will be. */
  get isComing(): boolean {
    const { stateId, otherId } = this.#view;
    return this.#isComing(stateId) || (otherId !== null && this.#isComing(otherId));
  }

  setStates(view: StateView): void {
    const before = this.#view;
    const isSame = this.#hasShown && before.stateId === view.stateId && before.otherId === view.otherId;
    this.#view = view;
    if (isSame) return;
    const left = this.#stands.get(before.stateId);
    if (this.#hasShown && before.stateId !== view.stateId && left && left.dresses.size > 0) {
      this.#leaving = left;
      // What was on the other side of the curtain is there already and needs no fade.
      this.#progress = before.otherId === view.stateId ? 1 : 0;
    }
    this.#hasShown = true;
    this.#fill();
  }

  wear(attire: Attire): void {
    this.#attire = attire;
    for (const { dresses } of this.#stands.values()) for (const dress of dresses.values()) dress.wear(attire);
  }

  /** The pool's answer for an instance has changed. */
  refresh(instanceId: string): void {
    for (const stand of this.#stands.values()) {
      if (stand.instanceId !== instanceId) continue;
      this.#dress(stand);
      this.#options.onChange(stand);
    }
  }

  /** Whether another frame is wanted; `widthPx` of the picture in device pixels. */
  step(dt: number, widthPx: number, isMotionReduced: boolean): boolean {
    const { stateId, otherId, curtain } = this.#view;
    const main = this.#stands.get(stateId);
    const isFading = this.#leaving !== null;
    // The old state stays until there is something of the new one.
    if (isFading && main && main.dresses.size > 0) {
      this.#progress = isMotionReduced ? 1 : Math.min(1, this.#progress + dt / FADE_SECONDS);
      if (this.#progress >= 1) {
        this.#leaving = null;
        this.#fill();
      }
    }
    const other = otherId === null ? undefined : this.#stands.get(otherId);
    const hasOther = (other?.dresses.size ?? 0) > 0;
    const share = this.#leaving ? smooth(this.#progress) : 1;
    const at = Math.round(curtain * widthPx);
    main?.show.value.set(at, hasOther ? 1 : 0, share, 0);
    if (other) other.show.value.set(at, hasOther && main && main.dresses.size > 0 ? -1 : 0, 1, 0);
    if (this.#leaving && this.#leaving !== other) this.#leaving.show.value.set(at, hasOther ? 1 : 0, 1 - share, 1);
    return isFading && main !== undefined && main.dresses.size > 0;
  }

  /** What is shown now, for whoever counts its pixels. */
  bodies(): { readonly meshes: readonly Mesh[]; readonly stand: Stand; readonly object: RelicObject }[] {
    return [...this.#stands.values()].flatMap((stand) => {
      if (stand === this.#leaving) return [];
      const newest = newestOf(stand);
      return newest ? [{ meshes: newest.meshes, stand, object: newest.object }] : [];
    });
  }

  setWireOpacity(opacity: number): void {
    for (const { dresses } of this.#stands.values())
      for (const dress of dresses.values()) dress.setWireOpacity(opacity);
  }

  /** Gives all objects their own materials back; what the pool shows next is not its business. */
  dispose(): void {
    for (const stand of this.#stands.values()) for (const dress of stand.dresses.values()) dress.undress();
    this.#stands.clear();
  }

  #fill(): void {
    const { stateId, otherId } = this.#view;
    const wanted = new Set([stateId, ...(otherId === null ? [] : [otherId])]);
    if (this.#leaving) wanted.add(this.#leaving.stateId);
    for (const [id, stand] of this.#stands) {
      if (wanted.has(id)) continue;
      for (const dress of stand.dresses.values()) dress.undress();
      this.#stands.delete(id);
    }
    for (const id of wanted) {
      if (this.#stands.has(id)) continue;
      const { name } = this.#options;
      this.#stands.set(id, { stateId: id, instanceId: `${name}:${id}`, show: createShow(), dresses: new Map() });
    }
    const { pool, assetId } = this.#options;
    const { isThere } = this;
    const relics = [...this.#stands.values()].map(({ instanceId, stateId: id, dresses }): PlacedRelic => ({
      instanceId,
      assetId,
      stateId: id,
      matrix: new Matrix4(),
      isBare: isThere && dresses.size === 0,
    }));
    pool.show(relics);
    pool.hold(this.main?.instanceId ?? null);
    for (const stand of this.#stands.values()) this.refresh(stand.instanceId);
  }

  #isComing(stateId: string): boolean {
    const stand = this.#stands.get(stateId);
    return stand !== undefined && stand.dresses.size === 0 && this.#options.pool.faultOf(stand.instanceId) === null;
  }

  #dress(stand: Stand): void {
    const { pool, group } = this.#options;
    const objects = new Set(pool.objectsOf(stand.instanceId));
    for (const [object, dress] of stand.dresses) {
      if (objects.has(object)) continue;
      dress.undress();
      stand.dresses.delete(object);
    }
    for (const object of objects) {
      if (stand.dresses.has(object)) continue;
      const dress = new Dress(object, group, stand.show);
      dress.wear(this.#attire);
      stand.dresses.set(object, dress);
    }
  }
}

/** Of the two of a swap the one that arrives. */
export function newestOf({ dresses }: Stand): Dress | null {
  let newest: Dress | null = null;
  for (const dress of dresses.values()) if (!newest || dress.object.fade.isLeaving.value < 0.5) newest = dress;
  return newest;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
