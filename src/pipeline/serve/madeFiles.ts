/** What others show of an exhibition, made of its document where its folder has no such file: oEmbed answer and picture. */
import { readFile } from 'node:fs/promises';
import { describeOembed, OEMBED, PREVIEW } from '#pipeline/build/sharing.ts';
import { findPosterUri } from '#pipeline/build/titleCard.ts';
import { toldSite } from '#pipeline/build/toldSite.ts';
import { findFile, type Mount } from './findFile.ts';

/**
 * @param document The parsed exhibition.json, as it was found.
 * @returns Null for every other name, and where the document or its poster cannot be used.
 */
export async function makeFile(name: string, document: unknown, mounts: readonly Mount[]): Promise<Buffer | null> {
  if (name === OEMBED) {
    const answer = describeOembed(document, toldSite());
    return answer && Buffer.from(`${JSON.stringify(answer, null, 2)}\n`);
  }
  if (name !== PREVIEW.name) return null;
  const uri = findPosterUri(document);
  const poster = uri === null ? null : await findFile(mounts, decodeURIComponent(uri));
  if (!poster) return null;
  // Only whoever shows the picture waits for the library that makes it.
  const { makePreview } = await import('#pipeline/build/previewPicture.ts');
  return makePreview(await readFile(poster.path)).catch(() => null);
}
