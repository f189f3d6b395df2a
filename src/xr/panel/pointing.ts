import type { Vec3 } from '#shared/vec.ts';
import { doesTouch } from '../input/nearTouch.ts';
import type { Ray } from '../input/pointer.ts';
import type { PanelAction } from './action.ts';
import { alongRay, type PanelFace } from './face/panelFace.ts';
import { MOST_LIT } from './face/panelMaterial.ts';
import { valueAt } from './layout/amounts.ts';
import { type Control, isIn, type PanelPage } from './layout/ink.ts';
import { type HeadPlace, moveAround, type PanelPlace } from './placing.ts';
import { stepTouch, type Touch, UNTOUCHED } from './touch.ts';

/** Where a ray meets a panel. */
export interface PanelHit {
  /** Metres along the ray. */
  readonly distance: number;
  readonly point: Vec3;
  /** What a press there would do; null for nothing, and for what is held and moved. */
  readonly action: PanelAction | null;
}

/** What of a face is pointed at, touched and held. */
export type PointedFace = Pick<
  PanelFace,
  'isOpen' | 'width' | 'height' | 'at' | 'meet' | 'aim' | 'tipPlace' | 'light' | 'place'
>;

interface PanelInHand {
  readonly face: PointedFace;
  /** The page that is drawn on it; null while there is none. */
  page(): PanelPage | null;
  head(): HeadPlace | null;
  act(action: PanelAction): void;
  requestFrame(): void;
}

/** What a pointer has pressed and not let go of yet. */
type Held =
  | { readonly kind: 'slide'; readonly id: string }
  | { readonly kind: 'grip'; readonly from: Vec3; readonly distance: number; readonly place: PanelPlace };

/**
 * Rays and fingertips at one panel, each known by its pointer's id. What two pointers would hold, a slider or the panel
 * itself, the first one has until it lets go.
 */
export class PanelPointing {
  readonly #panel: PanelInHand;
  readonly #held = new Map<number, Held>();
  /** Of the fingers that touch. */
  readonly #touches = new Map<number, Touch>();
  /** Whose control each light of the face shows. */
  readonly #slots = Array.from({ length: MOST_LIT }, (): number | null => null);
  /** The latest value each slider was set to, so that a hand that rests sets it once. */
  readonly #values = new Map<string, number>();

  constructor(panel: PanelInHand) {
    this.#panel = panel;
  }

