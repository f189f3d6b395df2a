/** What one file of a relic may ask of a machine. Each limit is checked before memory is taken. */
export interface RelicLimits {
  /** Of the file and of each that it names. */
  readonly fileBytes: number;
  readonly jsonBytes: number;
  /** Of all vertices, indices, morphs and keyframes once they are unpacked. */
  readonly geometryBytes: number;
  /** Of one accessor. */
  readonly elements: number;
  readonly nodes: number;
  /** A rig is some hundred joints deep; every level is a call on the stack of each program that walks the tree. */
  readonly depth: number;
  /** Of all EXT_mesh_gpu_instancing together. */
  readonly instances: number;
  /** Meshes, accessors, buffer views. */
  readonly parts: number;
  readonly materials: number;
  /** Pictures and textures. */
  readonly images: number;
  readonly animations: number;
}

const MEGABYTE = 1024 * 1024;

/** Of a visit. A step of a ladder stays far below; what is beyond wants to be made into steps or tiles. */
export const VISIT_LIMITS: RelicLimits = {
  fileBytes: 512 * MEGABYTE,
  jsonBytes: 64 * MEGABYTE,
  geometryBytes: 1_024 * MEGABYTE,
  elements: 50_000_000,
  nodes: 200_000,
  depth: 512,
  instances: 200_000,
  parts: 200_000,
  materials: 2_048,
  images: 1_000,
  animations: 512,
};

/** Of the workshop, which makes steps of what is too large for a visit. */
export const WORKSHOP_LIMITS: RelicLimits = {
  ...VISIT_LIMITS,
  fileBytes: 8_192 * MEGABYTE,
  jsonBytes: 128 * MEGABYTE,
  geometryBytes: 16_384 * MEGABYTE,
  elements: 100_000_000,
  materials: 20_000,
  images: 4_000,
};
