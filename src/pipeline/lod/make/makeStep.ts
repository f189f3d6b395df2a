/** One step of a ladder: a GLB and what must be known of it before it is loaded. */
import type { Document, NodeIO } from '@gltf-transform/core';
import { cloneDocument, dedup, getBounds, meshopt, prune } from '@gltf-transform/functions';
import { MeshoptEncoder } from 'meshoptimizer';
import sharp from 'sharp';
import type { Step } from '../ladder.ts';
import type { SourcePicture } from '../textures/listPictures.ts';
import type { MadeTexture, TextureFacts } from '../textures/makeTexture.ts';
import { fitSize } from '../textures/picture.ts';
import { countDraws } from './arrange.ts';
import { bakeNormals } from './bakeNormals.ts';
import { countDocumentTriangles, simplifyDocument } from './simplify.ts';
import { declareFormats, placeTextures, webpQualities, type WebpQuality } from './textures.ts';

export interface StepFacts {
  readonly quality: Step['quality'];
  readonly bytes: number;
  readonly triangles: number;
  readonly draws: number;
  /** Longest side of the largest texture, pixels; 0 without textures. */
  readonly textureSize: number;
  readonly gpuBytes: number;
  /** As the simplifier reckons it, and as measured: metres. */
  readonly boundMetres: number;
  readonly measuredMetres: number;
  readonly isSloppy: boolean;
  readonly textures: readonly TextureFacts[];
  /** What could not be done and what was left, each a sentence without its stop. */
  readonly notes: readonly string[];
}

export interface MadeStep {
  readonly glb: Uint8Array;
  readonly facts: StepFacts;
}

export interface StepWork {
  /** As `readModel` gives it. */
  readonly source: Document;
  readonly step: Step;
  readonly pictures: readonly SourcePicture[];
  /** Textures for the GPU by their place in the document. */
  readonly made: ReadonlyMap<number, MadeTexture>;
  readonly io: NodeIO;
}

/** Once textures cannot give way any more, each try has this part of the triangles of the one before. */
const TRIANGLES_LEFT = 0.75;
const LEAST_TRIANGLES = 1_000;
/** Block formats want whole blocks. */
const BLOCK = 4;

export async function makeStep(work: StepWork): Promise<MadeStep> {
  const { step, source } = work;
  const qualities = webpQualities(step);
  const [best] = qualities;
  const last = qualities.at(-1);
  if (!best || !last) throw new Error('makeStep: no quality to try');
  let triangles = step.triangles;
  let made = await makeOnce(work, triangles, best);
  const goal = step.bytes ?? Infinity;
  const isOver = (): boolean => made.glb.length > goal;
  if (isOver()) {
    const texturesBytes = made.facts.textures.reduce((sum, { bytes }) => sum + bytes, 0);
    if (texturesBytes > 0) {
      for (const quality of qualities.slice(1)) {
        if (isOver()) made = await makeOnce(work, triangles, quality);
      }
    }
    triangles = Math.min(triangles, countDocumentTriangles(source));
    while (isOver() && triangles * TRIANGLES_LEFT >= LEAST_TRIANGLES) {
      triangles = Math.floor(triangles * TRIANGLES_LEFT);
      made = await makeOnce(work, triangles, last);
    }
  }
  if (!isOver()) return made;
  const note = `stays above ${Math.round(goal / 1000)} kB with ${made.facts.triangles} triangles`;
  return { ...made, facts: { ...made.facts, notes: [...made.facts.notes, note] } };
}

async function makeOnce(work: StepWork, target: number, webp: WebpQuality): Promise<MadeStep> {
  const { source, step, pictures, io } = work;
  const document = cloneDocument(source).setLogger(source.getLogger());
  const simplified = await simplifyDocument(document, target);
  const baked = simplified.isSimplified ? await bakeRelief(work, document, webp) : new Map<number, SourcePicture>();
  const shown = pictures.map((picture) => baked.get(picture.index) ?? picture);
  const textures = await placeTextures(document, shown, work.made, step, webp);
  declareFormats(document);
  await document.transform(dedup(), prune());
  // Filters: normals as eight bits on an octahedron, a third of the bytes of plain ones.
  await document.transform(meshopt({ encoder: MeshoptEncoder, level: 'high' }));
  const geometryBytes = measureGeometry(document);
  const draws = countDraws(document);
  const glb = await io.writeBinary(document);
  const { triangles, boundMetres, measuredMetres, isSloppy, notes } = simplified;
  const facts = {
    quality: step.quality,
    bytes: glb.length,
    triangles,
    draws,
    textureSize: Math.max(0, ...textures.map(({ width, height }) => Math.max(width, height))),
    gpuBytes: geometryBytes + textures.reduce((sum, { gpuBytes }) => sum + gpuBytes, 0),
    boundMetres,
    measuredMetres,
    isSloppy,
    textures,
    notes,
  };
  return { glb, facts };
}

/** Normal maps of the step's own, by their place in the document. */
async function bakeRelief(
  { source, pictures }: StepWork,
  document: Document,
  webp: WebpQuality,
): Promise<Map<number, SourcePicture>> {
  const baked = new Map<number, SourcePicture>();
  for (const picture of pictures) {
    if (picture.role !== 'normal') continue;
    const size = fitSize(picture.width, picture.height, webp.size, BLOCK);
    const map = await bakeNormals(source, document, picture.index, size);
    if (!map) continue;
    const { pixels, width, height } = map;
    const image = await sharp(pixels, { raw: { width, height, channels: 4 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    baked.set(picture.index, { ...picture, image: new Uint8Array(image), mime: 'image/png', width, height });
  }
  return baked;
}

/** Buffers as the GPU holds them: decoded, quantized. */
function measureGeometry(document: Document): number {
  return document
    .getRoot()
    .listAccessors()
    .reduce((sum, accessor) => sum + accessor.getByteLength(), 0);
}

/** The box around the model's scene, metres. */
export function measureBounds(document: Document): { min: number[]; max: number[] } {
  const root = document.getRoot();
  const scene = root.getDefaultScene() ?? root.listScenes()[0];
  if (!scene) return { min: [0, 0, 0], max: [0, 0, 0] };
  const { min, max } = getBounds(scene);
  return { min: [...min], max: [...max] };
}
