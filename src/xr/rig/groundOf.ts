import { planHall } from '#tour/gallery/planHall.ts';
import type { HallPlan } from '#tour/gallery/plan.ts';
import type { FloorPoint } from '#tour/locomotion/rig.ts';
import type { Ground } from '#tour/locomotion/state.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { TourState } from '#tour/state.ts';
import { floorOf, pushOut } from '#tour/walk/floor.ts';

/** Where the visitor of a headset stands: a hall with its floor, or a picture with the one spot it was taken from. */
export interface Footing {
  /** Null in a picture. */
  readonly plan: HallPlan | null;
  readonly ground: Ground;
}

/**
 * @param pictureFloorY Height of the floor below the eyes of a picture, metres; negative. Read whenever it is needed, as
 * it depends on how tall the visitor sits or stands.
 */
export function footingOf(state: TourState, pictureFloorY: () => number): Footing {
  const plan = planHall(state.exhibition, selectNode(state));
  if (!plan) {
    const ground: Ground = {
      get floorY() {
        return pictureFloorY();
      },
      isWalkable: false,
      settle: (spot) => spot,
    };
    return { plan, ground };
  }
  const floor = floorOf(plan);
  const settle = (spot: FloorPoint): FloorPoint => {
    const settled = { x: spot.x, z: spot.z };
    pushOut(floor, settled, { x: 0, z: 0 });
    return settled;
  };
  return { plan, ground: { floorY: 0, isWalkable: true, settle } };
}
