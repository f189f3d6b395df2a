/** Writes the pack list beside an exhibition, its signature, and where the viewer lies there too, the page. */
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PACK_LIST, PACK_SIGNATURE, PAGE, type PackList, readPackList } from '#offline/packList.ts';
import { CommandError } from '#pipeline/command.ts';
import { makeList, writeList } from './makeList.ts';
import type { OwnerKey } from './ownerKey.ts';

export interface PackOptions {
  readonly folder: string;
  /** Where the built viewer lies when it is not in the folder itself. */
  readonly viewer: string;
  readonly key: OwnerKey | null;
  /** By default that of the list that is there if nothing has changed, else the time in seconds. */
  readonly version?: number;
  readonly now: Date;
}

export interface PackReport {
  readonly list: PackList;
  /** The version before, or null where there was none. */
  readonly before: number | null;
}

export async function packFolder(options: PackOptions): Promise<PackReport> {
  const { folder, key, now } = options;
  const viewer = await findViewer(options);
  const before = await readList(folder);
  if (before?.key !== undefined && !key) {
    const remedy = 'name the key with --key, or take pack.json away to begin anew';
    throw new CommandError(`the list that is here is signed, and devices that know its key take no other; ${remedy}`);
  }
  const draft = await makeList({ folder, viewer, key: key?.publicKey ?? null });
  const packed = draft.at(chooseVersion(options, before, (version) => draft.at(version).list, now));
  const text = writeList(packed.list);
  // The list last: whoever comes in between finds the old one, and files that do not fit it, and tries again later.
  if (viewer === folder) {
    await replaceFile(path.join(folder, PAGE), packed.html);
    for (const { name, body } of packed.shared) await replaceFile(path.join(folder, name), body);
  }
  const signature = path.join(folder, PACK_SIGNATURE);
  if (key) await replaceFile(signature, `${key.sign(Buffer.from(text))}\n`);
  else await rm(signature, { force: true });
  await replaceFile(path.join(folder, PACK_LIST), text);
  return { list: packed.list, before: before?.version ?? null };
}

/** What is different from the list that is there: paths, each with what is wrong. */
export async function comparePack(options: PackOptions): Promise<string[]> {
  const { folder } = options;
  const list = await readList(folder);
  if (!list) throw new CommandError(`there is no ${PACK_LIST} that can be read; run grotto pack`);
  const draft = await makeList({ folder, viewer: await findViewer(options), key: list.key ?? null });
  const now = new Map(draft.at(list.version).list.files.map((file) => [file.path, file.sha256]));
  const differences = list.files.flatMap(({ path: name, sha256 }) => {
    const found = now.get(name);
    now.delete(name);
    return found === sha256 ? [] : [`${name} ${found === undefined ? 'is not part of the visit' : 'has changed'}`];
  });
  return [...differences, ...[...now.keys()].map((name) => `${name} is not listed`)];
}

/** A folder that holds a page of its own is a whole site. */
async function findViewer({ folder, viewer }: PackOptions): Promise<string> {
  const page = await stat(path.join(folder, PAGE)).catch(() => null);
  return page?.isFile() ? folder : viewer;
}

async function readList(folder: string): Promise<PackList | null> {
  try {
    return readPackList(await readFile(path.join(folder, PACK_LIST)));
  } catch {
    return null;
  }
}

function chooseVersion(
  { version }: PackOptions,
  before: PackList | null,
  make: (version: number) => PackList,
  now: Date,
): number {
  if (version !== undefined) return version;
  if (before && writeList(make(before.version)) === writeList(before)) return before.version;
  return Math.max(Math.floor(now.getTime() / 1_000), (before?.version ?? 0) + 1);
}

async function replaceFile(file: string, text: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.partial`, text);
  await rename(`${file}.partial`, file);
}
