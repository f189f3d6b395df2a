/** `grotto import`: a document of another format, with the files beside it, becomes the folder of an exhibition. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Format, FORMATS } from '#exchange/detect.ts';
import { importDocument } from '#exchange/importDocument.ts';
import { ExchangeError } from '#exchange/loss.ts';
import type { Mount } from '#exchange/reading/addresses.ts';
import type { ImportResult } from '#exchange/result.ts';
import { openFolder } from '../check/openFolder.ts';
import { type Command, CommandError, type CommandIo } from '../command.ts';
import { copyFiles } from './copyFiles.ts';
import { describeLosses } from '#exchange/describeLosses.ts';
import { findForeign } from './findForeign.ts';

const HELP = `Usage: grotto import <file or folder> --out <folder> [options]

Makes an exhibition of a document in another format and of the files beside it: IIIF Presentation 2, 3 and 4 (scenes
too), Smithsonian Voyager (SVX), Pannellum, Photo Sphere Viewer, Marzipano (data.js) and krpano (tour.xml), and of a
panorama in the tiles of a IIIF image service (info.json), Deep Zoom (.dzi) or Zoomify (ImageProperties.xml). Scripts are
never run: only data is read. Nothing is fetched: what lies elsewhere is left out and said. Whatever the exhibition
cannot say is told with its place in the file, and kept under "x-import" of exhibition.json.

  -o, --out <folder>            where exhibition.json and its files go; must not be the folder of the document
      --from <format>           ${FORMATS.join(', ')};
                                told by the file itself by default
      --language <tag>          the language of texts that do not say theirs
      --mount <address>=<folder>  what an address begins with, and the folder beside the document that holds the same
                                files; may be given several times
      --report <file>           write what was lost as JSON
      --json                    print what was lost as JSON
      --dry-run                 write nothing, only say what would be lost

Ends with code 0 also where something was lost, 1 where the document cannot be read, 2 for a wrong use.
`;

export const command: Command = {
  summary: 'make an exhibition of IIIF, Voyager, Pannellum, Photo Sphere Viewer, Marzipano or krpano',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string', short: 'o' },
        from: { type: 'string' },
        language: { type: 'string' },
        mount: { type: 'string', multiple: true, default: [] },
        report: { type: 'string' },
        json: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [written] = positionals;
    if (written === undefined || positionals.length > 1) throw usage('name one file or folder');
    if (values.out === undefined && !values['dry-run'])
      throw usage('say where the exhibition goes with --out <folder>');
    const file = await findForeign(path.resolve(io.cwd, written), written);
    const folder = path.dirname(file);
    const out = values.out === undefined ? null : path.resolve(io.cwd, values.out);
    if (out === folder) throw usage('--out must be another folder than that of the document');
    const result = await explain(
      importDocument(
        await readFile(file),
        {
          folder: await openFolder(folder),
          mounts: values.mount.map(readMount),
          name: path.basename(file),
          ...(values.language !== undefined && { language: values.language }),
        },
        readFormat(values.from),
      ),
    );
    if (out !== null && !values['dry-run']) await write(result, folder, out);
    await tell(result, io, values);
    return 0;
  },
};

async function write(result: ImportResult, folder: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  await copyFiles(result.files, folder, out);
  await writeFile(path.join(out, 'exhibition.json'), `${JSON.stringify(result.document, null, 2)}\n`);
}

async function tell(result: ImportResult, io: CommandIo, options: { report?: string | undefined; json: boolean }) {
  const { format, losses, lossesLeftOut } = result;
  const report = `${JSON.stringify({ format, losses, lossesLeftOut }, null, 2)}\n`;
  if (options.report !== undefined) await writeFile(path.resolve(io.cwd, options.report), report);
  io.out(options.json ? report : describeLosses(result));
}

function readFormat(value: string | undefined): Format | undefined {
  const format = FORMATS.find((known) => known === value);
  if (value !== undefined && !format) throw usage(`--from ${value}: expected ${FORMATS.join(', ')}`);
  return format;
}

function readMount(value: string): Mount {
  const at = value.lastIndexOf('=');
  if (at < 1) throw usage(`--mount ${value}: expected <address>=<folder>`);
  const folder = value.slice(at + 1).replace(/^\.\/?/, '');
  return { address: value.slice(0, at), folder: folder === '' || folder.endsWith('/') ? folder : `${folder}/` };
}

function usage(message: string): CommandError {
  return new CommandError(`${message}; see grotto import --help`, 2);
}

async function explain<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ExchangeError) throw new CommandError(error.message);
    throw error;
  }
}
