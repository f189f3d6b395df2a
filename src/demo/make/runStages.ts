/**
 * Runs the stages that are not up to date, one after the other. A stage is up to date when everything it follows from has
 * the hash of last time and everything it made is still there unchanged; so a run that was killed goes on where it was.
 */
import { mkdir } from 'node:fs/promises';
import { hashSources, hashValue } from '#demo/make/hashes.ts';
import { Records, type StageOutput } from '#demo/make/records.ts';
import type { Quality, Stage } from '#demo/make/stage.ts';

export interface RunOptions {
  readonly quality: Quality;
  /** Absolute. */
  readonly out: string;
  readonly cache: string;
  readonly jobs: number;
  /** Names of stages, or the part before a hyphen for several; all where empty. */
  readonly only: readonly string[];
  /** Below which the stages' sources lie; `src/demo` by default. */
  readonly sources?: string;
  /** Seconds, rising. */
  clock(): number;
  /** A line that stays, and one that is written over by the next. */
  say(line: string): void;
  tell(line: string): void;
}

export interface StageReport {
  readonly name: string;
  readonly title: string;
  readonly wasRun: boolean;
  readonly seconds: number;
  readonly outputs: readonly StageOutput[];
}

export async function runStages(stages: readonly Stage[], options: RunOptions): Promise<StageReport[]> {
  const chosen = chooseStages(stages, options.only);
  const records = new Records(options.cache, options.out);
  await mkdir(options.out, { recursive: true });
  await mkdir(options.cache, { recursive: true });
  const reports: StageReport[] = [];
  for (const [i, stage] of chosen.entries()) {
    const label = `[${i + 1}/${chosen.length}] ${stage.title}`;
    reports.push(await runStage(stage, label, records, options));
  }
  return reports;
}

async function runStage(stage: Stage, label: string, records: Records, options: RunOptions): Promise<StageReport> {
  const { name, title } = stage;
  const inputs = await hashInputs(stage, records, options);
  const last = await records.read(name);
  if (last?.inputs === inputs && (await records.areWhole(last.outputs))) {
    options.say(`${label}: up to date`);
    return { name, title, wasRun: false, seconds: 0, outputs: last.outputs };
  }
  const { quality, out, cache, jobs, clock, say, tell } = options;
  const start = clock();
  const paths = await stage.run({
    quality,
    out,
    cache,
    jobs,
    progress: (fraction, note) =>
      tell(`${label}: ${Math.floor(Math.min(1, fraction) * 100)} %${note ? ` ${note}` : ''}`),
  });
  const outputs = await records.hashOutputs(paths);
  const seconds = clock() - start;
  await records.write(name, { inputs, outputs, seconds });
  say(`${label}: ${outputs.length} files in ${seconds.toFixed(1)} s`);
  return { name, title, wasRun: true, seconds, outputs };
}

async function hashInputs(stage: Stage, records: Records, { quality, sources }: RunOptions): Promise<string> {
  const needed: unknown[] = [];
  for (const name of stage.needs ?? []) needed.push([name, (await records.read(name))?.outputs ?? null]);
  return hashValue([stage.name, quality, hashSources(stage.sources, sources), stage.parameters ?? null, needed]);
}

/** Throws where a name fits no stage. */
export function chooseStages(stages: readonly Stage[], only: readonly string[]): Stage[] {
  for (const name of only)
    if (!stages.some((stage) => fits(stage, name)))
      throw new Error(`--only: no stage "${name}"; there are ${stages.map((stage) => stage.name).join(', ')}`);
  return stages.filter((stage) => only.length === 0 || only.some((name) => fits(stage, name)));
}

function fits({ name }: Stage, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}-`);
}

/** One hash over all outputs: two runs that agree in it have made the same. */
export function hashReports(reports: readonly StageReport[]): string {
  const outputs = reports.flatMap((report) => report.outputs).map(({ path, sha256 }) => `${path} ${sha256}`);
  return hashValue(outputs.sort());
}
