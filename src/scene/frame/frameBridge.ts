import type { PerspectiveCamera, WebGLRenderer } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { Clock, FrameReport, ViewSample } from '#streaming/ports.ts';
import { isSideBySide } from '#tour/compare/sideBySide.ts';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { LiveView } from '#tour/look/liveView.ts';
import type { TourState, View } from '#tour/state.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { PanoramaGroup } from '#scene/panorama/panoramaGroup.ts';
import type { ShownPanorama } from '#scene/panorama/shown.ts';
import { leadLens } from '#scene/compare/gaze.ts';
import { MiddleSampler } from '#scene/compare/halves.ts';
import { Overlay } from '#scene/compare/overlay.ts';
import { LightMixer, type LampAim } from '#scene/light/lightMixer.ts';
import type { LightOfPyramid } from '#scene/light/pyramidLight.ts';
import type { GpuTileStore } from '#scene/panorama/tileStore.ts';
import { aimCamera } from './aimCamera.ts';
import type { PanoramaEngine } from './engine.ts';
import type { SceneLayer } from './layer.ts';
import type { PlaceOf } from './place.ts';
import { NOTHING_COVERED, NOTHING_TO_SHOW } from './nothingToShow.ts';
import { focalOf, middleOf } from './eyeView.ts';
import { OneMoreEye } from './oneMoreEye.ts';
import { readStats, type SceneStats } from './stats.ts';
import { PATIENCE_SECONDS, Transition } from './transition.ts';
import { ViewSampler } from './viewSampler.ts';

export interface TourSource {
  getState(): TourState;
  subscribe(listener: (state: TourState, before: TourState) => void): () => void;
}

export interface BridgeOptions {
  readonly renderer: WebGLRenderer;
  readonly stores: readonly GpuTileStore[];
  readonly engine: PanoramaEngine;
  readonly tour: TourSource;
  readonly liveView: LiveView;
  readonly placeOf: PlaceOf;
  /** How the layers of a place are seen together at this moment. */
  readonly liveCompare: LiveCompare;
  /** What other light a picture can be mixed with. */
  readonly lightOf: LightOfPyramid;
  /** Where a carried lamp shines. */
  readonly lamp: LampAim;
  /** The very clock of the engine. */
  readonly clock: Clock;
  readonly prefersReducedMotion: () => boolean;
  /** Asks for one more frame. */
  readonly requestFrame: () => void;
}

/**
 * The one bridge between engine and three. `draw` runs once a frame after the camera's motion and before three renders:
 * camera, transition, engine, patches. Between frames it does nothing; it asks for another frame only while a
 * transition runs or the engine has something more to show.
 */
export class FrameBridge {
  readonly panoramas: PanoramaGroup;
  readonly #options: BridgeOptions;
  readonly #transition = new Transition();
  readonly #overlay = new Overlay();
  readonly #middle = new MiddleSampler();
  readonly #lights: LightMixer;
  readonly #brightnessAt = (direction: Vec3): number => this.#lights.brightnessAt(direction);
  readonly #isLost = (pyramid: Pyramid): boolean => this.#options.engine.isLost(pyramid);
  readonly sampler = new ViewSampler();
  readonly #oneMore = new OneMoreEye();
  readonly #unsubscribe: () => void;
  readonly #awaitingSharp: (() => void)[] = [];
  /** The list that the engine was last told, and the cover of its panoramas in the latest frame. */
  #shown: readonly ShownPanorama[] = [];
  #isCovered: readonly boolean[] = NOTHING_COVERED;
  #places: readonly ShownPanorama[] | null = null;
  #others: readonly ShownPanorama[] = [];
  #companions: readonly ShownPanorama[] = [];
  #flicker: ReturnType<typeof setTimeout> | undefined;
  #lastView: View;
  #arrival = -1;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #framesDrawn = 0;
  #layers: readonly SceneLayer[] = [];
  #pilot: SceneLayer | undefined;
  /** Left out of the latest frame for being of the room. */
  readonly #hidden = new Set<SceneLayer>();

