/**
 * What unpacks the compressed parts of tiles: the decoders that relics use, in workers of the viewer's own, behind the
 * faces that GLTFLoader wants. Three's own loaders would make workers of text, which the page's policy forbids.
 */
import { BufferAttribute, BufferGeometry } from 'three';
import type { LoadingManager, Texture, WebGLRenderer } from 'three';
import type { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import type { DecodedTexture } from '#scene/relic/decode/protocol.ts';
import { DecodeWorkers } from '#scene/relic/decode/workers.ts';
import { readTextureSupport, toTexture } from '#scene/relic/load/textures.ts';
import type { DracoGeometry } from '#sources/relic/geometry/codecs.ts';

/** Of one mesh of a tile: a stream may claim anything. */
const MOST_VERTICES = 2_000_000;
/** Longest side of a tile's texture; a tile is one of many. */
const MOST_TEXTURE_PX = 2_048;

/** glTF's numbers of the kinds that three names by their arrays. */
const COMPONENT_TYPES: Readonly<Record<string, number>> = {
  Int8Array: 5120, Uint8Array: 5121, Int16Array: 5122, Uint16Array: 5123, Uint32Array: 5125, Float32Array: 5126,
}; // prettier-ignore

export interface TileDecoders {
  configure(loader: GLTFLoader): void;
  dispose(): void;
}

export function createTileDecoders(renderer: WebGLRenderer): TileDecoders {
  const geometry = new DecodeWorkers({
    create: () => new Worker(new URL('./dracoWorker.ts', import.meta.url), { type: 'module', name: 'draco' }),
    most: 1,
  });
  const textures = new DecodeWorkers({
    create: () =>
      new Worker(new URL('../relic/decode/basisWorker.ts', import.meta.url), { type: 'module', name: 'textures' }),
    most: 1,
  });
  const stop = new AbortController();
  return {
    configure(loader) {
      loader.setMeshoptDecoder(MeshoptDecoder);
      loader.setDRACOLoader(new Draco(geometry, stop.signal) as never);
      loader.setKTX2Loader(new Ktx2(textures, renderer, loader.manager, stop.signal) as never);
    },
    dispose() {
      stop.abort(new DOMException('the viewer was closed', 'AbortError'));
      geometry.close();
      textures.close();
    },
  };
}

/** Of three's DRACOLoader what GLTFLoader calls. */
class Draco {
  readonly #workers: DecodeWorkers;
  readonly #signal: AbortSignal;

  constructor(workers: DecodeWorkers, signal: AbortSignal) {
    this.#workers = workers;
    this.#signal = signal;
  }

  /** The decoder comes with the first job. */
  preload(): this {
    return this;
  }

  decodeDracoFile(
    stream: ArrayBuffer,
    onLoad: (geometry: BufferGeometry) => void,
    ids: Readonly<Record<string, number>>,
    kinds: Readonly<Record<string, string>>,
    _colorSpace: string,
    onError: (error: unknown) => void,
  ): void {
    // The loader keeps the stream for others.
    const source = new Uint8Array(stream.slice(0));
    const types = Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, COMPONENT_TYPES[kind] ?? 5126]),
    );
    this.#workers
      .run<DracoGeometry>(
        { kind: 'draco', source, ids, types, vertexCount: MOST_VERTICES, indexCount: null },
        [source.buffer],
        this.#signal,
      )
      .then((found) => onLoad(toGeometry(found)))
      .catch(onError);
  }
}

/** Of three's KTX2Loader what GLTFLoader calls. */
class Ktx2 {
  readonly isKTX2Loader = true;
  readonly #workers: DecodeWorkers;
  readonly #renderer: WebGLRenderer;
  readonly #manager: LoadingManager;
  readonly #signal: AbortSignal;

  constructor(workers: DecodeWorkers, renderer: WebGLRenderer, manager: LoadingManager, signal: AbortSignal) {
    this.#workers = workers;
    this.#renderer = renderer;
    this.#manager = manager;
    this.#signal = signal;
  }

  parse(file: ArrayBuffer, onLoad: (texture: Texture) => void, onError: (error: unknown) => void): void {
    const source = new Uint8Array(file.slice(0));
    const mostPx = Math.min(MOST_TEXTURE_PX, this.#renderer.capabilities.maxTextureSize);
    const job = { kind: 'texture', source, support: readTextureSupport(this.#renderer), mostPx } as const;
    this.#workers
      .run<DecodedTexture>(job, [source.buffer], this.#signal)
      .then((decoded) => {
        const texture = toTexture(decoded);
        texture.needsUpdate = true;
        onLoad(texture);
      })
      .catch(onError);
  }

  load(url: string, onLoad: (texture: Texture) => void, _onProgress: unknown, onError: (error: unknown) => void): void {
    Promise.resolve()
      // Throws where the file lies outside the exhibition.
      .then(() => fetch(this.#manager.resolveURL(url), { credentials: 'same-origin', signal: this.#signal }))
      .then((response) => {
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        return response.arrayBuffer();
      })
      .then((file) => this.parse(file, onLoad, onError))
      .catch(onError);
  }
}

function toGeometry({ index, attributes }: DracoGeometry): BufferGeometry {
  const geometry = new BufferGeometry();
  if (index) geometry.setIndex(new BufferAttribute(index, 1));
  for (const [name, { array, itemSize }] of Object.entries(attributes)) {
    geometry.setAttribute(name, new BufferAttribute(array, itemSize));
  }
  return geometry;
}
