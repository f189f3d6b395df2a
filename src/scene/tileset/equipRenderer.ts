/** Gives a renderer queues, a cache and loaders of its own, in place of those that all renderers share by default. */
import {
  DEFAULT_DOWNLOAD_QUEUE,
  DEFAULT_LRU_CACHE,
  DEFAULT_NODE_QUEUE,
  DEFAULT_PARSE_QUEUE,
  DownloadPriorityQueue,
  LRUCache,
  PriorityQueue,
} from '3d-tiles-renderer/core';
import type { TilesRenderer } from '3d-tiles-renderer/three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { TilesetError, fileNameOf } from '#sources/tileset/tilesetError.ts';
import { isInside } from '#sources/tileset/tileUri.ts';
import { answerBothWays } from './tilesInside.ts';

export interface EquipOptions {
  /** The exhibition's folder. */
  readonly folder: string;
  readonly configureGltfLoader?: (loader: GLTFLoader) => void;
}

const REQUESTS_AT_ONCE = 6;
/** Decoding two at a time keeps frames even; the rest waits. */
const DECODED_AT_ONCE = 2;
/** The cache lets the last tile in before it is full, and may grow by those being decoded. */
const FILLED = 0.75;
const KEPT = 0.6;

export function equipRenderer(tiles: TilesRenderer, { folder, configureGltfLoader }: EquipOptions): void {
  answerBothWays();
  tiles.lruCache = new LRUCache();
  tiles.lruCache.unloadPriorityCallback = DEFAULT_LRU_CACHE.unloadPriorityCallback;
  tiles.downloadQueue = new DownloadPriorityQueue();
  tiles.downloadQueue.maxJobsPerOrigin = REQUESTS_AT_ONCE;
  tiles.downloadQueue.priorityCallback = DEFAULT_DOWNLOAD_QUEUE.priorityCallback;
  tiles.parseQueue = createQueue(DECODED_AT_ONCE, DEFAULT_PARSE_QUEUE);
  tiles.processNodeQueue = createQueue(DEFAULT_NODE_QUEUE.maxJobs, DEFAULT_NODE_QUEUE);
  // Textures and buffers beside a glTF are asked for by three's own loaders.
  tiles.manager.setURLModifier((url) => {
    if (/^(blob|data):/i.test(url) || isInside(new URL(url, folder).href, folder)) return url;
    const problem = 'names a file outside the exhibition’s folder, which is not asked for';
    throw new TilesetError('bad-uri', fileNameOf(url), problem);
  });
  const loader = new GLTFLoader(tiles.manager);
  configureGltfLoader?.(loader);
  tiles.manager.addHandler(/\.(gltf|glb)$/i, loader);
  const { dracoLoader } = loader as unknown as { dracoLoader: GLTFLoader | null };
  if (dracoLoader) tiles.manager.addHandler(/\.drc$/i, dracoLoader);
}

/** What is used is never thrown out, so that the cache refuses more instead; it is full below the budget. */
export function setCacheBytes({ lruCache }: TilesRenderer, gpuBytes: number): void {
  lruCache.maxBytesSize = gpuBytes * FILLED;
  lruCache.minBytesSize = gpuBytes * KEPT;
}

function createQueue(maxJobs: number, like: PriorityQueue): PriorityQueue {
  const queue = new PriorityQueue();
  queue.maxJobs = maxJobs;
  queue.priorityCallback = like.priorityCallback;
  return queue;
}
