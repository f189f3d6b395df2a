/** Opens a model's file as the viewer's workers do, but in Node: same gate, same preparation, codecs of other makers. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createDecoderModule } from 'draco3dgltf';
import { MeshoptDecoder } from 'meshoptimizer';
import { type Draco, decodeDraco } from '#scene/relic/decode/dracoStream.ts';
import type { GeometryCodecs } from '#sources/relic/geometry/codecs.ts';
import { prepareModel, type PreparedModel } from '#sources/relic/geometry/prepareModel.ts';
import { readContainer } from '#sources/relic/gltf/container.ts';
import { gateGltf } from '#sources/relic/gltf/gate.ts';
import { ModelError } from '#sources/relic/gltf/modelError.ts';
import { readDataUri } from '#sources/relic/read/readFile.ts';

export interface Opened {
  /** The code of the `ModelError` it was refused with. */
  readonly refused: string | null;
  readonly message: string | null;
  readonly losses: readonly string[];
  readonly model: PreparedModel | null;
}

let codecs: Promise<GeometryCodecs> | null = null;

async function makeCodecs(): Promise<GeometryCodecs> {
  const draco = (await createDecoderModule()) as unknown as Draco;
  await MeshoptDecoder.ready;
  return {
    async meshopt(source, { count, stride, mode, filter }) {
      const target = new Uint8Array(count * stride);
      MeshoptDecoder.decodeGltfBuffer(target, count, stride, source, mode, filter);
      return target;
    },
    draco: async (job) => decodeDraco(draco, job),
  };
}

export async function openInNode(file: string): Promise<Opened> {
  codecs ??= makeCodecs();
  try {
    const { json, bin } = readContainer(new Uint8Array(readFileSync(file)));
    const { gltf, losses } = gateGltf(json, bin?.length ?? 0);
    const buffers = gltf.buffers.map(({ uri }) => {
      if (uri === undefined) return bin ?? new Uint8Array();
      if (uri.startsWith('data:')) return readDataUri(uri);
      return new Uint8Array(readFileSync(path.join(path.dirname(file), decodeURIComponent(uri))));
    });
    const bytesOf = (index: number): Uint8Array => {
      const { buffer, byteOffset, byteLength } = gltf.bufferViews[index] ?? { buffer: 0, byteOffset: 0, byteLength: 0 };
      return (buffers[buffer] ?? new Uint8Array()).subarray(byteOffset, byteOffset + byteLength);
    };
    const model = await prepareModel(gltf, bytesOf, await codecs);
    return { refused: null, message: null, losses: [...losses, ...model.losses], model };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { refused: error.code, message: error.message, losses: [], model: null };
  }
}
