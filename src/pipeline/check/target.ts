/** The exhibition that a command is about: the one folder that its command line names. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ALL_FORMATS } from '#document/foreign/formats.ts';
import { openExhibition } from '#document/open.ts';
import type { Exhibition } from '#document/schema.ts';
import { CommandError } from '../command.ts';
import { findDocument } from './findDocument.ts';

/** The path of the document. */
export function findTarget(positionals: readonly string[], cwd: string): Promise<string> {
  const [target] = positionals;
  if (target === undefined) throw new CommandError('name the folder that holds exhibition.json', 2);
  if (positionals.length > 1) throw new CommandError('one folder at a time', 2);
  return findDocument(resolve(cwd, target), target);
}

/** For commands that are not about its faults. */
export async function openTarget(positionals: readonly string[], cwd: string): Promise<Exhibition> {
  const { exhibition } = openExhibition(await readFile(await findTarget(positionals, cwd)), ALL_FORMATS);
  if (!exhibition) throw new CommandError('the exhibition cannot be opened; see grotto check');
  return exhibition;
}
