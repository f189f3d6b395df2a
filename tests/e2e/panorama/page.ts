/** The picture without the page around it: the real scene, engine and loader, steered by the tests. */
import type { Exhibition } from '#document/schema.ts';
import { createAreas } from '#scene/area/createAreas.ts';
import { MarkFocus } from '#scene/hotspot/focus.ts';
import { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import { mountScene } from '#scene/mount.tsx';
import type { SceneHandle } from '#scene/mount.tsx';
import { toRadians } from '#shared/angle.ts';
import { listPlaces } from '#app/places.ts';
import { PanoramaLoader } from '#sources/panorama/panoramaLoader.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { StreamingEngine } from '#streaming/engine.ts';
import { listMarks } from '#tour/marks.ts';
import { LiveView } from '#tour/look/liveView.ts';
import { createTour } from '#tour/store.ts';
import type { EyeDepth } from '#scene/panorama/depth/createEyeDepth.ts';
import { openEyeDepth } from '#app/openEyeDepth.ts';
import { Boards } from './boards.ts';
import { Headset } from './headset.ts';
import type { Play, PictureRange, PlayNode, PlayView } from './play.ts';

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
let headset: Headset | null = null;
let eyeDepth: EyeDepth | null = null;
const faultPaths: string[] = [];
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

async function openScene(nodes: readonly PlayNode[], view: PlayView): Promise<void> {
  const exhibition = {
    formatVersion: 1, id: 'play', label: {}, defaultLanguage: 'en', languages: ['en'],
    assets: nodes.map(({ id, layers, rightEyes = {}, light, depth, pose }) => ({
      kind: 'panorama', id, label: {}, light, depth, pose,
      layers: Object.entries(layers).map(([layer, source]) => ({
        id: layer, kind: 'other', label: {}, source, rightEye: rightEyes[layer],
      })),
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
    createEngine: (stores, requestFrame) =>
      new StreamingEngine({
        loader,
        stores,
        clock,
        requestFrame,
        onFault: ({ pyramid, tile }) => faultPaths.push(`${pyramid.id}/${tile.level}`),
      }),
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
  openEyes: (nodes, view) => openScene(nodes, view),
  wear(shape) {
    headset = new Headset(scene, canvas, shape);
    eyeDepth = openEyeDepth({ tour, scene, baseUrl: new URL('/', location.href).href, clock });
  },
  async stepTo(pose) {
    if (!headset) throw new Error('no headset is worn');
    headset.move(pose);
    const first = await headset.settle();
    // The walls take a moment to come to their distance, and bring more of themselves into view.
    for (let i = 0; i < 400 && (eyeDepth?.state === 'coming' || !eyeDepth?.isSettled); i++) {
      headset.frame();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { frames, mostUploads } = await headset.settle();
    return { frames: first.frames + frames, mostUploads: Math.max(first.mostUploads, mostUploads) };
  },
  seen(points) {
    if (!headset) throw new Error('no headset is worn');
    return headset.look(points);
  },
  eyePicture: () => headset?.picture() ?? '',
  takeOff() {
    eyeDepth?.dispose();
    scene.renderer.xr.isPresenting = false;
    scene.renderer.xr.enabled = false;
  },
  faults: () => [...faultPaths],
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
