/**
 * Where the visitor of a headset is: the rig of `tour/locomotion`, kept in step with the tour. Whoever changes the place,
 * the rig or the page, the head ends where the tour says one stands, and looks where it says one looks.
 */
import { headIn, recentred, withHeadOver, type FloorPoint, type Head, type Rig } from '#tour/locomotion/rig.ts';
import { beginLocomotion, type HandInput, type Locomotion } from '#tour/locomotion/state.ts';
import { FADE_SECONDS, heightOf, stepLocomotion } from '#tour/locomotion/step.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { Tour } from '#tour/store.ts';
import type { TourState } from '#tour/state.ts';
import { startViewOf } from '#tour/view.ts';
import { footingOf, type Footing } from './groundOf.ts';

export interface Travel {
  readonly rig: Rig;
  readonly footing: Footing;
  /** Anew, with the head over the place where the tour is, looking along `yaw`. */
  begin(head: Head, yaw: number): void;
  /** One frame; darkness and vignette are 0 to 1. */
  step(
    head: Head,
    hands: readonly HandInput[],
    isListening: boolean,
    seconds: number,
  ): { readonly darkness: number; readonly vignette: number };
  /** The system has moved the origin of its space: the head is put back where it was. */
  resetSpace(): void;
}

/** In a hall, metres from where the tour knows one that are worth telling it, once at rest. */
const WORTH_TELLING = 0.25;
/** Slower than this, metres a second, for so many seconds, is a rest: heads are never still. */
const REST = { speed: 0.15, seconds: 0.5 };

export function createTravel(tour: Tour): Travel {
  const { store, commands } = tour;
  let motion: Locomotion = beginLocomotion({ x: 0, y: 0, z: 0, yaw: 0 });
  /** Below the eyes of a picture; the picture was taken from a height of its own, and the eyes are put there. */
  let pictureFloorY = 0;
  let footing: Footing = footingOf(store.getState(), () => pictureFloorY);
  let { arrival, exhibition, comfort, headset, stand } = store.getState();
  let isSpaceMoved = false;
  let last: Head | null = null;
  let restSeconds = 0;

  const setHeight = (head: Head): void => {
    const { isSeated } = store.getState().comfort;
    // What the visitor adds to the height by hand stays added.
    pictureFloorY = -head.y - heightOf({ isSeated, heightOffset: 0 });
  };
  const placeRig = (head: Head, at: FloorPoint, yaw: number): void => {
    setHeight(head);
    const { comfort: settings } = store.getState();
    const rig = recentred(motion.rig, head, footing.ground.settle(at), yaw);
    motion = { ...motion, rig: { ...rig, y: footing.ground.floorY + heightOf(settings) } };
  };
  const spotOf = (state: TourState): FloorPoint => (footing.plan && (state.stand ?? footing.plan.entrance)) ?? ORIGIN;

  /** Carries out what happened to the tour since the last frame. */
  const follow = (head: Head): void => {
    const state = store.getState();
    const isElsewhere = state.arrival !== arrival || state.exhibition !== exhibition;
    if (isElsewhere) {
      const isArrival = state.arrival !== arrival;
      footing = footingOf(state, () => pictureFloorY);
      if (isArrival) {
        placeRig(head, spotOf(state), state.lookRequest.view.yaw);
        // Whoever chose the place from a list comes there out of the dark as well.
        const target = { kind: 'link', nodeId: state.nodeId } as const;
        motion = { ...motion, fade: { elapsed: FADE_SECONDS / 2, target, isDone: true } };
      }
    } else if (state.headset && headset && state.headset.recentring !== headset.recentring) {
      const here = headIn(motion.rig, head);
      placeRig(head, footing.plan ? here : ORIGIN, startYawOf(state, here.yaw));
    } else if (state.stand && state.stand !== stand && footing.plan && !isAt(state.stand, headIn(motion.rig, head))) {
      motion = { ...motion, rig: withHeadOver(motion.rig, head, footing.ground.settle(state.stand)) };
    }
    if (isSpaceMoved) placeRig(head, footing.plan ? (last ?? spotOf(state)) : ORIGIN, last?.yaw ?? 0);
    else if (state.comfort.isSeated !== comfort.isSeated) setHeight(head);
    isSpaceMoved = false;
    ({ arrival, exhibition, comfort, headset, stand } = state);
  };

  return {
    get rig() {
      return motion.rig;
    },
    get footing() {
      return footing;
    },
    begin(head, yaw) {
      const state = store.getState();
      ({ arrival, exhibition, comfort, headset, stand } = state);
      isSpaceMoved = false;
      last = null;
      restSeconds = 0;
      footing = footingOf(state, () => pictureFloorY);
      motion = beginLocomotion({ x: 0, y: 0, z: 0, yaw: 0 });
      placeRig(head, spotOf(state), yaw);
    },
    step(head, hands, isListening, seconds) {
      follow(head);
      const { comfort: settings } = store.getState();
      const stepped = stepLocomotion(motion, { head, hands, isListening }, settings, footing.ground, seconds);
      motion = stepped.state;
      if (stepped.goTo !== null) {
        commands.goTo(stepped.goTo);
        follow(head);
      }
      const here = headIn(motion.rig, head);
      const way = last ? Math.hypot(here.x - last.x, here.z - last.z) : Infinity;
      restSeconds = way <= REST.speed * seconds && motion.fade === null ? restSeconds + seconds : 0;
      if (footing.plan && restSeconds >= REST.seconds && !isAt(here, store.getState().stand ?? ORIGIN)) {
        commands.stand({ x: here.x, z: here.z });
        ({ stand } = store.getState());
      }
      last = here;
      return { darkness: stepped.darkness, vignette: motion.vignette * settings.vignette };
    },
    resetSpace() {
      isSpaceMoved = true;
    },
  };
}

const ORIGIN: FloorPoint = { x: 0, z: 0 };

function isAt(a: FloorPoint, b: FloorPoint): boolean {
  return Math.hypot(a.x - b.x, a.z - b.z) < WORTH_TELLING;
}

/** In a picture one is turned to what it begins with; in a hall, to where one looks. */
function startYawOf(state: TourState, yaw: number): number {
  const node = selectNode(state);
  return state.stand === null ? startViewOf(node).yaw : yaw;
}
