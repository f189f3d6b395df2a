/**
 * Things that are costly to make and worth keeping between runs, under names that hold the hash of all they follow from.
 * A thing that is there is taken as it is; nothing is ever changed, and anything may be deleted.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

const MOST_KEPT = 4;
const HASH = /-[0-9a-f]{16}$/;

/** Plain data with typed arrays, which come back on shared memory. */
export async function keep<Thing>(folder: string, name: string, make: () => Thing | Promise<Thing>): Promise<Thing> {
  const file = path.join(folder, name);
  if (existsSync(file)) return readKept<Thing>(file);
  const thing = await make();
  await writeKept(file, thing);
  return thing;
}

export function hasKept(folder: string, name: string): boolean {
  return existsSync(path.join(folder, name));
}

export async function writeKept(file: string, thing: unknown): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.part`;
  await writeFile(unfinished, serialize(mapArrays(thing, (array) => array.slice())));
  await rename(unfinished, file);
  await dropOldest(file);
}

/** Of things that differ in their hash alone, the last word of their name, only those asked for last stay. */
async function dropOldest(file: string): Promise<void> {
  const folder = path.dirname(file);
  const [stem] = path.basename(file).split(HASH);
  if (!HASH.test(path.basename(file)) || stem === undefined) return;
  const same: { name: string; time: number }[] = [];
  for (const name of await readdir(folder))
    if (HASH.test(name) && name.split(HASH)[0] === stem)
      same.push({ name, time: (await stat(path.join(folder, name))).mtimeMs });
  same.sort((a, b) => b.time - a.time);
  for (const { name } of same.slice(MOST_KEPT)) await rm(path.join(folder, name), { force: true });
}

export async function readKept<Thing>(file: string): Promise<Thing> {
  const now = new Date();
  await utimes(file, now, now);
  return mapArrays(deserialize(await readFile(file)), share) as Thing;
}

type Numbers =
  Float32Array | Float64Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

/** A copy on shared memory: posting it to a thread copies nothing. */
function share(array: Numbers): Numbers {
  const Kind = array.constructor as new (buffer: SharedArrayBuffer) => Numbers;
  const shared = new Kind(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
}

function mapArrays(value: unknown, change: (array: Numbers) => Numbers): unknown {
  if (ArrayBuffer.isView(value)) return change(value as Numbers);
  if (Array.isArray(value)) return value.map((entry) => mapArrays(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapArrays(entry, change)]));
}
