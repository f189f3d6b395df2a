/** What a GPU would show of a KTX2 texture: its finest level as RGBA, decoded by the transcoder that visitors get too. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';

const RGBA32 = 13;

interface Ktx2File {
  isValid(): boolean;
  startTranscoding(): number;
  getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number;
  transcodeImage(
    target: Uint8Array,
    level: number,
    layer: number,
    face: number,
    format: number,
    unused: number,
    channel0: number,
    channel1: number,
  ): number;
  close(): void;
  delete(): void;
}

interface Transcoder {
  readonly KTX2File: new (bytes: Uint8Array) => Ktx2File;
  initializeBasis(): void;
}

let loading: Promise<Transcoder> | null = null;

export async function decodeKtx2(ktx2: Uint8Array): Promise<Uint8Array> {
  const { KTX2File } = await (loading ??= loadTranscoder());
  const file = new KTX2File(ktx2);
  try {
    if (!file.isValid() || !file.startTranscoding()) throw new Error('decodeKtx2: not KTX2 as this encoder writes it');
    const rgba = new Uint8Array(file.getImageTranscodedSizeInBytes(0, 0, 0, RGBA32));
    if (!file.transcodeImage(rgba, 0, 0, 0, RGBA32, 0, -1, -1))
      throw new Error('decodeKtx2: level 0 cannot be decoded');
    return rgba;
  } finally {
    file.close();
    file.delete();
  }
}

/** It is a CommonJS script in a package of modules, so it is neither imported nor required but run. */
async function loadTranscoder(): Promise<Transcoder> {
  const require = createRequire(import.meta.url);
  const file = require.resolve('three/examples/jsm/libs/basis/basis_transcoder.js');
  const module = { exports: {} as (settings: { wasmBinary: Uint8Array }) => Promise<Transcoder> };
  const run = compileFunction(await readFile(file, 'utf8'), [
    'module',
    'exports',
    'require',
    '__filename',
    '__dirname',
  ]);
  Reflect.apply(run, undefined, [module, module.exports, require, file, path.dirname(file)]);
  const transcoder = await module.exports({ wasmBinary: await readFile(file.replace(/\.js$/, '.wasm')) });
  transcoder.initializeBasis();
  return transcoder;
}
