/** Whether the build was made from what lies here now. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toldSite } from './toldSite.ts';

/** A hidden file of the build, so no server sends it: the hash of what the build was made from. */
export const STAMP = '.built-from';
/** All that the build reads; where one is missing it counts as empty. */
const INPUTS = ['index.html', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'src', 'public'];

export async function isFresh(root: string, built: string): Promise<boolean> {
  const stamped = await readFile(path.join(built, STAMP), 'utf8').catch(() => null);
  return stamped !== null && stamped === hashInputs(root);
}

/** A hash over the names and the content of everything the build is made from; times and owners do not matter. */
export function hashInputs(root: string): string {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap((input) => listFiles(root, input))) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  const site = toldSite();
  if (site !== undefined) hash.update(`site\0${site}`);
  return hash.digest('hex');
}

function listFiles(root: string, relative: string): string[] {
  const info = statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (!info) return [];
  if (!info.isDirectory()) return [relative];
  const names = readdirSync(path.join(root, relative)).sort();
  return names.flatMap((name) => listFiles(root, `${relative}/${name}`));
}
