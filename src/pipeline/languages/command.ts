import { readdir, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { coverLanguages, type InterfaceKeys } from '#document/check/languageCoverage.ts';
import { describeCoverage } from './describeCoverage.ts';
import { openTarget } from '../check/target.ts';
import type { Command } from '../command.ts';

const HELP = `Usage: grotto languages <folder> [options]

Says for each language of an exhibition how much of it there is: the texts of the document that the language lacks, by
their places, and the texts of the interface that come in English instead. <folder> holds exhibition.json.

  --json       print it as JSON
  --complete   end with code 1 where a language lacks anything

Ends with code 0, or 2 for a wrong use.
`;

export const command: Command = {
  summary: 'say what each language of an exhibition lacks',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, complete: { type: 'boolean' } },
    });
    const coverage = coverLanguages(await openTarget(positionals, io.cwd), await readInterfaceKeys());
    io.out(values.json ? `${JSON.stringify(coverage, null, 2)}\n` : describeCoverage(coverage));
    const lacks = coverage.some(({ missing, missingKeys }) => missing.length + missingKeys.length > 0);
    return values.complete && lacks ? 1 : 0;
  },
};

/** The locale files of the interface, as they lie beside the viewer. */
async function readInterfaceKeys(): Promise<InterfaceKeys> {
  const folder = new URL('../../i18n/locales/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  const entries = files.map(async (file) => {
    const texts = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as Record<string, unknown>;
    return [file.replace(/\.json$/, ''), Object.keys(texts)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
