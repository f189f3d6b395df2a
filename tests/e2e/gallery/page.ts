/** A visit without the page around it: the real scene, tour and camera, a hall and relics in place, steered by tests. */
import type { Exhibition } from '#document/schema.ts';
import { MarkFocus } from '#scene/hotspot/focus.ts';
import { createLookControls } from '#scene/look/controls.ts';
import { LookControls } from '#scene/look/LookControls.tsx';
import type { SceneStats } from '#scene/frame/stats.ts';
import { createGallery } from '#scene/gallery/createGallery.ts';
import type { Gallery } from '#scene/gallery/galleryOptions.ts';
import { mountScene, type SceneHandle } from '#scene/mount.tsx';
import { createMuseumLight } from '#scene/relic/light/museumLight.ts';
import { createRelicPlace, type RelicPlace } from '#scene/relic/place/createRelicPlace.ts';
import { createSharedPool, type SharedPool, type Use } from '#scene/tileset/createSharedPool.ts';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { PanoramaLoader } from '#sources/panorama/panoramaLoader.ts';
import { listPlaces } from '../../../src/app/places.ts';
import { StreamingEngine } from '#streaming/engine.ts';
import { bindAddressBar } from '#tour/addressBar.ts';
import { LiveView } from '#tour/look/liveView.ts';
import type { Stand } from '#tour/state.ts';
import { createTour, type Tour } from '#tour/store.ts';
import { createElement } from 'react';
import type { EyePictures, HeadPose, HeadsetShape } from '../panorama/headset.ts';
import { WornHeadset } from './wornHeadset.ts';

export interface OpenOptions {
  readonly exhibition: Exhibition;
  readonly nodeId: string;
  readonly language?: string;
  /** Where the files of the exhibition are. */
  readonly baseUrl: string;
  /** Bytes that panoramas take of what relics share with them; their own by default. */
  readonly tileBytes?: number;
  readonly relicClass?: 'desktop' | 'phone' | 'headset';
}

export interface HallPlay {
  open(options: OpenOptions): Promise<void>;
  readonly tour: Tour;
  readonly gallery: Gallery;
  readonly place: RelicPlace;
  readonly pool: SharedPool;
  /** The most that models and tilesets took together in any frame, and what they may. */
  readonly peak: { readonly most: Use; readonly budget: Use };
  readonly focus: MarkFocus;
  /** What could not be had so far. */
  readonly faults: string[];
  /** Degrees and metres. */
  look(yaw: number, pitch: number, fov?: number): Promise<void>;
  stand(x: number, z: number): Promise<void>;
  where(): { x: number; z: number; yaw: number; pitch: number; fov: number };
  whenSharp(): Promise<void>;
  stats(): SceneStats;
  /** The mean colour of a part of the picture, in fractions of it from the upper left, 0 to 255 each. */
  meanOf(left: number, top: number, width: number, height: number): Promise<number[]>;
  /** The mean brightness, 0 to 255, of every frame drawn from now until the scene rests. */
  watch(): Promise<number[]>;
  /** Picks what is in the middle of the picture. */
  pickAhead(): boolean;
  readonly lightMs: number;
  /** Begins a visit in a headset, with the walls at their distance where that is known. */
  wear(shape: HeadsetShape): void;
  /** Moves the head and draws until all is there. */
  stepTo(pose: HeadPose): Promise<void>;
  seen(points: readonly (readonly [number, number])[]): EyePictures;
  eyePicture(): string;
}

declare global {
  interface Window {
    hallPlay: HallPlay;
  }
}

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const container = document.querySelector('#room') as HTMLElement;
const clock = (): number => performance.now() / 1_000;
let scene: SceneHandle;
let tour: Tour;
let liveView: LiveView;
let gallery: Gallery;
let place: RelicPlace;
let pool: SharedPool;
/** Of every frame that was drawn. */
const most = { triangles: 0, draws: 0, gpuBytes: 0 };
const focus = new MarkFocus();
const faults: string[] = [];
let lightMs = 0;
let base = '';
let headset: WornHeadset | null = null;

function worn(): WornHeadset {
  if (!headset) throw new Error('no headset is worn');
  return headset;
}

function readPicture(): { pixels: Uint8Array; width: number; height: number } {
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext;
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return { pixels, width, height };
}

