/** The steps that make a cave's pictures: paint and mesh, light, pyramids with depth, posters. */
import path from 'node:path';
import { CAVE_IDS, caveModule, type CaveId } from '#demo/caves/loadCave.ts';
import { CHAMBER_TEXT } from '#demo/exhibition/chamber.ts';
import { HALL_TEXT } from '#demo/exhibition/hall.ts';
import { PILLAR_TEXT } from '#demo/exhibition/pillar.ts';
import type { PlaceText } from '#demo/exhibition/place.ts';
import { TERRACE_TEXT } from '#demo/exhibition/terrace.ts';
import { depthStage } from '#demo/make/depthStage.ts';
import { DEMO_FOLDER, hashSources, hashValue, listModules } from '#demo/make/hashes.ts';
import { SITE } from '#demo/site/site.ts';
import { startView } from '#demo/site/links.ts';
import { writePosters } from '#demo/make/posters.ts';
import { prepareSight, type PrepareOptions } from '#demo/make/prepare.ts';
import type { Quality, Stage, StageContext } from '#demo/make/stage.ts';
import { listPictures } from '#demo/picture/pictures.ts';
import { writePyramids } from '#demo/picture/pyramid.ts';
import type { PictureEncoding } from '#demo/picture/encode.ts';
import type { PictureId } from '#demo/picture/shade.ts';

const TEXTS: Readonly<Record<CaveId, PlaceText>> = {
  hall: HALL_TEXT,
  pillar: PILLAR_TEXT,
  chamber: CHAMBER_TEXT,
  terrace: TERRACE_TEXT,
};

interface Fineness {
  /** Side of a cube face, pixels: a quarter of the panorama's width. */
  readonly faceSize: number;
  /** Of the paintings; about the pixels a metre of the nearest walls. */
  readonly pixelsPerMetre: number;
  /** Of the meshes, against what the cave asks for. */
  readonly mesh: number;
  readonly encoding: Readonly<Record<PictureId, PictureEncoding>>;
  readonly depthWidth: number;
}

/** The same for all pictures of a cave, but that drawings are mostly paper. */
function encode(quality: number, effort: number): Record<PictureId, PictureEncoding> {
  const common = { quality, effort };
  return { 'as-found': common, restored: common, 'line-drawing': common, 'lamp-light': common };
}

const DRAFT = { faceSize: 512, pixelsPerMetre: 40, mesh: 0.2, encoding: encode(60, 0), depthWidth: 512 };
const NORMAL = { faceSize: 2048, pixelsPerMetre: 400, mesh: 1, encoding: encode(72, 4), depthWidth: 4096 };
const FULL = { faceSize: 4096, pixelsPerMetre: 720, mesh: 1.25, encoding: encode(86, 4), depthWidth: 4096 };

const FINENESS: Readonly<Record<Quality, Readonly<Record<CaveId, Fineness>>>> = {
  draft: { hall: DRAFT, pillar: DRAFT, chamber: DRAFT, terrace: DRAFT },
  normal: {
    hall: { ...NORMAL, faceSize: 4096, pixelsPerMetre: 900 },
    pillar: NORMAL,
    chamber: NORMAL,
    terrace: { ...NORMAL, pixelsPerMetre: 300 },
  },
  full: { hall: FULL, pillar: FULL, chamber: FULL, terrace: { ...FULL, pixelsPerMetre: 480 } },
};

/** Lamplight is soft: half the resolution shows all of it. */
const LAMP_LIGHT_SHARE = 0.5;

export const CAVE_STAGES: readonly Stage[] = CAVE_IDS.flatMap((id) => [
  lightStage(id),
  picturesStage(id),
  depthStage(id),
  postersStage(id),
]);

/** Everything a cave's module imports, as sources of a stage. */
function caveSources(id: CaveId, ...modules: readonly string[]): string[] {
  const starts = [caveModule(id), ...modules.map((name) => path.join(DEMO_FOLDER, name))];
  return listModules(starts).map((file) => path.relative(DEMO_FOLDER, file).split(path.sep).join('/'));
}

function lightStage(id: CaveId): Stage {
  return {
    name: `${id}-light`,
    title: `Paint, shapes and light of the ${id}`,
    sources: caveSources(id, 'make/prepare.ts', 'make/paintWorker.ts', 'light/bakeWorker.ts'),
    parameters: qualities(id),
    async run(context) {
      await prepareSight(id, prepareOptions(id, context));
      return [];
    },
  };
}

function picturesStage(id: CaveId): Stage {
  const sources = caveSources(
    id,
    'make/prepare.ts',
    'picture/pyramid.ts',
    'picture/drawWorker.ts',
    'light/bakeWorker.ts',
  );
  return {
    name: `${id}-pictures`,
    title: `Pictures and depth of the ${id}`,
    sources,
    parameters: [qualities(id), LAMP_LIGHT_SHARE],
    async run(context) {
      const { quality, out, cache, jobs, progress } = context;
      const { faceSize, encoding, depthWidth } = FINENESS[quality][id];
      const sight = await prepareSight(id, prepareOptions(id, context));
      const folder = path.join(out, 'panoramas', id);
      const hash = hashValue([hashSources(sources), FINENESS[quality][id], out]).slice(0, 16);
      const files = await writePyramids({
        cave: id,
        sight,
        faceSize,
        plans: listPictures(sight.cave).map((picture) => ({
          id: picture.id,
          faceSize: Math.max(512, picture.id === 'lamp-light' ? faceSize * LAMP_LIGHT_SHARE : faceSize),
          encoding: encoding[picture.id],
          folder: path.join(folder, picture.id),
        })),
        depth: { width: depthWidth, file: path.join(folder, 'depth.png') },
        jobs,
        unfinished: path.join(cache, 'unfinished', `${id}-${hash}`),
        progress,
      });
      return files.map((file) => path.relative(out, file).split(path.sep).join('/'));
    },
  };
}

function postersStage(id: CaveId): Stage {
  const common = startView(SITE[id]);
  const starts = Object.entries(TEXTS[id].pictures).map(([picture, { start }]) => ({
    picture,
    start: { ...common, ...start },
  }));
  return {
    name: `${id}-posters`,
    title: `Posters of the ${id}`,
    sources: caveSources(id, 'make/prepare.ts', 'make/posters.ts', 'light/bakeWorker.ts'),
    needs: [`${id}-pictures`],
    parameters: [qualities(id), starts],
    async run(context) {
      return writePosters(id, starts, prepareOptions(id, context), context.out);
    },
  };
}

function qualities(id: CaveId): unknown {
  return [FINENESS.draft[id], FINENESS.normal[id], FINENESS.full[id]];
}

function prepareOptions(id: CaveId, { quality, cache, jobs, progress }: StageContext): PrepareOptions {
  const { pixelsPerMetre, mesh } = FINENESS[quality][id];
  return {
    quality,
    pixelsPerMetre,
    fineness: mesh,
    light: quality === 'draft' ? 'flat' : 'baked',
    trust: 'sources',
    jobs,
    cache,
    progress,
  };
}
