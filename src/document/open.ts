/**
 * Opening an exhibition document of unknown quality. A viewer never dies of a document: what is wrong is taken out or
 * mended, said as a fault, and the visit goes on around it.
 */
import { createFaultList, type Fault, type FaultList } from './fault.ts';
import { gateAssets } from './opening/gateAssets.ts';
import type { Places } from './opening/places.ts';
import { type Losses, prune } from './opening/prune.ts';
import { setAsideKeys } from './opening/setAsideKeys.ts';
import { settleReferences } from './opening/settleReferences.ts';
import { settleWording } from './opening/settleWording.ts';
import { readJson } from './read.ts';
import { type Exhibition, exhibitionSchema } from './schema.ts';
import { isJsonObject, type JsonObject } from './schemaWalk.ts';

/** What a document may be written in. */
export interface Formats {
  readonly schema: typeof exhibitionSchema;
  /** Makes of sources in foreign formats what is shown, in place; for a document that its schema takes. */
  readonly translate?: (exhibition: Exhibition, places: Places, faults: FaultList) => void;
}

/** Ours alone; `foreign/formats.ts` has those of other viewers as well. */
const OWN: Formats = { schema: exhibitionSchema };

export interface OpenedExhibition {
  /** Sound as far as it goes: every reference leads somewhere but those of `brokenNodes`. Null if nothing can be shown. */
  readonly exhibition: Exhibition | null;
  /** Everything that was found, in the order of the document's parts. */
  readonly faults: readonly Fault[];
  /** Faults beyond the limit of the list. */
  readonly faultsLeftOut: number;
  /** Nodes without a panorama to show: they stay in the visit as a card that says so. By id, with the reasons. */
  readonly brokenNodes: ReadonlyMap<string, readonly Fault[]>;
}

export interface OpenedDocument extends OpenedExhibition {
  /** Where each part of the exhibition stood in the document as it was written. */
  readonly places: Places;
}

/** Reads and opens a document, given as text or as the bytes of the file. */
export function openExhibition(input: string | Uint8Array, formats = OWN): OpenedExhibition {
  return openReading(readExhibition(input), formats);
}

/** Opens what `readExhibition` gave, whatever that was. */
export function openReading(reading: ExhibitionReading, formats = OWN): OpenedExhibition {
  if (reading.fault) return { exhibition: null, faults: [reading.fault], faultsLeftOut: 0, brokenNodes: new Map() };
  return openDocument(reading.document, reading.warnings, formats);
}

export type ExhibitionReading =
  | { readonly document: JsonObject; readonly warnings: readonly Fault[]; readonly fault?: undefined }
  | { readonly fault: Fault };

/** Reads what should be an exhibition as far as "a JSON object". */
export function readExhibition(input: string | Uint8Array): ExhibitionReading {
  const reading = readJson(input);
  if (reading.fault) return reading;
  if (isJsonObject(reading.value)) return { document: reading.value, warnings: reading.warnings };
  const found = reading.value === null ? 'null' : Array.isArray(reading.value) ? 'a list' : `a ${typeof reading.value}`;
  const message = `expected an exhibition, an object { … }, found ${found}`;
  return { fault: { severity: 'error', path: '', code: 'not-an-exhibition', message } };
}

/** Opens what `readExhibition` gave. The value is changed and becomes the exhibition: hand it over and forget it. */
export function openDocument(
  document: JsonObject,
  warnings: readonly Fault[] = [],
  { schema, translate }: Formats = OWN,
): OpenedDocument {
  const list = createFaultList();
  for (const warning of warnings) list.add(warning);
  const losses: Losses = { brokenNodes: new Map(), lostAssets: new Map() };
  const aside = setAsideKeys(schema, document, list);
  settleWording(document, list);
  const isSound = prune(schema, document, aside.places, list, losses);
  let exhibition: Exhibition | null = null;
  let brokenNodes: ReadonlyMap<string, readonly Fault[]> = new Map();
  if (isSound) {
    // What the schema has no fault in is what its type says; the schema transforms nothing.
    exhibition = document as unknown as Exhibition;
    translate?.(exhibition, aside.places, list);
    gateAssets(exhibition, aside.places, list, losses);
    brokenNodes = settleReferences(exhibition, aside.places, list, losses);
    aside.restore();
    if (exhibition.nodes.every((node) => brokenNodes.has(node.id))) exhibition = null;
  }
  return { exhibition, faults: list.faults, faultsLeftOut: list.overflow, brokenNodes, places: aside.places };
}
