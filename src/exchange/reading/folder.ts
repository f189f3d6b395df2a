/** What importers need of the folder that the foreign document lies in; paths are relative to it, with `/`. */
import type { ExhibitionFolder } from '#document/check/folder.ts';
import { decodeUri } from '#sources/http/assetUri.ts';
import { readImageHeader } from '#sources/http/imageHeader.ts';

export type ImportFolder = Pick<ExhibitionFolder, 'hasFile' | 'readHead' | 'readText'>;

/** The same folder asked by addresses, in which characters may be escaped. */
export function askByAddress(folder: ImportFolder): ImportFolder {
  const plain = (path: string) => decodeUri(path) ?? path;
  return {
    hasFile: (path) => folder.hasFile(plain(path)),
    readHead: (path, count) => folder.readHead(plain(path), count),
    readText: (path, maxBytes) => folder.readText(plain(path), maxBytes),
  };
}

/** A file that the exhibition needs. */
export interface ImportFile {
  /** Relative to the foreign document's folder. */
  readonly from: string;
  /** Relative to the exhibition's folder. */
  readonly to: string;
  /** The file begins with `head` in place of its first `replaces` bytes. */
  readonly begin?: { readonly head: Uint8Array; readonly replaces: number };
}

/** A picture's size stands in its first bytes; JPEGs may carry a colour profile and a preview before it. */
const HEAD_BYTES = 512 * 1024;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Null where there is no such file, or it is no picture of a known type. */
export async function measurePicture(folder: ImportFolder, path: string): Promise<PictureSize | null> {
  if (!(await folder.hasFile(path))) return null;
  const { head } = await folder.readHead(path, HEAD_BYTES);
  const header = readImageHeader(head);
  return header && header.widthPx > 0 && header.heightPx > 0
    ? { width: header.widthPx, height: header.heightPx }
    : null;
}
