/**
 * The flat picture of a place on the page: has the camera while one is there, moves it by hand, by wish and by itself, and
 * rolls up what is not seen of a scroll. In a headset `hangInHeadset.ts` says how it hangs.
 */
import { Group, type PerspectiveCamera, Scene } from 'three';
import { toDegrees } from '#shared/angle.ts';
import { setLens } from '#scene/frame/aimCamera.ts';
import type { LayerFrame, SceneLayer } from '#scene/frame/layer.ts';
import { Still } from '#scene/gallery/still.ts';
import { createWallHands, type PicturePoint } from '#scene/wallView/wallHands.ts';
import type { HangingSheet } from '#streaming/flat/hangingSheet.ts';
import { firstFrame, frameAtEnd, frameOnward, keepFrame, type PageShape } from '#tour/flat/frame.ts';
import { autoStep, stepTowards } from '#tour/flat/motion.ts';
import { openingOf } from '#tour/flat/opening.ts';
import { flatOfNode } from '#tour/flat/flatOfNode.ts';
import { type FlatShape, shapeOf } from '#tour/flat/shape.ts';
import { drop } from '#tour/look/wishes.ts';
import type { TourState } from '#tour/state.ts';
import type { WallFrame } from '#tour/wallView/state.ts';
import { type MutableFrame, stepWall } from '#tour/wallView/step.ts';
import { type FlatView, type FlatViewOptions, PAGE_WALL } from './flatViewOptions.ts';
import { bindScrollKeys } from './bindScrollKeys.ts';
import { hotspotAt } from './hotspotAt.ts';
import { HangInHeadset, stickOf } from './hangInHeadset.ts';
import { Rolls } from './rolls.ts';
import { bindWheelAlong } from './wheelAlong.ts';

/** Tangent of half the vertical field of view: as one sees a thing on a table. */
const TAN = 0.25;
const FOV = toDegrees(2 * Math.atan(TAN));
/** Of the distance to the picture. */
const NEAR = 0.05;
const FAR = 20;
const FIRST_DT = 1 / 60;
const MOST_DT = 0.2;
const EASED = { isEased: true } as const;

interface Here {
  readonly shape: FlatShape;
  readonly sheet: HangingSheet;
  readonly rolls: Rolls | null;
}

