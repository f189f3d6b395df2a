/** A tileset without the visit around it: the real view, steered by the tests. Draws on demand, as a visit does. */
import '../playTrust.ts';
import {
  Box3,
  Color,
  DirectionalLight,
  HemisphereLight,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three';
import type { TilesetStats, TilesetView } from '#scene/tileset/createTilesetView.ts';
import type { TileBudget } from '#scene/tileset/errorTarget.ts';
import { createViewOpener } from '#scene/tileset/openView.ts';

export interface OpenOptions {
  readonly uri: string;
  readonly up?: 'y' | 'z';
  readonly isCentred?: boolean;
  readonly budget?: TileBudget;
}

export interface Report {
  readonly stats: TilesetStats;
  readonly faults: readonly string[];
  readonly framesDrawn: number;
  /** The most that any frame since the opening drew, and that ever lay on the GPU. */
  readonly most: { readonly triangles: number; readonly gpuBytes: number };
  /** What three counted in the last frame. */
  readonly drawn: { readonly triangles: number; readonly points: number; readonly calls: number };
  /** Geometries and textures that three holds. */
  readonly held: { readonly geometries: number; readonly textures: number };
  readonly bounds: { readonly min: number[]; readonly max: number[] };
  /** Around what is drawn. */
  readonly shown: { readonly min: number[]; readonly max: number[] };
  /** Share of the pixels that are not background, and their mean colour, 0 to 255. */
  readonly covered: number;
  readonly colour: readonly number[];
}

export interface TilesetPlay {
  open(options: OpenOptions): void;
  /** Looks at the middle from a direction, `closeness` times nearer than where everything is in the picture. */
  look(yaw: number, pitch: number, closeness: number): void;
  setBudget(budget: TileBudget): void;
  /** Resolves once everything wanted is there. */
  settled(): Promise<Report>;
  report(): Report;
  close(): void;
}

declare global {
  interface Window {
    tilesetPlay: TilesetPlay;
  }
}

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const renderer = new WebGLRenderer({ canvas, preserveDrawingBuffer: true });
renderer.setSize(innerWidth, innerHeight);
const opener = createViewOpener(renderer);
const BACKGROUND = 0x203040;
const scene = new Scene();
scene.background = new Color(BACKGROUND);
scene.add(new HemisphereLight(0xffffff, 0x806040, 2));
const sun = new DirectionalLight(0xffffff, 2);
sun.position.set(2, 3, 4);
scene.add(sun);
const camera = new PerspectiveCamera(50, innerWidth / innerHeight, 0.1, 1e5);

const GENEROUS: TileBudget = { triangles: 3e6, gpuBytes: 512e6 };
let view: TilesetView | null = null;
let faults: string[] = [];
let framesDrawn = 0;
let most = { triangles: 0, gpuBytes: 0 };
let isAsked = false;
let isSettled = false;
let aim = { yaw: 0.6, pitch: 0.5, closeness: 1 };
let waiting: (() => void)[] = [];

function requestFrame(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(draw);
}

function draw(): void {
  isAsked = false;
  placeCamera();
  const frame = view?.frame(camera, { widthPx: canvas.width, heightPx: canvas.height });
  renderer.render(scene, camera);
  framesDrawn += 1;
  isSettled = frame?.isSettled ?? true;
  most = {
    triangles: Math.max(most.triangles, view?.stats.triangles ?? 0),
    gpuBytes: Math.max(most.gpuBytes, view?.stats.gpuBytes ?? 0),
  };
  if (frame?.needsFrame) requestFrame();
  if (!isSettled) return;
  for (const tell of waiting) tell();
  waiting = [];
}

function placeCamera(): void {
  const bounds = view && !view.bounds.isEmpty() ? view.bounds : new Box3(new Vector3(-1, -1, -1), new Vector3(1, 1, 1));
  const middle = bounds.getCenter(new Vector3());
  const radius = bounds.getSize(new Vector3()).length() / 2;
  const distance = (radius / Math.sin((camera.fov * Math.PI) / 360) / aim.closeness) * 1.02;
  const { yaw, pitch } = aim;
  const direction = new Vector3(Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch));
  camera.position.copy(middle).addScaledVector(direction, distance);
  camera.lookAt(middle);
  camera.near = distance / 100;
  camera.far = distance + radius * 10;
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
}

function readPixels(): { covered: number; colour: number[] } {
  const gl = renderer.getContext();
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  const [r, g, b] = [BACKGROUND >> 16, (BACKGROUND >> 8) & 255, BACKGROUND & 255];
  let covered = 0;
  const sum = [0, 0, 0];
  for (let i = 0; i < pixels.length; i += 4) {
    const isBackground =
      Math.abs((pixels[i] ?? 0) - r) < 3 &&
      Math.abs((pixels[i + 1] ?? 0) - g) < 3 &&
      Math.abs((pixels[i + 2] ?? 0) - b) < 3;
    if (isBackground) continue;
    covered += 1;
    for (let k = 0; k < 3; k++) sum[k] = (sum[k] ?? 0) + (pixels[i + k] ?? 0);
  }
  return { covered: covered / (width * height), colour: sum.map((value) => value / Math.max(1, covered)) };
}

const plain = (box: Box3) => ({ min: box.min.toArray(), max: box.max.toArray() });

window.tilesetPlay = {
  open({ uri, up = 'z', isCentred = true, budget = GENEROUS }) {
    this.close();
    faults = [];
    framesDrawn = 0;
    most = { triangles: 0, gpuBytes: 0 };
    isSettled = false;
    view = opener.open({
      uri,
      baseUrl: new URL('/real/', location.href).href,
      up,
      isCentred,
      renderer,
      budget,
      onFault: (fault) => faults.push(fault.message),
      requestFrame,
    });
    scene.add(view.group);
    requestFrame();
  },
  look(yaw, pitch, closeness) {
    aim = { yaw, pitch, closeness };
    isSettled = false;
    requestFrame();
  },
  setBudget(budget) {
    isSettled = false;
    view?.setBudget(budget);
  },
  async settled() {
    if (!isSettled) await new Promise<void>((resolve) => waiting.push(resolve));
    return this.report();
  },
  report() {
    const { triangles, points, calls } = renderer.info.render;
    return {
      stats: view?.stats ?? { triangles: 0, draws: 0, gpuBytes: 0, tiles: 0, attributions: [], requests: 0, bytes: 0 },
      faults,
      framesDrawn,
      most,
      drawn: { triangles, points, calls },
      held: { ...renderer.info.memory },
      bounds: plain(view?.bounds ?? new Box3()),
      shown: plain(view ? new Box3().setFromObject(view.group, true) : new Box3()),
      ...readPixels(),
    };
  },
  close() {
    view?.dispose();
    view = null;
  },
};
document.documentElement.dataset.ready = 'true';
