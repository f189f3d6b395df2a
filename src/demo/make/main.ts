/** The command that makes the demonstration exhibition; see `--help`. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hashReports, runStages, type StageReport } from '#demo/make/runStages.ts';
import type { Quality } from '#demo/make/stage.ts';

const CACHE = 'node_modules/.cache/grotto/demo';

const HELP = `npm run demo -- [options]     makes the demonstration exhibition, or what has changed of it

  --draft              all of it, small and quick, into ${CACHE}/draft/exhibition
  --full               as fine as it gets, into the folder of --out; large
  --out <folder>       default public
  --only <stage,…>     only these; "hall" stands for every stage whose name begins with "hall-"
  --jobs <n>           threads; default all cores. The outputs do not depend on it
  --hashes             prints the SHA-256 of every file
  --stages             lists the stages
  --help

main.ts view <cave>  draws one picture of a cave while it is made; view --help says more.
`;

const [command] = process.argv.slice(2);
try {
  if (command === 'view') await (await import('#demo/make/view.ts')).runView(process.argv.slice(3));
  else await make(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['DEMO_STACK']) throw error;
  process.exitCode = 1;
}

async function make(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      draft: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      out: { type: 'string' },
      only: { type: 'string', default: '' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      hashes: { type: 'boolean', default: false },
      stages: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { STAGES } = await import('#demo/make/stages.ts');
  if (values.stages) {
    for (const { name, title } of STAGES) process.stdout.write(`${name.padEnd(24)} ${title}\n`);
    return;
  }
  const quality = chooseQuality(values.draft, values.full);
  const isTerminal = process.stderr.isTTY;
  let told = 0;
  const reports = await runStages(STAGES, {
    quality,
    out: chooseOut(quality, values.out),
    cache: path.resolve(CACHE, quality),
    jobs: Math.max(1, Number(values.jobs) || 1),
    only: values.only.split(',').filter((name) => name !== ''),
    clock: () => performance.now() / 1000,
    say: (line) => process.stderr.write(`${isTerminal ? '\r\u001B[K' : ''}${line}\n`),
    tell(line) {
      if (isTerminal) process.stderr.write(`\r\u001B[K${line}`);
      else if (performance.now() - told > 10_000) {
        told = performance.now();
        process.stderr.write(`${line}\n`);
      }
    },
  });
  report(reports, values.hashes);
}

function chooseQuality(isDraft: boolean, isFull: boolean): Quality {
  if (isDraft && isFull) throw new Error('--draft and --full: choose one');
  return isDraft ? 'draft' : isFull ? 'full' : 'normal';
}

/** Neither a draft nor the full size ever lands on what the repository keeps. */
function chooseOut(quality: Quality, wanted: string | undefined): string {
  if (quality === 'full' && !wanted) throw new Error('--full: it is large; say where with --out <folder>');
  const out = path.resolve(wanted ?? (quality === 'draft' ? `${CACHE}/draft/exhibition` : 'public'));
  if (quality !== 'normal' && out === path.resolve('public'))
    throw new Error(`--${quality}: not into public, which holds the normal size; choose another --out`);
  return out;
}

function report(reports: readonly StageReport[], withHashes: boolean): void {
  if (withHashes)
    for (const { outputs } of reports)
      for (const output of outputs) process.stdout.write(`${output.sha256}  ${output.path}\n`);
  const ran = reports.filter((each) => each.wasRun);
  for (const { title, seconds } of ran) process.stdout.write(`${minutes(seconds)}  ${title}\n`);
  const total = ran.reduce((sum, { seconds }) => sum + seconds, 0);
  // Threads share the process's memory; no stage starts processes.
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${minutes(total)}  in all; peak memory ${peak.toFixed(0)} MB\n`);
  process.stdout.write(`SHA-256 of all: ${hashReports(reports)}\n`);
}

function minutes(seconds: number): string {
  return `${(seconds / 60).toFixed(2)} min`.padStart(10);
}
