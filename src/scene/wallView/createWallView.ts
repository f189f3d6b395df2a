/** A wall brought closer: looks for it, has the camera while it is open, and says how large the picture shows it. */
import { Group, type PerspectiveCamera } from 'three';
import { aimCamera } from '#scene/frame/aimCamera.ts';
import type { LayerFrame, SceneLayer } from '#scene/frame/layer.ts';
import type { Pointing, Taken } from '#scene/look/desk.ts';
import type { WallDepth } from '#scene/measure/wallDepth.ts';
import type { EyeView } from '#streaming/ports.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import { aimAt } from '#tour/look/projection.ts';
import { drop } from '#tour/look/wishes.ts';
import type { TurnWish } from '#tour/look/turnMix.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { fitWall } from '#tour/wallView/fitWall.ts';
import { directionOfPoint, frameOfView, keepInside } from '#tour/wallView/frame.ts';
import type { LiveScale } from '#tour/wallView/liveScale.ts';
import type { Wall, WallDirection, WallView } from '#tour/wallView/state.ts';
import { type MutableFrame, stepWall } from '#tour/wallView/step.ts';
import { scaleInMiddle } from '#tour/wallView/viewScale.ts';
import { directionOf } from '#shared/vec.ts';
import { WallCamera } from './wallCamera.ts';
import { createWallHands, type PicturePoint } from './wallHands.ts';

export interface WallViewOptions {
  readonly tour: Tour;
  readonly liveView: LiveView;
  readonly liveScale: LiveScale;
  readonly walls: WallDepth;
  readonly element: HTMLElement;
  readonly keyRegion: HTMLElement;
  readonly requestFrame: () => void;
  /** The narrowest field of view, radians, that the place's picture is worth. */
  readonly minFov: () => number;
  readonly isMotionReduced: () => boolean;
  /** How far what is seen at a point of the picture is moved there, normalised device coordinates. */
  readonly shiftAt: (x: number, y: number) => readonly [number, number];
  /** A tap on the wall; says whether something was there. */
  readonly pick: (pointing: Pointing) => boolean;
  readonly take: (pointing: Pointing) => Taken | null;
  readonly hover: (pointing: Pointing | null) => void;
}

export interface WallViewLayer extends SceneLayer {
  /** What buttons on the page ask for: moves over the wall and comes nearer, −1 to 1 each. */
  readonly wish: (wish: TurnWish) => void;
  /** Where the middle of the picture looks, radians; null while no wall is open. */
  middle(): WallDirection | null;
}

/** Seconds from the view to the wall, and back. */
const WAY_SECONDS = 0.9;
const FIRST_DT = 1 / 60;
const MOST_DT = 0.2;

