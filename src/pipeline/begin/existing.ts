/** An exhibition that more is put into: read loosely, since what is wrong with the rest of it is not for these commands. */
import path from 'node:path';
import { CommandError } from '../command.ts';
import { readDocument } from '../tile/output/mergeEntry.ts';

export interface Existing {
  readonly file: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly assets: readonly object[];
  readonly nodes: readonly object[];
  readonly languages: readonly string[];
}

/** Throws a `CommandError` where its lists are none. */
export async function readExisting(folder: string): Promise<Existing> {
  const file = path.join(folder, 'exhibition.json');
  const document = await readDocument(file);
  const { assets, nodes, languages = ['en'] } = document;
  if (!isList(assets) || !isList(nodes) || !isTexts(languages))
    throw new CommandError(`${file}: assets, nodes and languages: expected lists; grotto check says more`);
  return { file, document, assets, nodes, languages };
}

function isList(value: unknown): value is object[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

export function idOf(item: object): string[] {
  return 'id' in item && typeof item.id === 'string' ? [item.id] : [];
}
