/**
 * Brings contents to the GPU a little at a time: textures one by one, geometry buffer by buffer, at most `burstBytes`
 * a frame and always one of them. Programs are compiled meanwhile, off the frame. The smallest content comes first, so
 * that no first picture waits for a whole relic.
 *
 * Protocol: `add` and `work` between construction and `dispose`; `work` once a frame, before three renders.
 */
import type { Camera, Material, Object3D, Scene, WebGLRenderer } from 'three';
import type { AbortSignalLike } from '#streaming/ports.ts';
import { BufferWarmer } from './bufferWarmer.ts';
import { listBuffers, listGeometries, listTextures } from './listResources.ts';
import { uploadTexture } from './uploadTexture.ts';

export interface UploaderOptions {
  readonly renderer: WebGLRenderer;
  /** With the lights and the environment that the contents will stand in. */
  readonly scene: Scene;
  readonly camera: Camera;
  readonly requestFrame: () => void;
  /** 4 MB by default. */
  readonly burstBytes?: number;
}

export interface UploadStats {
  uploads: number;
  uploadedBytes: number;
  /** Of a single upload, which cannot be divided further. */
  longestUploadMs: number;
  /** Of building the programs' sources and handing them over. */
  longestCompileMs: number;
}

interface Job {
  readonly bytes: number;
  readonly parts: Iterator<number>;
  readonly materials: readonly Material[];
  readonly settle: (error?: Error) => void;
  isUploaded: boolean;
}

/** What three knows of a material once it was compiled. */
interface CompiledMaterial {
  readonly currentProgram?: { isReady(): boolean; getUniforms(): unknown };
}

const BURST_BYTES = 4e6;

export class Uploader {
  readonly stats: UploadStats = { uploads: 0, uploadedBytes: 0, longestUploadMs: 0, longestCompileMs: 0 };
  readonly #options: UploaderOptions;
  readonly #warmer: BufferWarmer;
  /** The smallest last. */
  readonly #jobs: Job[] = [];

  constructor(options: UploaderOptions) {
    this.#options = options;
    this.#warmer = new BufferWarmer(options.renderer);
  }

  get isBusy(): boolean {
    return this.#jobs.length > 0;
  }

  /** `root` carries the materials that will be drawn. Resolves once all of it is on the GPU; rejects when aborted. */
  add(root: Object3D, bytes: number, signal: AbortSignalLike): Promise<void> {
    return new Promise((resolve, reject) => {
      const job: Job = {
        bytes,
        parts: this.#upload(root),
        settle: (error) => {
          const index = this.#jobs.indexOf(job);
          if (index < 0) return;
          this.#jobs.splice(index, 1);
          if (error) reject(error);
          else resolve();
        },
        materials: this.#compile(root),
        isUploaded: false,
      };
      this.#jobs.push(job);
      this.#jobs.sort((a, b) => b.bytes - a.bytes);
      signal.addEventListener('abort', () => job.settle(new Error('the upload was cancelled')));
      this.#options.requestFrame();
    });
  }

  /** Uploads a burst. */
  work(): void {
    const { burstBytes = BURST_BYTES, requestFrame } = this.#options;
    let spent = 0;
    for (let i = this.#jobs.length - 1; i >= 0 && spent < burstBytes; i--) {
      const job = this.#jobs[i];
      while (job && !job.isUploaded && spent < burstBytes) spent += this.#step(job);
    }
    for (let i = this.#jobs.length - 1; i >= 0; i--) {
      const job = this.#jobs[i];
      if (job?.isUploaded && this.#isLinked(job)) job.settle();
    }
    if (this.#jobs.length > 0) requestFrame();
  }

  /** Frees what was used to upload a content, after its geometry was disposed. */
  forget(root: Object3D): void {
    this.#warmer.forget(root);
  }

  loseContext(): void {
    this.#warmer.dispose();
  }

  dispose(): void {
    for (const job of [...this.#jobs]) job.settle(new Error('the stage is gone'));
    this.#warmer.dispose();
  }

  #step(job: Job): number {
    const start = performance.now();
    const part = job.parts.next();
    if (part.done) {
      job.isUploaded = true;
      return 0;
    }
    this.stats.uploads++;
    this.stats.uploadedBytes += part.value;
    this.stats.longestUploadMs = Math.max(this.stats.longestUploadMs, performance.now() - start);
    return part.value;
  }

  /** Where the browser links beside the page this waits without blocking; elsewhere the first question blocks. */
  #isLinked({ materials }: Job): boolean {
    const { properties } = this.#options.renderer;
    for (const material of materials) {
      const { currentProgram } = properties.get(material) as CompiledMaterial;
      if (!currentProgram) continue;
      if (!currentProgram.isReady()) return false;
      currentProgram.getUniforms();
    }
    return true;
  }

  *#upload(root: Object3D): Generator<number, undefined> {
    for (const geometry of listGeometries(root)) {
      // Three would ask for it in the middle of the first frame that draws it.
      if (geometry.boundingSphere === null) geometry.computeBoundingSphere();
      yield 0;
    }
    for (const texture of listTextures(root)) yield* uploadTexture(this.#options.renderer, texture);
    for (const buffer of listBuffers(root)) yield this.#warmer.upload(root, buffer);
    return undefined;
  }

  #compile(root: Object3D): readonly Material[] {
    const { renderer, scene, camera } = this.#options;
    const start = performance.now();
    const materials = renderer.compile(root, camera, scene);
    this.stats.longestCompileMs = Math.max(this.stats.longestCompileMs, performance.now() - start);
    return [...materials];
  }
}
