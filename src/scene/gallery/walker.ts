import type { LiveView } from '#tour/look/liveView.ts';
import type { HallPlan, Standpoint } from '#tour/gallery/plan.ts';
import { aimFrom } from '#tour/gallery/plan.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { Stand } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { Floor } from '#tour/walk/floor.ts';
import { pushOut } from '#tour/walk/floor.ts';
import { findRoute } from '#tour/walk/route.ts';
import { stepWalk } from '#tour/walk/step.ts';
import { createWalkState, goalOf, holdWalk, standAt, stopWalk, walkAlong } from '#tour/walk/walkState.ts';

export interface WalkerOptions {
  readonly tour: Pick<Tour, 'store' | 'commands'>;
  readonly liveView: LiveView;
  readonly requestFrame: () => void;
  readonly isMotionReduced: () => boolean;
  /** Seconds; the clock that frames are timed by. */
  readonly clock: () => number;
  /** Before the visitor is somewhere else at once: what is on the screen may be kept for a cross-fade. */
  readonly onJump: () => void;
}

/** A stalled frame must not throw the visitor. */
const MAX_DT = 0.4;
/** Nearer than this one stays where one is. */
const THERE = 0.02;
/** So long before the end of a way one turns to what one came for. */
const TURN_BEFORE_SECONDS = 0.75;

/** The visitor's feet in a hall: carries out keys, taps and the tour's wishes, and tells the tour when they come to rest. */
export class Walker {
  readonly #options: WalkerOptions;
  readonly #state = createWalkState(0, 0);
  #floor: Floor | null = null;
  #last = -1;
  #isMoving = false;
  #isUnsettled = false;
  /** What one looks at on arrival, and whether that was asked for already. */
  #aim: Standpoint | null = null;

  constructor(options: WalkerOptions) {
    this.#options = options;
  }

  get x(): number {
    return this.#state.x;
  }

  get z(): number {
    return this.#state.z;
  }

  isAt(x: number, z: number): boolean {
    return Math.hypot(x - this.x, z - this.z) < THERE;
  }

  get isMoving(): boolean {
    return this.#isMoving || this.#isUnsettled;
  }

  /** Comes into a hall, at a spot that is free there or beside it; null leaves it. */
  enter(floor: Floor | null, stand: Stand | null): void {
    this.#floor = floor;
    this.#aim = null;
    this.#isMoving = this.#isUnsettled = false;
    this.#last = -1;
    holdWalk(this.#state, 0, 0);
    const spot = { x: stand?.x ?? 0, z: stand?.z ?? 0 };
    if (floor) pushOut(floor, spot, { x: 0, z: 0 });
    standAt(this.#state, spot);
  }

  /** Is there at once and rests; a headset has found the way already. */
  placeAt(x: number, z: number): void {
    this.#aim = null;
    this.#isMoving = this.#isUnsettled = false;
    stopWalk(this.#state);
    standAt(this.#state, { x, z });
  }

  hold(ahead: number, right: number): void {
    // What was held until now counts until now, so that a key walks as far between two slow frames as between many.
    this.#advance(this.#options.clock());
    holdWalk(this.#state, ahead, right);
    if (ahead !== 0 || right !== 0) {
      this.#aim = null;
      this.#setOut();
    }
    this.#options.requestFrame();
  }

  /** Goes to a spot around whatever stands between, and looks at `aim` when there. */
  goTo(spot: Stand, aim: Standpoint | null): void {
    const floor = this.#floor;
    if (!floor) return;
    this.#aim = aim;
    if (Math.hypot(spot.x - this.x, spot.z - this.z) < THERE) {
      stopWalk(this.#state);
      this.#lookAtAim();
      return;
    }
    const route = findRoute(floor, { x: this.x, z: this.z }, spot);
    const end = route.at(-1);
    const isReduced = this.#options.isMotionReduced();
    // Where no way leads one is simply there.
    const isReached = end !== undefined && Math.hypot(end.x - spot.x, end.z - spot.z) < 1;
    if (isReduced || !isReached) {
      this.#options.onJump();
      const goal = { x: spot.x, z: spot.z };
      pushOut(floor, goal, { x: 0, z: 0 });
      standAt(this.#state, goal);
      this.#lookAtAim();
    } else {
      walkAlong(this.#state, route);
      this.#setOut();
      if (aim) this.#lookAhead(aim);
    }
    this.#isUnsettled = true;
    this.#options.requestFrame();
  }

  /** A stand that the tour asks for: the address, Back, a script. */
  takeWish(stand: Stand): void {
    const goal = goalOf(this.#state) ?? this.#state;
    const isOwn = Math.hypot(stand.x - this.x, stand.z - this.z) < 1e-9;
    if (isOwn || Math.hypot(stand.x - goal.x, stand.z - goal.z) < 1e-3) return;
    this.goTo(stand, null);
  }

  /** Once a frame; says whether the motion goes on. */
  step(now: number): boolean {
    if (!this.#floor) return false;
    this.#advance(now);
    const { route } = this.#state;
    const isNearlyThere = !route || route.duration - route.elapsed < TURN_BEFORE_SECONDS;
    if (this.#aim && isNearlyThere) this.#lookAtAim();
    if (!this.#isMoving && this.#isUnsettled) {
      this.#isUnsettled = false;
      this.#options.tour.commands.stand({ x: this.x, z: this.z });
    }
    return this.#isMoving;
  }

  #advance(now: number): void {
    const floor = this.#floor;
    if (!floor || !this.#isMoving || now <= this.#last) return;
    const dt = Math.min(MAX_DT, now - this.#last);
    this.#last = now;
    const { yaw } = this.#options.liveView.current;
    this.#isMoving = stepWalk(this.#state, floor, yaw, dt, this.#options.isMotionReduced());
  }

  /** Time begins with what ends a rest. */
  #setOut(): void {
    this.#isUnsettled = true;
    if (this.#isMoving) return;
    this.#isMoving = true;
    this.#last = this.#options.clock();
  }

  #lookAtAim(): void {
    const aim = this.#aim;
    this.#aim = null;
    if (!aim) return;
    this.#options.tour.commands.look({ yaw: aim.yaw, pitch: aim.pitch }, { isEased: true });
  }

  /** On a longer way one sees where one goes: towards what one goes to. */
  #lookAhead({ x, z, yaw, pitch }: Standpoint): void {
    const { route } = this.#state;
    if (!route || route.duration < 2 * TURN_BEFORE_SECONDS) return;
    const ahead: Vec3 = [x + Math.sin(yaw) * 0.8, 1.35 + Math.tan(pitch) * 0.4, z - Math.cos(yaw) * 0.8];
    this.#options.tour.commands.look(aimFrom(this.x, this.z, ahead), { isEased: true });
  }
}

/** Where one stands best for an exhibit; a free spot beside it where the best one is taken. */
export function viewpointOf(plan: HallPlan, hotspotId: string): Standpoint | null {
  return plan.exhibits.find((exhibit) => exhibit.hotspotId === hotspotId)?.viewpoint ?? null;
}