export function createWallView(options: WallViewOptions): WallViewLayer {
  const { tour, liveView, liveScale, walls, element, requestFrame } = options;
  const { store, commands } = tour;
  const group = new Group();
  group.name = 'a wall brought closer';
  const camera = new WallCamera();
  const frame: MutableFrame = { x: 0, y: 0, width: 1 };
  const limits = { aspect: 1, minFov: 0, isMotionReduced: false };
  /** The wall on the screen; it stays while the picture goes back from it. */
  let wall: Wall | null = null;
  /** 0 in the view, 1 at the wall. */
  let progress = 0;
  let before = -1;
  let isUnsettled = false;

  const opened = (): Extract<WallView, { kind: 'open' }> | null => {
    const { wallView, relic } = store.getState();
    return wallView?.kind === 'open' && relic === null ? wallView : null;
  };
  const measure = (): void => {
    limits.aspect = Math.max(1, element.clientWidth) / Math.max(1, element.clientHeight);
    limits.minFov = options.minFov();
    limits.isMotionReduced = options.isMotionReduced();
  };

  /** Looks for the wall that was asked for, once it is known how far the walls are. */
  const find = (): void => {
    const { wallView } = store.getState();
    if (wallView?.kind !== 'asked' || (walls.state !== 'here' && walls.state !== 'none')) return;
    const found = walls.state === 'here' ? fitWall((direction) => walls.read(direction), wallView.asked) : 'no-depth';
    if (typeof found === 'string') {
      commands.wall.note(found);
      return;
    }
    measure();
    const { yaw, pitch } = wallView.asked;
    const wished = wallView.frame ?? frameOfView(found, directionOf(yaw, pitch), liveView.current.fov, limits.aspect);
    commands.wall.note({ wall: found, frame: keepInside(found, wished, limits) });
  };

  /** Whoever hears of the question has to hear of it before the answer. */
  const findNext = (): void => queueMicrotask(find);

  const follow = (state: TourState, last: TourState | null): void => {
    const isTakenUp = state.relic !== null && last?.relic === null;
    if (isTakenUp || (last && state.nodeId !== last.nodeId)) {
      // What one saw of the wall is in another place now, or behind a relic.
      progress = 0;
      wall = null;
    }
    const isPutBack = state.relic === null && last !== null && last.relic !== null;
    if (state.wallView === last?.wallView && !isPutBack) return;
    if (state.wallView?.kind === 'asked') findNext();
    if (state.wallView?.kind === 'open') {
      if (state.wallView.wall !== wall) drop(hands.state);
      wall = state.wallView.wall;
      Object.assign(frame, state.wallView.frame);
      isUnsettled = false;
    }
    requestFrame();
  };

  const isAtWall = (): boolean => progress === 1 && opened() !== null;
  /** Where on the wall a place of the picture is, as a direction of the node. */
  const onWall = ({ x, y, kind }: PicturePoint): Pointing => {
    const { x: right, y: up, width } = frame;
    if (!wall) return { yaw: 0, pitch: 0, kind };
    const at = directionOfPoint(wall, right + (x * width) / 2, up + (y * width) / limits.aspect / 2);
    return { ...at, kind };
  };
  /** A curtain hangs in the picture and not on the wall: whoever draws it asks where the view would have that place. */
  const inView = ({ x, y, kind }: PicturePoint): Pointing => {
    const aim = { yaw: 0, pitch: 0 };
    aimAt(aim, liveView.current, x, y, limits.aspect);
    return { ...aim, kind };
  };
  const forLayers = (point: PicturePoint): Pointing =>
    store.getState().comparison?.mode === 'curtain' ? inView(point) : onWall(point);

  const hands = createWallHands({
    element,
    keyRegion: options.keyRegion,
    aspect: () => limits.aspect,
    shiftAt: options.shiftAt,
    isAwake: isAtWall,
    wake: requestFrame,
    pick: (point) => options.pick(onWall(point)),
    take(point) {
      const taken = options.take(forLayers(point));
      return taken && { ...taken, move: (to) => taken.move(forLayers(to)) };
    },
    hover(point) {
      options.hover(point && forLayers(point));
      return false;
    },
  });
  const unsubscribe = store.subscribe(follow);
  const stopWaiting = walls.subscribe(findNext);
  follow(store.getState(), null);

  /** Goes on to the wall, or back; the motion has no weight of its own, so it may turn round at any time. */
  const advance = (dt: number): void => {
    const step = limits.isMotionReduced ? 1 : dt / WAY_SECONDS;
    progress = opened() ? Math.min(1, progress + step) : Math.max(0, progress - step);
  };

  const tellScale = (eye: EyeView | undefined): void => {
    const { panel, relic, wallView } = store.getState();
    const heightPx = Math.max(1, element.clientHeight);
    if (wall && isAtWall()) {
      const metresPerPx = frame.width / limits.aspect / heightPx;
      liveScale.write({ metresPerPx, error: wall.scaleError, distance: wall.distance, isEverywhere: true });
    } else if (eye && relic === null && progress === 0 && (panel?.kind === 'measure' || wallView?.kind === 'asked')) {
      const { right, up, forward, tanLeft, tanRight, tanTop, tanBottom } = eye;
      const middle = { tanMiddleX: (tanRight - tanLeft) / 2, tanMiddleY: (tanTop - tanBottom) / 2 };
      const view = { right, up, forward, ...middle, unitsPerPx: (tanTop + tanBottom) / heightPx };
      liveScale.write(scaleInMiddle((direction) => walls.read(direction), view));
    } else {
      liveScale.write(null);
    }
  };

  return {
    group,
    get hasCamera() {
      return wall !== null && (opened() !== null || progress > 0);
    },
    hidesPanoramas: false,
    get isSettled() {
      const { wallView } = store.getState();
      return wallView?.kind !== 'asked' && progress === (opened() ? 1 : 0);
    },
    wish(wish) {
      hands.wish(wish);
      requestFrame();
    },
    middle: () => (wall && opened() ? directionOfPoint(wall, frame.x, frame.y) : null),
    aim(three: PerspectiveCamera, now: number) {
      if (!wall) return;
      measure();
      const dt = before < 0 ? FIRST_DT : Math.min(MOST_DT, Math.max(0, now - before));
      before = now;
      advance(dt);
      let isMoving = progress !== (opened() ? 1 : 0);
      if (isAtWall() && stepWall(hands.state, frame, wall, dt, limits)) {
        isMoving = true;
        isUnsettled = true;
      } else if (isUnsettled && isAtWall() && !hands.state.grip.isHeld) {
        isUnsettled = false;
        commands.wall.settle(frame);
      }
      if (progress === 0) {
        wall = null;
        three.updateProjectionMatrix();
        aimCamera(three, liveView.current);
        before = -1;
        return;
      }
      camera.aim(three, liveView.current, wall, frame, progress * progress * (3 - 2 * progress));
      if (isMoving) requestFrame();
      else before = -1;
    },
    frame({ sample }: LayerFrame) {
      tellScale(sample.eyes[0]);
      return false;
    },
    stats: () => ({ gpuBytes: {}, bytes: 0, requests: 0, longestUploadMs: 0 }),
    restoreContext: () => undefined,
    dispose() {
      unsubscribe();
      stopWaiting();
      hands.dispose();
      liveScale.write(null);
    },
  };
}
