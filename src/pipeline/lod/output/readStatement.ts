/** What a model says of itself: rights and credit from KHR_xmp_json_ld and `asset.copyright`. */
import type { Document } from '@gltf-transform/core';
import { KHRXMP, type Packet } from '@gltf-transform/extensions';
import type { ModelAsset } from '#document/schema.ts';

/** Licences that are often given by their short names (SPDX). */
const LICENCES: Readonly<Record<string, string>> = {
  'CC0-1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'http://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'http://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'http://creativecommons.org/licenses/by-nc/4.0/',
};

export function readStatement(document: Document): Pick<ModelAsset, 'rights' | 'credit'> {
  const root = document.getRoot();
  const packet = root.getExtension<Packet>(KHRXMP.EXTENSION_NAME) ?? null;
  const rights = textOf(packet?.getProperty('xmpRights:WebStatement')) ?? textOf(packet?.getProperty('dc:rights'));
  const uri = rights === undefined ? undefined : (LICENCES[rights] ?? rights);
  const credit = textOf(packet?.getProperty('dc:creator')) ?? root.getAsset().copyright;
  return {
    ...(uri !== undefined && /^https?:\/\//.test(uri) && { rights: uri }),
    ...(credit !== undefined && credit !== '' && { credit: { en: credit } }),
  };
}

/** XMP values come as text, as lists in several containers, as texts by language. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Record<string, unknown>;
  const inner = record['@list'] ?? record['@set'] ?? record['@value'] ?? record['rdf:_1'];
  return inner === undefined ? undefined : textOf(inner);
}
