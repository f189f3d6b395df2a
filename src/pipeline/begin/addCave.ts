/** `grotto add cave`: more photographs for an exhibition that is there. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ExhibitionNode } from '#document/schema.ts';
import type { Vec3 } from '#shared/vec.ts';
import { CommandError, type CommandIo } from '../command.ts';
import { replaceDocument } from '../tile/output/mergeEntry.ts';
import { idOf, readExisting } from './existing.ts';
import { describeLinks, join } from './join.ts';
import { placePictures } from './placePictures.ts';
import { readPositions } from './readPositions.ts';
import { ORIGIN_KEY, readOrigin } from './site.ts';

export async function addCave(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { positions: { type: 'string' }, workers: { type: 'string' } },
  });
  const [name, ...pictures] = positionals;
  if (name === undefined || pictures.length === 0)
    throw new CommandError('name the folder of the exhibition and its new pictures; see grotto add --help', 2);
  const folder = path.resolve(io.cwd, name);
  const { file, document, assets, nodes, languages } = await readExisting(folder);
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
}
