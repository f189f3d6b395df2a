/**
 * Loads a step of a relic: fetched, gated, decoded in workers, made into three's objects. Nothing is believed that was
 * not checked, nothing is asked of another origin, and whatever goes wrong is said in words.
 */
import type { WebGLRenderer } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { GLTF, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import { Group, SkinnedMesh, Mesh } from 'three';
import { fetchModel } from '#sources/relic/fetchModel.ts';
import { readContainer } from '#sources/relic/gltf/container.ts';
import { gateGltf } from '#sources/relic/gltf/gate.ts';
import { ModelError } from '#sources/relic/gltf/modelError.ts';
import type { AbortSignalLike } from '#streaming/ports.ts';
import { DecodeWorkers } from '../decode/workers.ts';
import type { DecodedDraco, DecodedTexture, TextureSupport } from '../decode/protocol.ts';
import type { RelicContent } from '../relicContent.ts';
import { consolidate } from './consolidate.ts';
import { createDecoders } from './decoders.ts';
import { measureBounds, weigh } from './measure.ts';
import { createSpecGlossPlugin } from './specGloss.ts';
import { createTexturePlugin } from './textures.ts';
import { readVariants } from './variants.ts';

export interface RelicLoaderOptions {
  readonly renderer: WebGLRenderer;
  /** Longest side of a texture that is kept, pixels. */
  readonly mostTexturePx: number;
  /** Workers for geometry at once; one more decodes textures. */
  readonly workers: number;
  /** A part that was left out, such as a picture that lies elsewhere. */
  readonly onLoss?: (url: string, message: string) => void;
}

export interface RelicLoader {
  /** `url` is absolute and of the exhibition's own folder. Rejects with `ModelError`, or an AbortError. */
  load(url: string, signal: AbortSignalLike): Promise<RelicContent>;
  readonly stats: { readonly requests: number; readonly bytes: number };
  dispose(): void;
}

export function createRelicLoader(options: RelicLoaderOptions): RelicLoader {
  const { renderer, mostTexturePx, onLoss = () => undefined } = options;
  const geometry = new DecodeWorkers(
    () => new Worker(new URL('../decode/geometryWorker.ts', import.meta.url), { type: 'module', name: 'geometry' }),
    options.workers,
  );
  const textures = new DecodeWorkers(
    () => new Worker(new URL('../decode/basisWorker.ts', import.meta.url), { type: 'module', name: 'textures' }),
    1,
  );
  const support = readSupport(renderer);
  const anisotropy = Math.min(8, renderer.capabilities.getMaxAnisotropy());
  const stats = { requests: 0, bytes: 0 };

  async function fetchCounted(url: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    stats.requests++;
    const bytes = await fetchModel(url, signal);
    stats.bytes += bytes.length;
    return bytes;
  }

  async function load(url: string, signalLike: AbortSignalLike): Promise<RelicContent> {
    const signal = toSignal(signalLike);
    const container = readContainer(await fetchCounted(url, signal));
    const { json, losses } = gateGltf(container.json, container.bin?.length ?? 0);
    for (const loss of losses) onLoss(url, loss);
    const loader = new GLTFLoader();
    const fetchFile = (uri: string): Promise<Uint8Array<ArrayBuffer>> => fetchCounted(resolve(uri, url), signal);
    const decoders = createDecoders({
      meshopt: (job) => geometry.run<Uint8Array>(job, [], signal),
      draco: (job) => geometry.run<DecodedDraco>(job, [], signal),
    });
    loader.setMeshoptDecoder(decoders.meshopt as never);
    loader.setDRACOLoader(decoders.draco as never);
    loader.register((parser) => {
      takeOverBuffers(parser, container.bin, fetchFile);
      return { name: 'GROTTO_buffers' };
    });
    loader.register(
      (parser) =>
        createTexturePlugin(parser, {
          fetchFile,
          transcode: (source) => {
            const job = { kind: 'basis', source, support, mostPx: mostTexturePx } as const;
            return textures.run<DecodedTexture>(job, [source.buffer as ArrayBuffer], signal);
          },
          mostPx: mostTexturePx,
          anisotropy,
          onLoss: (message) => onLoss(url, message),
        }) as never,
    );
    loader.register((parser) => createSpecGlossPlugin(parser));
    const gltf = await parse(loader, ownTextures(json), signal);
    return makeContent(gltf);
  }

  return {
    load,
    stats,
    dispose() {
      geometry.close();
      textures.close();
    },
  };
}

async function makeContent(gltf: GLTF): Promise<RelicContent> {
  const root: Group = gltf.scene ?? new Group();
  const variants = await readVariants({ ...gltf, scene: root });
  let isDeforming = false;
  root.traverse((object) => {
    if (object instanceof SkinnedMesh || (object instanceof Mesh && object.morphTargetInfluences?.length)) {
      isDeforming = true;
    }
  });
  if (!isDeforming && gltf.animations.length === 0) consolidate(root);
  const bounds = measureBounds(root);
  const { triangles, draws, gpuBytes, geometries, materials, textures } = weigh(root, variants.materials);
  return {
    root,
    bounds,
    triangles,
    draws,
    gpuBytes,
    clips: gltf.animations,
    variants: variants.names,
    isDeforming,
    materialOf: (mesh, variant) => {
      const own = (mesh as Mesh).material;
      return variants.materialOf(mesh, variant) ?? own;
    },
    dispose() {
      for (const one of geometries) one.dispose();
      for (const one of materials) one.dispose();
      for (const texture of textures) {
        texture.dispose();
        if (texture.image instanceof ImageBitmap) texture.image.close();
      }
    },
  };
}

function parse(loader: GLTFLoader, json: object, signal: AbortSignal): Promise<GLTF> {
  return new Promise<GLTF>((resolvePromise, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    loader.parse(json as unknown as ArrayBuffer, '', resolvePromise, (error: unknown) => {
      if (error instanceof ModelError || signal.aborted)
        reject(error instanceof Error ? error : new Error('cancelled'));
      else reject(new ModelError('broken-data', `the model cannot be read: ${wordsOf(error)}`));
    });
  });
}

/** An engine's own message says nothing to a curator; what our decoders say does. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^(the |decoding )/.test(message) ? message : 'its data does not fit together; export it again';
}

/** Buffers come from the gated file and through our own fetch; three has no other door for that than the parser's. */
function takeOverBuffers(
  parser: GLTFParser,
  bin: Uint8Array | null,
  fetchFile: (uri: string) => Promise<Uint8Array<ArrayBuffer>>,
): void {
  const { buffers = [] } = parser.json as { buffers?: { uri?: string; byteLength: number }[] };
  parser.loadBuffer = async (index: number): Promise<ArrayBuffer> => {
    const { uri, byteLength = 0 } = buffers[index] ?? {};
    if (uri === undefined) return bin ? bin.slice().buffer : new ArrayBuffer(0);
    const bytes = uri.startsWith('data:')
      ? Uint8Array.from(atob(uri.slice(uri.indexOf(',') + 1)), (character) => character.charCodeAt(0))
      : await fetchFile(uri);
    if (bytes.length < byteLength) {
      throw new ModelError('cut-off', `buffers.${index}: ${byteLength} bytes are declared, ${bytes.length} are there`);
    }
    return bytes.buffer;
  };
}

interface TextureDef {
  source?: number;
  extensions?: Record<string, { source?: number }>;
}

/** The best source of each texture becomes its only one, so that one plugin of ours makes them all. */
function ownTextures(json: Readonly<Record<string, unknown>>): object {
  if (!Array.isArray(json['textures'])) return json;
  const textures = (json['textures'] as TextureDef[]).map(({ extensions = {}, ...texture }) => {
    const better = ['KHR_texture_basisu', 'EXT_texture_avif', 'EXT_texture_webp']
      .map((name) => extensions[name]?.source)
      .find((source) => source !== undefined);
    return better === undefined ? texture : { ...texture, source: better };
  });
  return { ...json, textures };
}

function resolve(uri: string, base: string): string {
  const url = new URL(uri, base);
  const folder = new URL('.', base);
  if (url.origin === folder.origin && url.href.startsWith(folder.href)) return url.href;
  throw new ModelError('unsafe-uri', `“${uri.slice(0, 80)}” does not lie beside the model`);
}

function readSupport({ extensions }: WebGLRenderer): TextureSupport {
  return {
    astc: extensions.has('WEBGL_compressed_texture_astc'),
    bc7: extensions.has('EXT_texture_compression_bptc'),
    s3tc: extensions.has('WEBGL_compressed_texture_s3tc'),
    etc2: extensions.has('WEBGL_compressed_texture_etc'),
  };
}

function toSignal(signal: AbortSignalLike): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
