import { checkDocument, type CheckReport, reportOf } from './checkDocument.ts';
import { checkModels } from './checkModels.ts';
import { checkPictures } from './checkPictures.ts';
import { checkSounds } from './checkSounds.ts';
import { checkTiles } from './checkTiles.ts';
import { checkTilesets } from './checkTilesets.ts';
import type { ExhibitionFolder } from './folder.ts';

/** Everything that is wrong with an exhibition: the document itself, and its files where a folder is given. */
export async function checkExhibition(bytes: Uint8Array, folder: ExhibitionFolder | null): Promise<CheckReport> {
  const checked = checkDocument(bytes);
  const { exhibition, places, faults } = checked;
  if (exhibition && places && folder) {
    await checkPictures(exhibition, places, folder, faults);
    await checkModels(exhibition, places, folder, faults);
    await checkSounds(exhibition, places, folder, faults);
    await checkTiles(exhibition, places, folder, faults);
    await checkTilesets(exhibition, places, folder, faults);
  }
  return reportOf(checked);
}
