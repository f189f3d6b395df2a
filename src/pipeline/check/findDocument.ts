import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MAX_JSON_BYTES } from '#document/read.ts';
import { CommandError } from '../command.ts';

/** The document in a folder, or the file itself. @param written As the command line has it, for what is said. */
export async function findDocument(path: string, written: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new CommandError(`there is no "${written}"`, 2);
  const file = found.isDirectory() ? join(path, 'exhibition.json') : path;
  const document = found.isDirectory() ? await stat(file).catch(() => null) : found;
  if (!document?.isFile()) throw new CommandError(`"${written}" holds no exhibition.json`, 2);
  if (document.size > MAX_JSON_BYTES) {
    const size = `${(document.size / 1_048_576).toFixed(0)} MB`;
    throw new CommandError(`${basename(file)} has ${size}; a document has at most ${MAX_JSON_BYTES / 1_048_576} MB`);
  }
  return file;
}
