/** Draco's decoder, fetched when a file first wants it. */
import DracoDecoderModule from 'three/examples/jsm/libs/draco/gltf/draco_wasm_wrapper.js';
import wasmUrl from 'three/examples/jsm/libs/draco/gltf/draco_decoder.wasm?url';
import type { Draco } from './dracoStream.ts';

let module: Promise<Draco> | null = null;

export function loadDraco(): Promise<Draco> {
  module ??= fetch(wasmUrl)
    .then((response) => response.arrayBuffer())
    .then((wasmBinary) => (DracoDecoderModule as (options: object) => Promise<Draco>)({ wasmBinary }));
  return module;
}
