/**
 * What each frame of a session costs, counted at the WebGL calls: no word of the viewer's own is taken for anything.
 * Runs in the page after the emulator and before the page's own scripts.
 */

export interface WatchedUpload {
  readonly bytes: number;
  /** The call and its size, such as `texSubImage3D 512×512×1`. */
  readonly call: string;
  /** Where in the build it was made. */
  readonly from: string;
}

export interface WatchedFrame {
  draws: number;
  triangles: number;
  /** Bytes of all textures that exist at the end of the frame; render targets are textures too. */
  textureBytes: number;
  /** Uploads into textures that came with this frame, since the one before. */
  uploads: number;
  uploadedBytes: number;
  /** The largest of them; null where there was none. */
  largest: WatchedUpload | null;
  /** The largest upload into a buffer, bytes. */
  largestBufferBytes: number;
}

export interface HeadsetWatch {
  /** Of the session so far. */
  readonly frames: WatchedFrame[];
  /** Of each edge of the picture, how much is really rasterised: 1 for all of it. Nothing else follows from it. */
  rasterised: number;
}

declare global {
  interface Window {
    headsetWatch: HeadsetWatch;
  }
}

/** Must not refer to anything outside of itself. `share`: what `rasterised` begins with. */
export function watchGl(share: number): void {
  const newFrame = (): WatchedFrame => ({
    draws: 0, triangles: 0, textureBytes: 0, uploads: 0, uploadedBytes: 0, largest: null, largestBufferBytes: 0,
  }); // prettier-ignore
  const watch: HeadsetWatch = { frames: [], rasterised: share };
  window.headsetWatch = watch;
  let frame = newFrame();
  let textureBytes = 0;

  const system = navigator.xr as XRSystem;
  const request = system.requestSession.bind(system);
  system.requestSession = async (...args) => {
    const session = await request(...args);
    // What the page drew before is none of the session's.
    frame = newFrame();
    const cut = (): void => {
      session.requestAnimationFrame(cut);
      watch.frames.push({ ...frame, textureBytes });
      frame = newFrame();
    };
    session.requestAnimationFrame(cut);
    return session;
  };

  type Gl = WebGL2RenderingContext;
  const gl = WebGL2RenderingContext;
  const held = new WeakMap<object, Map<string, number>>();
  const KEPT: Readonly<Record<number, number>> = {
    [gl.R8]: 1, [gl.RG8]: 2, [gl.R16F]: 2, [gl.R32F]: 4, [gl.RG16F]: 4, [gl.RG32F]: 8, [gl.DEPTH_COMPONENT16]: 2,
    [gl.RGBA16F]: 8, [gl.RGB16F]: 8, [gl.RGBA32F]: 16, [gl.RGB32F]: 16,
  }; // prettier-ignore
  /** Bytes of a texel of compressed formats with 8 bytes a block of 4 × 4; all others that are used have 16. */
  const HALF = new Set([0x83f0, 0x83f1, 0x8c4c, 0x8c4d, 0x9274, 0x9275, 0x9276, 0x9277, 0x8d64]);
  const COMPRESSED_FROM = [0x83f0, 0x8c4c, 0x8d64, 0x8e8c, 0x9270, 0x93b0];

  function keptBytes(format: number): number {
    const known = KEPT[format];
    if (known !== undefined) return known;
    if (HALF.has(format)) return 0.5;
    return COMPRESSED_FROM.some((first) => format >= first && format < first + 16) ? 1 : 4;
  }

  /** Of a texel as it is handed over. */
  function givenBytes(format: number, type: number): number {
    const channels = ({ [gl.RED]: 1, [gl.LUMINANCE]: 1, [gl.ALPHA]: 1, [gl.DEPTH_COMPONENT]: 1, [gl.RG]: 2, [gl.RGB]: 3 } as Record<number, number>)[format] ?? 4; // prettier-ignore
    if (type === gl.FLOAT || type === gl.UNSIGNED_INT) return 4 * channels;
    if (type === gl.HALF_FLOAT || type === gl.UNSIGNED_SHORT) return 2 * channels;
    return type === gl.UNSIGNED_BYTE ? channels : 4;
  }

  function bound(context: Gl, target: unknown): object | null {
    const face = Number(target) - gl.TEXTURE_CUBE_MAP_POSITIVE_X;
    let name: number = gl.TEXTURE_BINDING_2D;
    if (target === gl.TEXTURE_CUBE_MAP || (face >= 0 && face < 6)) name = gl.TEXTURE_BINDING_CUBE_MAP;
    else if (target === gl.TEXTURE_2D_ARRAY) name = gl.TEXTURE_BINDING_2D_ARRAY;
    else if (target === gl.TEXTURE_3D) name = gl.TEXTURE_BINDING_3D;
    return context.getParameter(name) as object | null;
  }

  function take(owner: object | null, part: string, bytes: number): void {
    if (!owner) return;
    const parts = held.get(owner) ?? new Map<string, number>();
    held.set(owner, parts);
    textureBytes += bytes - (parts.get(part) ?? 0);
    parts.set(part, bytes);
  }

  function noteUpload(call: string, bytes: number, size: readonly unknown[]): void {
    frame.uploads++;
    frame.uploadedBytes += bytes;
    if (bytes <= (frame.largest?.bytes ?? 0)) return;
    const from = (new Error().stack ?? '').split('\n').slice(4, 9).map((line) => /[\w.-]+\.js:\d+:\d+/.exec(line)?.[0]).join(' < '); // prettier-ignore
    frame.largest = { bytes, call: `${call} ${size.join('×')}`, from };
  }

  const sizeOf = (source: unknown): [number, number] => {
    const { width = 0, height = 0 } = (source ?? {}) as { width?: number; height?: number };
    return [width, height];
  };

  function storage(context: Gl, levels: unknown, format: unknown, target: unknown, size: readonly unknown[]): void {
    let texels = 0;
    const [width = 1, height = 1, depth = 1] = size.map(Number);
    for (let level = 0; level < Number(levels); level++) {
      const thin = target === gl.TEXTURE_3D ? Math.max(1, depth >> level) : depth;
      texels += Math.max(1, width >> level) * Math.max(1, height >> level) * thin;
    }
    const faces = target === gl.TEXTURE_CUBE_MAP ? 6 : 1;
    take(bound(context, target), 'storage', texels * faces * keptBytes(Number(format)));
  }

  function image(context: Gl, name: string, args: readonly unknown[]): void {
    const [target, level, kept] = args;
    const is3d = name === 'texImage3D';
    const isSized = is3d || args.length >= 9;
    const [width, height] = isSized ? [Number(args[3]), Number(args[4])] : sizeOf(args.at(-1));
    const depth = is3d ? Number(args[5]) : 1;
    const texels = width * height * depth;
    const [format, type] = (is3d ? args.slice(7) : isSized ? args.slice(6) : args.slice(3)).map(Number);
    const bytes = texels * (Number(kept) === format ? givenBytes(format, type ?? 0) : keptBytes(Number(kept)));
    take(bound(context, target), `${String(target)}:${String(level)}`, bytes);
    const source = args[is3d ? 9 : isSized ? 8 : 5];
    if (source !== null && source !== undefined) noteUpload(name, texels * givenBytes(format ?? 0, type ?? 0), [width, height, depth]); // prettier-ignore
  }

  function part(name: string, args: readonly unknown[]): void {
    const is3d = name === 'texSubImage3D';
    const isSized = is3d || args.length >= 9;
    const [width, height] = isSized ? args.slice(is3d ? 5 : 4).map(Number) : sizeOf(args.at(-1));
    const depth = is3d ? Number(args[7]) : 1;
    const [format = 0, type = 0] = args.slice(is3d ? 8 : isSized ? 6 : 4).map(Number);
    noteUpload(name, (width ?? 0) * (height ?? 0) * depth * givenBytes(format, type), [width, height, depth]);
  }

  const bytesOf = (data: unknown): number => (ArrayBuffer.isView(data) ? data.byteLength : 0);

  function noteDraw(mode: unknown, corners: number): void {
    if (corners === 0) return;
    frame.draws++;
    if (mode === gl.TRIANGLES) frame.triangles += corners / 3;
    if (mode === gl.TRIANGLE_STRIP || mode === gl.TRIANGLE_FAN) frame.triangles += Math.max(0, corners - 2);
  }
  const noteBuffer = (bytes: number): void => {
    frame.largestBufferBytes = Math.max(frame.largestBufferBytes, bytes);
  };

  const COUNTED: Readonly<Record<string, (context: Gl, args: readonly unknown[]) => void>> = {
    texStorage2D: (context, [target, levels, format, ...size]) => storage(context, levels, format, target, size),
    texStorage3D: (context, [target, levels, format, ...size]) => storage(context, levels, format, target, size),
    texImage2D: (context, args) => image(context, 'texImage2D', args),
    texImage3D: (context, args) => image(context, 'texImage3D', args),
    texSubImage2D: (_, args) => part('texSubImage2D', args),
    texSubImage3D: (_, args) => part('texSubImage3D', args),
    compressedTexImage2D(context, args) {
      take(bound(context, args[0]), `${String(args[0])}:${String(args[1])}`, bytesOf(args[6]));
      noteUpload('compressedTexImage2D', bytesOf(args[6]), [args[3], args[4]]);
    },
    compressedTexSubImage2D: (_, args) => noteUpload('compressedTexSubImage2D', bytesOf(args[7]), [args[4], args[5]]),
    compressedTexSubImage3D: (_, args) => noteUpload('compressedTexSubImage3D', bytesOf(args[9]), args.slice(5, 8)),
    generateMipmap(context, [target]) {
      const owner = bound(context, target);
      const parts = owner ? held.get(owner) : undefined;
      if (!parts || parts.has('storage')) return;
      let bytes = 0;
      for (const [key, value] of parts) if (key.endsWith(':0')) bytes += value;
      take(owner, 'mipmaps', bytes / 3);
    },
    deleteTexture(_, [owner]) {
      for (const key of held.get(owner ?? {})?.keys() ?? []) take(owner as object, key, 0);
    },
    bufferData: (_, [, data]) => noteBuffer(bytesOf(data)),
    bufferSubData: (_, [, , data, , length]) =>
      noteBuffer(length ? Number(length) * ((data as Uint8Array).BYTES_PER_ELEMENT ?? 1) : bytesOf(data)),
    drawArrays: (_, [mode, , count]) => noteDraw(mode, Number(count)),
    drawElements: (_, [mode, count]) => noteDraw(mode, Number(count)),
    drawRangeElements: (_, [mode, , , count]) => noteDraw(mode, Number(count)),
    drawArraysInstanced: (_, [mode, , count, times]) => noteInstances(mode, Number(count), Number(times)),
    drawElementsInstanced: (_, args) => noteInstances(args[0], Number(args[1]), Number(args[4])),
  };
  function noteInstances(mode: unknown, corners: number, times: number): void {
    const isStrip = mode === gl.TRIANGLE_STRIP || mode === gl.TRIANGLE_FAN;
    noteDraw(isStrip ? gl.TRIANGLES : mode, (isStrip ? 3 * Math.max(0, corners - 2) : corners) * times);
  }

  const methods = gl.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const [name, note] of Object.entries(COUNTED)) {
    const original = methods[name];
    if (!original) continue;
    methods[name] = function (this: Gl, ...args: unknown[]): unknown {
      note(this, args);
      return Reflect.apply(original, this, args);
    };
  }
  const { viewport } = gl.prototype;
  gl.prototype.viewport = function (this: Gl, x: number, y: number, width: number, height: number): void {
    const isScreen = this.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) === null;
    const of = isScreen ? watch.rasterised : 1;
    viewport.call(this, x * of, y * of, Math.ceil(width * of), Math.ceil(height * of));
  };
}
