/** How large the original is: the service of iiif.io/api/annex/services, “Physical Dimensions”. */
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';

export const PHYSICAL_CONTEXT = 'http://iiif.io/api/annex/services/physdim/1/context.json';
export const PHYSICAL_PROFILE = 'http://iiif.io/api/annex/services/physdim';

const METRES: Readonly<Record<string, number>> = { mm: 0.001, cm: 0.01, m: 1, in: 0.0254 };

export function isPhysicalScale(service: unknown): service is JsonObject {
  return isJsonObject(service) && /\/physdim\b/.test(`${String(service['profile'])} ${String(service['@context'])}`);
}

/** Metres on the original for each unit of the canvas; null where `service`, one or a list, does not say it. */
export function readPhysicalScale(service: unknown): number | null {
  const list: readonly unknown[] = Array.isArray(service) ? service : [service];
  for (const one of list) {
    if (!isPhysicalScale(one)) continue;
    const metres = Number(one['physicalScale']) * (METRES[String(one['physicalUnits'])] ?? NaN);
    if (Number.isFinite(metres) && metres > 0) return metres;
  }
  return null;
}
