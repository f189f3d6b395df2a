/** One relic at a time, loaded by the real loader and drawn with plain light; steered by the test. */
import '../playTrust.ts';
import type { Object3D, SkinnedMesh } from 'three';
import {
  AmbientLight, Color, DirectionalLight, OrthographicCamera, PerspectiveCamera, Scene, SRGBColorSpace, Vector3, WebGLRenderer,
} from 'three'; // prettier-ignore
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { clone } from 'three/addons/utils/SkeletonUtils.js';
import { createMuseumLight } from '#scene/relic/light/museumLight.ts';
import { createRelicLoader } from '#scene/relic/load/relicLoader.ts';
import { ModelError } from '#sources/relic/gltf/modelError.ts';

export interface Opening {
  /** Null where the file was opened. */
  readonly error: string | null;
  readonly code: string | null;
  readonly losses: readonly string[];
  /** Until the content was there, before it was drawn. */
  readonly ms: number;
  /** Of the page, meanwhile. */
  readonly longestTaskMs: number;
  readonly bytes: number;
  readonly triangles: number;
  readonly draws: number;
  readonly gpuBytes: number;
  readonly clips: number;
  readonly variants: readonly string[];
  /** Metres. */
  readonly size: readonly number[];
  /** Share of the pixels that are not background. */
  readonly covered: number;
  /** A PNG as a data: address. */
  readonly picture: string;
}

declare global {
  interface Window {
    openRelic(path: string): Promise<Opening>;
    /** How far the picture is from the one that three's own loader gives of a file: mean of all channels, 0 to 255. */
    compareWithThree(path: string): Promise<number>;
    /** Begins to load and leaves off after so many milliseconds; says how it ended. */
    abandonRelic(path: string, afterMs: number): Promise<string>;
    /** What three holds on the GPU. */
    gpuMemory(): { geometries: number; textures: number };
    /**
     * A PNG of the relic, the sphere around it `diameterPx` large, in the light of a museum, for each direction; so many
     * samples along a pixel's side are averaged.
     */
    drawRelic(
      path: string,
      diameterPx: number,
      from: readonly (readonly [number, number, number])[],
      samples: number,
    ): Promise<string[]>;
  }
}

const SIDE_PX = 192;
const canvas = document.createElement('canvas');
canvas.width = canvas.height = SIDE_PX;
document.body.append(canvas);
const renderer = new WebGLRenderer({ canvas, preserveDrawingBuffer: true });
renderer.setSize(SIDE_PX, SIDE_PX, false);
renderer.outputColorSpace = SRGBColorSpace;
const background = new Color(0x15110e);
let losses: string[] = [];
const loader = createRelicLoader({
  renderer,
  mostTexturePx: 2_048,
  workers: 1,
  onLoss: (_, message) => losses.push(message),
});
let longestTaskMs = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
}).observe({ type: 'longtask' });

window.openRelic = async (path) => {
  losses = [];
  longestTaskMs = 0;
  const start = performance.now();
  let bytes = 0;
  try {
    const url = new URL(path, document.baseURI).href;
    const content = await loader.load(url, new AbortController().signal, (more) => (bytes += more));
    const ms = performance.now() - start;
    // A task is told of once it is over.
    await new Promise((resolve) => setTimeout(resolve));
    const size = content.bounds.getSize(new Vector3());
    const center = content.bounds.getCenter(new Vector3());
    const copy = clone(content.root);
    const covered = draw(copy, center, size.length() / 2);
    copy.traverse((object) => (object as Partial<SkinnedMesh>).skeleton?.dispose());
    const { triangles, draws, gpuBytes, clips, variants } = content;
    const picture = canvas.toDataURL('image/png');
    content.dispose();
    return {
      error: null, code: null, losses, ms, longestTaskMs, bytes, triangles, draws, gpuBytes, clips: clips.length,
      variants, size: size.toArray(), covered, picture,
    }; // prettier-ignore
  } catch (error) {
    const code = error instanceof ModelError ? error.code : 'untyped';
    const message = error instanceof Error ? error.message : String(error);
    const ms = performance.now() - start;
    return {
      error: message, code, losses, ms, longestTaskMs, bytes, triangles: 0, draws: 0, gpuBytes: 0, clips: 0,
      variants: [], size: [], covered: 0, picture: '',
    }; // prettier-ignore
  }
};

window.compareWithThree = async (path) => {
  const url = new URL(path, document.baseURI).href;
  const content = await loader.load(url, new AbortController().signal);
  const center = content.bounds.getCenter(new Vector3());
  const radius = content.bounds.getSize(new Vector3()).length() / 2;
  draw(clone(content.root), center, radius);
  const ours = readPixels();
  const { scene } = await new GLTFLoader().loadAsync(url);
  draw(scene, center, radius);
  const theirs = readPixels();
  content.dispose();
  return ours.reduce((sum, value, at) => sum + Math.abs(value - (theirs[at] ?? 0)), 0) / ours.length;
};

