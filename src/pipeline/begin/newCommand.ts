/** `grotto new`: photographs become an exhibition that can be visited at once. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FORMAT_VERSION } from '#document/schema.ts';
import type { Vec3 } from '#shared/vec.ts';
import { type Command, CommandError } from '../command.ts';
import { freeId, labelOf, placePictures } from './placePictures.ts';
import { ORIGIN_KEY } from './site.ts';
import { readPositions } from './readPositions.ts';
import { describeLinks, join } from './join.ts';

const HELP = `Usage: grotto new <folder> <picture>... [options]

Makes an exhibition of panoramas (whole spheres, 2:1, or parts with GPano data): <folder>/exhibition.json, and each
picture cut into tiles under <folder>/panoramas. The places are named after the files, stand where the photographs were
taken, if EXIF data or --positions say so, and are joined by suggested links; all of it can be edited afterwards.

  --title <text>         of the exhibition; by default the folder's name
  --languages <tags>     which texts will be written in, the first is the default: en (default), or en,zh-Hans
  --positions <file>     where the pictures were taken: { "<name without ending>": [x, y, z], … }, metres; y up, −z north
  --workers <n>          how many pictures are worked on at once; one per core by default
  --help                 this text

Then: grotto check <folder>, and npm start -- --exhibition <folder>.
`;

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export const command: Command = {
  summary: 'make an exhibition of photographs',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        title: { type: 'string' },
        languages: { type: 'string', default: 'en' },
        positions: { type: 'string' },
        workers: { type: 'string' },
      },
    });
    const [name, ...pictures] = positionals;
    if (name === undefined) throw new CommandError('name a folder for the exhibition; see grotto new --help', 2);
    if (pictures.length === 0) throw new CommandError('name the pictures of its places; see grotto new --help', 2);
    const languages = readLanguages(values.languages);
    const folder = path.resolve(io.cwd, name);
    await refuseExhibition(folder, name);
    const positions =
      values.positions === undefined ? new Map<string, Vec3>() : await readPositions(values.positions, io.cwd);
    const title = path.basename(folder);
    const { places, origin } = await placePictures(
      pictures,
      { folder, languages, taken: new Set(), positions, workers: values.workers },
      io,
    );
    const nodes = join(
      places.map(({ node }) => node),
      new Set(),
    );
    const document = {
      formatVersion: FORMAT_VERSION,
      id: freeId(title, new Set()),
      label:
        values.title === undefined
          ? labelOf(title, languages)
          : Object.fromEntries(languages.map((tag) => [tag, values.title])),
      defaultLanguage: languages[0],
      languages,
      assets: places.map(({ asset }) => asset),
      nodes,
      // Where more pictures will be placed from; the viewer does not read it.
      ...(origin && { [ORIGIN_KEY]: origin }),
    };
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'exhibition.json'), `${JSON.stringify(document, null, 2)}\n`, { flag: 'wx' });
    io.out(
      `${path.join(name, 'exhibition.json')}: ${describeLinks(nodes)}\n` +
        'Say in it whose the pictures are (rights, provider, requiredStatement), and write names and labels; then\n' +
        `  grotto check ${name}\n  npm start -- --exhibition ${name}\n`,
    );
    return 0;
  },
};

function readLanguages(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  const wrong = tags.find((tag) => !TAG.test(tag));
  if (wrong !== undefined) throw new CommandError(`--languages ${text}: expected tags such as en,zh-Hans`, 2);
  return [...new Set(tags)];
}

async function refuseExhibition(folder: string, name: string): Promise<void> {
  const files = await readdir(folder).catch((): string[] => []);
  if (files.includes('exhibition.json'))
    throw new CommandError(`${name} is an exhibition already; grotto add cave puts pictures into it`);
}
