/**
 * Loads a step of a relic. A worker fetches it, checks it and decodes its pictures; another unpacks and prepares its
 * geometry; here it only becomes three's objects. Nothing is believed that was not checked, nothing is asked of another
 * origin, and whatever goes wrong is said in words.
 */
import { SkinnedMesh } from 'three';
import type { Object3D, Texture, WebGLRenderer, Mesh } from 'three';
import type { GLTF } from 'three/addons/loaders/GLTFLoader.js';
import { ModelError } from '#sources/relic/gltf/modelError.ts';
import type { PreparedModel } from '#sources/relic/geometry/prepareModel.ts';
import type { ReadModel } from '#sources/relic/read/protocol.ts';
import { RelicReader, type Reading } from '#sources/relic/read/relicReader.ts';
import type { AbortSignalLike } from '#streaming/ports.ts';
import { DecodeWorkers } from '../decode/workers.ts';
import type { DecodedTexture } from '../decode/protocol.ts';
import type { RelicContent } from '../relicContent.ts';
import { buildScene } from './buildScene.ts';
import { toBox3, weigh } from './measure.ts';
import { dressTexture, readTextureSupport, toTexture } from './textures.ts';
import { readVariants } from './variants.ts';

export interface RelicLoaderOptions {
  readonly renderer: WebGLRenderer;
  /** Longest side of a texture that is kept, pixels. */
  readonly mostTexturePx: number;
  /** Workers for geometry at once; one more reads, another unpacks textures. */
  readonly workers: number;
  /** A part that was left out, such as a picture that lies elsewhere. */
  readonly onLoss?: (url: string, message: string) => void;
}

export interface RelicLoader {
  /**
   * `url` is absolute and of the exhibition's own folder. Rejects with a `ModelError`, or an AbortError.
   * @param onBytes Told of bytes as they arrive.
   */
  load(url: string, signal: AbortSignalLike, onBytes?: (bytes: number) => void): Promise<RelicContent>;
  readonly stats: { readonly requests: number; readonly bytes: number };
  dispose(): void;
}

export function createRelicLoader(options: RelicLoaderOptions): RelicLoader {
  const { renderer, onLoss = () => undefined } = options;
  const mostTexturePx = Math.min(options.mostTexturePx, renderer.capabilities.maxTextureSize);
  const reader = new RelicReader(
    () =>
      new Worker(new URL('../../../sources/relic/read/readerWorker.ts', import.meta.url), {
        type: 'module',
        name: 'reader',
      }),
  );
  const geometry = new DecodeWorkers({
    create: () =>
      new Worker(new URL('../decode/geometryWorker.ts', import.meta.url), { type: 'module', name: 'geometry' }),
    most: options.workers,
  });
  const blocks = new DecodeWorkers({
    create: () =>
      new Worker(new URL('../decode/basisWorker.ts', import.meta.url), { type: 'module', name: 'textures' }),
    most: 1,
  });
  const support = readTextureSupport(renderer);
  const anisotropy = Math.min(8, renderer.capabilities.getMaxAnisotropy());
  const stats = { requests: 0, bytes: 0 };

  /** Every texture of a model, made once; a fault costs the texture. */
  function texturesOf(
    reading: Reading,
    read: ReadModel,
    prepared: PreparedModel,
    url: string,
    signal: AbortSignalLike,
  ) {
    const pictures = new Map<number, Promise<Texture | null>>();
    const made: Texture[] = [];

    async function makePicture(index: number): Promise<Texture | null> {
      const picture = await reading.picture(index);
      if (picture === null) return null;
      const isBlocks = picture instanceof Uint8Array;
      const job = isBlocks && ({ kind: 'texture', source: picture, support, mostPx: mostTexturePx } as const);
      const texture = toTexture(
        job ? await blocks.run<DecodedTexture>(job, [job.source.buffer], signal) : (picture as ImageBitmap),
      );
      made.push(texture);
      return texture;
    }

    async function textureOf(index: number): Promise<Texture | null> {
      const number = read.pictures[index];
      if (number === null || number === undefined) return null;
      const picture = pictures.get(number) ?? makePicture(number);
      pictures.set(number, picture);
      try {
        const texture = await picture;
        const sampler = read.samplers[prepared.textures[index]?.sampler ?? -1] ?? {};
        return texture && dressTexture(texture, sampler, anisotropy);
      } catch (error) {
        if (error instanceof ModelError) onLoss(url, `textures.${index}: ${error.message}; left out`);
        return null;
      }
    }
    return { textureOf, made };
  }

  async function load(url: string, signal: AbortSignalLike, onBytes?: (bytes: number) => void): Promise<RelicContent> {
    const reading = reader.read(url, signal, {
      mostPicturePx: mostTexturePx,
      onBytes(bytes, requests) {
        stats.bytes += bytes;
        stats.requests += requests;
        onBytes?.(bytes);
      },
      onLoss: (message) => onLoss(url, message),
    });
    try {
      const read = await reading.model;
      const { gltf, buffers, variants } = read;
      const transfer = [...new Set(buffers.map(({ buffer }) => buffer))];
      const prepared = await geometry.run<PreparedModel>({ kind: 'geometry', gltf, buffers }, transfer, signal);
      for (const loss of prepared.losses) onLoss(url, loss);
      const { textureOf, made } = texturesOf(reading, read, prepared, url, signal);
      const scene = await buildScene(prepared, textureOf).catch((error: unknown) => {
        freeTextures(made);
        throw new ModelError('broken-data', `it cannot be shown: ${wordsOf(error)}; export the model again`);
      });
      if (signal.aborted) {
        freeTextures(made);
        throw new DOMException('no longer wanted', 'AbortError');
      }
      return await makeContent(scene, prepared, variants);
    } finally {
      reading.close();
    }
  }

  return {
    load,
    stats,
    dispose() {
      reader.dispose();
      geometry.close();
      blocks.close();
    },
  };
}

/** Of an engine's error only its first line: the rest says nothing to a curator. */
function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 120) ?? '';
}

async function makeContent(gltf: GLTF, { bounds }: PreparedModel, names: readonly string[]): Promise<RelicContent> {
  const { scene: root, animations } = gltf;
  const variants = await readVariants(gltf, names);
  let isDeforming = false;
  root.traverse((object) => {
    if (object instanceof SkinnedMesh || (object as Partial<Mesh>).morphTargetInfluences?.length) isDeforming = true;
    // What moves leaves the sphere that three measured at rest.
    if (isDeforming || animations.length > 0) object.frustumCulled = false;
  });
  const { triangles, draws, gpuBytes, geometries, materials, textures, instanced } = weigh(root, variants.materials);
  return {
    root,
    bounds: toBox3(bounds),
    triangles,
    draws,
    gpuBytes,
    clips: animations,
    variants: variants.names,
    isDeforming,
    materialOf: (mesh: Object3D, variant) => variants.materialOf(mesh, variant) ?? (mesh as Mesh).material,
    dispose() {
      for (const one of geometries) one.dispose();
      for (const one of instanced) one.dispose();
      for (const one of materials) one.dispose();
      freeTextures(textures);
    },
  };
}

function freeTextures(textures: Iterable<Texture>): void {
  for (const texture of textures) {
    texture.dispose();
    if (texture.image instanceof ImageBitmap) texture.image.close();
  }
}
