/** `npm start`: builds the viewer if need be, then `grotto serve`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { PACK_LIST } from '#offline/packList.ts';
import { ensureBuilt } from '#pipeline/build/ensureBuilt.ts';
import { createProcessIo, runGrotto } from '#pipeline/main.ts';
import { packFolder } from '#pipeline/pack/packFolder.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

process.exitCode = await start(process.argv.slice(2));

async function start(args: readonly string[]): Promise<number> {
  const isAskingForHelp = args.includes('--help') || args.includes('-h');
  try {
    if (!isAskingForHelp) await packDemonstration(await ensureBuilt(ROOT, (line) => console.log(line)));
  } catch (error) {
    console.error(`npm start: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  return runGrotto(['serve', ...args], createProcessIo());
}

/** So that it can be downloaded as any visit of which the list was made. */
async function packDemonstration(built: string): Promise<void> {
  if (existsSync(path.join(built, PACK_LIST))) return;
  await packFolder({ folder: built, viewer: built, key: null, now: new Date() });
}
