/** From a cave to all that its pictures are made from, each step kept: mesh, paint, light. */
import path from 'node:path';
import type { Cave, Vec3 } from '#demo/cave/cave.ts';
import { caveModule, loadCave } from '#demo/caves/loadCave.ts';
import { buildScene } from '#demo/form/scene.ts';
import type { Scene } from '#demo/form/sceneTypes.ts';
import { BAKE_EFFORTS, bakeLight } from '#demo/light/bake.ts';
import type { Lightmaps } from '#demo/light/lightTypes.ts';
import { fingerprintPainting, fingerprintShapes } from '#demo/make/fingerprint.ts';
import { DEMO_FOLDER, hashModule, hashValue } from '#demo/make/hashes.ts';
import { hasKept, keep, readKept } from '#demo/make/keep.ts';
import type { PaintTask } from '#demo/make/paintWorker.ts';
import type { Quality } from '#demo/make/stage.ts';
import { runTasks } from '#demo/make/threads.ts';
import { createFlatLight } from '#demo/picture/flatLight.ts';
import { findEdges } from '#demo/picture/edges.ts';
import type { Glow } from '#demo/picture/glow.ts';
import { measureGlow } from '#demo/picture/renderView.ts';
import type { Picture } from '#demo/picture/shade.ts';
import type { Sight } from '#demo/picture/sampler.ts';
import { takeAsFound, type Texture } from '#demo/picture/texture.ts';

/** Hashes of what makes meshes, paint, light and fingerprints out of a cave, whatever the cave. */
const CODE = {
  scene: hashModule(path.join(DEMO_FOLDER, 'form/scene.ts')),
  paint: [
    hashModule(path.join(DEMO_FOLDER, 'paint/paintSurface.ts')),
    hashModule(path.join(DEMO_FOLDER, 'picture/texture.ts')),
  ],
  light: [
    hashModule(path.join(DEMO_FOLDER, 'light/bake.ts')),
    hashModule(path.join(DEMO_FOLDER, 'light/bakeWorker.ts')),
  ],
  prints: hashModule(path.join(DEMO_FOLDER, 'make/fingerprint.ts')),
} as const;
/** Texels a metre of the paint that walls bounce. */
const BOUNCE_TEXELS = 24;

export interface PrepareOptions {
  readonly quality: Quality;
  readonly pixelsPerMetre: number;
  /** Of the mesh, against what the cave asks for. */
  readonly fineness: number;
  readonly light: 'baked' | 'flat';
  /** 'shown' takes kept things that look the same; 'sources' only what was made from the very same sources. */
  readonly trust: 'shown' | 'sources';
  readonly jobs: number;
  /** Folder for kept things. */
  readonly cache: string;
  progress(fraction: number, note: string): void;
}

export async function prepareSight(id: string, options: PrepareOptions): Promise<Sight> {
  const cave = await loadCave(id);
  const scene = await prepareScene(cave, id, options);
  const textures = await preparePaint(cave, id, options);
  const light =
    options.light === 'flat' ? createFlatLight(cave, scene) : await prepareLight(cave, id, scene, textures, options);
  return { cave, scene, textures, light };
}

export async function prepareScene(cave: Cave, id: string, options: PrepareOptions): Promise<Scene> {
  const { trust, fineness, cache, progress } = options;
  const hash = trust === 'shown' ? (await takePrints(cave, id, cache)).shapes : hashModule(caveModule(id));
  return keep(cache, `${cave.id}/scene-${short([hash, CODE.scene, fineness, process.version])}`, () => {
    progress(0, 'mesh');
    return buildScene(cave, fineness);
  });
}

