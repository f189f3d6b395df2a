/** `npm start`: builds the viewer if need be, then `grotto serve`. */
import path from 'node:path';
import process from 'node:process';
import { ensureBuilt } from '#pipeline/build/ensureBuilt.ts';
import { createProcessIo, runGrotto } from '#pipeline/main.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

process.exitCode = await start(process.argv.slice(2));

async function start(args: readonly string[]): Promise<number> {
  const isAskingForHelp = args.includes('--help') || args.includes('-h');
  try {
    if (!isAskingForHelp) await ensureBuilt(ROOT, (line) => console.log(line));
  } catch (error) {
    console.error(`npm start: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  return runGrotto(['serve', ...args], createProcessIo());
}
