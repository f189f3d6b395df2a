/** What every importer gives back. */
import type { Exhibition } from '#document/schema.ts';
import type { Loss } from './loss.ts';
import type { ImportFile, ImportFolder } from './reading/folder.ts';
import type { Mount } from './reading/addresses.ts';

export interface ImportResult {
  /** Where it came from, such as `iiif-3`. */
  readonly format: string;
  /** Valid: `document/open` finds no fault in it. */
  readonly document: Exhibition;
  readonly losses: readonly Loss[];
  /** Losses beyond the limit of the list. */
  readonly lossesLeftOut: number;
  /** What must lie beside `exhibition.json`. */
  readonly files: readonly ImportFile[];
}

export interface ImportOptions {
  readonly folder: ImportFolder;
  /** Folders that hold the files of addresses elsewhere. */
  readonly mounts?: readonly Mount[];
  /** The language of texts that do not say theirs. */
  readonly language?: string;
  /** The name of the file, for what is called after nothing else. */
  readonly name?: string;
  /**
   * Where the tiles go that lie beside their own description; where an exhibition lies beside that folder, its name.
   * `picture` by default.
   */
  readonly tilesFolder?: string;
}
