/** `grotto export`: an exhibition in the words of others, and what they have no words for. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Exhibition } from '#document/schema.ts';
import { writeContentStates } from '#exchange/iiif/contentState.ts';
import { writeIiif } from '#exchange/iiif/write/writeIiif.ts';
import { writeSchemaOrg } from '#exchange/schemaOrg/writeSchemaOrg.ts';
import { writeAnnotations } from '#exchange/webAnnotation/writeAnnotations.ts';
import type { WriteResult } from '#exchange/writing.ts';
import { openTarget } from '../check/target.ts';
import { type Command, CommandError } from '../command.ts';
import { describeLosses } from '#exchange/describeLosses.ts';

type Writer = (exhibition: Exhibition, options: { readonly base: string }) => WriteResult;

const WRITERS: Readonly<Record<string, Writer>> = {
  iiif4: (exhibition, { base }) => writeIiif(exhibition, { version: 4, base }),
  iiif3: (exhibition, { base }) => writeIiif(exhibition, { version: 3, base }),
  annotations: (exhibition, { base }) => writeAnnotations(exhibition, { version: 3, base }),
  'content-state': (exhibition, { base }) => writeContentStates(exhibition, { version: 3, base }),
  'schema-org': (exhibition, { base }) => writeSchemaOrg(exhibition, { base }),
};

const HELP = `Usage: grotto export <folder> --to <format> --base <address> [options]

Writes an exhibition for others to read, and says what they have no words for.

      --to <format>      iiif4, iiif3: a manifest; annotations: W3C annotations; content-state: a link to every place that
                         any IIIF viewer understands; schema-org: JSON-LD for search engines
      --base <address>   where the folder of the exhibition is on the web, such as https://museum.example/caves/
  -o, --out <folder>     where the files go; the exhibition's own folder makes the addresses in them true. Without it
                         they are printed
      --report <file>    write what is lost as JSON
      --quiet            do not say what is lost

Ends with code 0 also where something is lost, 1 where the exhibition cannot be read, 2 for a wrong use.
`;

export const command: Command = {
  summary: 'write an exhibition as IIIF, W3C annotations, links of IIIF or schema.org',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        base: { type: 'string' },
        out: { type: 'string', short: 'o' },
        report: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    });
    const write = values.to !== undefined && Object.hasOwn(WRITERS, values.to) ? WRITERS[values.to] : undefined;
    if (!write) throw usage(`say the format with --to ${Object.keys(WRITERS).join(', ')}`);
    const base = readBase(values.base);
    const result = write(await openTarget(positionals, io.cwd), { base });
    for (const [name, text] of Object.entries(result.files)) {
      if (values.out === undefined) io.out(text);
      else await writeInto(path.resolve(io.cwd, values.out), name, text);
    }
    const told = { format: values.to ?? '', losses: result.losses, lossesLeftOut: result.lossesLeftOut };
    if (values.report !== undefined)
      await writeFile(path.resolve(io.cwd, values.report), `${JSON.stringify(told, null, 2)}\n`);
    if (!values.quiet) io.err(describeLosses(told));
    return 0;
  },
};

async function writeInto(folder: string, name: string, text: string): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

function readBase(written: string | undefined): string {
  if (written === undefined) throw usage('say where the exhibition is on the web with --base <address>');
  if (!/^https?:\/\/[^/?#\s]+[^?#\s]*$/i.test(written) || !URL.canParse(written))
    throw usage(`--base ${written}: expected an address such as https://museum.example/caves/`);
  return written.endsWith('/') ? written : `${written}/`;
}

function usage(message: string): CommandError {
  return new CommandError(`${message}; see grotto export --help`, 2);
}