  constructor(options: BridgeOptions) {
    this.#options = options;
    this.panoramas = new PanoramaGroup(options.stores);
    this.#lights = new LightMixer(options.lightOf, options.lamp);
    this.#lastView = { ...options.liveView.current };
    const { comparison } = options.tour.getState();
    if (comparison) options.liveCompare.write(comparison);
    this.#unsubscribe = options.tour.subscribe((state, before) => {
      if (state.arrival !== before.arrival || state.lookRequest !== before.lookRequest) options.requestFrame();
      if (state.light !== before.light) options.requestFrame();
      if (state.comparison === before.comparison && isSideBySide(state) === isSideBySide(before)) return;
      if (state.comparison) options.liveCompare.write(state.comparison);
      options.requestFrame();
    });
  }

  /** The frame: everything but three's own drawing. */
  draw(camera: PerspectiveCamera): void {
    const { renderer, engine, liveView, clock } = this.#options;
    if (renderer.getContext().isContextLost()) return;
    const now = clock();
    const view = liveView.current;
    const { isPresenting } = renderer.xr;
    const pilot = isPresenting ? undefined : this.#layers.find(({ hasCamera }) => hasCamera);
    // Whoever had the camera may have given it a projection that its field of view says nothing of.
    if (pilot !== this.#pilot) camera.updateProjectionMatrix();
    this.#pilot = pilot;
    if (pilot) pilot.aim(camera, now);
    else if (!isPresenting) aimCamera(camera, view);
    this.#arriveIfDue(now, view);
    this.#transition.step({
      now,
      isCovered: this.#isCovered,
      isPushed: !isPresenting && !this.#options.prefersReducedMotion(),
      isStereo: isPresenting,
      isLost: this.#isLost,
    });
    const sample = this.sampler.take(renderer, camera, now);
    const isCut = this.#compare(sample, isPresenting);
    this.panoramas.aim(sample.eyes, this.#transition.shown, this.#overlay.shown);
    const flickersAfter = this.#light(sample, camera, view, isPresenting || pilot !== undefined);
    this.#tellEngine();
    const isHidden = this.#layers.some(({ hidesPanoramas }) => hidesPanoramas);
    this.panoramas.group.visible = !isHidden;
    const quad = this.#layers.find((layer) => layer.quad)?.quad ?? null;
    const report = isHidden ? NOTHING_TO_SHOW : engine.frame((isCut ? this.#middle : this.#oneMore).take(sample, quad));
    if (!isHidden) {
      this.#lights.apply(report, this.#shown.length);
      this.panoramas.show(report, this.#shown, focalOf(sample.eyes), quad);
      this.#isCovered = this.#lights.coverOf(report, this.#shown.length);
    }
    const isCovered = !isHidden && (this.#shown.length === 0 || this.#isCovered[this.#topPlace] === true);
    for (const layer of this.#hidden) layer.group.visible = true;
    this.#hidden.clear();
    for (const layer of this.#layers) {
      if (layer.frame({ renderer, camera, sample, now, isCovered, brightnessAt: this.#brightnessAt }))
        this.#options.requestFrame();
    }
    if (isCut) this.#hideBeside();
    clearTimeout(this.#flicker);
    if (flickersAfter !== null && !isHidden)
      this.#flicker = setTimeout(this.#options.requestFrame, flickersAfter * 1_000);
    this.#lastView = { ...view };
    this.#framesDrawn++;
    const isNextCovered = !isHidden && !this.#transition.isSettled && this.#isCovered[this.#topPlace] === true;
    if (report.needsFrame || this.#transition.isFading || isNextCovered) this.#options.requestFrame();
    this.#settleSharp(report);
  }

  /** Resolves once a frame has been drawn in which every visible tile of the due level is there and no walk runs. */
  whenSharp(): Promise<void> {
    return new Promise((resolve) => {
      this.#awaitingSharp.push(resolve);
      this.#options.requestFrame();
    });
  }

  stats(): SceneStats {
    const { renderer, stores, engine } = this.#options;
    const eyes = renderer.xr.isPresenting ? renderer.xr.getCamera().cameras.length : 1;
    return readStats({
      framesDrawn: this.#framesDrawn,
      panoramas: this.panoramas.cost(eyes),
      renderer,
      stores,
      engine,
      layers: this.#layers,
    });
  }

  /** Call once the GPU is back: its memory is reserved again and every tile fetched or decoded again. */
  restoreContext(): void {
    for (const store of this.#options.stores) store.restore();
    this.#options.engine.loseContext();
    for (const layer of this.#layers) layer.restoreContext();
    this.#options.requestFrame();
  }

  add(layer: SceneLayer): void {
    this.#layers = [...this.#layers, layer];
    this.#options.requestFrame();
  }

  remove(layer: SceneLayer): void {
    this.#layers = this.#layers.filter((one) => one !== layer);
    this.#options.requestFrame();
  }

  /** Comes to the place one is at once more: there is a picture of it now. */
  arriveAnew(): void {
    this.#arrival = -1;
    this.#options.requestFrame();
  }

  dispose(): void {
    clearTimeout(this.#patience);
    clearTimeout(this.#flicker);
    this.#unsubscribe();
    this.panoramas.dispose();
  }

  #arriveIfDue(now: number, view: View): void {
    const { tour, placeOf, lightOf, engine, requestFrame } = this.#options;
    const { arrival, nodeId, exhibition, light } = tour.getState();
    if (arrival === this.#arrival) return;
    this.#arrival = arrival;
    this.#transition.arrive(placeOf(nodeId), now, this.#lastView, view);
    const neighbours = findNode(exhibition, nodeId)?.links?.map(({ to }) => placeOf(to)?.pyramid) ?? [];
    const pictures = neighbours.filter((pyramid) => pyramid !== undefined);
    // Where a light was chosen, one arrives with both pictures.
    const others = light ? pictures.flatMap((pyramid) => lightOf(pyramid)?.other ?? []) : [];
    engine.prefetch([...pictures, ...others]);
    // Nothing may arrive of a place that cannot be loaded; then this frame is the one that goes there all the same.
    clearTimeout(this.#patience);
    this.#patience = setTimeout(requestFrame, (PATIENCE_SECONDS + 0.1) * 1_000);
  }

  /** Lays the other layer over the place, once one has arrived there; says whether each has a half of the picture. */
  #compare(sample: ViewSample, isStereo: boolean): boolean {
    const { tour, placeOf, liveCompare } = this.#options;
    const state = tour.getState();
    const { comparison, nodeId } = state;
    const isOpen = comparison !== null && this.#transition.isSettled;
    const other = isOpen ? placeOf(nodeId, comparison.layerId) : null;
    this.#overlay.set(other, isStereo && !(other?.rightEye && this.#isLost(other.rightEye)));
    const own = this.#transition.shown;
    if (!isOpen) {
      this.#overlay.leave(own);
      return false;
    }
    // With an eye each there is one view for both layers, parted in the middle.
    const isCut = !isStereo && isSideBySide(state) && this.#overlay.shown.length > 0;
    const { mode, isPinned } = comparison;
    if (isStereo && !isPinned) leadLens(liveCompare, sample.eyes);
    const pixelRatio = this.#options.renderer.getPixelRatio();
    this.#overlay.follow({ mode, isCut }, liveCompare.current, sample.eyes, pixelRatio, own);
    return isCut;
  }

  /** Mixes the lights of what is on the screen as the visitor has chosen them; in how many seconds a flame moves. `isLed`: the camera is not the view's. */
  #light({ eyes, now }: ViewSample, { aspect }: PerspectiveCamera, view: View, isLed: boolean): number | null {
    const { tour, prefersReducedMotion } = this.#options;
    const { light } = tour.getState();
    const head = isLed ? middleOf(eyes) : null;
    const isMotionReduced = prefersReducedMotion();
    return this.#lights.follow(this.#transition.shown, { light, view, head, aspect, now, isMotionReduced });
  }

  /** Each half is a picture of its own, and what stands in the room would have to be drawn in both. */
  #hideBeside(): void {
    for (const layer of this.#layers) {
      if (layer.isOfPicture || !layer.group.visible) continue;
      layer.group.visible = false;
      this.#hidden.add(layer);
    }
  }

  /** Whether a lamp in the visitor's hand lights what is on the screen. */
  get isLampAimed(): boolean {
    return this.#lights.isAimed;
  }

  /** Index of the topmost panorama of the place one is at or goes to. */
  get #topPlace(): number {
    return this.#transition.shown.length - 1;
  }

  #tellEngine(): void {
    const { shown: places } = this.#transition;
    const { shown: others } = this.#overlay;
    const { companions } = this.#lights;
    if (places === this.#places && others === this.#others && companions === this.#companions) return;
    this.#places = places;
    this.#others = others;
    this.#companions = companions;
    const shown = [...places, ...others];
    this.#shown = shown;
    this.#isCovered = NOTHING_COVERED;
    this.#options.engine.show(companions.length > 0 ? [...shown, ...companions] : shown);
  }

  #settleSharp(report: FrameReport): void {
    if (this.#awaitingSharp.length === 0 || !report.isSharp) return;
    if (!this.#transition.isSettled && report !== NOTHING_TO_SHOW) return;
    if (this.#layers.some(({ isSettled }) => !isSettled)) return;
    // Promises resume after this frame's synchronous rendering, so what they promise is on the screen by then.
    for (const resolve of this.#awaitingSharp) resolve();
    this.#awaitingSharp.length = 0;
  }
}