window.abandonRelic = async (path, afterMs) => {
  const controller = new AbortController();
  const loading = loader.load(new URL(path, document.baseURI).href, controller.signal);
  setTimeout(() => controller.abort(), afterMs);
  return loading.then(
    (content) => {
      content.dispose();
      return 'loaded';
    },
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
};

window.gpuMemory = () => ({ ...renderer.info.memory });

let museumLight: ReturnType<typeof createMuseumLight> | null = null;
type Content = Awaited<ReturnType<typeof loader.load>>;
/** The two that were drawn last: a finest step is compared with one after the other. */
const kept = new Map<string, Content>();

async function loadKept(path: string): Promise<Content> {
  const content =
    kept.get(path) ?? (await loader.load(new URL(path, document.baseURI).href, new AbortController().signal));
  kept.delete(path);
  kept.set(path, content);
  const [oldest] = kept.keys();
  if (kept.size > 2 && oldest !== undefined) {
    kept.get(oldest)?.dispose();
    kept.delete(oldest);
  }
  return content;
}

window.drawRelic = async (path, diameterPx, from, samples) => {
  museumLight ??= createMuseumLight(renderer);
  const { environment, key } = museumLight;
  const side = Math.ceil(diameterPx) + 8;
  renderer.setSize(side * samples, side * samples, false);
  const content = await loadKept(path);
  const radius = content.bounds.getSize(new Vector3()).length() / 2;
  const middle = content.bounds.getCenter(new Vector3());
  const scene = new Scene();
  scene.background = background;
  scene.environment = environment;
  scene.add(key, content.root.clone());
  // Without perspective the sphere is exactly as large as it is said to be.
  const half = (radius * side) / diameterPx;
  const camera = new OrthographicCamera(-half, half, half, -half, 0, radius * 8);
  const pictures = from.map((towards) => {
    camera.position.copy(middle).add(new Vector3(...towards).normalize().multiplyScalar(radius * 4));
    camera.lookAt(middle);
    renderer.render(scene, camera);
    return averaged(side, samples);
  });
  renderer.setSize(SIDE_PX, SIDE_PX, false);
  return pictures;
};

/** What is on the canvas with a pixel for every `samples` × `samples` of it, as a PNG. */
function averaged(side: number, samples: number): string {
  const gl = renderer.getContext();
  const across = side * samples;
  const pixels = new Uint8Array(across * across * 4);
  gl.readPixels(0, 0, across, across, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  const picture = new ImageData(side, side);
  for (let y = 0; y < side; y++) {
    // The lowest row comes first.
    const lowest = (side - 1 - y) * samples;
    for (let x = 0; x < side; x++) {
      for (let k = 0; k < 4; k++) {
        let sum = 0;
        for (let j = 0; j < samples; j++) {
          const row = ((lowest + j) * across + x * samples) * 4 + k;
          for (let i = 0; i < samples; i++) sum += pixels[row + i * 4] ?? 0;
        }
        picture.data[(y * side + x) * 4 + k] = sum / samples ** 2;
      }
    }
  }
  const small = document.createElement('canvas');
  small.width = small.height = side;
  small.getContext('2d')?.putImageData(picture, 0, 0);
  return small.toDataURL('image/png');
}

function draw(root: Object3D, center: Vector3, radius: number): number {
  const scene = new Scene();
  scene.background = background;
  scene.add(new AmbientLight(0xffffff, 1.2));
  const sun = new DirectionalLight(0xffffff, 2.5);
  sun.position.set(-1, 2, 3);
  scene.add(sun, root);
  const camera = new PerspectiveCamera(35, 1, radius / 50, radius * 50);
  camera.position.copy(center).add(new Vector3(0.55, 0.4, 1).normalize().multiplyScalar(radius * 3.6));
  camera.lookAt(center);
  renderer.render(scene, camera);
  const pixels = readPixels();
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    if (Math.abs(r - 0x15) + Math.abs(g - 0x11) + Math.abs(b - 0x0e) > 9) count++;
  }
  return count / (SIDE_PX * SIDE_PX);
}

function readPixels(): Uint8Array {
  const gl = renderer.getContext();
  const pixels = new Uint8Array(SIDE_PX * SIDE_PX * 4);
  gl.readPixels(0, 0, SIDE_PX, SIDE_PX, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return pixels;
}

document.documentElement.dataset['ready'] = '';
