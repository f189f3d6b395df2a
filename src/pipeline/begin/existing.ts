/** An exhibition that more is put into: read loosely, since what is wrong with the rest of it is not for these commands. */
import path from 'node:path';
import { CommandError } from '../command.ts';
import { readDocument } from '../tile/output/mergeEntry.ts';
import { freeId } from './placePictures.ts';

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

/** A place as a document writes it. */
export type Place = { readonly id: string; readonly asset: string } & Readonly<Record<string, unknown>>;

/** The document with more assets and a place, to which a way leads from the first place, and back. */
export function withPlace({ document, assets, nodes }: Existing, added: readonly object[], place: Place): object {
  const [first, ...others] = nodes as readonly Place[];
  const way = { to: place.id, target: { yaw: 180, pitch: -10 } };
  const begun = first ? [{ ...first, links: [...listOf(first['links']), way] }] : [];
  const back = first && { links: [{ to: first.id }] };
  return { ...document, assets: [...assets, ...added], nodes: [...begun, ...others, { ...place, ...back }] };
}

/** The id that was asked for, if it is one and free; else one made of a file's name. */
export function chooseId({ assets, nodes }: Existing, wish: string | undefined, fileName: string): string {
  const taken = new Set([...assets, ...nodes].flatMap(idOf));
  if (wish === undefined) return freeId(fileName, taken);
  if (taken.has(wish)) throw new CommandError(`--id ${wish}: there is one already`, 2);
  if (freeId(wish, taken) === wish) return wish;
  throw new CommandError(`--id ${wish}: expected letters, digits, ".", "_" and "-"`, 2);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
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