export function createFlatView(options: FlatViewOptions): FlatView {
  const { tour, live, element, renderer, requestFrame, isMotionReduced } = options;
  const { store, commands } = tour;
  const group = new Group();
  group.name = 'flat picture and its rolls';
  const still = new Still(renderer);
  group.add(still.mesh);
  const frame: MutableFrame = { x: 0, y: 0, width: 1 };
  let here: Here | null = null;
  let target: WallFrame | null = null;
  let isAuto = false;
  let isUnsettled = false;
  let before = -1;
  let camera: PerspectiveCamera | null = null;
  let isTold = false;

  const page = (): PageShape => ({
    aspect: Math.max(1, element.clientWidth) / Math.max(1, element.clientHeight),
    widthPx: Math.max(1, element.clientWidth) * renderer.getPixelRatio(),
  });
  const isAwake = (): boolean => {
    const { relic, headset } = store.getState();
    return here !== null && relic === null && headset === null;
  };

  const keepPicture = (): void => {
    const scene: Scene | null = group.parent instanceof Scene ? group.parent : null;
    if (scene && camera) still.take(scene, camera);
  };
  const leave = (): void => {
    here?.rolls?.dispose();
    here?.rolls?.group.removeFromParent();
    here = null;
    live.write(null);
  };
  const arrive = ({ exhibition, nodeId, flat }: TourState): void => {
    const asset = flatOfNode(exhibition, nodeId);
    leave();
    if (!asset) return;
    const shape = shapeOf(asset);
    const rolls = shape.isScroll ? new Rolls(shape.height) : null;
    if (rolls) group.add(rolls.group);
    here = { shape, sheet: options.sheetOf(asset), rolls };
    drop(hands.state);
    target = null;
    isAuto = false;
    Object.assign(frame, flat ? keepFrame(shape, flat, page()) : firstFrame(shape, page()));
    isUnsettled = true;
    isTold = false;
  };

  const go = (to: WallFrame, { isEased }: { readonly isEased: boolean }): void => {
    if (!here) return;
    const kept = keepFrame(here.shape, to, page());
    setAuto(false);
    drop(hands.state);
    target = isEased ? kept : null;
    if (!isEased) Object.assign(frame, kept);
    isUnsettled = true;
    isTold = false;
    requestFrame();
  };
  const setAuto = (isOn: boolean): void => {
    if (isAuto === isOn) return;
    isAuto = isOn && here !== null && here.shape.isScroll && !isMotionReduced();
    target = null;
    isTold = false;
    isUnsettled = true;
    requestFrame();
  };

  /** The hotspot at a place of the page. */
  const pointedAt = ({ x, y }: PicturePoint): string | null => {
    if (!here) return null;
    const [right, up] = [(x * frame.width) / 2, (y * frame.width) / page().aspect / 2];
    return hotspotAt(store.getState(), here.shape, frame.x + right, frame.y + up);
  };

  const hands = createWallHands({
    element,
    keyRegion: options.keyRegion,
    aspect: () => page().aspect,
    shiftAt: () => [0, 0],
    isAwake,
    wake: requestFrame,
    pick(point) {
      const id = pointedAt(point);
      if (id !== null) commands.openPanel({ kind: 'hotspot', hotspotId: id });
      return id !== null;
    },
    take: () => null,
    hover: (point) => point !== null && pointedAt(point) !== null,
    bindWheel: (desk) =>
      bindWheelAlong(desk, {
        onward: () => (here?.shape.isScroll ? here.shape.onward : 0),
        move(acrossPx) {
          const cssWidth = Math.max(1, element.clientWidth);
          frame.x += (acrossPx * frame.width) / cssWidth;
          target = null;
          isUnsettled = true;
          isTold = false;
          requestFrame();
        },
      }),
  });

  const hang = new HangInHeadset();
  const leaving = new AbortController();
  bindScrollKeys({
    page: element.ownerDocument,
    region: options.keyRegion,
    signal: leaving.signal,
    isAwake,
    turnPage: (steps) => here && go(frameOnward(here.shape, target ?? frame, page(), steps), EASED),
    goToEnd: (end) => here && go(frameAtEnd(here.shape, frame, page(), end), EASED),
    onInput: () => setAuto(false),
  });

  const unsubscribe = store.subscribe((state, last) => {
    if (state.nodeId !== last.nodeId || state.exhibition !== last.exhibition) {
      if (here || flatOfNode(state.exhibition, state.nodeId)) keepPicture();
      arrive(state);
      requestFrame();
    } else if (here && state.flat && state.flat !== last.flat && !isSame(state.flat, frame)) {
      go(state.flat, EASED);
    }
    if (state.relic !== last.relic) drop(hands.state);
  });
  arrive(store.getState());

  /** Everything that moves, by `dt` seconds; says whether it goes on. */
  const advance = ({ shape }: Here, dt: number, limits: PageShape): boolean => {
    const isByHand = hands.state.grip.isHeld || hands.state.zoom.left !== 0 || isTurned(hands.state.turn);
    if (isByHand) target = null;
    if (target) {
      if (stepTowards(frame, target, dt, isMotionReduced())) target = null;
      return true;
    }
    if (isAuto) {
      const { x } = frame;
      frame.x += autoStep(shape, frame, limits.aspect, dt);
      Object.assign(frame, keepFrame(shape, frame, limits));
      if (frame.x === x || isSame(frame, frameAtEnd(shape, frame, limits, 1))) setAuto(false);
      return true;
    }
    const keep = (to: WallFrame): WallFrame => keepFrame(shape, to, limits);
    return stepWall(hands.state, frame, PAGE_WALL, dt, {
      ...limits,
      minFov: 0,
      isMotionReduced: isMotionReduced(),
      keep,
    });
  };

  /** The sheet, the rolls and whoever listens, as the frame is now. */
  const show = ({ shape, sheet, rolls }: Here, { aspect, widthPx }: PageShape): void => {
    const opening = openingOf(shape, frame, aspect);
    sheet.distance = sheet.bend = sheet.along = sheet.up = 0;
    sheet.from = shape.isScroll ? Math.max(0, (opening.left - opening.leftRoll) / shape.width + 0.5) : 0;
    sheet.to = shape.isScroll ? Math.min(1, (opening.right + opening.rightRoll) / shape.width + 0.5) : 1;
    rolls?.set(opening);
    if (isTold) return;
    isTold = true;
    const cssWidthPx = Math.max(1, element.clientWidth);
    live.write({ shape, frame: { ...frame }, aspect, cssWidthPx, widthPx, opening, isAuto });
  };

  return {
    group,
    isOfPicture: true,
    hidesPanoramas: false,
    get hasCamera() {
      return isAwake();
    },
    get isHere() {
      return here !== null;
    },
    get isSettled() {
      return !still.isShown && (!here || target === null);
    },
    go,
    setAuto,
    wish(wish) {
      setAuto(false);
      hands.wish(wish);
      requestFrame();
    },
    resize() {
      isTold = false;
      requestFrame();
    },
    aim(three, now) {
      if (!here) return;
      const dt = before < 0 ? FIRST_DT : Math.min(MOST_DT, Math.max(0, now - before));
      before = now;
      const limits = page();
      const { x, y, width } = frame;
      const isMoving = advance(here, dt, limits);
      Object.assign(frame, keepFrame(here.shape, frame, limits));
      if (frame.x !== x || frame.y !== y || frame.width !== width) {
        isTold = false;
        isUnsettled = true;
      }
      here.sheet.speed = dt > 0 ? (frame.x - x) / dt : 0;
      show(here, limits);
      const away = frame.width / limits.aspect / 2 / TAN;
      three.position.set(frame.x, frame.y, away);
      three.rotation.set(0, 0, 0);
      setLens(three, FOV, away * NEAR, away * FAR);
      if (isMoving) requestFrame();
      else {
        before = -1;
        here.sheet.speed = 0;
        if (isUnsettled && !hands.state.grip.isHeld) {
          isUnsettled = false;
          commands.showFlat(frame);
        }
      }
    },
    frame({ camera: latest, now, isCovered }: LayerFrame) {
      camera = latest;
      if (here?.rolls) here.rolls.group.visible = isAwake();
      if (here && renderer.xr.isPresenting) {
        const { isSeated } = store.getState().comfort;
        frame.x = hang.step(here.sheet, here.shape, frame.x, isSeated, stickOf(renderer), now);
        isTold = false;
        isUnsettled = true;
      } else hang.rest();
      return still.step(now, isCovered, isMotionReduced());
    },
    stats: () => ({ gpuBytes: { still: still.gpuBytes }, bytes: 0, requests: 0, longestUploadMs: 0 }),
    restoreContext: () => still.forget(),
    dispose() {
      unsubscribe();
      leaving.abort();
      hands.dispose();
      leave();
      still.dispose();
    },
  } satisfies SceneLayer & FlatView;
}

function isTurned({ right, up, nearer }: { readonly right: number; readonly up: number; readonly nearer: number }) {
  return right !== 0 || up !== 0 || nearer !== 0;
}

function isSame(a: WallFrame, b: WallFrame): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width;
}
