/** Unpacks and prepares a model's geometry away from the page. A file of ours, so that no worker is made of a blob. */
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import type { GeometryCodecs } from '#sources/relic/geometry/codecs.ts';
import { prepareModel, type PreparedModel } from '#sources/relic/geometry/prepareModel.ts';
import type { Gltf } from '#sources/relic/gltf/shape.ts';
import { answerJobs } from './answerJobs.ts';
import { decodeDraco } from './dracoStream.ts';
import type { GeometryJob } from './protocol.ts';

/** Larger than all the rest, and few files want it. */
const loadDraco = async () => (await import('./draco.ts')).loadDraco();

const codecs: GeometryCodecs = {
  async meshopt(source, { count, stride, mode, filter }) {
    const target = new Uint8Array(count * stride);
    try {
      MeshoptDecoder.decodeGltfBuffer(target, count, stride, source, mode, filter);
    } catch {
      throw new Error('the meshopt data is damaged');
    }
    return target;
  },
  async draco(job) {
    return decodeDraco(await loadDraco(), job);
  },
};

answerJobs<GeometryJob, PreparedModel>(
  async ({ gltf }) => {
    await Promise.all([MeshoptDecoder.ready, gltf.includes('"draco":') && loadDraco()]);
  },
  async ({ gltf: text, buffers }) => {
    const gltf = JSON.parse(text) as Gltf;
    const bytesOf = (index: number): Uint8Array => {
      const { buffer = -1, byteOffset = 0, byteLength = 0 } = gltf.bufferViews[index] ?? {};
      return (buffers[buffer] ?? new Uint8Array()).subarray(byteOffset, byteOffset + byteLength);
    };
    const result = await prepareModel(gltf, bytesOf, codecs);
    return { result, transfer: [...new Set(result.views)] };
  },
);
