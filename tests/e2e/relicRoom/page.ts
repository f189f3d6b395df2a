/** The relic room without the page around it: the real scene and room over a plain pool, steered by the tests. */
import type { Exhibition } from '#document/schema.ts';
import type { Annotation } from '#document/relicSchema.ts';
import { createRelicRoom } from '#scene/relic/room/createRelicRoom.ts';
import type { RelicRoom } from '#scene/relic/room/roomOptions.ts';
import { mountScene } from '#scene/mount.tsx';
import type { SceneHandle } from '#scene/mount.tsx';
import type { SceneStats } from '#scene/frame/stats.ts';
import { PanoramaLoader } from '#sources/panorama/panoramaLoader.ts';
import { StreamingEngine } from '#streaming/engine.ts';
import { LiveView } from '#tour/look/liveView.ts';
import type { RelicSettings } from '#tour/relic/commands.ts';
import type { Orbit, RelicVisit } from '#tour/relic/state.ts';
import { createTour } from '#tour/store.ts';
import type { Tour } from '#tour/store.ts';
import { makeContent } from './bodies.ts';
import { createFilePool, isFile, lodsOf } from './filePool.ts';
import { createMuseumLight } from '#scene/relic/light/museumLight.ts';
import { createPlainPool } from './plainPool.ts';

export interface Play {
  /** Takes up a relic of an asset: one of `bodies.ts`, or `models.` and a folder of the demonstration. */
  open(assetId: string, options?: PlayOptions): Promise<void>;
  close(): void;
  set(settings: Partial<RelicSettings>): Promise<void>;
  orbit(orbit: Partial<Orbit> | null, isEased?: boolean): Promise<void>;
  openAnnotation(id: string | null): Promise<void>;
  relic(): RelicVisit | null;
  insets(insets: { top: number; right: number; bottom: number; left: number }): Promise<void>;
  name(annotationId: string | null): Promise<void>;
  pick(xPx: number, yPx: number): Promise<readonly number[] | null>;
  stats(): SceneStats;
  fault(): string | null;
  whenSharp(): Promise<void>;
  /** Colours at points of the picture at rest, in fractions of its width and height from the upper left. */
  colours(points: readonly (readonly [number, number])[]): Promise<number[][]>;
  /** How many pixels of the picture at rest have a colour, each channel within `tolerance`. */
  count(colour: readonly [number, number, number], tolerance: number): Promise<number>;
  /** Of the pixels within `tolerance` of a colour: the box around them in fractions from the upper left; null of none. */
  boxOf(colour: readonly [number, number, number], tolerance: number): Promise<[number, number, number, number] | null>;
  tour: Tour;
}

export interface PlayOptions {
  readonly annotations?: readonly Annotation[];
  readonly effort?: 'full' | 'plain';
  readonly start?: { readonly yaw: number; readonly pitch?: number };
  readonly states?: readonly string[];
}

declare global {
  interface Window {
    relicRoom: Play;
  }
}

const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const container = document.querySelector('#room') as HTMLElement;
const clock = (): number => performance.now() / 1000;
let scene: SceneHandle;
let tour: Tour;
let room: RelicRoom | null = null;

function readPicture(): { pixels: Uint8Array; width: number; height: number } {
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext;
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const pixels = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return { pixels, width, height };
}

async function open(assetId: string, options: PlayOptions = {}): Promise<void> {
  const exhibition = {
    formatVersion: 1, id: 'play', label: {}, defaultLanguage: 'en', languages: ['en', 'zh-Hans'],
    assets: [{
      kind: 'model', id: assetId, label: {}, annotations: options.annotations,
      ...(options.start && { start: options.start }),
      states: options.states?.map((id) => ({ id, kind: 'other', label: {}, lods: lodsOf(assetId, id) })),
      lods: lodsOf(assetId, ''),
    }],
    nodes: [{ id: 'here', label: {}, asset: 'none', hotspots: [{ kind: 'relic', id: 'it', label: {}, model: assetId }] }],
  } as unknown as Exhibition; // prettier-ignore
  const liveView = new LiveView({ yaw: 0, pitch: 0, fov: 1 });
  tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });
  const loader = new PanoramaLoader({
    sourceOf: () => { throw new Error('no panorama'); },
    resolve: (uri) => uri,
    createWorker: () => new Worker(new URL('../../../src/sources/panorama/decode/worker.ts', import.meta.url), { type: 'module' }),
    workerCount: 1,
  }); // prettier-ignore
  scene = await mountScene({
    canvas,
    container,
    tour: tour.store,
    liveView,
    pyramids: [],
    placeOf: () => null,
    createEngine: (stores, requestFrame) => new StreamingEngine({ loader, stores, clock, requestFrame }),
    deviceClass: 'desktop',
    clock,
  });
  const requestFrame = (): void => scene.invalidate();
  const light = createMuseumLight(scene.renderer);
  const pool = isFile(assetId) ? createFilePool(exhibition, scene, clock) : createPlainPool(makeContent, requestFrame);
  room = createRelicRoom({
    tour,
    pool,
    renderer: scene.renderer,
    container,
    requestFrame,
    isMotionReduced: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    light,
    ...(options.effort && { effort: options.effort }),
  });
  scene.add(pool);
  scene.add(room);
  window.relicRoom.tour = tour;
  tour.commands.relic.open('it');
  await scene.whenSharp();
}

async function rest(): Promise<void> {
  await scene.whenSharp();
}

window.relicRoom = {
  tour: null as unknown as Tour,
  open,
  close: () => tour.commands.relic.close(),
  async set(settings) {
    tour.commands.relic.set(settings);
    await rest();
  },
  async orbit(orbit, isEased = false) {
    tour.commands.relic.orbit(orbit, { isEased });
    await rest();
  },
  async openAnnotation(id) {
    tour.commands.relic.openAnnotation(id);
    await rest();
  },
  relic: () => tour.store.getState().relic,
  async insets(insets) {
    room?.setInsets(insets);
    await rest();
  },
  async name(id) {
    room?.nameAnnotation(id);
    await rest();
  },
  pick: async (xPx, yPx) => (await room?.pick(xPx, yPx)) ?? null,
  stats: () => scene.stats(),
  fault: () => room?.fault ?? null,
  whenSharp: rest,
  async colours(points) {
    await rest();
    const { pixels, width, height } = readPicture();
    return points.map(([x, y]) => {
      const at = ((height - 1 - Math.floor(y * height)) * width + Math.floor(x * width)) * 4;
      return [...pixels.subarray(at, at + 3)];
    });
  },
  async count(colour, tolerance) {
    await rest();
    return scan(colour, tolerance).count;
  },
  async boxOf(colour, tolerance) {
    await rest();
    return scan(colour, tolerance).box;
  },
};
document.documentElement.dataset.ready = 'true';

function scan([r, g, b]: readonly [number, number, number], tolerance: number) {
  const { pixels, width, height } = readPicture();
  let count = 0;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = ((height - 1 - y) * width + x) * 4;
      const off = Math.max(
        Math.abs((pixels[at] ?? 0) - r),
        Math.abs((pixels[at + 1] ?? 0) - g),
        Math.abs((pixels[at + 2] ?? 0) - b),
      );
      if (off > tolerance) continue;
      count++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const box: [number, number, number, number] | null =
    count === 0 ? null : [left / width, top / height, (right + 1) / width, (bottom + 1) / height];
  return { count, box };
}
