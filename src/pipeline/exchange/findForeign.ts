import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../command.ts';

/** What documents are called in their folders, the surest first. */
const NAMES = [
  /\.svx\.json$/i,
  /^manifest\.json$/i,
  /^tour\.xml$/i,
  /^data\.js$/i,
  /^info\.json$/i,
  /\.dzi$/i,
  /^ImageProperties\.xml$/i,
  /^(tour|config|scene|document)\.json$/i,
  /\.json$/i,
  /\.xml$/i,
];
/** Where exports keep their data below their own folder. */
const BELOW = ['app-files'];

/** The document in a folder, or the file itself. @param written As the command line has it, for what is said. */
export async function findForeign(target: string, written: string): Promise<string> {
  const found = await stat(target).catch(() => null);
  if (!found) throw new CommandError(`there is no "${written}"`, 2);
  if (found.isFile()) return target;
  for (const folder of [target, ...BELOW.map((name) => path.join(target, name))]) {
    const files = await readdir(folder).catch(() => []);
    for (const name of NAMES) {
      const fitting = files.filter((file) => name.test(file));
      if (fitting.length > 1) throw new CommandError(`"${written}" holds ${fitting.join(', ')}; name one of them`, 2);
      if (fitting[0] !== undefined) return path.join(folder, fitting[0]);
    }
  }
  throw new CommandError(`"${written}" holds no document that could be imported; name the file itself`, 2);
}
