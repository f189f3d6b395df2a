/** Relics without the page around them: the real engine and stage on a canvas, steered and read back by the tests. */
import { Color, HemisphereLight, Matrix4, NoToneMapping, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import type { RelicContent } from '#scene/relic/relicContent.ts';
import { RelicStage } from '#scene/relic/stage/relicStage.ts';
import type { RelicStageStats } from '#scene/relic/stage/relicStage.ts';
import { createEyeView, writeEyeView } from '#scene/frame/eyeView.ts';
import { MeshEngine } from '#streaming/mesh/engine.ts';
import type { MeshAsset, MeshBudget, MeshReport, MeshStep } from '#streaming/mesh/ports.ts';
import type { MeshStats } from '#streaming/mesh/stats.ts';
import { makeContent } from './makeContent.ts';
import type { ContentPlan } from './makeContent.ts';

export interface PlayRelic {
  readonly id: string;
  readonly steps: readonly (ContentPlan & { readonly bytes: number; readonly fails?: boolean })[];
  readonly center: readonly [number, number, number];
  /** Of a poster of one colour; none by default. */
  readonly poster?: string;
}

export interface FrameColours {
  /** Pixels by colour, `r,g,b` → count. */
  readonly counts: Record<string, number>;
  readonly draws: number;
  readonly cards: number;
  readonly isSettled: boolean;
}

export interface RelicPlay {
  show(relics: readonly PlayRelic[]): void;
  /** Which step of everything may be loaded at most; the rest waits for its turn. */
  allow(step: number): void;
  /** Draws a frame `seconds` later and says what is on the canvas. */
  frame(seconds: number): Promise<FrameColours>;
  settle(): Promise<FrameColours>;
  hold(id: string | null): void;
  stats(): { stage: RelicStageStats; engine: MeshStats; disposed: number; made: number; programs: number };
  /** Milliseconds of the longest `frame` of ours since it was last asked. */
  longestFrame(): number;
  setBudget(budget: MeshBudget): void;
  memory(): { geometries: number; textures: number; calls: number };
  loseContext(): Promise<void>;
  dispose(): void;
}

declare global {
  interface Window {
    relics: RelicPlay;
  }
}

const SIZE = 256;
const canvas = document.querySelector('canvas') as HTMLCanvasElement;
const renderer = new WebGLRenderer({ canvas, antialias: false });
renderer.setPixelRatio(1);
renderer.setSize(SIZE, SIZE);
renderer.toneMapping = NoToneMapping;
const scene = new Scene();
scene.background = new Color(0x000000);
scene.add(new HemisphereLight(0xffffff, 0xffffff, 3));
const camera = new PerspectiveCamera(60, 1, 0.05, 100);
camera.updateMatrixWorld();
const loseExtension = renderer.getContext().getExtension('WEBGL_lose_context');

let now = 0;
let allowed = Infinity;
let made = 0;
let disposed = 0;
let longest = 0;
const plans = new Map<string, PlayRelic>();
const waiting: (() => void)[] = [];

const stage = new RelicStage({
  renderer,
  scene,
  camera,
  requestFrame: () => undefined,
  // So small that uploads take many frames.
  burstBytes: 1e6,
  async loadPoster(assetId) {
    const { poster } = plans.get(assetId) ?? {};
    if (poster === undefined) return null;
    const picture = new OffscreenCanvas(64, 64);
    const context = picture.getContext('2d');
    if (!context) return null;
    context.fillStyle = poster;
    context.fillRect(0, 0, 64, 64);
    return createImageBitmap(picture);
  },
});
scene.add(stage.group);

const engine = new MeshEngine({
  loader: {
    async load(asset, step, signal): Promise<RelicContent> {
      while (step > allowed) await new Promise<void>((resolve) => waiting.push(resolve));
      if (signal.aborted) throw new Error('cancelled');
      const plan = plans.get(asset.id)?.steps[step];
      if (!plan) throw new Error(`${asset.id} has no step ${step}`);
      if (plan.fails) throw new Error(`${asset.id} is not to be had`);
      made++;
      return makeContent(plan, () => disposed++);
    },
  },
  stage,
  budget: { triangles: 5e6, draws: 400, gpuBytes: 400e6, bytesInFlight: 50e6 },
  clock: () => now,
  requestFrame: () => undefined,
});

function assetOf({ id, steps }: PlayRelic): MeshAsset {
  return {
    id,
    radius: 0.5 * Math.sqrt(3),
    steps: steps.map(({ bytes, triangles, texturePx }, i): MeshStep => ({
      quality: `step ${i}`,
      bytes,
      triangles,
      draws: 1,
      gpuBytes: 0,
      errorMetres: 0,
      textureSize: texturePx,
    })),
  };
}

function draw(seconds: number): MeshReport {
  now += seconds;
  const start = performance.now();
  const eye = createEyeView();
  writeEyeView(eye, camera.matrixWorld.elements, camera.projectionMatrix.elements, SIZE, SIZE);
  const report = engine.frame({ eyes: [eye], now });
  stage.show(report);
  stage.work();
  renderer.render(scene, camera);
  longest = Math.max(longest, performance.now() - start);
  return report;
}

function readColours(): Record<string, number> {
  const gl = renderer.getContext();
  const pixels = new Uint8Array(SIZE * SIZE * 4);
  gl.readPixels(0, 0, SIZE, SIZE, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  const counts: Record<string, number> = {};
  for (let i = 0; i < pixels.length; i += 4) {
    const name = `${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function frame(seconds: number): Promise<FrameColours> {
  const report = draw(seconds);
  const counts = readColours();
  const { drawCount: draws, cardCount: cards, isSettled } = report;
  // What was loaded or uploaded meanwhile goes on.
  await new Promise((resolve) => setTimeout(resolve, 15));
  return { counts, draws, cards, isSettled };
}

window.relics = {
  show(relics) {
    plans.clear();
    for (const relic of relics) plans.set(relic.id, relic);
    for (const { id, center } of relics) stage.place(id, new Matrix4().setPosition(...center));
    engine.show(relics.map((relic) => ({ id: relic.id, asset: assetOf(relic), center: relic.center, scale: 1 })));
  },
  allow(step) {
    allowed = step;
    for (const go of waiting.splice(0)) go();
  },
  frame,
  async settle() {
    for (let i = 0; i < 600; i++) {
      const seen = await frame(0.05);
      if (seen.isSettled) return seen;
    }
    throw new Error('the relics do not settle');
  },
  hold: (id) => engine.hold(id),
  stats: () => ({
    stage: stage.stats,
    engine: { ...engine.stats },
    made,
    disposed,
    programs: renderer.info.programs?.length ?? 0,
  }),
  longestFrame() {
    const answer = longest;
    longest = 0;
    return answer;
  },
  setBudget: (budget) => engine.setBudget(budget),
  memory: () => ({ ...renderer.info.memory, calls: renderer.info.render.calls }),
  async loseContext() {
    const event = (name: string) => new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
    const lost = event('webglcontextlost');
    loseExtension?.loseContext();
    await lost;
    engine.loseContext();
    stage.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const restored = event('webglcontextrestored');
    loseExtension?.restoreContext();
    await restored;
  },
  dispose() {
    engine.dispose();
    stage.dispose();
  },
};
document.documentElement.dataset['ready'] = 'true';
