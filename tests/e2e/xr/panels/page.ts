/** Panels of the demonstration before an eye that sees 25 pixels a degree; steered by the tests. */
import { Color, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import { openExhibition } from '#document/open.ts';
import { resolveAssetUri } from '#document/uri.ts';
import { normalize, subtract, type Vec3 } from '#shared/vec.ts';
import type { HeadsetMenu } from '#tour/headset/state.ts';
import type { Panel } from '#tour/state.ts';
import { listMarks } from '#tour/marks.ts';
import { createTour } from '#tour/store.ts';
import { createPanels } from '#xr/panel/createPanels.ts';

/** In a picture 960 pixels high; a smaller one shows as much with fewer. */
const PIXELS_PER_DEGREE = 25;
const HEIGHT_PX = 960;
const EYE: Vec3 = [0, 1.6, 0];
/** Seconds. */
const FRAME = 1 / 30;
/** Right, at hand. */
const POINTER = 1;

export interface PanelPlay {
  menu(menu: HeadsetMenu | null): Promise<void>;
  panel(nodeId: string, panel: Panel): Promise<void>;
  recentre(): Promise<void>;
  endSession(): void;
  /** Waits until type and pictures have come and been drawn. */
  settle(): Promise<void>;
  /** Presses the control of an action, given as JSON, with a ray; false where none is in sight. */
  pressOn(action: string): Promise<boolean>;
  /** sRGB of the ground of a control, 0 to 255, before and while a ray points at it. */
  litBy(action: string): Promise<{ unlit: number[]; lit: number[] }>;
  /** Takes hold of the panel by its upper edge and carries it to the right; radians. */
  carry(yaw: number): Promise<void>;
  /** Brings a fingertip to these depths before a control, metres, one a frame, and takes it away. */
  poke(action: string, depths: readonly number[]): Promise<void>;
  /** Presses the middle of a slider with a finger and draws it along; the eyes' height at each share of the way. */
  slideByFinger(setting: string, shares: readonly number[]): Promise<number[]>;
  state(): PanelState;
  /** `textures`: alive on the GPU; `mostUploadBytes`: of the largest upload so far. */
  counts(): {
    draws: number;
    gpuBytes: number;
    textures: number;
    calls: number;
    uploads: number;
    mostUploadBytes: number;
  };
  dispose(): { textures: number; geometries: number };
}

export interface PanelState {
  readonly menu: string | null;
  readonly panel: string | null;
  readonly language: string;
  readonly node: string;
  readonly isSeated: boolean;
  readonly isOpen: boolean;
  /** How often the visitor has left. */
  readonly left: number;
  /** Where the middle of the panel is. */
  readonly at: number[];
  /** The direction of what an open label is about, radians. */
  readonly subjectYaw: number | null;
}

declare global {
  interface Window {
    panelPlay: PanelPlay;
  }
}

const url = new URL('/public/exhibition.json', location.href).href;
const { exhibition } = openExhibition(new Uint8Array(await (await fetch(url)).arrayBuffer()));
if (!exhibition) throw new Error('the demonstration cannot be opened');
const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const renderer = new WebGLRenderer({ canvas, preserveDrawingBuffer: true, antialias: true });
renderer.setSize(innerWidth, innerHeight, false);
const scene = new Scene();
scene.background = new Color('#5b5040');
const camera = new PerspectiveCamera();
const pixelsPerRadian = (PIXELS_PER_DEGREE * (innerHeight / HEIGHT_PX) * 180) / Math.PI;
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
let mostUploadBytes = 0;
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
    const pixels = args.at(-1);
    mostUploadBytes = Math.max(mostUploadBytes, ArrayBuffer.isView(pixels) ? pixels.byteLength : Infinity);
    upload(...args);
  };
}
const alive = new Set<WebGLTexture>();
const createTexture = gl.createTexture.bind(gl);
gl.createTexture = () => {
  const texture = createTexture();
  alive.add(texture);
  return texture;
};
const deleteTexture = gl.deleteTexture.bind(gl);
gl.deleteTexture = (texture) => void (texture && alive.delete(texture), deleteTexture(texture));

