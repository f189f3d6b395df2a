/** The picture without the page around it: the real scene, engine and loader, steered by the tests. */
import type { Exhibition, PanoramaAsset } from '#document/schema.ts';
import { createAreas } from '#scene/area/createAreas.ts';
import { MarkFocus } from '#scene/hotspot/focus.ts';
import { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import { mountScene } from '#scene/mount.tsx';
import type { SceneHandle } from '#scene/mount.tsx';
import type { SceneStats } from '#scene/frame/stats.ts';
import { toRadians } from '#shared/angle.ts';
import { listPlaces } from '#app/places.ts';
import { PanoramaLoader } from '#sources/panorama/panoramaLoader.ts';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { StreamingEngine } from '#streaming/engine.ts';
import type { CompareMode, CompareSettings } from '#tour/compare/state.ts';
import { listMarks } from '#tour/marks.ts';
import type { TourLight } from '#tour/light/state.ts';
import type { Quad } from '#tour/wallView/quad.ts';
import type { Wall, WallFrame } from '#tour/wallView/state.ts';
import { LiveView } from '#tour/look/liveView.ts';
import { createTour } from '#tour/store.ts';
import type { NearWall } from '#xr/wall/createNearWall.ts';
import { Boards } from './boards.ts';

/** Yaw, pitch and vertical field of view in degrees. */
export interface PlayView {
  readonly yaw: number;
  readonly pitch: number;
  readonly fov: number;
}

/** The least and the greatest value of each channel over a whole picture. */
export interface PictureRange {
  readonly least: number[];
  readonly greatest: number[];
}

type Light = NonNullable<PanoramaAsset['light']>;

export interface Play {
  /** Opens one node per source, named as the source is, at the first. */
  open(sources: Record<string, PanoramaSource>, view: PlayView): Promise<void>;
  /** Opens one node whose panorama has these layers, at the first. */
  openLayers(sources: Record<string, PanoramaSource>, view: PlayView): Promise<void>;
  /** Opens one node with an area of these corners, degrees, lit, on walls `metres` away; far away without. */
  openArea(
    source: PanoramaSource,
    corners: readonly (readonly [number, number])[],
    view: PlayView,
    metres?: number,
  ): Promise<void>;
  /** Opens nodes that all have these layers, each at the first, of which two are one place by one light each. */
  openLights(
    nodes: readonly string[],
    sources: Record<string, PanoramaSource>,
    pair: Light,
    view: PlayView,
  ): Promise<void>;
  /** Chooses a light; null shows the place as photographed. */
  light(settings: Partial<TourLight> | null): void;
  compare(layerId: string | null, mode?: CompareMode, settings?: Partial<CompareSettings>): void;
  /** Turns the camera and waits until the picture is sharp. */
  look(view: PlayView): Promise<void>;
  /** Turns the camera without waiting. */
  turn(view: PlayView): void;
  goTo(node: string): void;
  /** Seconds of the scene per second. */
  setPace(pace: number): void;
  whenSharp(): Promise<void>;
  stats(): SceneStats;
  /** Colours at points of the sharp picture, in fractions of its width and height from the upper left. */
  colours(points: readonly (readonly [number, number])[]): Promise<number[][]>;
  /**
   * The same as seen by two eyes, side by side in the one picture: each with half its width, a frustum that leans
   * outward by `lean` (tangent), and its own position. First all points of the left eye, then those of the right one.
   */
  stereo(points: readonly (readonly [number, number])[], tangent: number, lean: number): Promise<number[][]>;
  /** Shows a piece of wall on a board in the place, once it is sharp; returns device pixels to a metre of the board. */
  board(wall: Wall, frame: WallFrame, quad: Quad): Promise<number>;
  /** The board of a headset's visitor, not open yet, in place of any other. */
  nearWall(): NearWall;
  /** The least and the greatest value of each channel over the whole sharp picture. */
  range(): Promise<PictureRange>;
  /** The range of every frame drawn from now until the walk has ended. */
  watchWalk(): Promise<PictureRange[]>;
  loseContext(): void;
  restoreContext(): void;
}

declare global {
  interface Window {
    play: Play;
  }
}

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const container = document.querySelector('#room') as HTMLElement;
/** Seconds of the scene; `setPace` lets them pass more slowly, so that a slow machine sees all of a short walk. */
let pace = 1;
let paceSince = { real: performance.now() / 1000, scene: performance.now() / 1000 };
const clock = (): number => paceSince.scene + (performance.now() / 1000 - paceSince.real) * pace;
let scene: SceneHandle;
let liveView: LiveView;
let tour: ReturnType<typeof createTour>;
let firstPyramid: Pyramid | null = null;
const boards = new Boards();
let loseExtension: WEBGL_lose_context | null = null;

const radians = ({ yaw, pitch, fov }: PlayView) => ({
  yaw: toRadians(yaw),
  pitch: toRadians(pitch),
  fov: toRadians(fov),
});

/** Runs while the drawing buffer of the frame that was awaited is still there. */
function readPicture(): { pixels: Uint8Array; width: number; height: number } {
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext;
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return { pixels, width, height };
}

function rangeOf(pixels: Uint8Array): PictureRange {
  const least = [255, 255, 255];
  const greatest = [0, 0, 0];
  for (let i = 0; i < pixels.length; i++) {
    const channel = i % 4;
    if (channel === 3) continue;
    const value = pixels[i] ?? 0;
    if (value < (least[channel] ?? 0)) least[channel] = value;
    if (value > (greatest[channel] ?? 0)) greatest[channel] = value;
  }
  return { least, greatest };
}

interface PlayNode {
  readonly id: string;
  readonly layers: Record<string, PanoramaSource>;
  readonly area?: readonly (readonly [number, number])[];
  readonly light?: Light;
}

async function openScene(nodes: readonly PlayNode[], view: PlayView): Promise<void> {
  const exhibition = {
    formatVersion: 1, id: 'play', label: {}, defaultLanguage: 'en', languages: ['en'],
    assets: nodes.map(({ id, layers, light }) => ({
      kind: 'panorama', id, label: {}, light,
      layers: Object.entries(layers).map(([layer, source]) => ({ id: layer, kind: 'other', label: {}, source })),
    })),
    nodes: nodes.map(({ id, area }) => ({
      id, label: {}, asset: id, links: nodes.filter((to) => to.id !== id).map((to) => ({ to: to.id })),
      hotspots: area ? [{ kind: 'text', id: 'area', label: { en: 'Area' }, body: {}, area }] : [],
    })),
  } as unknown as Exhibition; // prettier-ignore
  liveView = new LiveView(radians(view));
  tour = createTour({
    exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false,
    currentView: () => liveView.current,
  }); // prettier-ignore
  const places = listPlaces(exhibition, new Map());
  firstPyramid = places.placeOf(nodes[0]?.id ?? '')?.pyramid ?? null;
  const loader = new PanoramaLoader({
    sourceOf: places.sourceOf,
    resolve: (uri) => new URL(uri, location.href).href,
    createWorker: () =>
      new Worker(new URL('../../../src/sources/panorama/decode/worker.ts', import.meta.url), { type: 'module' }),
    workerCount: 2,
  });
  scene = await mountScene({
    canvas,
    container,
    tour: tour.store,
    liveView,
    pyramids: places.pyramids,
    placeOf: places.placeOf,
    lightOf: places.lightOf,
    createEngine: (stores, requestFrame) => new StreamingEngine({ loader, stores, clock, requestFrame }),
    deviceClass: 'phone',
    clock,
  });
  loseExtension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context') ?? null;
}

window.play = {
  open: (sources, view) =>
    openScene(
      Object.keys(sources).map((id) => ({ id, layers: { only: sources[id]! } })),
      view,
    ),
  openLayers: (layers, view) => openScene([{ id: 'place', layers }], view),
  async openArea(source, area, view, metres) {
    await openScene([{ id: 'place', layers: { only: source }, area }], view);
    const focus = new MarkFocus();
    const walls = new KnownWalls();
    const [mark = null] = listMarks(tour.store.getState().exhibition, 'place', 'en');
    focus.set(mark);
    if (metres !== undefined) walls.tell('place', () => ({ metres, error: 0 }));
    scene.add(createAreas({ tour, focus, walls, isShown: () => true, requestFrame: () => scene.invalidate() }));
    await scene.whenSharp();
  },
  openLights: (ids, layers, light, view) =>
    openScene(
      ids.map((id) => ({ id, layers, light })),
      view,
    ),
  light(settings) {
    if (settings) tour.commands.light.set(settings);
    else tour.commands.light.reset();
  },
  compare(layerId, mode, settings) {
    if (layerId === null) tour.commands.compare.close();
    else tour.commands.compare.open(layerId, mode);
    if (settings) tour.commands.compare.set(settings);
  },
  turn(view) {
    liveView.write(radians(view));
    scene.invalidate();
  },
  look(view) {
    liveView.write(radians(view));
    return scene.whenSharp();
  },
  setPace(next) {
    paceSince = { real: performance.now() / 1000, scene: clock() };
    pace = next;
  },
  goTo: (node) => tour.commands.goTo(node),
  whenSharp: () => scene.whenSharp(),
  stats: () => scene.stats(),
  async colours(points) {
    await scene.whenSharp();
    const { pixels, width, height } = readPicture();
    return points.map(([x, y]) => {
      const at = ((height - 1 - Math.floor(y * height)) * width + Math.floor(x * width)) * 4;
      return [...pixels.subarray(at, at + 3)];
    });
  },
  async stereo(points, tangent, lean) {
    await scene.whenSharp();
    const { renderer } = scene;
    const { clientWidth, clientHeight } = container;
    const wide = (tangent * clientWidth) / 2 / clientHeight;
    for (const eye of [0, 1]) {
      const camera = scene.camera.clone();
      const outward = eye === 0 ? -lean : lean;
      const near = 0.1;
      camera.projectionMatrix.makePerspective(
        (outward - wide) * near, (outward + wide) * near, tangent * near, -tangent * near, near, 100,
      ); // prettier-ignore
      camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
      camera.translateX(eye === 0 ? -0.032 : 0.032);
      camera.updateMatrixWorld();
      renderer.setViewport((eye * clientWidth) / 2, 0, clientWidth / 2, clientHeight);
      renderer.setScissor((eye * clientWidth) / 2, 0, clientWidth / 2, clientHeight);
      renderer.setScissorTest(true);
      renderer.render(scene.scene, camera);
    }
    const { pixels, width, height } = readPicture();
    renderer.setScissorTest(false);
    renderer.setViewport(0, 0, clientWidth, clientHeight);
    return [0, 1].flatMap((eye) =>
      points.map(([x, y]) => {
        const at = ((height - 1 - Math.floor(y * height)) * width + Math.floor(((x + eye) * width) / 2)) * 4;
        return [...pixels.subarray(at, at + 3)];
      }),
    );
  },
  board: (wall, frame, quad) => boards.show(scene, wall, frame, quad),
  nearWall: () => boards.near(scene, tour, firstPyramid),
  async range() {
    await scene.whenSharp();
    return rangeOf(readPicture().pixels);
  },
  async watchWalk() {
    const frames: PictureRange[] = [];
    let isOver = false;
    void scene.whenSharp().then(() => (isOver = true));
    for (let drawn = scene.stats().framesDrawn; !isOver; drawn = scene.stats().framesDrawn) {
      // Asked for after the scene's own, so it runs after it in the same frame, while the drawing buffer is there.
      await new Promise(requestAnimationFrame);
      if (scene.stats().framesDrawn > drawn) frames.push(rangeOf(readPicture().pixels));
    }
    return frames;
  },
  loseContext: () => loseExtension?.loseContext(),
  restoreContext: () => loseExtension?.restoreContext(),
};
document.documentElement.dataset.ready = 'true';
