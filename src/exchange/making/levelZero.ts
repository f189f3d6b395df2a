/** Files of the IIIF Image API, level 0: tools differ in how they write the tile that is the whole picture. */
import type { IiifImageSource } from '#sources/panorama/iiif-image/schema.ts';
import { openedFlatOf } from '#sources/flat/foreign.ts';
import { flatFilesOf } from '#sources/flat/flatFiles.ts';
import { listSourceUris } from '#sources/panorama/listSourceUris.ts';
import type { ImportFolder } from '../reading/folder.ts';

/** The same source, its whole picture written in numbers where that is the file which lies there. */
export async function asFiled(
  folder: ImportFolder,
  source: IiifImageSource,
  from: (file: string) => string = (file) => file,
): Promise<IiifImageSource> {
  const inNumbers: IiifImageSource = { ...source, wholeRegion: 'numbers' };
  const [usual, other] = [coarsestOf(source), coarsestOf(inNumbers)];
  if (usual === undefined || other === undefined || usual === other) return source;
  if ((await folder.hasFile(from(usual))) || !(await folder.hasFile(from(other)))) return source;
  return inNumbers;
}

function coarsestOf(source: IiifImageSource): string | undefined {
  for (const uri of listSourceUris(flatFilesOf(openedFlatOf(source)))) return uri;
  return undefined;
}
