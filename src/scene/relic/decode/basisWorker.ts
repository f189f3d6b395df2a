/** Turns KTX2 textures into the block format of this GPU. */
import BASIS from 'three/examples/jsm/libs/basis/basis_transcoder.js';
import wasmUrl from 'three/examples/jsm/libs/basis/basis_transcoder.wasm?url';
import { answerJobs } from './answerJobs.ts';
import { makeNoCode } from './evalFree.ts';
import type { DecodedTexture, TextureFormat, TextureJob, TextureSupport } from './protocol.ts';

interface Ktx2File {
  isValid(): boolean;
  isUASTC(): boolean;
  isETC1S(): boolean;
  getWidth(): number;
  getHeight(): number;
  getLevels(): number;
  getLayers(): number;
  getFaces(): number;
  getHasAlpha(): number | boolean;
  startTranscoding(): boolean;
  getImageLevelInfo(level: number, layer: number, face: number): LevelInfo;
  getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number;
  transcodeImage(
    to: Uint8Array,
    level: number,
    layer: number,
    face: number,
    format: number,
    flags: number,
    a: number,
    b: number,
  ): boolean | number;
  close(): void;
  delete(): void;
}
interface LevelInfo {
  readonly origWidth: number;
  readonly origHeight: number;
}
interface Basis {
  readonly KTX2File: new (data: Uint8Array) => Ktx2File;
  initializeBasis(): void;
}

/** Basis Universal's own numbers of its targets (`transcoder_texture_format`). */
const TARGETS = { etc1: 0, etc2: 1, bc1: 2, bc3: 3, bc7: 6, astc4x4: 10, rgba8: 13 } satisfies Record<
  TextureFormat,
  number
>;
/** 8K unpacked is 256 MB where a GPU takes no blocks. */
const MOST_TEXTURE_PX = 8_192;

// Before the glue runs, for it makes code where it may.
makeNoCode(globalThis);
let module: Promise<Basis> | null = null;

function loadBasis(): Promise<Basis> {
  module ??= fetch(wasmUrl)
    .then((response) => response.arrayBuffer())
    .then((wasmBinary) => (BASIS as (options: object) => Promise<Basis>)({ wasmBinary }))
    .then((basis) => {
      basis.initializeBasis();
      return basis;
    });
  return module;
}

answerJobs<TextureJob, DecodedTexture>(loadBasis, async (job) => {
  const result = transcode(await loadBasis(), job);
  return { result, transfer: [...new Set(result.levels.map(({ data }) => data.buffer as ArrayBuffer))] };
});

function transcode(basis: Basis, { source, support, mostPx }: TextureJob): DecodedTexture {
  const file = new basis.KTX2File(source);
  try {
    if (!file.isValid() || !(file.isUASTC() || file.isETC1S())) throw new Error('the KTX2 texture is damaged');
    const [width, height, levelCount] = [file.getWidth(), file.getHeight(), file.getLevels()];
    if (width < 1 || height < 1 || levelCount < 1 || Math.max(width, height) > MOST_TEXTURE_PX) {
      throw new Error(`the KTX2 texture has ${width} × ${height} px; expected 1 to ${MOST_TEXTURE_PX}`);
    }
    if (file.getFaces() > 1 || file.getLayers() > 1) throw new Error('the KTX2 texture is no plain picture');
    if (!file.startTranscoding()) throw new Error('the KTX2 texture is damaged');
    const isGrid = width % 4 === 0 && height % 4 === 0;
    const format = isGrid ? chooseFormat(support, file.isUASTC(), Boolean(file.getHasAlpha())) : 'rgba8';
    const levels = [];
    for (let level = 0; level < levelCount; level++) {
      const info = file.getImageLevelInfo(level, 0, 0);
      const isTooLarge = Math.max(info.origWidth, info.origHeight) > mostPx;
      if (isTooLarge && level < levelCount - 1) continue;
      const data = new Uint8Array(file.getImageTranscodedSizeInBytes(level, 0, 0, TARGETS[format]));
      if (!file.transcodeImage(data, level, 0, 0, TARGETS[format], 0, -1, -1)) {
        throw new Error('the KTX2 texture is damaged');
      }
      levels.push({ data, width: info.origWidth, height: info.origHeight });
    }
    const [finest = { width, height }] = levels;
    return {
      format,
      widthPx: finest.width,
      heightPx: finest.height,
      levels,
    };
  } finally {
    file.close();
    file.delete();
  }
}

/** Best picture first, then smallest. ETC1S is made for ETC; UASTC for ASTC and BC7. */
function chooseFormat(support: TextureSupport, isUastc: boolean, hasAlpha: boolean): TextureFormat {
  if (isUastc) {
    if (support.astc) return 'astc4x4';
    if (support.bc7) return 'bc7';
    if (support.etc2) return hasAlpha ? 'etc2' : 'etc1';
    if (support.s3tc) return hasAlpha ? 'bc3' : 'bc1';
    return 'rgba8';
  }
  if (support.etc2) return hasAlpha ? 'etc2' : 'etc1';
  if (support.bc7 && hasAlpha) return 'bc7';
  if (support.s3tc) return hasAlpha ? 'bc3' : 'bc1';
  if (support.bc7) return 'bc7';
  return 'rgba8';
}
