/** What unpacks compressed geometry. Both throw in words where a stream is damaged or holds more than was declared. */
import type { Meshopt } from '../gltf/shape.ts';
import type { Numbers } from './attribute.ts';

export interface DracoJob {
  readonly source: Uint8Array;
  /** Name → Draco's own id of the attribute. */
  readonly ids: Readonly<Record<string, number>>;
  /** Name → the kind of number it is wanted in, as glTF counts them. */
  readonly types: Readonly<Record<string, number>>;
  /** As the file declares them. */
  readonly vertexCount: number;
  /** Null where the file does not say. */
  readonly indexCount: number | null;
}

export interface DracoGeometry {
  readonly index: Uint32Array | null;
  /** Elements close together. */
  readonly attributes: Readonly<Record<string, { readonly array: Numbers; readonly itemSize: number }>>;
}

export interface GeometryCodecs {
  meshopt(source: Uint8Array, packed: Meshopt): Promise<Uint8Array>;
  draco(job: DracoJob): Promise<DracoGeometry>;
}
