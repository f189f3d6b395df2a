/** Puts a model's entry into an exhibition.json, leaving everything else in it as it stands. */
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelAsset } from '#document/schema.ts';
import { CommandError } from '../../command.ts';
import { readDocument } from '../../tile/output/mergeEntry.ts';

/** Adds the model, or replaces the steps and the box of the one of that id. Returns what was done, as one sentence. */
export async function mergeModel(exhibitionFolder: string, entry: ModelAsset): Promise<string> {
  const file = path.join(exhibitionFolder, 'exhibition.json');
  const document = await readDocument(file);
  const assets = (document['assets'] ??= []);
  if (!Array.isArray(assets)) throw new CommandError(`${file}: assets: expected a list; mend it and merge again`);
  const existing = (assets as Record<string, unknown>[]).find((asset) => asset['id'] === entry.id);
  if (!existing) assets.push(entry);
  else if (existing['kind'] !== 'model') {
    throw new CommandError(`asset "${entry.id}" is there and is no model; choose another --id`);
  } else Object.assign(existing, { lods: entry.lods, boundingBox: entry.boundingBox });
  await writeFile(`${file}.tmp`, `${JSON.stringify(document, null, 2)}\n`);
  await rename(`${file}.tmp`, file);
  return `${file}: model "${entry.id}" ${existing ? 'replaced' : 'added'}`;
}
