/**
 * Brings contents to the GPU a little at a time: parts of about a megabyte of their textures and buffers, a burst of at
 * most `burstBytes` or some milliseconds at once, and always one part. Programs are compiled meanwhile, off the frame.
 * The smallest content comes first, so that no first picture waits for a whole relic.
 *
 * Protocol: `add` and `work` between construction and `dispose`; `work` once a frame, before three renders. Where no
 * frame comes for as long as a frame takes, a burst goes by itself: uploading needs no picture to be drawn. None goes
 * before the GPU has taken the one before: the page would have to wait within it.
 */
import type { Camera, Material, Object3D, Scene, WebGLRenderer } from 'three';
import type { AbortSignalLike } from '#streaming/ports.ts';
import { BufferUploader } from './bufferUploader.ts';
import { listBuffers, listGeometries, listTextures } from './listResources.ts';
import { TextureUploader } from './textureUploader.ts';

export interface UploaderOptions {
  readonly renderer: WebGLRenderer;
  /** With the lights and the environment that the contents will stand in. */
  readonly scene: Scene;
  readonly camera: Camera;
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
  readonly parts: Iterator<number | null, undefined>;
  readonly materials: readonly Material[];
  readonly settle: (error?: Error) => void;
  isUploaded: boolean;
}

/** What three knows of a material once it was compiled. */
interface CompiledMaterial {
  readonly currentProgram?: { isReady(): boolean; getUniforms(): unknown };
}

const BURST_BYTES = 4e6;
const BURST_MS = 6;
const PAUSE_MS = 16;

export class Uploader {
  readonly stats: UploadStats = { uploads: 0, uploadedBytes: 0, longestUploadMs: 0, longestCompileMs: 0 };
  readonly #options: UploaderOptions;
  readonly #textures: TextureUploader;
  readonly #buffers: BufferUploader;
  /** The smallest last. */
  readonly #jobs: Job[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Behind the latest burst. */
  #fence: WebGLSync | null = null;

  constructor(options: UploaderOptions) {
    this.#options = options;
    this.#textures = new TextureUploader(options.renderer);
    this.#buffers = new BufferUploader(options.renderer);
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
      this.#timer ??= setTimeout(() => this.work(), PAUSE_MS);
    });
  }

  /** Uploads a burst, if the GPU has taken the latest. */
  work(): void {
    clearTimeout(this.#timer);
    if (this.#isTaken()) {
      // With nothing on its way to the GPU nobody waits for its answer.
      this.#settleLinked();
      if (this.#burst() > 0) this.#setFence();
      else this.#settleLinked();
    }
    this.#timer = this.#jobs.length > 0 ? setTimeout(() => this.work(), PAUSE_MS) : undefined;
  }

  /** Frees what was used to upload a content, after its geometry was disposed. */
  forget(root: Object3D): void {
    this.#buffers.forget(root);
  }

  loseContext(): void {
    this.#fence = null;
    this.#buffers.dispose();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const job of [...this.#jobs]) job.settle(new Error('the stage is gone'));
    this.#buffers.dispose();
  }

  #burst(): number {
    const { burstBytes = BURST_BYTES } = this.#options;
    const start = performance.now();
    let spent = 0;
    const hasMore = (): boolean => spent === 0 || (spent < burstBytes && performance.now() - start < BURST_MS);
    for (let i = this.#jobs.length - 1; i >= 0 && hasMore(); i--) {
      const job = this.#jobs[i];
      for (let bytes: number | null = 0; job && !job.isUploaded && bytes !== null && hasMore(); spent += bytes ?? 0) {
        bytes = this.#step(job);
      }
    }
    return spent;
  }

  #setFence(): void {
    const gl = this.#gl;
    this.#fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  }

  #isTaken(): boolean {
    const gl = this.#gl;
    if (!this.#fence) return true;
    if (gl.getSyncParameter(this.#fence, gl.SYNC_STATUS) !== gl.SIGNALED) return false;
    gl.deleteSync(this.#fence);
    this.#fence = null;
    return true;
  }

  #settleLinked(): void {
    for (let i = this.#jobs.length - 1; i >= 0; i--) {
      const job = this.#jobs[i];
      if (job?.isUploaded && this.#isLinked(job)) job.settle();
    }
  }

  /** Bytes of the part that was uploaded; null where nothing can be done but wait. */
  #step(job: Job): number | null {
    const start = performance.now();
    const { value } = this.#nextPart(job);
    if (value === undefined) {
      job.isUploaded = true;
      return 0;
    }
    if (value === null) return null;
    this.stats.uploads++;
    this.stats.uploadedBytes += value;
    this.stats.longestUploadMs = Math.max(this.stats.longestUploadMs, performance.now() - start);
    return value;
  }

  /** What cannot be uploaded costs its own content only. */
  #nextPart(job: Job): IteratorResult<number | null, undefined> {
    try {
      return job.parts.next();
    } catch (error) {
      job.settle(error instanceof Error ? error : new Error(String(error)));
      return { done: true, value: undefined };
    }
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

  *#upload(root: Object3D): Generator<number | null, undefined> {
    for (const geometry of listGeometries(root)) {
      // Three would ask for it in the middle of the first frame that draws it.
      if (geometry.boundingSphere === null) geometry.computeBoundingSphere();
      yield 0;
    }
    for (const texture of listTextures(root)) yield* this.#textures.upload(texture);
    while (!this.#buffers.isReady()) yield null;
    for (const buffer of listBuffers(root)) yield* this.#buffers.upload(root, buffer);
    return undefined;
  }

  #compile(root: Object3D): readonly Material[] {
    const { renderer, scene, camera } = this.#options;
    const start = performance.now();
    const materials = renderer.compile(root, camera, scene);
    this.stats.longestCompileMs = Math.max(this.stats.longestCompileMs, performance.now() - start);
    return [...materials];
  }
  get #gl(): WebGL2RenderingContext {
    return this.#options.renderer.getContext() as WebGL2RenderingContext;
  }
}