const play: HallPlay = {
  async open({ exhibition, nodeId, language = 'en', baseUrl, tileBytes, relicClass = 'desktop' }) {
    const current: { stand: Stand | null } = { stand: null };
    base = baseUrl;
    tour = createTour({
      exhibition, faults: [], brokenNodes: new Map(), language, nodeId, isTitleOpen: false,
      currentView: () => liveView.current,
      currentStand: () => gallery?.stand ?? current.stand,
    }); // prettier-ignore
    liveView = new LiveView(tour.store.getState().settledView);
    const places = listPlaces(exhibition, new Map());
    const resolve = (uri: string): string => new URL(uri, baseUrl).href;
    const loader = new PanoramaLoader({
      sourceOf: places.sourceOf,
      resolve,
      createWorker: () =>
        new Worker(new URL('../../../src/sources/panorama/decode/worker.ts', import.meta.url), { type: 'module' }),
      workerCount: 1,
    });
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const invalidate = (): void => scene?.invalidate();
    const look = createLookControls({
      element: canvas,
      keyRegion: container,
      liveView,
      tour,
      invalidate,
      limits: () => ({ minFov: 0.3, maxFov: 1.7 }),
      isMotionReduced: () => motion.matches,
      isAwake: () => tour.store.getState().relic === null,
      isWalked: () => gallery?.isHere ?? false,
      pick: (pointing) => gallery.pick(pointing) || place.pick(pointing),
      hover: (pointing) => gallery.hover(pointing) || place.hover(pointing),
    });
    scene = await mountScene({
      canvas,
      container,
      tour: tour.store,
      liveView,
      placeOf: places.placeOf,
      pyramids: places.pyramids,
      createEngine: (stores, requestFrame) => new StreamingEngine({ loader, stores, clock, requestFrame }),
      deviceClass: 'phone',
      clock,
      children: createElement(LookControls, { look }),
    });
    const { renderer } = scene;
    pool = createSharedPool({
      renderer,
      scene: scene.scene,
      camera: scene.camera,
      modelOf: (id) => exhibition.assets.filter((asset) => asset.kind === 'model').find((asset) => asset.id === id),
      tilesetOf: (id) => exhibition.assets.filter((asset) => asset.kind === 'tileset').find((asset) => asset.id === id),
      baseUrl,
      onAttributions: (assetId, lines) => tour.commands.noteAttributions(assetId, lines),
      resolve,
      deviceClass: relicClass,
      tileBytes: tileBytes ?? scene.tileBytes,
      workers: 1,
      clock,
      requestFrame: invalidate,
      prefersReducedMotion: () => motion.matches,
      onFault: (path, message) => faults.push(`${path}: ${message}`),
    });
    const render = renderer.render.bind(renderer);
    renderer.render = (...drawn) => {
      render(...drawn);
      const { models, tilesets } = pool.use();
      for (const key of ['triangles', 'draws', 'gpuBytes'] as const) {
        most[key] = Math.max(most[key], models[key] + tilesets[key]);
      }
    };
    const began = performance.now();
    const light = createMuseumLight(renderer);
    lightMs = performance.now() - began;
    gallery = createGallery({
      tour,
      liveView,
      pool,
      renderer,
      light,
      focus,
      element: canvas,
      keyRegion: container,
      resolve,
      requestFrame: invalidate,
      isMotionReduced: () => motion.matches,
      clock,
    });
    place = createRelicPlace({
      tour,
      pool,
      renderer,
      light,
      focus,
      resolve,
      createDepthWorker: () =>
        new Worker(new URL('../../../src/sources/depth/depthWorker.ts', import.meta.url), { type: 'module' }),
      requestFrame: invalidate,
      isMotionReduced: () => motion.matches,
      onFault: (path, message) => faults.push(`${path}: ${message}`),
    });
    scene.add(gallery);
    scene.add(place);
    scene.add(pool);
    bindAddressBar({ tour, window });
    await scene.whenSharp();
  },
  get tour() {
    return tour;
  },
  get gallery() {
    return gallery;
  },
  get place() {
    return place;
  },
  get pool() {
    return pool;
  },
  get peak() {
    return { most, budget: pool.use().budget };
  },
  focus,
  faults,
  pickAhead() {
    const { yaw, pitch } = liveView.current;
    return gallery.pick({ yaw, pitch, kind: 'fine' }) || place.pick({ yaw, pitch, kind: 'fine' });
  },
  get lightMs() {
    return lightMs;
  },
  async look(yaw, pitch, fov) {
    tour.commands.look(
      { yaw: toRadians(yaw), pitch: toRadians(pitch), ...(fov !== undefined && { fov: toRadians(fov) }) },
      { isEased: false },
    );
    await scene.whenSharp();
  },
  async stand(x, z) {
    tour.commands.stand({ x, z });
    await scene.whenSharp();
  },
  where() {
    const { yaw, pitch, fov } = liveView.current;
    const { x = NaN, z = NaN } = gallery.stand ?? {};
    return { x, z, yaw: toDegrees(yaw), pitch: toDegrees(pitch), fov: toDegrees(fov) };
  },
  wear(shape) {
    headset = new WornHeadset({ tour, scene, baseUrl: base, clock }, canvas, shape, (centre) =>
      place.moveAside(centre),
    );
  },
  stepTo: (pose) => worn().stepTo(pose),
  seen: (points) => worn().eyes.look(points),
  eyePicture: () => worn().eyes.picture(),
  whenSharp: () => scene.whenSharp(),
  stats: () => scene.stats(),
  async meanOf(left, top, width, height) {
    await scene.whenSharp();
    const picture = readPicture();
    const sums = [0, 0, 0];
    let count = 0;
    const x1 = Math.floor((left + width) * picture.width);
    const y1 = Math.floor((top + height) * picture.height);
    for (let y = Math.floor(top * picture.height); y < y1; y++) {
      for (let x = Math.floor(left * picture.width); x < x1; x++) {
        const at = ((picture.height - 1 - y) * picture.width + x) * 4;
        for (let k = 0; k < 3; k++) sums[k] = (sums[k] ?? 0) + (picture.pixels[at + k] ?? 0);
        count++;
      }
    }
    return sums.map((sum) => sum / count);
  },
  async watch() {
    const frames: number[] = [];
    const { renderer } = scene;
    const render = renderer.render.bind(renderer);
    // The canvas forgets its picture when it has been shown, so it is read as soon as it is drawn.
    renderer.render = (...drawn) => {
      render(...drawn);
      if (renderer.getRenderTarget() !== null) return;
      const { pixels } = readPicture();
      let sum = 0;
      for (let i = 0; i < pixels.length; i += 64) {
        sum += ((pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0)) / 3;
      }
      frames.push(sum / Math.ceil(pixels.length / 64));
    };
    await scene.whenSharp();
    await new Promise(requestAnimationFrame);
    renderer.render = render;
    return frames;
  },
};
window.hallPlay = play;
document.documentElement.dataset['ready'] = 'true';
