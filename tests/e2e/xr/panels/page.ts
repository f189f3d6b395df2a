/** Panels of the demonstration before an eye that sees 25 pixels a degree; steered by the tests. */
import { Color, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { openExhibition } from '#document/open.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { normalize, subtract, type Vec3 } from '#shared/vec.ts';
import type { HeadsetMenu } from '#tour/headset/state.ts';
import type { Panel } from '#tour/state.ts';
import { createTour } from '#tour/store.ts';
import { createPanels } from '#xr/panel/createPanels.ts';

const PIXELS_PER_DEGREE = 25;
const EYE: Vec3 = [0, 1.6, 0];
/** Seconds. */
const FRAME = 1 / 90;
/** Right, at hand. */
const POINTER = 1;

export interface PanelPlay {
  menu(menu: HeadsetMenu | null): Promise<void>;
  panel(nodeId: string, panel: Panel): Promise<void>;
  language(tag: string): Promise<void>;
  /** Waits until all type and pictures have come and been drawn. */
  settle(): Promise<void>;
  /** A click on what is at this place of the picture, 0 to 1 from the left and from above. */
  press(x: number, y: number): Promise<void>;
  hover(x: number, y: number): Promise<string>;
  dragTo(x: number, y: number): Promise<void>;
  release(): void;
  page(by: 1 | -1): Promise<void>;
  /** sRGB of a pixel of the picture, as 0 to 255. */
  pixel(x: number, y: number): number[];
  look(yaw: number): Promise<void>;
  state(): { menu: string | null; panel: string | null; language: string; left: number; at: number[] };
  counts(): { draws: number; gpuBytes: number; textures: number; calls: number; uploads: number };
  dispose(): { textures: number; geometries: number };
}

declare global {
  interface Window {
    panelPlay: PanelPlay;
  }
}

const url = new URL('/exhibition.json', location.href).href;
const { exhibition } = openExhibition(new Uint8Array(await (await fetch(url)).arrayBuffer()));
if (!exhibition) throw new Error('the demonstration cannot be opened');
const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const renderer = new WebGLRenderer({ canvas, preserveDrawingBuffer: true, antialias: true });
renderer.setSize(innerWidth, innerHeight, false);
const scene = new Scene();
scene.background = new Color('#5b5040');
const camera = new PerspectiveCamera();
const pixelsPerRadian = (PIXELS_PER_DEGREE * 180) / Math.PI;
camera.fov = (2 * Math.atan(innerHeight / 2 / pixelsPerRadian) * 180) / Math.PI;
camera.aspect = innerWidth / innerHeight;
camera.near = 0.01;
camera.updateProjectionMatrix();
camera.position.set(...EYE);
// The middle of a panel is a little below the eyes.
camera.rotation.order = 'YXZ';
camera.rotation.x = (-5 * Math.PI) / 180;

let left = 0;
let uploads = 0;
let yaw = 0;
const panels = createPanels({
  tour,
  resolve: (uri) => resolveAssetUri(uri, url),
  requestFrame: () => undefined,
  onLeave: () => left++,
  takeUp: () => undefined,
  speakLanguage: () => undefined,
});
scene.add(panels.group);
const gl = renderer.getContext() as WebGL2RenderingContext;
for (const name of ['texSubImage2D', 'texImage2D'] as const) {
  const upload = gl[name].bind(gl) as (...args: unknown[]) => void;
  gl[name] = (...args: unknown[]) => {
    uploads++;
    upload(...args);
  };
}

function frame(): void {
  panels.step({ position: EYE, yaw }, FRAME);
  renderer.render(scene, camera);
}

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      frame();
      resolve();
    });
  });

async function settle(): Promise<void> {
  for (let quiet = 0, before = -1; quiet < 30; quiet++) {
    await nextFrame();
    await document.fonts.ready;
    if (uploads !== before) quiet = 0;
    before = uploads;
  }
}

function rayAt(x: number, y: number) {
  camera.updateMatrixWorld();
  const point = camera.position
    .clone()
    .set(2 * x - 1, 1 - 2 * y, 0.5)
    .unproject(camera);
  return { origin: EYE, direction: normalize(subtract([point.x, point.y, point.z], EYE)) };
}

window.panelPlay = {
  async menu(menu) {
    if (!tour.store.getState().headset) tour.commands.headset.begin(menu);
    else tour.commands.headset.openMenu(menu);
    await nextFrame();
  },
  async panel(nodeId, panel) {
    tour.commands.headset.openMenu(null);
    tour.commands.goTo(nodeId, { isFresh: true, panel });
    await nextFrame();
  },
  async language(tag) {
    tour.commands.setLanguage(tag);
    document.documentElement.lang = tag;
    await nextFrame();
  },
  settle,
  async press(x, y) {
    panels.press(POINTER, rayAt(x, y));
    panels.release(POINTER);
    await nextFrame();
  },
  async hover(x, y) {
    panels.hover(POINTER, rayAt(x, y));
    await nextFrame();
    return JSON.stringify(panels.pick(rayAt(x, y))?.action ?? null);
  },
  async dragTo(x, y) {
    if (!panels.drag(POINTER, rayAt(x, y))) panels.press(POINTER, rayAt(x, y));
    await nextFrame();
  },
  release: () => panels.release(POINTER),
  async page(by) {
    panels.turnPage(by);
    await nextFrame();
  },
  pixel(x, y) {
    const pixel = new Uint8Array(4);
    const [atX, atY] = [Math.round(x * (innerWidth - 1)), Math.round((1 - y) * (innerHeight - 1))];
    gl.readPixels(atX, atY, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    return [...pixel.slice(0, 3)];
  },
  async look(to) {
    yaw = to;
    camera.rotation.y = -to;
    await nextFrame();
  },
  state() {
    const { headset, panel, language } = tour.store.getState();
    const { position } = panels.group.children[0] ?? scene;
    return { menu: headset?.menu ?? null, panel: panel?.kind ?? null, language, left, at: position.toArray() };
  },
  counts() {
    const { calls } = renderer.info.render;
    return { ...panels.stats(), textures: renderer.info.memory.textures, calls, uploads };
  },
  dispose() {
    panels.dispose();
    renderer.render(scene, camera);
    const { textures, geometries } = renderer.info.memory;
    return { textures, geometries };
  },
};
frame();
document.documentElement.dataset['ready'] = '';