/** In the order of `cave.paintings`. */
export async function preparePaint(cave: Cave, id: string, options: PrepareOptions): Promise<Texture[]> {
  const { trust, pixelsPerMetre, cache, jobs, progress } = options;
  const common = trust === 'sources' ? hashModule(caveModule(id)) : '';
  const prints = trust === 'shown' ? await takePrints(cave, id, cache) : undefined;
  const names = cave.paintings.map((painting, i) => {
    const hash = prints?.paintings[i] ?? common;
    return `${cave.id}/paint-${painting.id}-${short([hash, CODE.paint, pixelsPerMetre * (painting.fineness ?? 1), process.version])}`;
  });
  const tasks: PaintTask[] = [];
  cave.paintings.forEach(({ fineness = 1 }, painting) => {
    if (!hasKept(cache, names[painting]!))
      tasks.push({ painting, pixelsPerMetre: pixelsPerMetre * fineness, file: path.join(cache, names[painting]!) });
  });
  if (tasks.length > 0) {
    progress(0, `paint 0 of ${tasks.length}`);
    await runTasks<PaintTask, string>({
      module: new URL('./paintWorker.ts', import.meta.url),
      data: { cave: id },
      tasks,
      jobs,
      onResult: (_, __, done) => progress(done / tasks.length, `paint ${done} of ${tasks.length}`),
    });
  }
  const textures: Texture[] = [];
  for (const name of names) textures.push(await readKept<Texture>(path.join(cache, name)));
  return textures;
}

export async function prepareLight(
  cave: Cave,
  id: string,
  scene: Scene,
  textures: readonly Texture[],
  options: PrepareOptions,
): Promise<Lightmaps> {
  const { trust, fineness, quality, cache, jobs, progress } = options;
  const { lighting, paintings, finishes } = cave;
  const cells = paintings.map((painting) => [painting.id, painting.width, painting.height, painting.lightCell]);
  // What looks the same is lit the same, near enough for a preview: repainting a wall does not bake its light again.
  const hash =
    trust === 'shown'
      ? [fingerprintShapes(cave), sampleSky(cave), lighting, cells, finishes]
      : [hashModule(caveModule(id))];
  return keep(cache, `${cave.id}/light-${short([CODE.light, hash, fineness, quality, process.version])}`, () =>
    bakeLight(cave, scene, {
      effort: BAKE_EFFORTS[quality],
      paint: textures.map((texture) => takeAsFound(texture, BOUNCE_TEXELS)),
      jobs,
      progress: (share) => progress(share, 'light'),
    }),
  );
}

/** Bloom and halos of one eye; kept, since they ask for a look at everything. */
export async function prepareGlow(
  sight: Sight,
  id: string,
  origin: Vec3,
  pictures: readonly Picture[],
  options: PrepareOptions,
): Promise<Glow> {
  const { cave, scene } = sight;
  // Repainting a wall hardly changes what shines: for previews its shapes and lights say enough.
  const { shapes } = await takePrints(cave, id, options.cache);
  const mixes = pictures.map(({ id: picture, mix }) => [picture, mix]);
  const hash = [shapes, mixes, origin, cave.lighting.flames, options.light, sampleSky(cave), process.version];
  return keep(options.cache, `${cave.id}/glow-${short(hash)}`, () =>
    measureGlow(sight, pictures, findEdges(scene), origin),
  );
}

/** Fingerprints of a cave; kept too, for as long as no source changes. */
async function takePrints(cave: Cave, id: string, cache: string): Promise<{ shapes: string; paintings: string[] }> {
  return keep(
    cache,
    `${cave.id}/prints-${short([hashModule(caveModule(id)), CODE.prints, CODE.scene, process.version])}`,
    () => ({
      shapes: fingerprintShapes(cave),
      paintings: cave.paintings.map(fingerprintPainting),
    }),
  );
}

function sampleSky(cave: Cave): number[] {
  if (!cave.lighting.skyLights) return [];
  const out = new Float64Array(3);
  const sky = cave.lighting.skyLight ?? cave.sky;
  return Array.from({ length: 64 }, (_, i) => {
    const height = ((i % 8) - 3.5) / 4;
    const across = Math.sqrt(1 - height * height);
    const turn = (Math.floor(i / 8) / 8) * 2 * Math.PI;
    sky(Math.sin(turn) * across, height, -Math.cos(turn) * across, 'as-found', out);
    return [...out];
  }).flat();
}

function short(value: unknown): string {
  return hashValue(value).slice(0, 16);
}
