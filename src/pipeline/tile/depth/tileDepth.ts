/** Depth alone, for a panorama that is tiled already: pictures and depth.json, the `depth` of its entry. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandIo } from '../../command.ts';
import type { TileOptions } from '../options.ts';
import { placeDepth } from '../output/entry.ts';
import { folderInExhibition } from '../plan.ts';
import { orRemove, refuseOccupied } from '../tilePanorama.ts';
import { finishPartialFolder, fingerprintWork, openPartialFolder } from '../work/partialFolder.ts';
import { openDepth } from './input.ts';
import { type MadeDepth, makeDepth } from './makeDepth.ts';
import type { DepthOptions } from './options.ts';

/** Addresses in what is returned are from where exhibition.json lies. */
export async function tileDepth(options: TileOptions, depthOptions: DepthOptions, io: CommandIo): Promise<MadeDepth> {
  const input = await openDepth(depthOptions, options.faceNames, io.cwd);
  await refuseOccupied(options);
  const partial = await openPartialFolder(options.out, await fingerprintWork(input.pictures, depthOptions));
  const made = await orRemove(partial, () => makeDepth(input, depthOptions, partial.path, ''));
  for (const warning of made.warnings) io.err(`warning: ${warning}\n`);
  const depth = placeDepth(made.depth, folderInExhibition(options));
  await writeFile(path.join(partial.path, 'depth.json'), `${JSON.stringify(depth, null, 2)}\n`);
  await finishPartialFolder(partial, options.out);
  return { ...made, depth };
}
