/**
 * Lens and curtain by hand: a lens that is not pinned goes with the ray of the hand that does not point, or of whichever
 * takes hold of it, and stays where it is let go; the curtain is drawn by its line.
 */
import { inverse, rotate } from '#shared/quat.ts';
import { wrapAngle } from '#shared/angle.ts';
import { directionOf, dot, type Vec3, yawPitchOf } from '#shared/vec.ts';
import type { Walls } from '#scene/hotspot/knownWalls.ts';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { Tour } from '#tour/store.ts';
import type { Ray, XrPointer } from '../input/pointer.ts';
import { aimFromPoint, aimOnWall } from './aimOnWall.ts';
import { isHand, pointerOf, primaryHand, type HandOf } from './handOf.ts';
import type { Pose } from './pose.ts';

export interface Head extends Pose {
  /** Of the picture of an eye: the tangents of half its field of view to the left and right, together. */
  readonly tanWidth: number;
}

export interface LensHandOptions {
  readonly tour: Tour;
  readonly live: LiveCompare;
  /** Of the place where the visitor is; null where nobody knows them. */
  readonly walls: () => Walls | null;
}

interface Hold {
  readonly hand: HandOf;
  readonly kind: 'lens' | 'curtain';
  /** What was held less what was pointed at, as it was taken. */
  readonly yaw: number;
  readonly pitch: number;
  readonly share: number;
}

/** How far beside its line one still takes hold of the curtain, part of the picture's width. */
const REACH = 0.05;

export class LensHand {
  readonly #options: LensHandOptions;
  #hold: Hold | null = null;
  #last: HandOf | null = null;
  #aim: { readonly yaw: number; readonly pitch: number } | null = null;
  #head: Head = { position: [0, 0, 0], turn: [0, 0, 0, 1], tanWidth: 2 };

  constructor(options: LensHandOptions) {
    this.#options = options;
    options.live.lensAim = () => this.#aim;
  }

  /** Whether the pointer took hold of lens or curtain; until `letGo` they follow it. */
  take(pointer: XrPointer): boolean {
    const { live, tour } = this.#options;
    const { comparison } = tour.store.getState();
    if (!comparison) return false;
    const hand = { id: pointer.id, handedness: pointer.handedness };
    if (comparison.mode === 'lens') {
      const at = this.#lensAt(pointer.ray);
      const { lens } = live.current;
      if (dot(directionOf(at.yaw, at.pitch), directionOf(lens.yaw, lens.pitch)) < Math.cos(lens.radius)) return false;
      this.#hold = { hand, kind: 'lens', yaw: wrapAngle(lens.yaw - at.yaw), pitch: lens.pitch - at.pitch, share: 0 };
      return true;
    }
    if (comparison.mode !== 'curtain') return false;
    const off = live.current.curtain - this.#curtainAt(pointer.ray);
    if (!(Math.abs(off) <= REACH)) return false;
    this.#hold = { hand, kind: 'curtain', yaw: 0, pitch: 0, share: off };
    return true;
  }

  /** Once a frame. A hand that is not seen any more has let go. */
  frame(pointers: readonly XrPointer[], head: Head): void {
    this.#head = head;
    for (const pointer of pointers) {
      if (pointer.isPressed && this.#last?.id !== pointer.id)
        this.#last = { id: pointer.id, handedness: pointer.handedness };
    }
    const { comparison } = this.#options.tour.store.getState();
    if (!comparison || (this.#hold && this.#hold.kind !== comparison.mode)) this.#hold = null;
    if (this.#hold) {
      const pointer = pointers.find(({ id }) => id === this.#hold?.hand.id);
      if (pointer && (pointer.isPressed || pointer.isSqueezed)) this.#follow(this.#hold, pointer);
      else this.letGo(this.#hold.hand.id);
      return;
    }
    const isLed = comparison?.mode === 'lens' && !comparison.isPinned;
    const other = isLed ? this.#otherHand(pointers) : null;
    this.#aim = other ? this.#lensAt(other.ray) : null;
  }

  /** It stays where it is. */
  letGo(pointerId: number): void {
    const hold = this.#hold;
    if (hold?.hand.id !== pointerId) return;
    this.#hold = null;
    this.#aim = null;
    const { live, tour } = this.#options;
    const { lens, curtain } = live.current;
    if (hold.kind === 'lens') tour.commands.compare.set({ lens: { ...lens }, isPinned: true });
    else tour.commands.compare.set({ curtain });
  }

  /** Whether that pointer has hold of lens or curtain. */
  isHeldBy(pointerId: number): boolean {
    return this.#hold?.hand.id === pointerId;
  }

  dispose(): void {
    this.#options.live.lensAim = () => null;
  }

  #follow({ kind, yaw, pitch, share }: Hold, { ray }: XrPointer): void {
    const { live } = this.#options;
    if (kind === 'curtain') {
      const at = this.#curtainAt(ray) + share;
      if (Number.isFinite(at)) live.write({ curtain: Math.min(1, Math.max(0, at)) });
      return;
    }
    const at = this.#lensAt(ray);
    const aim = {
      yaw: wrapAngle(at.yaw + yaw),
      pitch: Math.max(-Math.PI / 2, Math.min(Math.PI / 2, at.pitch + pitch)),
    };
    this.#aim = aim;
    live.write({ lens: { ...live.current.lens, ...aim } });
  }

  #otherHand(pointers: readonly XrPointer[]): XrPointer | null {
    const hands = pointers.filter(isHand);
    const primary = primaryHand(hands, pointerOf(hands, this.#last));
    return hands.find((hand) => hand !== primary) ?? null;
  }

  #lensAt(ray: Ray): { readonly yaw: number; readonly pitch: number } {
    return yawPitchOf(aimOnWall(ray, this.#options.walls()));
  }

  #curtainAt(ray: Ray): number {
    return shareAcross(aimFromPoint(ray, this.#options.walls(), this.#head.position), this.#head);
  }
}

/** Where a direction is seen across the picture: 0 at its left edge, 1 at its right; not a number behind the head. */
export function shareAcross(direction: Vec3, { turn, tanWidth }: Pick<Head, 'turn' | 'tanWidth'>): number {
  const [x, , z] = rotate(inverse(turn), direction);
  return z < 0 ? 0.5 + x / -z / tanWidth : NaN;
}
