/**
 * Opening an exhibition document of unknown quality. A viewer never dies of a document: what is wrong is taken out or
 * mended, said as a fault, and the visit goes on around it.
 */
import { createFaultList, type Fault } from './fault.ts';
import { gateAssets } from './opening/gateAssets.ts';
import { type Losses, prune } from './opening/prune.ts';
import { setAsideKeys } from './opening/setAsideKeys.ts';
import { settleReferences } from './opening/settleReferences.ts';
import { readJson } from './read.ts';
import { type Exhibition, exhibitionSchema } from './schema.ts';
import { isJsonObject, type JsonObject } from './schemaWalk.ts';

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

/** Reads and opens a document, given as text or as the bytes of the file. */
export function openExhibition(input: string | Uint8Array): OpenedExhibition {
  const reading = readJson(input);
  if (reading.fault) return { exhibition: null, faults: [reading.fault], faultsLeftOut: 0, brokenNodes: new Map() };
  if (isJsonObject(reading.value)) return openDocument(reading.value, reading.warnings);
  const found = reading.value === null ? 'null' : Array.isArray(reading.value) ? 'a list' : `a ${typeof reading.value}`;
  const fault: Fault = {
    severity: 'error',
    path: '',
    code: 'not-an-exhibition',
    message: `expected an exhibition, an object { … }, found ${found}`,
  };
  return { exhibition: null, faults: [fault], faultsLeftOut: 0, brokenNodes: new Map() };
}

/** Opens what `readJson` gave. The value is changed and becomes the exhibition: hand it over and forget it. */
export function openDocument(document: JsonObject, warnings: readonly Fault[] = []): OpenedExhibition {
  const list = createFaultList();
  for (const warning of warnings) list.add(warning);
  const losses: Losses = { brokenNodes: new Map(), lostAssets: new Map() };
  const aside = setAsideKeys(exhibitionSchema, document, list);
  const isSound = prune(exhibitionSchema, document, aside.places, list, losses);
  let exhibition: Exhibition | null = null;
  let brokenNodes: ReadonlyMap<string, readonly Fault[]> = new Map();
  if (isSound) {
    // What the schema has no fault in is what its type says; the schema transforms nothing.
    exhibition = document as unknown as Exhibition;
    gateAssets(exhibition, aside.places, list, losses);
    brokenNodes = settleReferences(exhibition, aside.places, list, losses);
    aside.restore();
    if (exhibition.nodes.every((node) => brokenNodes.has(node.id))) exhibition = null;
  }
  return { exhibition, faults: list.faults, faultsLeftOut: list.overflow, brokenNodes };
}
