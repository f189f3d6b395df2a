/** Decodes meshopt and Draco away from the page. A file of ours, so that no worker is made of a blob. */
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import type { Answer, GeometryJob } from './protocol.ts';
import { decodeDraco } from './draco.ts';

interface WorkerScope {
  postMessage(message: Answer<unknown>, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<GeometryJob>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  decode(data).then(
    ({ result, transfer }) => scope.postMessage({ result }, transfer),
    (error: unknown) => scope.postMessage({ error: error instanceof Error ? error.message : String(error) }, []),
  );
};

async function decode(job: GeometryJob): Promise<{ result: unknown; transfer: Transferable[] }> {
  if (job.kind === 'draco') {
    const result = await decodeDraco(job);
    const arrays = [result.index, ...result.attributes.map(({ array }) => array)];
    return { result, transfer: arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : [])) };
  }
  await MeshoptDecoder.ready;
  const result = new Uint8Array(job.count * job.stride);
  MeshoptDecoder.decodeGltfBuffer(result, job.count, job.stride, job.source, job.mode, job.filter);
  return { result, transfer: [result.buffer] };
}
