/** One step of a ladder: a GLB and what must be known of it before it is loaded. */
import type { Document, NodeIO } from '@gltf-transform/core';
import { cloneDocument, dedup, getBounds, meshopt, prune } from '@gltf-transform/functions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { Step } from '../ladder.ts';
import { simplifyDocument } from './simplify.ts';
import { remakeTextures } from './textures.ts';

export interface StepFacts {
  readonly quality: Step['quality'];
  readonly bytes: number;
  readonly triangles: number;
  readonly textureSize: number;
  readonly gpuBytes: number;
  readonly errorMetres: number;
  readonly isSloppy: boolean;
}

export interface MadeStep {
  readonly glb: Uint8Array;
  readonly facts: StepFacts;
}

export async function makeStep(source: Document, step: Step, io: NodeIO): Promise<MadeStep> {
  const document = cloneDocument(source).setLogger(source.getLogger());
  const { triangles, errorMetres, isSloppy } = await simplifyDocument(document, step.triangles);
  const textures = await remakeTextures(document, step);
  await document.transform(dedup(), prune());
  await document.transform(meshopt({ encoder: MeshoptEncoder, level: 'medium' }));
  const geometryBytes = measureGeometry(document);
  const glb = await io.writeBinary(document);
  const facts = {
    quality: step.quality,
    bytes: glb.length,
    triangles,
    textureSize: textures.largestPx,
    gpuBytes: geometryBytes + textures.gpuBytes,
    errorMetres,
    isSloppy,
  };
  return { glb, facts };
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
