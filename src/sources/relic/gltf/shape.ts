/**
 * A glTF file as the rest may rely on it: every reference leads somewhere, every range lies within its buffer, every
 * number is finite. It is made anew from what is understood, so nothing else of the file is carried on: no extras, no
 * lights, no cameras, no extension that is not known.
 */

export interface Gltf {
  readonly buffers: readonly GltfBuffer[];
  readonly bufferViews: readonly BufferView[];
  readonly accessors: readonly Accessor[];
  readonly meshes: readonly Mesh[];
  readonly nodes: readonly Node[];
  /** Nodes at the top of what is shown. */
  readonly roots: readonly number[];
  readonly skins: readonly Skin[];
  readonly animations: readonly Animation[];
  readonly materials: readonly Material[];
  readonly textures: readonly Texture[];
  readonly samplers: readonly Sampler[];
  readonly images: readonly Image[];
  /** Names of the material variants. */
  readonly variants: readonly string[];
}

export interface GltfBuffer {
  readonly byteLength: number;
  /** `data:` or a file below the model's folder; the GLB's own chunk where there is none. */
  readonly uri?: string;
  /** Stands for what meshopt unpacks; there are no bytes of it. */
  readonly isPlaceholder: boolean;
}

export interface BufferView {
  readonly buffer: number;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly byteStride?: number;
  readonly meshopt?: Meshopt;
}

/** EXT_meshopt_compression or KHR_meshopt_compression. */
export interface Meshopt {
  readonly count: number;
  readonly stride: number;
  readonly mode: 'ATTRIBUTES' | 'TRIANGLES' | 'INDICES';
  readonly filter: 'NONE' | 'OCTAHEDRAL' | 'QUATERNION' | 'EXPONENTIAL' | 'COLOR';
}

export const COMPONENT_BYTES = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 } as const;
export type ComponentType = keyof typeof COMPONENT_BYTES;
export const COMPONENTS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 } as const;
export type AccessorType = keyof typeof COMPONENTS;

export interface Accessor {
  /** Zeros where there is none. */
  readonly bufferView?: number;
  readonly byteOffset: number;
  readonly componentType: ComponentType;
  readonly normalized: boolean;
  readonly count: number;
  readonly type: AccessorType;
  readonly sparse?: Sparse;
}

export interface Sparse {
  readonly count: number;
  readonly indices: { readonly bufferView: number; readonly byteOffset: number; readonly componentType: ComponentType };
  readonly values: { readonly bufferView: number; readonly byteOffset: number };
}

export interface Mesh {
  readonly primitives: readonly Primitive[];
  readonly weights?: readonly number[];
}

export type Attributes = Readonly<Record<string, number>>;

export interface Primitive {
  readonly attributes: Attributes;
  readonly indices?: number;
  readonly mode: number;
  readonly material?: number;
  readonly targets: readonly Attributes[];
  readonly draco?: { readonly bufferView: number; readonly ids: Attributes };
  /** Which material it wears under each variant; null is its own. */
  readonly variants?: readonly (number | null)[];
}

export const POINTS = 0;
export const TRIANGLES = 4;
export const TRIANGLE_STRIP = 5;
export const TRIANGLE_FAN = 6;

export interface Node {
  readonly children: readonly number[];
  readonly mesh?: number;
  readonly skin?: number;
  /** Column by column; the three below otherwise. */
  readonly matrix?: readonly number[];
  readonly translation?: readonly number[];
  readonly rotation?: readonly number[];
  readonly scale?: readonly number[];
  readonly weights?: readonly number[];
  /** EXT_mesh_gpu_instancing: accessors of TRANSLATION, ROTATION and SCALE. */
  readonly instances?: Attributes;
  /** Neither it nor what lies below it is to be seen. */
  readonly isHidden?: true;
}

export interface Skin {
  readonly joints: readonly number[];
  readonly inverseBindMatrices?: number;
}

export interface Animation {
  readonly name: string;
  readonly channels: readonly Channel[];
  readonly samplers: readonly AnimationSampler[];
}

export interface Channel {
  readonly sampler: number;
  readonly node: number;
  readonly path: 'translation' | 'rotation' | 'scale' | 'weights';
}

export interface AnimationSampler {
  readonly input: number;
  readonly output: number;
  readonly interpolation: 'LINEAR' | 'STEP' | 'CUBICSPLINE';
}

/** As glTF writes it, in the parts that are understood. */
export type Material = Readonly<Record<string, unknown>>;

export interface Texture {
  readonly sampler?: number;
  /** Pictures of it, the best first; another is taken where one cannot be shown. */
  readonly sources: readonly number[];
}

export interface Sampler {
  readonly magFilter?: number;
  readonly minFilter?: number;
  readonly wrapS?: number;
  readonly wrapT?: number;
}

/** A part of a buffer, a `data:` address, a file below the model's folder; or null where it must not be shown. */
export type Image = { readonly bufferView: number } | { readonly uri: string } | null;
