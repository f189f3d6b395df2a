/** The part of the tape and of the walls that is there from the start: it sends for the rest when it is first needed. */
import { bringPatiently } from '#shared/bringPatiently.ts';
import type { Pointing } from '#scene/look/desk.ts';
import type { TurnWish } from '#tour/look/turnMix.ts';
import type { TourState } from '#tour/state.ts';
import type { WallDirection } from '#tour/wallView/state.ts';
import type { Walls, WallTapeParts } from './openWalls.ts';

export interface AwaitedTape {
  /** Whether a press at a direction was the tape's. */
  pick(pointing: Pointing): boolean;
  /** Whether a wall, or the way to it or back, has the camera. */
  readonly hasCamera: boolean;
  /** Where the middle of a wall's picture looks; null while none is open. */
  middleOfWall(): WallDirection | null;
  /** What buttons on the page ask of a wall that is open. */
  moveWall(wish: TurnWish): void;
}

export function awaitWallTape(parts: WallTapeParts): AwaitedTape {
  const { store } = parts.tour;
  let walls: Walls | null = null;
  const comeIfDue = ({ tape, wallView }: Pick<TourState, 'tape' | 'wallView'>): void => {
    if (!tape && !wallView) return;
    unsubscribe();
    void bringPatiently(() => import('./openWalls.ts')).then(({ openWalls }) => {
      walls = openWalls(parts);
    });
  };
  const unsubscribe = store.subscribe(comeIfDue);
  comeIfDue(store.getState());
  // Until it is here, presses on the walls are nobody else's.
  const isHeld = (): boolean => store.getState().tape !== null && store.getState().panel?.kind === 'measure';
  return {
    pick: (pointing) => walls?.tape.pick(pointing) ?? isHeld(),
    get hasCamera() {
      return walls?.view.hasCamera ?? false;
    },
    middleOfWall: () => walls?.view.middle() ?? null,
    moveWall: (wish) => walls?.view.wish(wish),
  };
}
