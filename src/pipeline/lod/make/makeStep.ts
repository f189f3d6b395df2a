/** One step of a ladder: a GLB and what must be known of it before it is loaded. */
import type { Document, NodeIO } from '@gltf-transform/core';
import { cloneDocument, dedup, getBounds, meshopt, prune } from '@gltf-transform/functions';
import { MeshoptEncoder } from 'meshoptimizer';
import sharp from 'sharp';
import type { Step } from '../ladder.ts';
import { measureSharpSize } from '../look/measureSharpSize.ts';
import { sizeIn, type SourcePicture } from '../textures/listPictures.ts';
import { makeTexture, type MadeTexture, type TextureFacts } from '../textures/makeTexture.ts';
import { fitSize } from '../textures/picture.ts';
import { countDraws } from './arrange.ts';
import { bakeNormals, takeRelief } from './bakeNormals.ts';
import { countDocumentTriangles, type Simplified, simplifyDocument } from './simplify.ts';
import { declareFormats, placeTextures, pictureQualities, type PictureQuality } from './textures.ts';

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
  /**
   * Diameter on the screen up to which it is not to be told from the model, device pixels; 0 where at none, null where it was not
   * measured as it is the model itself.
   */
  readonly sharpToPx: number | null;
  readonly isSimplified: boolean;
  readonly isSloppy: boolean;
  readonly textures: readonly TextureFacts[];
  /** What could not be done and what was left, each a sentence without its stop. */
  readonly notes: readonly string[];
}

export interface MadeStep {
  readonly glb: Uint8Array;
  readonly facts: StepFacts;
}

interface TriedStep extends MadeStep {
  readonly document: Document;
}

/** What one try has made and the next can take: all but the textures' quality may be the same. */
interface Tries {
  /** By triangles. */
  readonly coarse: Map<number, { readonly coarse: Document; readonly simplified: Simplified }>;
  /** Normal maps of the step's own by picture, triangles and size; null where there can be none. */
  readonly reliefs: Map<string, SourcePicture | null>;
}

