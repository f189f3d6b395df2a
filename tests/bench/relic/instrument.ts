/**
 * What is measured inside a page, the same for every viewer: triangles of each frame, GPU memory that is taken, time
 * that WebGL takes. Counted at the WebGL calls, so no viewer's own word is taken for anything.
 */

/** A frame in which something was drawn. */
export interface RelicFrame {
  /** When its first draw call came, milliseconds since the page's time origin. */
  readonly t: number;
  /** When the page was free for its next frame: no picture is on the screen before. 0 until then. */
  shownAt: number;
  triangles: number;
  draws: number;
}

export interface Span {
  /** Milliseconds since the page's time origin. */
  readonly t: number;
  readonly ms: number;
}

export interface RelicBench {
  /** When the mark was set that ties the page's clock to a trace's. */
  readonly markedAt: number;
  readonly frames: RelicFrame[];
  /** WebGL calls that took longer than the clock's grain: a rasteriser on the CPU lets the page wait in them. */
  readonly waits: (Span & { readonly name: string })[];
  /** Bytes of buffers, textures and renderbuffers on the GPU, now and at most. */
  gpuBytes: number;
  gpuBytesMost: number;
}

declare global {
  interface Window {
    relicBench: RelicBench;
  }
}

/** Runs in the page before any of its scripts; must not refer to anything outside of itself. */
export function instrument(mark: string): void {
  const bench: RelicBench = {
    markedAt: performance.mark(mark).startTime,
    frames: [],
    waits: [],
    gpuBytes: 0,
    gpuBytesMost: 0,
  };
  window.relicBench = bench;
  type Gl = WebGL2RenderingContext;
  type Call = (gl: Gl, args: readonly unknown[]) => void;
  const sizes = new WeakMap<object, Map<string, number>>();
  const GRAIN_MS = 0.15;
  let lastFrameTime: unknown = null;

  function take(owner: object | null, part: string, bytes: number): void {
    if (!owner) return;
    const parts = sizes.get(owner) ?? new Map<string, number>();
    sizes.set(owner, parts);
    bench.gpuBytes += bytes - (parts.get(part) ?? 0);
    bench.gpuBytesMost = Math.max(bench.gpuBytesMost, bench.gpuBytes);
    parts.set(part, bytes);
  }

  function give(owner: unknown): void {
    const parts = typeof owner === 'object' && owner ? sizes.get(owner) : undefined;
    for (const [part, bytes] of parts ?? []) {
      bench.gpuBytes -= bytes;
      parts?.set(part, 0);
    }
  }

  function boundBuffer(gl: Gl, target: unknown): object | null {
    if (target === gl.ARRAY_BUFFER) return gl.getParameter(gl.ARRAY_BUFFER_BINDING) as object | null;
    if (target === gl.ELEMENT_ARRAY_BUFFER) return gl.getParameter(gl.ELEMENT_ARRAY_BUFFER_BINDING) as object | null;
    if (target === gl.UNIFORM_BUFFER) return gl.getParameter(gl.UNIFORM_BUFFER_BINDING) as object | null;
    return null;
  }

  function boundTexture(gl: Gl, target: unknown): object | null {
    const isFace = Number(target) >= gl.TEXTURE_CUBE_MAP_POSITIVE_X && Number(target) <= gl.TEXTURE_CUBE_MAP_NEGATIVE_Z;
    if (target === gl.TEXTURE_CUBE_MAP || isFace) return gl.getParameter(gl.TEXTURE_BINDING_CUBE_MAP) as object | null;
    if (target === gl.TEXTURE_2D_ARRAY) return gl.getParameter(gl.TEXTURE_BINDING_2D_ARRAY) as object | null;
    if (target === gl.TEXTURE_3D) return gl.getParameter(gl.TEXTURE_BINDING_3D) as object | null;
    return gl.getParameter(gl.TEXTURE_BINDING_2D) as object | null;
  }

  /** Bytes a texel; of compressed formats by their blocks. */
  function texelBytes(gl: Gl, format: unknown): number {
    switch (Number(format)) {
      case gl.R8: case gl.LUMINANCE: case gl.ALPHA: return 1;
      case gl.RG8: case gl.R16F: case gl.DEPTH_COMPONENT16: return 2;
      case gl.RGBA16F: case gl.RGB16F: return 8;
      case gl.RGBA32F: case gl.RGB32F: return 16;
      // ASTC 4×4, BC7, BC3, ETC2 with alpha: 16 bytes a block; BC1, ETC1, ETC2: 8.
      case 0x93b0: case 0x93d0: case 0x8e8c: case 0x8e8d: case 0x83f3: case 0x8c4f: case 0x9278: case 0x9279: return 1;
      case 0x83f0: case 0x83f1: case 0x8c4c: case 0x8c4d: case 0x9274: case 0x9275: case 0x8d64: return 0.5;
      default: return 4;
    }
  } // prettier-ignore

  const COUNTED: Readonly<Record<string, Call>> = {
    bufferData(gl, [target, data]) {
      const bytes = typeof data === 'number' ? data : ((data as ArrayBufferLike | null)?.byteLength ?? 0);
      take(boundBuffer(gl, target), 'data', bytes);
    },
    texStorage2D(gl, [target, levels, format, width, height]) {
      const faces = target === gl.TEXTURE_CUBE_MAP ? 6 : 1;
      const chain = Number(levels) > 1 ? 4 / 3 : 1;
      const bytes = Number(width) * Number(height) * texelBytes(gl, format) * faces * chain;
      take(boundTexture(gl, target), 'storage', bytes);
    },
    texStorage3D(gl, [target, levels, format, width, height, depth]) {
      const chain = Number(levels) > 1 ? 4 / 3 : 1;
      const bytes = Number(width) * Number(height) * Number(depth) * texelBytes(gl, format) * chain;
      take(boundTexture(gl, target), 'storage', bytes);
    },
    texImage2D(gl, args) {
      const [target, level, format] = args;
      const source = args.at(-1) as { width?: number; height?: number } | null;
      const isSized = args.length === 9;
      const width = isSized ? Number(args[3]) : (source?.width ?? 0);
      const height = isSized ? Number(args[4]) : (source?.height ?? 0);
      take(boundTexture(gl, target), `${String(target)}:${String(level)}`, width * height * texelBytes(gl, format));
    },
    compressedTexImage2D(gl, args) {
      const data = args[6];
      const bytes = ArrayBuffer.isView(data) ? data.byteLength : 0;
      take(boundTexture(gl, args[0]), `${String(args[0])}:${String(args[1])}`, bytes);
    },
    renderbufferStorage(gl, [, format, width, height]) {
      const owner = gl.getParameter(gl.RENDERBUFFER_BINDING) as object | null;
      take(owner, 'storage', Number(width) * Number(height) * texelBytes(gl, format));
    },
    renderbufferStorageMultisample(gl, [, samples, format, width, height]) {
      const owner = gl.getParameter(gl.RENDERBUFFER_BINDING) as object | null;
      take(owner, 'storage', Number(samples) * Number(width) * Number(height) * texelBytes(gl, format));
    },
    deleteBuffer: (_, [owner]) => give(owner),
    deleteTexture: (_, [owner]) => give(owner),
    deleteRenderbuffer: (_, [owner]) => give(owner),
    drawArrays: (gl, [mode, , count]) => noteDraw(gl, mode, Number(count)),
    drawElements: (gl, [mode, count]) => noteDraw(gl, mode, Number(count)),
    drawRangeElements: (gl, [mode, , , count]) => noteDraw(gl, mode, Number(count)),
    drawArraysInstanced: (gl, [mode, , count, times]) => noteDraw(gl, mode, Number(count) * Number(times)),
    drawElementsInstanced: (gl, args) => noteDraw(gl, args[0], Number(args[1]) * Number(args[4])),
  };

  function noteDraw(gl: Gl, mode: unknown, corners: number): void {
    if (corners === 0) return;
    const frameTime = document.timeline.currentTime;
    let frame = bench.frames.at(-1);
    if (!frame || frameTime !== lastFrameTime) {
      frame = { t: performance.now(), shownAt: 0, triangles: 0, draws: 0 };
      bench.frames.push(frame);
      const drawn = frame;
      requestAnimationFrame(() => (drawn.shownAt = performance.now()));
      lastFrameTime = frameTime;
    }
    frame.draws += 1;
    if (mode === gl.TRIANGLES) frame.triangles += corners / 3;
  }

  const methods = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>;
  for (const [name, { value: original }] of Object.entries(Object.getOwnPropertyDescriptors(methods))) {
    if (typeof original !== 'function') continue;
    const note = COUNTED[name];
    methods[name] = function (this: Gl, ...args: unknown[]): unknown {
      note?.(this, args);
      const t = performance.now();
      const answer: unknown = Reflect.apply(original, this, args);
      const ms = performance.now() - t;
      if (ms > GRAIN_MS) bench.waits.push({ name, t, ms });
      return answer;
    };
  }
}