  pick(ray: Ray): PanelHit | null {
    const hit = this.#panel.face.meet(ray);
    if (!hit) return null;
    const { distance, point, x, y } = hit;
    return { distance, point, action: actionAt(this.#controlAt(x, y), x) };
  }

  /** Lights what a ray points at; null for a pointer that is gone. */
  hover(pointerId: number, ray: Ray | null): void {
    const hit = ray && this.#panel.face.meet(ray);
    this.#light(pointerId, hit ? this.#controlAt(hit.x, hit.y) : null);
  }

  /** Presses what a ray points at. Returns whether the panel was in its way. */
  press(pointerId: number, ray: Ray): boolean {
    const hit = this.#panel.face.meet(ray);
    if (!hit) return false;
    this.#press(pointerId, this.#controlAt(hit.x, hit.y), hit.x, hit.point, hit.distance);
    return true;
  }

  /** Moves what this pointer holds. Returns whether it holds anything. */
  drag(pointerId: number, ray: Ray): boolean {
    const held = this.#held.get(pointerId);
    if (!held) return false;
    if (held.kind === 'grip') this.#move(held, alongRay(ray, held.distance));
    else {
      const aimed = this.#panel.face.aim(ray);
      if (aimed) this.#slide(held.id, aimed.x);
    }
    return true;
  }

  release(pointerId: number): void {
    const held = this.#held.get(pointerId);
    if (held?.kind === 'slide') this.#values.delete(held.id);
    this.#held.delete(pointerId);
  }

  /**
   * @param tip The tip of a finger; null while it is not known, or while the ray of its hand holds something.
   * Returns whether the hand touches, so that its ray is not meant.
   */
  touch(pointerId: number, tip: Vec3 | null): boolean {
    const finger = fingerOf(pointerId);
    const { face } = this.#panel;
    const place = tip && face.isOpen ? face.tipPlace(tip) : null;
    const known = this.#touches.get(finger);
    const before = known ?? UNTOUCHED;
    const isBeside = place === null || !isIn({ x: 0, y: 0, width: face.width, height: face.height }, place.x, place.y);
    const isNear = doesTouch(known !== undefined, isBeside ? null : Math.abs(place.depth));
    // A finger that holds something may leave the panel at its edges.
    const near = isNear || before.pressed !== null ? place : null;
    const { touch, event } = stepTouch(before, near, (x, y) => this.#controlAt(x, y)?.id ?? null);
    if (near) this.#touches.set(finger, touch);
    else this.#touches.delete(finger);
    if (event === 'release') this.release(finger);
    if (near && tip && event === 'press') {
      this.#press(finger, this.#controlOf(touch.pressed), near.x, tip, 0);
    } else if (near && tip && event === 'drag') {
      const held = this.#held.get(finger);
      if (held?.kind === 'grip') this.#move(held, tip);
      else if (held) this.#slide(held.id, near.x);
    }
    if (near || known) this.#light(finger, this.#controlOf(touch.hovered));
    return isNear;
  }

  /** Nothing is held, touched or lit any more; a finger that is behind the face now came from behind. */
  letGo(): void {
    this.#held.clear();
    this.#values.clear();
    this.#touches.clear();
    for (const pointerId of this.#slots) if (pointerId !== null) this.#light(pointerId, null);
  }

  /** Of how many pointers and fingers anything is remembered. */
  get remembered(): number {
    const lit = this.#slots.filter((pointerId) => pointerId !== null);
    return new Set([...this.#held.keys(), ...this.#touches.keys(), ...lit]).size;
  }

  #press(pointerId: number, control: Control | null, x: number, point: Vec3, distance: number): void {
    if (!control) return;
    if (control.kind === 'press') this.#panel.act(control.action);
    else if (this.#isHeld(control)) return;
    else if (control.kind === 'grip') {
      this.#held.set(pointerId, { kind: 'grip', from: point, distance, place: this.#panel.face.at });
    } else {
      this.#held.set(pointerId, { kind: 'slide', id: control.id });
      this.#slide(control.id, x);
    }
  }

  #isHeld({ kind, id }: Control): boolean {
    for (const held of this.#held.values())
      if (held.kind === kind && (held.kind === 'grip' || held.id === id)) return true;
    return false;
  }

  #slide(id: string, x: number): void {
    const control = this.#controlOf(id);
    if (control?.kind !== 'slide') return;
    const value = valueAt(control, x);
    if (this.#values.get(id) === value) return;
    this.#values.set(id, value);
    this.#panel.act({ kind: 'slide', setting: control.setting, value });
  }

  #move({ from, place }: Held & { kind: 'grip' }, to: Vec3): void {
    const head = this.#panel.head();
    if (!head) return;
    this.#panel.face.place(moveAround(head, place, from, to));
    this.#panel.requestFrame();
  }

  #light(pointerId: number, control: Control | null): void {
    let slot = this.#slots.indexOf(pointerId);
    if (slot < 0) {
      slot = control ? this.#slots.indexOf(null) : -1;
      if (slot < 0) return;
    }
    this.#slots[slot] = control ? pointerId : null;
    const isChanged = this.#panel.face.light(slot, control && control.kind !== 'grip' ? control.box : null);
    if (isChanged) this.#panel.requestFrame();
  }

  #controlOf(id: string | null): Control | null {
    return this.#panel.page()?.controls.find((control) => control.id === id) ?? null;
  }

  /** Where several overlap, the one whose middle is nearest. */
  #controlAt(x: number, y: number): Control | null {
    let nearest: Control | null = null;
    let least = Infinity;
    for (const control of this.#panel.page()?.controls ?? []) {
      if (!isIn(control.box, x, y)) continue;
      const { box } = control;
      const apart = Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2);
      if (apart >= least) continue;
      [nearest, least] = [control, apart];
    }
    return nearest;
  }
}

/** The finger of a hand holds and lights things of its own, beside the ray of the same hand. */
function fingerOf(pointerId: number): number {
  return -1 - pointerId;
}

function actionAt(control: Control | null, x: number): PanelAction | null {
  if (control?.kind === 'press') return control.action;
  if (control?.kind === 'slide') return { kind: 'slide', setting: control.setting, value: valueAt(control, x) };
  return null;
}
