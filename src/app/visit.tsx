/** Wires a visit: document → tour → engine → picture. Everything here is on the way to the first picture. */
import { NO_SHIFT, shiftAt, type Shift } from '#scene/compare/halves.ts';
import { createCompareHands } from '#scene/compare/hands.ts';
import { Marks } from '#scene/hotspot/Marks.tsx';
import { createMarks } from '#scene/hotspot/createMarks.ts';
import { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import { MarkFocus } from '#scene/hotspot/focus.ts';
import { LookControls } from '#scene/look/LookControls.tsx';
import { createLookControls } from '#scene/look/controls.ts';
import type { Look } from '#scene/look/controls.ts';
import { mountScene } from '#scene/mount.tsx';
import type { SceneHandle } from '#scene/mount.tsx';
import { PanoramaLoader } from '#sources/panorama/panoramaLoader.ts';
import { resolveAssetUri } from '#document/uri.ts';
import type { Exhibition } from '#document/schema.ts';
import { matchLanguage } from '#i18n/matchLanguage.ts';
import { toRadians } from '#shared/angle.ts';
import { StreamingEngine } from '#streaming/engine.ts';
import { readAddress } from '#tour/address.ts';
import { restoreLayers, restoreWall } from '#tour/addressBar.ts';
import { isSideBySide } from '#tour/compare/sideBySide.ts';
import { LiveCompare } from '#tour/compare/liveCompare.ts';
import { LiveView } from '#tour/look/liveView.ts';
import { maxFovFor, minFovFor } from '#tour/look/limits.ts';
import { createTour } from '#tour/store.ts';
import type { Tour } from '#tour/store.ts';
import type { Stand, TourState, View } from '#tour/state.ts';
import type { TurnWish } from '#tour/look/turnMix.ts';
import type { WallDirection } from '#tour/wallView/state.ts';
import { LiveScale } from '#tour/wallView/liveScale.ts';
import { deviceClassOf, workerCountOf } from './device.ts';
import type { FetchedExhibition } from './fetchExhibition.ts';
import { listPlaces } from './places.ts';
import { awaitAreas } from './awaitAreas.ts';
import { faultOf } from './faultOf.ts';
import { nameLayersWhenDue } from './nameLayersWhenDue.ts';
import { awaitWallTape, type AwaitedTape } from './awaitWallTape.ts';
import { awaitFlat, type AwaitedFlat } from './flat/awaitFlat.ts';
import { awaitHeadset, type AwaitedDoor } from './headset/awaitHeadset.ts';
import { awaitRelics, type AwaitedRelics } from './relics/awaitRelics.ts';

/** Radians. */
const NARROWEST_IN_HALL = toRadians(25);

export interface Visit {
  readonly tour: Tour;
  readonly liveView: LiveView;
  /** The part of the address behind `#` that it began with. */
  readonly readHash: string;
  readonly scene: SceneHandle;
  readonly look: Look;
  /** Which mark is lit. */
  readonly focus: MarkFocus;
  readonly relics: AwaitedRelics;
  /** Presses what is in the middle of the picture with the tape in the hand. */
  pressMiddle(): void;
  /** Presses a wall with the tape in the hand. */
  pressWall(direction: WallDirection): void;
  /** How large the picture shows the walls at this moment. */
  readonly liveScale: LiveScale;
  /** Moves over a wall that is brought closer. */
  moveWall(wish: TurnWish): void;
  readonly flat: AwaitedFlat;
  readonly headset: AwaitedDoor;
}

export interface BegunTour extends Pick<Visit, 'tour' | 'liveView' | 'readHash'> {
  /** Who knows where in a hall the visitor stands at this moment; the place of the latest rest by default. */
  readStandFrom(read: () => Stand | null): void;
}

/** The tour as the address, the visitor's languages and the document would have it. */
export function beginTour(opened: FetchedExhibition, exhibition: Exhibition): BegunTour {
  const { faults, brokenNodes } = opened;
  const { hash: readHash } = location;
  const { address, faults: addressFaults } = readAddress(readHash, { exhibition, brokenNodes });
  const wished = matchLanguage(navigator.languages, exhibition.languages) ?? exhibition.defaultLanguage;
  let current: View | null = null;
  let readStand = (): Stand | null => tour.store.getState().stand;
  const tour = createTour({
    exhibition,
    faults: [...faults, ...addressFaults],
    brokenNodes,
    language: address.language ?? wished,
    ...(address.nodeId !== null && { nodeId: address.nodeId }),
    ...(address.view !== null && { view: address.view }),
    stand: address.stand,
    flat: address.flat,
    panel: address.panel,
    guide: address.guide,
    // Whoever follows a link to a view wants to see it.
    isTitleOpen: address.nodeId === null,
    currentView: () => current ?? tour.store.getState().settledView,
    currentStand: () => readStand(),
  });
  restoreLayers(tour, address);
  restoreWall(tour, address);
  if (address.relicId !== null) tour.commands.relic.open(address.relicId);
  const liveView = new LiveView(tour.store.getState().settledView);
  liveView.subscribe((view) => (current = view));
  return { tour, liveView, readHash, readStandFrom: (read) => (readStand = read) };
}

/** Rejects with `SceneError` where the picture cannot be drawn. */
export async function beginVisit(
  opened: FetchedExhibition,
  exhibition: Exhibition,
  stage: { readonly canvas: HTMLCanvasElement; readonly container: HTMLElement },
): Promise<Visit> {
  const { tour, liveView, readHash, readStandFrom } = beginTour(opened, exhibition);
  const { canvas, container } = stage;
  const places = listPlaces(exhibition, opened.brokenNodes);
  const clock = (): number => performance.now() / 1_000;
  const loader = new PanoramaLoader({
    sourceOf: places.sourceOf,
    resolve: (uri) => resolveAssetUri(uri, opened.url),
    createWorker: () =>
      new Worker(new URL('../sources/panorama/decode/worker.ts', import.meta.url), { type: 'module', name: 'decode' }),
    workerCount: workerCountOf(navigator),
  });
  const motion = matchMedia('(prefers-reduced-motion: reduce)');

  let scene: SceneHandle | null = null;
  let relics: AwaitedRelics | null = null;
  let flat: AwaitedFlat | null = null;
  let tape: AwaitedTape = { pick: () => false, hasCamera: false, middleOfWall: () => null, moveWall: () => undefined };
  const limits = { minFov: 0, maxFov: Math.PI };
  const measureLimits = (): void => {
    const { clientWidth, clientHeight } = container;
    const place = places.placeOf(tour.store.getState().nodeId);
    const heightPx = clientHeight * Math.min(devicePixelRatio, 3);
    // A hall has no texels to run out of; one walks up to what one wants to see larger.
    limits.minFov = place ? minFovFor(place.pyramid, heightPx) : NARROWEST_IN_HALL;
    limits.maxFov = maxFovFor(clientWidth / Math.max(1, clientHeight));
  };
  measureLimits();
  new ResizeObserver(measureLimits).observe(container);
  tour.store.subscribe((state, before) => {
    if (state.nodeId !== before.nodeId) measureLimits();
  });

  const focus = new MarkFocus();
  const invalidate = (): void => scene?.invalidate();
  const walls = new KnownWalls();
  const marks = createMarks({ tour, liveView, focus, walls, invalidate });
  let isBehindBoard = false;
  // Nothing stands in the picture while the title card lies over it, a relic is in the hand, a wall is brought closer, or
  // it is cut in two.
  const showMarks = (state: TourState): void => {
    const { isTitleOpen, relic, wallView, headset } = state;
    const isAlone =
      relic !== null || wallView?.kind === 'open' || isBehindBoard || (headset === null && isSideBySide(state));
    const isVisible = !isTitleOpen && !isAlone;
    if (marks.group.visible === isVisible) return;
    marks.group.visible = isVisible;
    invalidate();
  };
  showMarks(tour.store.getState());
  tour.store.subscribe(showMarks);
  const liveCompare = new LiveCompare();
  const compareHands = createCompareHands({
    tour,
    live: liveCompare,
    view: () => liveView.current,
    size: () => {
      const { clientWidth, clientHeight } = container;
      return { widthPx: clientWidth, aspect: clientWidth / Math.max(1, clientHeight) };
    },
    requestFrame: invalidate,
  });
  const isCut = (): boolean => isSideBySide(tour.store.getState());
  const shiftNow = (x: number, y: number): Shift =>
    isCut() ? shiftAt(x, y, { widthPx: container.clientWidth, heightPx: container.clientHeight }) : NO_SHIFT;
  const look = createLookControls({
    element: canvas,
    keyRegion: container,
    liveView,
    tour,
    invalidate,
    limits: () => limits,
    isMotionReduced: () => motion.matches,
    isAwake: () => {
      const { relic, wallView } = tour.store.getState();
      return relic === null && wallView?.kind !== 'open' && !tape.hasCamera && !flat?.isHere;
    },
    isWalked: () => relics?.isWalked ?? false,
    shiftAt: shiftNow,
    pick: (pointing) => tape.pick(pointing) || (!isCut() && (relics?.pick(pointing) || marks.pick(pointing))),
    take: (pointing) => compareHands.take(pointing),
    onTurned: (yaw, pitch) => compareHands.turned(yaw, pitch),
    hover: (pointing) => {
      compareHands.hover(pointing);
      if (isCut()) return false;
      return relics?.hover(pointing) || marks.hover(pointing);
    },
  });

  scene = await mountScene({
    canvas,
    container,
    tour: tour.store,
    liveView,
    liveCompare,
    placeOf: places.placeOf,
    pyramids: places.pyramids,
    lightOf: places.lightOf,
    deviceClass: deviceClassOf(window),
    clock,
    prefersReducedMotion: () => motion.matches,
    createEngine: (stores, requestFrame) =>
      new StreamingEngine({
        loader,
        stores,
        clock,
        requestFrame,
        fadeSeconds: motion.matches ? 0 : 0.1,
        onFault: (fault) => tour.commands.report([faultOf(fault)]),
      }),
    children: (
      <>
        <LookControls look={look} />
        <Marks marks={marks} />
      </>
    ),
  });
  relics = awaitRelics({
    tour,
    liveView,
    scene,
    focus,
    walls,
    canvas,
    container,
    baseUrl: opened.url,
    ...(opened.made && { made: opened.made }),
    deviceClass: deviceClassOf(window),
    workers: workerCountOf(navigator),
    clock,
    isMotionReduced: () => motion.matches,
  });
  nameLayersWhenDue(tour, scene, liveCompare);
  flat = awaitFlat({
    tour,
    scene,
    places,
    element: canvas,
    keyRegion: container,
    isMotionReduced: () => motion.matches,
  });
  void awaitAreas(scene, { tour, focus, walls, isShown: () => marks.group.visible });
  const liveScale = new LiveScale();
  tape = awaitWallTape({
    tour,
    scene,
    baseUrl: opened.url,
    deviceClass: deviceClassOf(window),
    known: walls,
    shiftAt: shiftNow,
    liveView,
    liveScale,
    element: canvas,
    keyRegion: container,
    minFov: () => limits.minFov,
    isMotionReduced: () => motion.matches,
    take: (pointing) => compareHands.take(pointing),
    hover: (pointing) => compareHands.hover(pointing),
  });
  const awaited = relics;
  readStandFrom(() => awaited.stand ?? tour.store.getState().stand);
  const headset = awaitHeadset({
    tour,
    liveView,
    liveCompare,
    scene,
    focus,
    walls,
    marks,
    hideMarks(isHidden) {
      isBehindBoard = isHidden;
      showMarks(tour.store.getState());
    },
    pyramidOf: (nodeId) => places.placeOf(nodeId)?.pyramid ?? null,
    clock,
    relics: () => awaited.get(),
    baseUrl: opened.url,
    isMotionReduced: () => motion.matches,
  });
  const pressWall = (at: WallDirection): void => void tape.pick({ yaw: at.yaw, pitch: at.pitch, kind: 'centre' });
  const pressMiddle = (): void => pressWall(tape.middleOfWall() ?? liveView.current);
  const { moveWall } = tape;
  return {
    tour, liveView, readHash, scene, look, focus, relics, pressMiddle, pressWall, liveScale, moveWall, flat, headset,
  }; // prettier-ignore
}
