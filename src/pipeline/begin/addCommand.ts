/** `grotto add cave`: more photographs for an exhibition that is there. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ExhibitionNode } from '#document/schema.ts';
import type { Vec3 } from '#shared/vec.ts';
import { type Command, CommandError } from '../command.ts';
import { readDocument, replaceDocument } from '../tile/output/mergeEntry.ts';
import { describeLinks, join } from './join.ts';
import { placePictures } from './placePictures.ts';
import { readPositions } from './readPositions.ts';
import { ORIGIN_KEY, readOrigin } from './site.ts';

const HELP = `Usage: grotto add cave <folder> <picture>... [options]

Puts panoramas into the exhibition of <folder>: cut into tiles, each a place of its own, with links to and from its
neighbours. What is in the document stays as it is. Relics come by grotto lod --exhibition, layers of a place by
grotto tile --exhibition.

  --positions <file>     where the pictures were taken: { "<name without ending>": [x, y, z], … }, metres; y up, −z north
  --workers <n>          how many pictures are worked on at once; one per core by default
  --help                 this text
`;

export const command: Command = {
  summary: 'put more photographs into an exhibition',
  help: HELP,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { positions: { type: 'string' }, workers: { type: 'string' } },
    });
    const [kind, name, ...pictures] = positionals;
    if (kind !== 'cave') throw new CommandError(`say what to add: grotto add cave <folder> <picture>...`, 2);
    if (name === undefined || pictures.length === 0)
      throw new CommandError('name the folder of the exhibition and its new pictures; see grotto add --help', 2);
    const folder = path.resolve(io.cwd, name);
    const file = path.join(folder, 'exhibition.json');
    const document = await readDocument(file);
    const { assets, nodes, languages = ['en'] } = document;
    if (!isList(assets) || !isList(nodes) || !isTexts(languages))
      throw new CommandError(`${file}: assets, nodes and languages: expected lists; grotto check says more`);
    const old = new Set(nodes.flatMap(idOf));
    const positions =
      values.positions === undefined ? new Map<string, Vec3>() : await readPositions(values.positions, io.cwd);
    const taken = new Set([...old, ...assets.flatMap(idOf)]);
    // Metres that were measured otherwise begin somewhere else than those of GPS would.
    const isMeasured = nodes.some((node) => 'position' in node);
    const origin = readOrigin(document[ORIGIN_KEY]) ?? (isMeasured ? ('none' as const) : undefined);
    const placing = { folder, languages, taken, positions, origin, workers: values.workers };
    const { places, origin: found } = await placePictures(pictures, placing, io);
    // What is wrong with an old place is not for this command to mend.
    const all = join([...(nodes as unknown as ExhibitionNode[]), ...places.map(({ node }) => node)], old);
    const written = {
      ...document,
      assets: [...assets, ...places.map(({ asset }) => asset)],
      nodes: all,
      ...(found && { [ORIGIN_KEY]: found }),
    };
    await replaceDocument(file, written);
    io.out(`${path.join(name, 'exhibition.json')}: ${describeLinks(all)}\n`);
    return 0;
  },
};

function isList(value: unknown): value is object[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function idOf(item: object): string[] {
  return 'id' in item && typeof item.id === 'string' ? [item.id] : [];
}
