/** Builds the viewer where there is no fresh build. */
import { spawn } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { isFresh } from './freshness.ts';

/**
 * @param root The repository.
 * @param say Told one line when a build starts.
 * @returns The folder of a build that is fresh and whole: it is made aside and put in place at the end, so one that was
 * interrupted leaves the old one as it was.
 */
export async function ensureBuilt(root: string, say: (line: string) => void): Promise<string> {
  const built = path.join(root, 'dist');
  if (await isFresh(root, built)) return built;
  say('Building the viewer; this takes a little while and happens only when something has changed.');
  const aside = path.join(root, '.cache', `build-${process.pid}`);
  const old = `${aside}-old`;
  await mkdir(path.dirname(aside), { recursive: true });
  try {
    await runVite(root, aside);
    await rename(built, old).catch(() => undefined);
    await rename(aside, built);
  } finally {
    await rm(aside, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
  return built;
}

/** In a process of its own, since a build takes its mode from the environment and ours may be that of a test. */
function runVite(root: string, outDir: string): Promise<void> {
  const args = [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', outDir, '--logLevel', 'warn'];
  const env = { ...process.env, NODE_ENV: 'production' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the viewer could not be built; see above')),
    );
  });
}
