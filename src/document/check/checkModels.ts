import type { FaultList } from '../fault.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { Exhibition } from '../schema.ts';
import { assetPath } from '../uri.ts';
import type { ExhibitionFolder } from './folder.ts';

/** Every GLB of every model: is it there, is it one, is it as heavy as declared? Loading is planned by these numbers. */
export async function checkModels(
  exhibition: Exhibition,
  places: Places,
  folder: ExhibitionFolder,
  faults: FaultList,
): Promise<void> {
  for (const asset of exhibition.assets) {
    if (asset.kind !== 'model') continue;
    let triangles = -1;
    for (const lod of asset.lods) {
      const add = (key: string, code: string, message: string, remedy: string) =>
        faults.add({ severity: 'error', path: placeIn(places, lod, key), code, message, remedy });
      const file = assetPath(lod.uri);
      if (file === null || !(await folder.hasFile(file))) {
        add('uri', 'missing-file', `there is no file "${lod.uri}"`, 'mind upper and lower case');
        continue;
      }
      const { bytes, head } = await folder.readHead(file, 12);
      const magic = String.fromCharCode(...head.subarray(0, 4));
      if (magic !== 'glTF') {
        add('uri', 'wrong-format', `"${lod.uri}" is no binary glTF`, 'make the steps of a model with "grotto lod"');
      } else if (bytes !== lod.bytes) {
        const message = `"${lod.uri}" has ${bytes} bytes, the document says ${lod.bytes}`;
        add('bytes', 'wrong-size', message, 'correct the number, or make the model again with "grotto lod"');
      }
      if (lod.triangles < triangles) {
        add('triangles', 'bad-order', 'expected steps from coarse to fine', 'put the step with fewer triangles first');
      }
      triangles = lod.triangles;
    }
  }
}
