/**
 * `npm run check` and `npm test`: runs the steps below and ends with `N passed, N failed`. The tools run two at a time,
 * each telling all at its end; the steps of Vitest, which spread out by themselves, run one after the other.
 * A step of the compiler, the linter or the formatter counts as one test; a step of Vitest counts its tests.
 * A step that fails does not stop the ones after it: one run tells everything.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { atMost } from './atMost.ts';
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
const steps = wanted === 'check' ? CHECK : [...CHECK, ...REST];
const tallies = await atMost(
  2,
  steps.filter(({ kind }) => kind === 'tool'),
  runTool,
);
for (const step of steps.filter(({ kind }) => kind === 'vitest')) tallies.push(await runTests(step));
rmSync(reports, { recursive: true, force: true });

const total = addTallies(tallies);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped; their titles say what they need`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runTool({ name, script, args }: Step): Promise<Tally> {
  const { exitCode, output } = await runNode([path.join(MODULES, script), ...args], 'kept');
  const tally = tallyExit(exitCode);
  console.log(`\n── ${name}`);
  if (output !== '') console.log(output.trimEnd());
  tell(name, tally);
  return tally;
}

async function runTests({ name, script, args }: Step): Promise<Tally> {
  console.log(`\n── ${name}`);
  const report = path.join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { exitCode } = await runNode([path.join(MODULES, script), ...args, ...reporters], 'shown');
  const tally = tallyVitest(existsSync(report) ? readFileSync(report, 'utf8') : null, exitCode);
  tell(name, tally);
  return tally;
}

function tell(name: string, { failed }: Tally): void {
  console.log(`── ${name}: ${failed === 0 ? 'good' : `${failed} failed`}`);
}

/**
 * Runs a script with this very Node; resolves to its exit code, 1 where a signal ended it, and to what it said where
 * that is kept rather than shown in this terminal as it comes.
 */
function runNode(args: readonly string[], says: 'kept' | 'shown'): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const said = says === 'kept' ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['inherit', said, said] });
    const parts: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => parts.push(part));
    child.stderr?.on('data', (part: Buffer) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}
