/**
 * `npm run check` and `npm test`: runs the steps below one after the other and ends with `N passed, N failed`.
 * A step of the compiler, the linter or the formatter counts as one test; a step of Vitest counts its tests.
 * A step that fails does not stop the ones after it: one run tells everything.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type Tally, addTallies, tallyExit, tallyVitest } from './tally.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const MODULES = path.join(ROOT, 'node_modules');

interface Step {
  readonly name: string;
  readonly kind: 'tool' | 'vitest';
  /** The script under node_modules and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
}

const tool = (name: string, script: string, ...args: string[]): Step => ({ name, kind: 'tool', script, args });
const vitest = (...suites: string[]): Step => ({
  name: `tests of ${suites.join(', ')}`,
  kind: 'vitest',
  script: 'vitest/vitest.mjs',
  args: ['run', ...suites.map((suite) => `tests/${suite}/`)],
});

const CHECK: readonly Step[] = [
  tool('format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  tool('types of the app', 'typescript/bin/tsc', '-p', '.'),
  tool('types of the engine, without DOM', 'typescript/bin/tsc', '-p', 'src/streaming'),
  tool('lint', 'eslint/bin/eslint.js', '.'),
  vitest('unit'),
];
const REST: readonly Step[] = [vitest('contract', 'replay', 'repro'), vitest('e2e')];

const wanted = process.argv[2] ?? 'all';
if (wanted !== 'check' && wanted !== 'all') {
  console.error(`tests/run.ts: there is no "${wanted}"; say "check", or nothing for all tests`);
  process.exit(2);
}

const reports = mkdtempSync(path.join(tmpdir(), 'grotto-tests-'));
const tallies: Tally[] = [];
for (const step of wanted === 'check' ? CHECK : [...CHECK, ...REST]) {
  console.log(`\n── ${step.name}`);
  const tally = await runStep(step);
  console.log(`── ${step.name}: ${tally.failed === 0 ? 'good' : `${tally.failed} failed`}`);
  tallies.push(tally);
}
rmSync(reports, { recursive: true, force: true });

const total = addTallies(tallies);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped; their titles say what they need`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runStep(step: Step): Promise<Tally> {
  const script = path.join(MODULES, step.script);
  if (step.kind === 'tool') return tallyExit(await runNode([script, ...step.args]));
  const report = path.join(reports, `${step.name.replaceAll(/\W+/g, '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runNode([script, ...step.args, ...reporters]);
  const text = existsSync(report) ? readFileSync(report, 'utf8') : null;
  return tallyVitest(text, exitCode);
}

/** Runs a script with this very Node and this terminal; resolves to its exit code, 1 where a signal ended it. */
function runNode(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
