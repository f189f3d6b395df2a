import { isJsonObject, type JsonObject } from '../schemaWalk.ts';

const OWN_TYPES: readonly unknown[] = ['cube-tiles', 'equirect-image', 'cube-faces', 'flat-tiles', 'flat-image'];

/** Whether a picture of a document that was only read is in a format not our own; wrong spellings count as well. */
export function namesForeign({ assets }: JsonObject): boolean {
  return listOf(assets).some((asset) =>
    [asset, ...listOf(asset['layers'])].some(({ source, rightEye }) =>
      [source, rightEye].some((one) => isJsonObject(one) && !OWN_TYPES.includes(one['type'])),
    ),
  );
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
