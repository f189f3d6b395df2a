/** What a page holds at this moment, once what nobody holds any more is gone. */
import type { CDPSession, Page } from 'playwright-core';
import { type HeapClass, readHeapClasses, sumObjects } from './heapClasses.ts';

/**
 * For `launchBrowser`, where heaps are weighed: scripts are run as they are. What runs often is compiled ever again for
 * hours, which makes a heap grow by hundreds of kilobytes though nobody holds more than before.
 */
export const UNCOMPILED = [
  '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode --no-lazy-feedback-allocation',
];

/** All of it counts, but for bytes. Of the GPU what WebGL made and nobody gave back (`countLiveObjects`). */
export interface Weight {
  /** Of scripts of the page and what they hold, and of what the browser compiled of them. */
  readonly heapBytes: number;
  /** What scripts hold of it. */
  readonly objectBytes: number;
  /** Of typed arrays, which lie beside the heap. */
  readonly arrayBytes: number;
  /** Reserved on the GPU, as the viewer itself says. */
  readonly gpuBytes: number;
  readonly textures: number;
  readonly buffers: number;
  readonly programs: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  readonly workers: number;
  /** Nodes of Web Audio. */
  readonly sounds: number;
}

export class Scales {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  /** Of the latest weighing. */
  classes: ReadonlyMap<string, HeapClass> = new Map();

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  /** For a page that has run `countLiveObjects` first. */
  static async open(page: Page): Promise<Scales> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    return new Scales(page, devtools);
  }

  async weigh(): Promise<Weight> {
    const page = await this.#page.evaluate(async () => {
      const { textureBytes = {} } = (await window.grotto?.stats()) ?? {};
      return {
        gpuBytes: Object.values(textureBytes).reduce((sum, bytes) => sum + bytes, 0),
        ...window.liveObjects.counts(),
      };
    });
    // What the first round lets go of may hold more that the second finds.
    for (let round = 0; round < 2; round++) await this.#devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    this.classes = await readHeapClasses(this.#devtools);
    return {
      heapBytes: of('JSHeapUsedSize'),
      objectBytes: sumObjects(this.classes),
      arrayBytes: this.classes.get('native system / JSArrayBufferData')?.bytes ?? 0,
      gpuBytes: page.gpuBytes,
      textures: page.textures,
      buffers: page.buffers,
      programs: page.programs,
      listeners: of('JSEventListeners'),
      nodes: of('Nodes'),
      documents: of('Documents'),
      workers: this.#page.workers().length,
      sounds: of('AudioHandlers'),
    };
  }
}