export interface StepWork {
  /** As `readModel` gives it. */
  readonly source: Document;
  readonly step: Step;
  /** Leaves out `sharpToPx`. */
  readonly isQuick?: boolean;
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
/** What the file says of itself after it was measured takes no more. */
const EXTRAS_BYTES = 32;

export async function makeStep(work: StepWork): Promise<MadeStep> {
  const chosen = await chooseQuality(work, { coarse: new Map(), reliefs: new Map() });
  const { document, facts } = chosen;
  if (work.isQuick || (!facts.isSimplified && !isSmaller(facts, work.pictures))) return chosen;
  const sharpToPx = await measureSharpSize(work.source, await work.io.readBinary(chosen.glb), mostSizeOf(facts));
  // The file says it itself, so that an entry can be written from files alone.
  document.getRoot().setExtras({ ...document.getRoot().getExtras(), sharpTo: sharpToPx });
  const glb = await work.io.writeBinary(document);
  return { glb, facts: { ...facts, bytes: glb.length, sharpToPx } };
}

/** Twice as large, device pixels, as its textures and triangles are meant for: nobody will want it larger. */
function mostSizeOf({ textureSize, triangles }: StepFacts): number {
  return Math.round(2 * Math.max(0.47 * textureSize, Math.sqrt((triangles * 18) / Math.PI)));
}

function isSmaller({ textureSize }: StepFacts, pictures: readonly SourcePicture[]): boolean {
  return pictures.some(({ width, height }) => Math.max(width, height) > textureSize);
}

/** The best that keeps within the step's bytes. */
async function chooseQuality(work: StepWork, tries: Tries): Promise<TriedStep> {
  const { step, source } = work;
  const qualities = pictureQualities(step);
  const [best] = qualities;
  const last = qualities.at(-1);
  if (!best || !last) throw new Error('makeStep: no quality to try');
  let triangles = step.triangles;
  let made = await makeOnce(work, triangles, best, tries);
  const goal = (step.bytes ?? Infinity) - EXTRAS_BYTES;
  const isOver = (): boolean => made.glb.length > goal;
  if (isOver()) {
    const texturesBytes = made.facts.textures.reduce((sum, { bytes }) => sum + bytes, 0);
    if (texturesBytes > 0) {
      for (const quality of qualities.slice(1)) {
        if (isOver()) made = await makeOnce(work, triangles, quality, tries);
      }
    }
    triangles = Math.min(triangles, countDocumentTriangles(source));
    while (isOver() && triangles * TRIANGLES_LEFT >= LEAST_TRIANGLES) {
      triangles = Math.floor(triangles * TRIANGLES_LEFT);
      made = await makeOnce(work, triangles, last, tries);
    }
  }
  if (!isOver()) return made;
  const note = `stays above ${Math.round(goal / 1000)} kB with ${made.facts.triangles} triangles`;
  return { ...made, facts: { ...made.facts, notes: [...made.facts.notes, note] } };
}

async function makeOnce(work: StepWork, target: number, quality: PictureQuality, tries: Tries): Promise<TriedStep> {
  const { source, step, pictures, io } = work;
  const { coarse, simplified } = tries.coarse.get(target) ?? (await simplify(source, target, tries));
  const document = cloneDocument(coarse).setLogger(source.getLogger());
  const shown = simplified.isSimplified ? await giveRelief(work, document, quality.size, target, tries) : pictures;
  const textures = await placeTextures(document, shown, await makeNormals(work, shown), step, quality);
  declareFormats(document);
  await document.transform(dedup(), prune());
  // Filters: normals as eight bits on an octahedron, a third of the bytes of plain ones.
  await document.transform(meshopt({ encoder: MeshoptEncoder, level: 'high' }));
  const geometryBytes = measureGeometry(document);
  const draws = countDraws(document);
  const glb = await io.writeBinary(document);
  const facts = {
    quality: step.quality,
    bytes: glb.length,
    draws,
    textureSize: Math.max(0, ...textures.map(({ width, height }) => Math.max(width, height))),
    gpuBytes: geometryBytes + textures.reduce((sum, { gpuBytes }) => sum + gpuBytes, 0),
    ...simplified,
    sharpToPx: null,
    textures,
  };
  return { document, glb, facts };
}

async function simplify(source: Document, target: number, tries: Tries) {
  const coarse = cloneDocument(source).setLogger(source.getLogger());
  const made = { coarse, simplified: await simplifyDocument(coarse, target) };
  tries.coarse.set(target, made);
  return made;
}

/** The textures for the GPU, with those that only this step has. */
async function makeNormals(
  { step, made }: StepWork,
  pictures: readonly SourcePicture[],
): Promise<ReadonlyMap<number, MadeTexture>> {
  const all = new Map(made);
  for (const picture of pictures) {
    const size = sizeIn(step, picture);
    if (picture.role !== 'normal' || !size || all.has(picture.index)) continue;
    const [width, height] = size;
    all.set(picture.index, await makeTexture({ ...picture, width, height }));
  }
  return all;
}

/** The pictures with the step's own normal maps for the model's. */
async function giveRelief(
  { source, pictures }: StepWork,
  document: Document,
  size: number,
  triangles: number,
  tries: Tries,
): Promise<SourcePicture[]> {
  const shown: SourcePicture[] = [];
  for (const picture of pictures) {
    const key = `${picture.index} ${triangles} ${size}`;
    let relief = tries.reliefs.get(key);
    if (relief === undefined && picture.role === 'normal') relief = await bake(source, document, picture, size);
    tries.reliefs.set(key, relief ?? null);
    if (relief) takeRelief(document, picture.index);
    shown.push(relief ?? picture);
  }
  return shown;
}

async function bake(
  source: Document,
  document: Document,
  picture: SourcePicture,
  size: number,
): Promise<SourcePicture | null> {
  const wanted = fitSize(picture.width, picture.height, size, BLOCK);
  const map = await bakeNormals(source, document, picture.index, wanted);
  if (!map) return null;
  const { pixels, width, height } = map;
  const image = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { ...picture, image: new Uint8Array(image), mime: 'image/png', width, height };
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
