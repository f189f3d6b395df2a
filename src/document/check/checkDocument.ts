import { createFaultList, type Fault, type FaultList } from '../fault.ts';
import { ALL_FORMATS } from '../foreign/formats.ts';
import { openDocument, readExhibition } from '../open.ts';
import type { Places } from '../opening/places.ts';
import type { Exhibition } from '../schema.ts';
import { checkFlat } from './checkFlat.ts';
import { checkLanguages } from './checkLanguages.ts';
import { checkReachability } from './checkReachability.ts';
import { checkRights } from './checkRights.ts';
import { checkUsage } from './checkUsage.ts';
import { checkWording } from './checkWording.ts';
import { findDuplicateKeys } from './findDuplicateKeys.ts';

export interface CheckReport {
  /** What a visit would show; null where there is nothing to show. */
  readonly exhibition: Exhibition | null;
  readonly faults: readonly Fault[];
  /** Faults beyond the limit of the list. */
  readonly faultsLeftOut: number;
}

/** A document that has been checked, and where what its files are wrong in can be added. */
export interface CheckedDocument {
  readonly exhibition: Exhibition | null;
  /** Null where it could not even be read. */
  readonly places: Places | null;
  readonly faults: FaultList;
  /** Faults that opening it left out of the list. */
  readonly leftOut: number;
}

/** Everything that is wrong with a document by itself, without its files. */
export function checkDocument(bytes: Uint8Array): CheckedDocument {
  const list = createFaultList();
  const reading = readExhibition(bytes);
  if (reading.fault) {
    list.add(reading.fault);
    return { exhibition: null, places: null, faults: list, leftOut: 0 };
  }
  const { exhibition, faults, faultsLeftOut, places } = openDocument(reading.document, reading.warnings, ALL_FORMATS);
  for (const fault of faults) list.add(fault);
  for (const fault of findDuplicateKeys(new TextDecoder().decode(bytes))) list.add(fault);
  if (exhibition) {
    checkReachability(exhibition, places, list);
    checkUsage(exhibition, places, list);
    checkFlat(exhibition, places, list);
    checkLanguages(exhibition, places, list);
    checkWording(exhibition, list);
    checkRights(exhibition, places, list);
  }
  return { exhibition, places, faults: list, leftOut: faultsLeftOut };
}

export function reportOf({ exhibition, faults, leftOut }: CheckedDocument): CheckReport {
  return { exhibition, faults: faults.faults, faultsLeftOut: faults.overflow + leftOut };
}
