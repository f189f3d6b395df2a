import { createFaultList, type Fault } from '../fault.ts';
import { ALL_FORMATS } from '../foreign/formats.ts';
import { openDocument, readExhibition } from '../open.ts';
import type { Exhibition } from '../schema.ts';
import { checkLanguages } from './checkLanguages.ts';
import { checkModels } from './checkModels.ts';
import { checkPictures } from './checkPictures.ts';
import { checkReachability } from './checkReachability.ts';
import { checkRights } from './checkRights.ts';
import { checkSounds } from './checkSounds.ts';
import { checkTiles } from './checkTiles.ts';
import { checkTilesets } from './checkTilesets.ts';
import { checkUsage } from './checkUsage.ts';
import { checkWording } from './checkWording.ts';
import { findDuplicateKeys } from './findDuplicateKeys.ts';
import type { ExhibitionFolder } from './folder.ts';

export interface CheckReport {
  /** What a visit would show; null where there is nothing to show. */
  readonly exhibition: Exhibition | null;
  readonly faults: readonly Fault[];
  /** Faults beyond the limit of the list. */
  readonly faultsLeftOut: number;
}

/** Everything that is wrong with an exhibition: the document itself, and its files where a folder is given. */
export async function checkExhibition(bytes: Uint8Array, folder: ExhibitionFolder | null): Promise<CheckReport> {
  const reading = readExhibition(bytes);
  if (reading.fault) return { exhibition: null, faults: [reading.fault], faultsLeftOut: 0 };
  const { exhibition, faults, faultsLeftOut, places } = openDocument(reading.document, reading.warnings, ALL_FORMATS);
  const list = createFaultList();
  for (const fault of faults) list.add(fault);
  for (const fault of findDuplicateKeys(new TextDecoder().decode(bytes))) list.add(fault);
  if (exhibition) {
    checkReachability(exhibition, places, list);
    checkUsage(exhibition, places, list);
    checkLanguages(exhibition, places, list);
    checkWording(exhibition, list);
    checkRights(exhibition, places, list);
    if (folder) {
      await checkPictures(exhibition, places, folder, list);
      await checkModels(exhibition, places, folder, list);
      await checkSounds(exhibition, places, folder, list);
      await checkTiles(exhibition, places, folder, list);
      await checkTilesets(exhibition, places, folder, list);
    }
  }
  return { exhibition, faults: list.faults, faultsLeftOut: list.overflow + faultsLeftOut };
}
