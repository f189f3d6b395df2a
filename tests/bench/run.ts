/**
 * `npm run bench`: everything that measures, one after the other. What cannot fail belongs here, what must hold belongs
 * to the tests. Arguments name the benches to run, all by default.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const BENCHES = {
  access: 'access/run.ts',
  engine: 'engine.bench.ts',
  find: 'find.bench.ts',
  headset: 'headset/run.ts',
  mesh: 'mesh.bench.ts',
  relic: 'relic/run.ts',
  soak: 'soak/run.ts',
  tile: 'tile.bench.ts',
  viewers: 'viewers/run.ts',
} satisfies Record<string, string>;

function isBench(name: string): name is keyof typeof BENCHES {
  return Object.hasOwn(BENCHES, name);
}

const names = process.argv.slice(2);
const unknown = names.find((name) => !isBench(name));
if (unknown !== undefined) {
  console.error(`npm run bench: there is no "${unknown}"; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const wanted = names.length > 0 ? names.filter(isBench) : (Object.keys(BENCHES) as (keyof typeof BENCHES)[]);
for (const name of wanted) {
  console.log(`\n── ${name}`);
  const code = await runScript(BENCHES[name]);
  if (code !== 0) process.exitCode = code;
}

function runScript(script: string): Promise<number> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, script)], { stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
