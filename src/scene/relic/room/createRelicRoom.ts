/** The relic room: one relic fills the view, to be turned, lit, cut, measured. A layer of the scene; see `roomOptions.ts`. */
import { Group, type PerspectiveCamera, type Scene, Vector2 } from 'three';
import type { LayerFrame } from '#scene/frame/layer.ts';
import { SmoothEdges } from '#scene/frame/smoothEdges.ts';
import { toDevice } from '#scene/look/bindPointers.ts';
import { isSoftwareRenderer } from '#scene/frame/softwareRenderer.ts';
import { findRelicAsset } from '#tour/relic/commands.ts';
import { isAt, orbitAt } from '#tour/relic/orbit/orbitState.ts';
import { drop, showWhole } from '#tour/relic/orbit/wishes.ts';
import type { RelicVisit } from '#tour/relic/state.ts';
import { bindGamepad } from './hand/bindGamepad.ts';
import { bindKeys } from './hand/bindKeys.ts';
import { bindPointers } from './hand/bindPointers.ts';
import { bindWheel } from './hand/bindWheel.ts';
import { createDesk } from './hand/reach.ts';
import { LampHandle } from './light/lampHandle.ts';
import type { RelicRoom, RelicRoomOptions } from './roomOptions.ts';
import { ScaleFigure } from './scale/figure.ts';
import { SectionHandle } from './section/sectionHandle.ts';
import { Showcase } from './showcase.ts';
import { Overlay } from './sign/overlay.ts';
import { StageSet } from './stage/stageSet.ts';
import { OrbitView } from './view/orbitView.ts';

/** The first frame after a rest knows nothing of how long it took, and a stalled one must not throw the camera. */
const FIRST_DT = 1 / 60;
const MAX_DT = 0.2;
/** Triangles to a pixel at which a wireframe's lines would fill everything. */
const DENSE = 0.12;

