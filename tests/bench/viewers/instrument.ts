/**
 * What is measured inside a page, the same for every viewer: WebGL calls are counted, and the picture is read back
 * from the canvas itself, so no viewer's own word is taken for anything.
 *
 * The reading happens in a microtask after the viewer's own drawing, before the browser takes the frame away: no
 * `preserveDrawingBuffer` has to be forced on anybody. A reading is a few single rows of pixels.
 */
import type { Tint } from './picture/tint.ts';

export interface InstrumentOptions {
  readonly tints: readonly Tint[];
  readonly columns: number;
  readonly rows: number;
}

/** A frame in which a viewer drew. */
export interface FrameRecord {
  /** When its first draw call came, milliseconds since the page's time origin. */
  t: number;
  /** When its pixels were read back, hence surely drawn. */
  readAt?: number;
  draws: number;
  /** Degrees; the yaw last asked for. */
  yaw: number;
  /** One mark per sample point, row by row: the level's, `?` for an unclear picture, `.` for none. */
  marks?: string;
}

/** The newest reading, for asking often at little cost. */
export interface Reading {
  readonly frame: FrameRecord;
  /** Luma at the sample points, 0 to 255. */
  readonly lumas: readonly number[];
}

export interface BenchPage {
  readonly frames: FrameRecord[];
  reading: Reading | null;
  /** Pictures given to the graphics; placeholders of a few pixels are not counted. */
  uploads: number;
  /** Least time between two readings, ms; 0 reads after every frame. */
  readEveryMs: number;
  /** Looks somewhere at once; degrees. Returns the page's time. */
  look(yaw: number, pitch: number): number;
  /** Turns once around at an even speed; resolves with the page's times at its beginning and end. */
  sweep(durationMs: number): Promise<{ from: number; to: number }>;
}

/** What a viewer's adapter puts on the page. Angles in degrees, yaw to the right, pitch upward. */
export interface BenchViewer {
  look(yaw: number, pitch: number): void;
}

declare global {
  interface Window {
    bench: BenchPage;
    benchViewer?: BenchViewer;
  }
}

/** Runs in the page before any of its scripts; must not refer to anything outside of itself. */
export function instrument({ tints, columns, rows }: InstrumentOptions): void {
  type Context = WebGLRenderingContext | WebGL2RenderingContext;
  let yaw = 0;
  let lastReading = -Infinity;
  let lastFrameTime: unknown = null;
  let isScheduled = false;

  function readRow(gl: Context, row: number, strip: Uint8Array): void {
    const y = gl.drawingBufferHeight - 1 - Math.floor(((row + 0.5) / rows) * gl.drawingBufferHeight);
    gl.readPixels(0, y, gl.drawingBufferWidth, 1, gl.RGBA, gl.UNSIGNED_BYTE, strip);
  }

  function markOf(red: number, blue: number, luma: number): string {
    const cb = (blue - luma) / 1.772;
    const cr = (red - luma) / 1.402;
    for (const tint of tints) if (Math.hypot(cb - tint.cb, cr - tint.cr) < 20) return tint.mark;
    return luma > 40 && Math.hypot(cb, cr) > 15 ? '?' : '.';
  }

  function read(gl: Context, record: FrameRecord): void {
    const isWebGl2 = 'READ_FRAMEBUFFER_BINDING' in gl;
    const target = isWebGl2 ? gl.READ_FRAMEBUFFER : gl.FRAMEBUFFER;
    const bound = gl.getParameter(
      isWebGl2 ? gl.READ_FRAMEBUFFER_BINDING : gl.FRAMEBUFFER_BINDING,
    ) as WebGLFramebuffer | null;
    if (bound) gl.bindFramebuffer(target, null);
    const strip = new Uint8Array(gl.drawingBufferWidth * 4);
    const lumas: number[] = [];
    let marks = '';
    for (let row = 0; row < rows; row += 1) {
      readRow(gl, row, strip);
      for (let column = 0; column < columns; column += 1) {
        const at = Math.floor(((column + 0.5) / columns) * gl.drawingBufferWidth) * 4;
        const [red = 0, green = 0, blue = 0] = strip.subarray(at, at + 3);
        const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
        lumas.push(Math.round(luma));
        marks += markOf(red, blue, luma);
      }
    }
    if (bound) gl.bindFramebuffer(target, bound);
    record.marks = marks;
    record.readAt = performance.now();
    window.bench.reading = { frame: record, lumas };
  }

  function noteDraw(gl: Context): void {
    if (!(gl.canvas instanceof HTMLCanvasElement) || gl.drawingBufferWidth < window.innerWidth / 2) return;
    const frames = window.bench.frames;
    const frameTime = document.timeline.currentTime;
    let record = frames.at(-1);
    if (!record || frameTime !== lastFrameTime) {
      record = { t: performance.now(), draws: 0, yaw };
      frames.push(record);
      lastFrameTime = frameTime;
    }
    record.draws += 1;
    if (isScheduled) return;
    isScheduled = true;
    const drawn = record;
    queueMicrotask(() => {
      isScheduled = false;
      const now = performance.now();
      if (!drawn.marks && now - lastReading < window.bench.readEveryMs) return;
      lastReading = now;
      read(gl, drawn);
    });
  }

  function isPicture(source: unknown): boolean {
    if (ArrayBuffer.isView(source)) return source.byteLength >= 64 * 64 * 3;
    return typeof source === 'object' && source !== null && 'width' in source && Number(source.width) >= 64;
  }

  function wrap(prototype: object, name: string, note: (gl: Context, args: readonly unknown[]) => void): void {
    const methods = prototype as Record<string, unknown>;
    const original = methods[name];
    if (typeof original !== 'function') return;
    methods[name] = function (this: Context, ...args: unknown[]): unknown {
      note(this, args);
      return Reflect.apply(original, this, args);
    };
  }

  for (const prototype of [WebGLRenderingContext.prototype, WebGL2RenderingContext.prototype]) {
    for (const name of [
      'drawArrays',
      'drawElements',
      'drawArraysInstanced',
      'drawElementsInstanced',
      'drawRangeElements',
    ]) {
      wrap(prototype, name, noteDraw);
    }
    // The last argument of every upload is its picture, or null where only room is made.
    for (const name of ['texImage2D', 'texSubImage2D', 'texImage3D', 'texSubImage3D']) {
      wrap(prototype, name, (_, args) => {
        if (isPicture(args.at(-1))) window.bench.uploads += 1;
      });
    }
  }

  window.bench = {
    frames: [],
    reading: null,
    uploads: 0,
    readEveryMs: 0,
    look(toYaw, pitch) {
      const viewer = window.benchViewer;
      if (!viewer) throw new Error('no viewer is open on this page');
      yaw = toYaw;
      const at = performance.now();
      viewer.look(toYaw, pitch);
      return at;
    },
    sweep(durationMs) {
      return new Promise((resolve) => {
        const from = performance.now();
        function step(): void {
          const elapsed = performance.now() - from;
          if (elapsed >= durationMs) {
            resolve({ from, to: performance.now() });
            return;
          }
          window.bench.look((elapsed / durationMs) * 360, 0);
          requestAnimationFrame(step);
        }
        requestAnimationFrame(step);
      });
    },
  };
}