function frame(): void {
  panels.step({ position: EYE, yaw: 0 }, FRAME);
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
  for (let quiet = 0, before = -1; quiet < 10; quiet++) {
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

/** The picture's points in rows, 0 to 1, that show a part of the panel, with what a press there would do. */
function* hits() {
  for (let y = 0.002; y < 1; y += 0.006) {
    for (let x = 0.002; x < 1; x += 0.006) {
      const hit = panels.pick(rayAt(x, y));
      if (hit) yield { x, y, point: hit.point, action: hit.action };
    }
  }
}

/** Within the upper left corner of a control. */
function find(action: string) {
  for (const hit of hits()) {
    if (JSON.stringify(hit.action) !== action) continue;
    const inside = { x: hit.x + 0.01, y: hit.y + 0.01 };
    return { ...inside, point: panels.pick(rayAt(inside.x, inside.y))?.point ?? hit.point };
  }
  return null;
}

function before(point: Vec3, depth: number): Vec3 {
  const normal = sheet().getWorldDirection(new Vector3());
  return [point[0] + normal.x * depth, point[1] + normal.y * depth, point[2] + normal.z * depth];
}

function sheet() {
  const [mesh] = panels.group.children;
  if (!mesh) throw new Error('there is no panel');
  return mesh;
}
function pixelAt(x: number, y: number): number[] {
  const pixel = new Uint8Array(4);
  gl.readPixels(Math.round(x * innerWidth), Math.round((1 - y) * innerHeight), 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  return [...pixel.slice(0, 3)];
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
  endSession: () => (tour.commands.headset.end(), panels.close()),
  async recentre() {
    tour.commands.headset.recentre();
    await nextFrame();
  },
  settle,
  async pressOn(action) {
    const found = find(action);
    if (!found) return false;
    panels.press(POINTER, rayAt(found.x, found.y));
    panels.release(POINTER);
    await nextFrame();
    return true;
  },
  async litBy(action) {
    const found = find(action);
    if (!found) throw new Error(`nothing does ${action}`);
    const unlit = pixelAt(found.x, found.y);
    panels.hover(POINTER, rayAt(found.x, found.y));
    await nextFrame();
    const lit = pixelAt(found.x, found.y);
    panels.hover(POINTER, null);
    await nextFrame();
    return { unlit, lit };
  },
  async carry(by) {
    const [top] = hits();
    if (!top) throw new Error('there is no panel');
    const ray = rayAt(0.5, top.y + 0.02);
    panels.press(POINTER, ray);
    const [x, y, z] = ray.direction;
    const turned: Vec3 = [x * Math.cos(by) - z * Math.sin(by), y, x * Math.sin(by) + z * Math.cos(by)];
    panels.drag(POINTER, { origin: EYE, direction: turned });
    panels.release(POINTER);
    await nextFrame();
  },
  async poke(action, depths) {
    const found = find(action);
    if (!found) throw new Error(`nothing does ${action}`);
    for (const depth of depths) {
      panels.touch(POINTER, before(found.point, depth));
      await nextFrame();
    }
    panels.touch(POINTER, null);
  },
  async slideByFinger(setting, shares) {
    const track = [...hits()].flatMap(({ action, point }) =>
      action?.kind === 'slide' && action.setting === setting ? [{ point, value: action.value }] : [],
    );
    const values = track.map(({ value }) => value);
    const from = track.find(({ value }) => value === Math.min(...values))?.point ?? EYE;
    const to = track.find(({ value }) => value === Math.max(...values))?.point ?? EYE;
    const heights: number[] = [];
    const at = (share: number): Vec3 => [
      from[0] + (to[0] - from[0]) * share,
      from[1],
      from[2] + (to[2] - from[2]) * share,
    ];
    panels.touch(POINTER, before(at(shares[0] ?? 0), 0.01));
    for (const share of shares) {
      panels.touch(POINTER, before(at(share), -0.005));
      await nextFrame();
      heights.push(tour.store.getState().comfort.heightOffset);
    }
    panels.touch(POINTER, null);
    return heights;
  },
  state() {
    const { headset, panel, language, nodeId, comfort, exhibition: open } = tour.store.getState();
    const subject = listMarks(open, nodeId, language).find(
      ({ kind, id }) => kind === 'hotspot' && panel?.kind === 'hotspot' && id === panel.hotspotId,
    );
    return {
      menu: headset?.menu ?? null,
      panel: panel?.kind ?? null,
      language,
      node: nodeId,
      isSeated: comfort.isSeated,
      isOpen: panels.isOpen,
      left,
      at: sheet()
        .position.toArray()
        .map((value, axis) => value - EYE[axis as 0 | 1 | 2]),
      subjectYaw: subject?.yaw ?? null,
    };
  },
  counts() {
    const { calls } = renderer.info.render;
    return { ...panels.stats(), textures: alive.size, calls, uploads, mostUploadBytes };
  },
  dispose() {
    panels.dispose();
    renderer.render(scene, camera);
    return { textures: alive.size, geometries: renderer.info.memory.geometries };
  },
};
frame();
document.documentElement.dataset['ready'] = '';
