/** What GLTFLoader takes for its own meshopt and Draco decoders: ours, which work elsewhere. */
import { BufferAttribute, BufferGeometry } from 'three';
import type { ArrayName, DecodedDraco, GeometryJob } from '../decode/protocol.ts';

type MeshoptJob = Extract<GeometryJob, { kind: 'meshopt' }>;
type DracoJob = Extract<GeometryJob, { kind: 'draco' }>;

export interface DecoderPorts {
  readonly meshopt: (job: MeshoptJob) => Promise<Uint8Array>;
  readonly draco: (job: DracoJob) => Promise<DecodedDraco>;
}

/** No relic in one file has more; what a Draco stream holds is not declared elsewhere. */
const MOST_VERTICES = 20_000_000;

export function createDecoders({ meshopt, draco }: DecoderPorts) {
  return {
    meshopt: {
      supported: true,
      ready: Promise.resolve(),
      decodeGltfBufferAsync: (count: number, stride: number, source: Uint8Array, mode: string, filter?: string) =>
        meshopt({ kind: 'meshopt', count, stride, source, mode, filter }),
    },
    draco: {
      preload: () => undefined,
      decodeDracoFile: (
        buffer: ArrayBuffer,
        onDone: (geometry: BufferGeometry) => void,
        ids: Record<string, number>,
        types: Record<string, ArrayName>,
        _colorSpace: string,
        onError: (error: unknown) => void,
      ) =>
        draco({
          kind: 'draco',
          source: new Uint8Array(buffer),
          ids,
          types,
          mostVertices: MOST_VERTICES,
          mostIndices: MOST_VERTICES * 6,
        }).then((decoded) => onDone(toGeometry(decoded)), onError),
    },
  };
}

function toGeometry({ index, attributes }: DecodedDraco): BufferGeometry {
  const geometry = new BufferGeometry();
  if (index) geometry.setIndex(new BufferAttribute(index, 1));
  for (const { name, array, itemSize } of attributes) geometry.setAttribute(name, new BufferAttribute(array, itemSize));
  return geometry;
}
