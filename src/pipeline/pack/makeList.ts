/** The pack list of a folder: which files belong to the visit, how large they are, what they hash to. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ALL_FORMATS } from '#document/foreign/formats.ts';
import { openExhibition } from '#document/open.ts';
import { listDocumentFiles } from '#offline/listFiles.ts';
import { listNamedFiles } from '#offline/listNamedFiles.ts';
import { DOCUMENT, findPathFault, PACK_FORMAT, PAGE, type PackFile, type PackList } from '#offline/packList.ts';
import { OEMBED, PREVIEW } from '#pipeline/build/sharing.ts';
import { NOTICES } from '#pipeline/build/thirdParty.ts';
import { renderTitleCard } from '#pipeline/build/titleCard.ts';
import { toldSite } from '#pipeline/build/toldSite.ts';
import { CommandError } from '#pipeline/command.ts';
import { findFile } from '#pipeline/serve/findFile.ts';
import { makeFile } from '#pipeline/serve/madeFiles.ts';
import { openSite, readJson } from '#pipeline/serve/site.ts';
import { hashBytes, hashFile } from './hashFile.ts';

export interface PackInput {
  /** Holds exhibition.json. */
  readonly folder: string;
  /** The built viewer; the same folder where the exhibition lies in the build. */
  readonly viewer: string;
  /** The owner's public key in base64, where the list is to be signed. */
  readonly key: string | null;
}

export interface Packed {
  readonly list: PackList;
  /** The page as it must be served beside the list. */
  readonly html: string;
  /** What others show of it, to lie beside the page; no part of the visit. */
  readonly shared: readonly { readonly name: string; readonly body: Uint8Array }[];
}

/** Files hashed at the same time. */
const AT_ONCE = 8;
/** Missing files that are named. */
const MOST_NAMED = 5;

/** Everything but the version, which the page holds too: `at` finishes both. */
export async function makeList(input: PackInput): Promise<{ at(version: number): Packed }> {
  const { mounts } = await openSite({ root: input.viewer, exhibition: input.folder });
  const { exhibition } = openExhibition(await readFile(path.join(input.folder, DOCUMENT)), ALL_FORMATS);
  if (!exhibition) throw new CommandError('the exhibition cannot be opened; see grotto check');
  const find = async (name: string): Promise<string | null> => (await findFile(mounts, name))?.path ?? null;
  const read = async (name: string): Promise<Uint8Array | null> => {
    const file = await find(name);
    return file === null ? null : readFile(file);
  };
  const viewer = await listViewerFiles(input.viewer);
  const names = [DOCUMENT, ...listDocumentFiles(exhibition), ...(await listNamedFiles(exhibition, read))];
  const content = [...new Set(names)].filter((name) => !viewer.has(name) && name !== PAGE);
  const hidden = content.find((name) => findPathFault(name) !== null);
  if (hidden !== undefined) throw new CommandError(`"${hidden}" ${findPathFault(hidden)}; give it another name`);

  const missing: string[] = [];
  const hash = async (name: string): Promise<PackFile | null> => {
    const file = await find(name);
    if (file === null) missing.push(name);
    return file === null
      ? null
      : { path: name, ...(await hashFile(file)), ...(viewer.has(name) && { isViewer: true }) };
  };
  const files = (await mapAtOnce([...viewer, ...content].sort(), hash)).filter((file) => file !== null);
  if (missing.length > 0) throw new CommandError(describeMissing(missing));
  const html = await readFile(path.join(input.viewer, PAGE), 'utf8');
  const document = await readJson(path.join(input.folder, DOCUMENT));
  const shared: { name: string; body: Uint8Array }[] = [];
  for (const name of [OEMBED, PREVIEW.name]) {
    const body = await makeFile(name, document, mounts);
    if (body) shared.push({ name, body });
  }
  const { key } = input;
  return {
    at(version) {
      const page = renderTitleCard(html, document, version, toldSite());
      const all = [{ path: PAGE, ...hashBytes(Buffer.from(page)), isViewer: true } as const, ...files];
      const bytes = all.reduce((sum, file) => sum + file.bytes, 0);
      const head = { formatVersion: PACK_FORMAT, exhibition: exhibition.id, version } as const;
      return { list: { ...head, ...(key !== null && { key }), bytes, files: all }, html: page, shared };
    },
  };
}

/** One file a line, so that two lists can be compared by eye. */
export function writeList({ files, ...head }: PackList): string {
  const lines = files.map((file) => JSON.stringify(file));
  return `${JSON.stringify(head).slice(0, -1)},"files":[\n${lines.join(',\n')}\n]}\n`;
}

async function listViewerFiles(root: string): Promise<Set<string>> {
  const entries = await readdir(path.join(root, 'app'), { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const notices = (await readdir(root)).filter((name) => name === NOTICES);
  return new Set([...names, ...notices].filter((name) => findPathFault(name) === null));
}

function describeMissing(missing: readonly string[]): string {
  const named = missing.slice(0, MOST_NAMED).map((name) => `"${name}"`);
  const rest = missing.length > MOST_NAMED ? ', …' : '';
  const count = missing.length === 1 ? '1 file is missing' : `${missing.length} files are missing`;
  return `${count}: ${named.join(', ')}${rest}; see grotto check`;
}

async function mapAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const run = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  return results;
}
