/** Unpacks the Draco streams of tiles away from the page. */
import type { DracoGeometry } from '#sources/relic/geometry/codecs.ts';
import { answerJobs } from '#scene/relic/decode/answerJobs.ts';
import { loadDraco } from '#scene/relic/decode/draco.ts';
import { decodeDraco } from '#scene/relic/decode/dracoStream.ts';
import type { DracoStreamJob } from '#scene/relic/decode/protocol.ts';

answerJobs<DracoStreamJob, DracoGeometry>(loadDraco, async (job) => {
  const result = decodeDraco(await loadDraco(), job);
  const arrays = [
    ...(result.index ? [result.index] : []),
    ...Object.values(result.attributes).map(({ array }) => array),
  ];
  return { result, transfer: [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))] };
});
