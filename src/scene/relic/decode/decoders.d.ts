/** Decoders that three brings along without types; what is used of them is described where it is used. */
declare module 'three/examples/jsm/libs/basis/basis_transcoder.js' {
  const create: unknown;
  export = create;
}
declare module 'three/examples/jsm/libs/draco/gltf/draco_wasm_wrapper.js' {
  const create: unknown;
  export = create;
}
