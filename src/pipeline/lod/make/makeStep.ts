/** One step of a ladder: a GLB and what must be known of it before it is loaded. */
import type { Document, NodeIO } from '@gltf-transform/core';
import { cloneDocument, dedup, getBounds, meshopt, prune } from '@gltf-transform/functions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { Step } from '../ladder.ts';
import { simplifyDocument, type Simplified } from './simplify.ts';
import { remakeTextures } from './textures.ts';

export interface StepFacts {
  readonly quality: Step['quality'];
  readonly bytes: number;
  readonly triangles: number;
  readonly draws: number;
  readonly textureSize: number;
  readonly gpuBytes: number;
  readonly errorMetres: number;
  readonly isSloppy: boolean;
}

export interface MadeStep {
  readonly glb: Uint8Array;
  readonly facts: StepFacts;
}

/** Ever leaner, for steps with a goal of bytes: against the step's triangles and texture size, and WebP's quality. */
const DIETS = [
  {
    triangles: 1,
    textures: [
      { size: 1, quality: 78 },
      { size: 1, quality: 65 },
      { size: 0.75, quality: 65 },
    ],
  },
  {
    triangles: 0.7,
    textures: [
      { size: 0.75, quality: 60 },
      { size: 0.5, quality: 60 },
    ],
  },
  { triangles: 0.4, textures: [{ size: 0.5, quality: 55 }] },
] as const;

/** Where not even the leanest meets the step's goal of bytes, the leanest is made. */
export async function makeStep(source: Document, step: Step, io: NodeIO): Promise<MadeStep> {
  const goal = step.bytes ?? Infinity;
  let made: MadeStep | null = null;
  for (const { triangles, textures } of DIETS) {
    const shape = cloneDocument(source).setLogger(source.getLogger());
    const simplified = await simplifyDocument(shape, step.triangles * triangles);
    for (const { size, quality } of textures) {
      const document = cloneDocument(shape).setLogger(source.getLogger());
      const wish = { size: Math.round(step.textureSize * size), format: step.textures, webpQuality: quality };
      made = await finish(document, step.quality, simplified, wish, io);
      if (made.facts.bytes <= goal) return made;
    }
  }
  if (!made) throw new Error('makeStep: no diet is listed; list at least one');
  return made;
}

async function finish(
  document: Document,
  quality: Step['quality'],
  { triangles, errorMetres, isSloppy }: Simplified,
  wish: Parameters<typeof remakeTextures>[1],
  io: NodeIO,
): Promise<MadeStep> {
  const textures = await remakeTextures(document, wish);
  await document.transform(dedup(), prune());
  await document.transform(meshopt({ encoder: MeshoptEncoder, level: 'high' }));
  const geometryBytes = measureGeometry(document);
  const glb = await io.writeBinary(document);
  const facts = {
    quality,
    bytes: glb.length,
    triangles,
    draws: countDraws(document),
    textureSize: textures.largestPx,
    gpuBytes: geometryBytes + textures.gpuBytes,
    errorMetres,
    isSloppy,
  };
  return { glb, facts };
}

/** Primitives as often as nodes draw them. */
function countDraws(document: Document): number {
  return document
    .getRoot()
    .listNodes()
    .reduce((sum, node) => sum + (node.getMesh()?.listPrimitives().length ?? 0), 0);
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