export function createRelicRoom(options: RelicRoomOptions): RelicRoom {
  const { tour, pool, renderer, requestFrame } = options;
  const effort = options.effort ?? (isSoftwareRenderer(renderer) ? 'plain' : 'full');
  const group = new Group();
  group.name = 'relic room';
  const content = new Group();
  group.add(content);
  const view = new OrbitView();
  const stage = new StageSet(renderer, () => options.light.environment, effort);
  const smoothEdges = new SmoothEdges(renderer);
  const figure = new ScaleFigure();
  const leaving = new AbortController();
  const buffer = new Vector2();
  const css = new Vector2();
  let showcase: Showcase | null = null;
  let camera: PerspectiveCamera | null = null;
  let lastNow = -Infinity;
  let isMoving = false;
  let isUnsettled = false;
  let hasRested = true;

  const lamp = new LampHandle(
    view,
    () => showcase?.lamp.current ?? { yaw: 0, pitch: 0, mix: 0 },
    (next, isOver) => {
      showcase?.lamp.jump(next);
      if (showcase) stage.shine(showcase.lamp.current);
      touch();
      if (isOver) tour.commands.relic.set({ lamp: next });
    },
  );
  const section = new SectionHandle(
    view,
    () => showcase?.cut.current ?? null,
    (next, isOver) => {
      showcase?.cut.hold(next);
      touch();
      if (isOver) tour.commands.relic.set({ section: next });
    },
  );
  const overlay = new Overlay({
    view,
    lamp,
    section,
    figure,
    onRedraw: () => touch(),
  });
  const desk = createDesk({
    options,
    view,
    overlay,
    lamp,
    section,
    showcase: () => showcase,
    signal: leaving.signal,
  });
  view.setAround((yaw, pitch) => [
    ...stage.plinth.rim(yaw, pitch, view.middle.y - view.min[1]),
    ...figure.pointsBeside(view, pitch),
  ]);
  content.add(stage.group, figure.group, overlay.group);
  content.visible = false;
  bindPointers(desk);
  bindWheel(desk);
  bindKeys(desk, options.container);
  bindGamepad(desk);

  function touch(): void {
    if (showcase) showcase.isStale = true;
    requestFrame();
  }

  const open = (relic: RelicVisit): void => {
    showcase = new Showcase({ options, view, stage }, relic);
    content.add(showcase.group);
    content.visible = true;
    view.state.isWhole = false;
    setScale(relic);
    requestFrame();
  };

  const close = (): void => {
    if (!showcase) return;
    showcase.dispose();
    showcase = null;
    overlay.clear();
    figure.show('none');
    content.visible = false;
    stage.leave();
    smoothEdges.rest();
    drop(view.state);
    if (camera?.view?.enabled) camera.clearViewOffset();
    renderer.domElement.style.cursor = 'grab';
    pool.hold(null);
    pool.show([]);
    options.putBack?.();
    isMoving = isUnsettled = false;
    requestFrame();
  };

  const setScale = (relic: RelicVisit): void => {
    figure.show(relic.scale);
    view.measure();
  };

  const follow = (relic: RelicVisit | null): void => {
    const before = showcase?.relic;
    if (relic === before) return;
    if (!relic || !before || relic.hotspotId !== before.hotspotId || relic.serial !== before.serial) {
      close();
      if (relic) open(relic);
      return;
    }
    showcase?.follow(relic);
    if (relic.scale !== before.scale) {
      setScale(relic);
      showWhole(view.state, view.limits, !options.isMotionReduced());
    }
    if (relic.tool !== before.tool) overlay.seek = null;
    requestFrame();
  };
  const unsubscribe = tour.store.subscribe((state, before) => {
    if (state.relic !== before.relic) follow(state.relic);
    else if (state.language !== before.language) touch();
  });
  if (tour.store.getState().relic) follow(tour.store.getState().relic);

  /** What never comes is not waited for; of a tileset the pool knows, as a view may well have no tile in it. */
  const isNothingDue = ({ fault, relic }: Showcase): boolean =>
    fault !== null || findRelicAsset(tour.store.getState().exhibition, relic.assetId)?.kind === 'tileset';

  const settle = (): void => {
    // A jump is no motion, yet the camera is elsewhere after it.
    if (isMoving || view.state.grip.isHeld || !showcase) return;
    if (!isUnsettled && isAt(view.state.pose, showcase.relic.settledOrbit)) return;
    isUnsettled = false;
    tour.commands.relic.settle(orbitAt(view.state.pose));
  };

  return {
    group,
    get hasCamera() {
      return showcase !== null;
    },
    get hidesPanoramas() {
      return showcase !== null;
    },
    get isSettled() {
      return showcase === null || (!isMoving && hasRested && (showcase.isThere || isNothingDue(showcase)));
    },
    get shown() {
      return showcase?.shown ?? null;
    },
    get fault() {
      return showcase?.fault ?? null;
    },
    setInsets(insets) {
      view.setInsets(insets, showcase !== null && !options.isMotionReduced());
      requestFrame();
    },
    nameAnnotation(annotationId) {
      showcase?.annotated.marks.name(annotationId);
      touch();
    },
    async pick(xPx, yPx) {
      const hit = await showcase?.pick(toDevice(renderer.domElement, xPx, yPx));
      return hit?.point ?? null;
    },
    aim(next, now) {
      camera = next;
      const dt = hasRested ? FIRST_DT : Math.min(MAX_DT, now - lastNow);
      renderer.getSize(css);
      view.setSize(css.x, css.y, false);
      const hadRequest = showcase?.aim() ?? false;
      isMoving = view.step(dt, options.isMotionReduced());
      if (isMoving || hadRequest) isUnsettled = true;
      view.aim(next);
    },
    frame({ camera: eye, now }: LayerFrame) {
      if (!showcase) return false;
      const dt = hasRested ? FIRST_DT : Math.min(MAX_DT, now - lastNow);
      lastNow = now;
      renderer.getDrawingBufferSize(buffer);
      const pixelRatio = renderer.getPixelRatio();
      const scene = sceneOf(group);
      if (scene) stage.enter(scene);
      stage.group.visible = showcase.isThere;
      const goesOn = showcase.step(dt, now, buffer.x, isMoving);
      stage.follow(view, eye.position.y, showcase.lamp.current);
      showcase.placeCaps(pixelRatio);
      showcase.showing.setWireOpacity(wireOpacity(showcase, view));
      const { language } = tour.store.getState();
      overlay.follow(showcase, language, { widthPx: buffer.x, heightPx: buffer.y, pixelRatio }, isMoving || goesOn);
      if (scene) smoothEdges.begin(scene);
      settle();
      hasRested = !isMoving && !goesOn;
      return !hasRested;
    },
    stats: () => ({ gpuBytes: { edges: smoothEdges.gpuBytes }, bytes: 0, requests: 0, longestUploadMs: 0 }),
    restoreContext() {
      stage.redrawShadow();
      touch();
    },
    dispose() {
      unsubscribe();
      close();
      leaving.abort();
      overlay.dispose();
      figure.dispose();
      stage.dispose();
      smoothEdges.dispose();
    },
  };
}

/** A fine mesh far away would be one white body: its lines are the fainter the more of them share a pixel. */
function wireOpacity({ showing }: Showcase, view: OrbitView): number {
  const triangles = showing.bodies().reduce((sum, { object }) => sum + object.content.triangles, 0);
  const radiusPx = (view.radius / view.state.pose.distance / view.tanY) * (view.size.heightPx / 2);
  const perPixel = triangles / 2 / (Math.PI * radiusPx * radiusPx * 0.5);
  return Math.min(0.85, Math.max(0.1, 0.1 + 0.75 * (1 - perPixel / DENSE)));
}

function sceneOf(group: Group): Scene | null {
  let at: Group['parent'] = group;
  while (at?.parent) at = at.parent;
  return at && (at as Scene).isScene ? (at as Scene) : null;
}
