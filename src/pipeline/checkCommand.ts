import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { CheckReport } from '#document/check/checkDocument.ts';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import { describeReport } from './check/describeReport.ts';
import { findTarget } from './check/target.ts';
import { openFolder } from './check/openFolder.ts';
import type { Command } from './command.ts';

const HELP = `Usage: grotto check <folder> [options]

Says everything that is wrong with an exhibition: the document itself, references that lead nowhere, places no link
leads to, files and tiles that are missing, sizes that differ, texts that lack a language, rights that nobody states.
<folder> holds exhibition.json; the file itself may be named too.

  --json                 print the faults as JSON
  --warnings-as-errors   end with code 1 for warnings too

Ends with code 0 where there is no error, 1 where there is one, 2 for a wrong use.
`;

export const command: Command = {
  summary: 'say everything that is wrong with an exhibition',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, 'warnings-as-errors': { type: 'boolean' } },
    });
    const file = await findTarget(positionals, io.cwd);
    const report = await checkExhibition(await readFile(file), await openFolder(dirname(file)));
    io.out(values.json ? toJson(report) : describeReport(report));
    const isBad = report.faults.some(({ severity }) => severity === 'error' || values['warnings-as-errors']);
    return isBad ? 1 : 0;
  },
};

function toJson({ exhibition, faults, faultsLeftOut }: CheckReport): string {
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const counts = { errors, warnings: faults.length - errors, faultsLeftOut };
  return `${JSON.stringify({ exhibition: exhibition?.id ?? null, ...counts, faults }, null, 2)}\n`;
}
