#!/usr/bin/env node
// Starts the command line on any Node ≥ 20. The commands are TypeScript, which only newer Nodes run as it is; on an
// older one this starts again with the Node that the `node` package brought along.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

if (runsTypeScript(process.versions.node)) {
  const { createProcessIo, runGrotto } = await import('./main.ts');
  process.exitCode = await runGrotto(process.argv.slice(2), createProcessIo());
} else {
  runWithOwnNode();
}

function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

function runWithOwnNode() {
  const node = findOwnNode();
  if (node === null) {
    console.error(
      `grotto: Node ${process.versions.node} does not run TypeScript, and the "node" package is not installed beside ` +
        'Grotto; run npm ci in its folder, or use Node 22.18 or newer',
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`grotto: ${node} does not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

/** The binary that the `node` package names in its own package.json, if it runs TypeScript; null where there is none. */
function findOwnNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    const { bin, version } = JSON.parse(readFileSync(manifest, 'utf8'));
    const binary = path.resolve(path.dirname(manifest), typeof bin === 'string' ? bin : bin.node);
    return runsTypeScript(version) && existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
