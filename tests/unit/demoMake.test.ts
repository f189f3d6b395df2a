import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashModule, hashSources } from '#demo/make/hashes.ts';
import { keep } from '#demo/make/keep.ts';
import { chooseStages, hashReports, runStages, type RunOptions } from '#demo/make/runStages.ts';
import type { Stage } from '#demo/make/stage.ts';

let folder = '';
let runs: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-make-'));
  runs = [];
  await mkdir(path.join(folder, 'sources'));
  await writeFile(path.join(folder, 'sources/red.ts'), 'red');
  await writeFile(path.join(folder, 'sources/blue.ts'), 'blue');
});
afterEach(() => rm(folder, { recursive: true }));

function options(changes: Partial<RunOptions> = {}): RunOptions {
  return {
    quality: 'draft',
    out: path.join(folder, 'out'),
    cache: path.join(folder, 'cache'),
    jobs: 1,
    only: [],
    sources: path.join(folder, 'sources'),
    clock: () => 0,
    say: () => undefined,
    tell: () => undefined,
    ...changes,
  };
}

/** Writes the upper-case text of its source. */
function copyStage(name: string, needs: string[] = []): Stage {
  return {
    name,
    title: name,
    sources: [`${name}.ts`],
    needs,
    async run({ out, progress }) {
      runs.push(name);
      const text = await readFile(path.join(folder, 'sources', `${name}.ts`), 'utf8');
      await writeFile(path.join(out, `${name}.txt`), text.toUpperCase());
      progress(1);
      return [`${name}.txt`];
    },
  };
}

describe('the stages of the demonstration', () => {
  it('are run once, and not again while nothing changes', async () => {
    const stages = [copyStage('red'), copyStage('blue')];
    const first = await runStages(stages, options());
    const second = await runStages(stages, options());
    expect(runs).toEqual(['red', 'blue']);
    expect(second.map(({ wasRun }) => wasRun)).toEqual([false, false]);
    expect(hashReports(second)).toBe(hashReports(first));
  });

  it('are run again when a source changes, and with them those that need them', async () => {
    const stages = [copyStage('red'), copyStage('blue', ['red'])];
    await runStages(stages, options());
    await writeFile(path.join(folder, 'sources/red.ts'), 'crimson');
    await runStages(stages, options());
    expect(runs).toEqual(['red', 'blue', 'red', 'blue']);
    expect(await readFile(path.join(folder, 'out/red.txt'), 'utf8')).toBe('CRIMSON');
  });

  it('are run again for other parameters and for another quality', async () => {
    await runStages([{ ...copyStage('red'), parameters: { size: 1 } }], options());
    await runStages([{ ...copyStage('red'), parameters: { size: 2 } }], options());
    await runStages([{ ...copyStage('red'), parameters: { size: 2 } }], options({ quality: 'normal' }));
    expect(runs).toEqual(['red', 'red', 'red']);
  });

  it('are run again when an output was deleted or changed by hand', async () => {
    await runStages([copyStage('red')], options());
    await rm(path.join(folder, 'out/red.txt'));
    await runStages([copyStage('red')], options());
    await writeFile(path.join(folder, 'out/red.txt'), 'scratched');
    await runStages([copyStage('red')], options());
    expect(runs).toEqual(['red', 'red', 'red']);
    expect(await readFile(path.join(folder, 'out/red.txt'), 'utf8')).toBe('RED');
  });

  it('go on after a run that failed, without the stages it had finished', async () => {
    const failing: Stage = { ...copyStage('blue'), run: () => Promise.reject(new Error('the lamp went out')) };
    await expect(runStages([copyStage('red'), failing], options())).rejects.toThrow('the lamp went out');
    const reports = await runStages([copyStage('red'), copyStage('blue')], options());
    expect(runs).toEqual(['red', 'blue']);
    expect(reports.map(({ wasRun }) => wasRun)).toEqual([false, true]);
  });

  it('give the same hash in another folder, and another hash for another output', async () => {
    const stages = [copyStage('red'), copyStage('blue')];
    const here = await runStages(stages, options());
    const there = await runStages(stages, options({ out: path.join(folder, 'elsewhere') }));
    expect(there.map(({ wasRun }) => wasRun)).toEqual([true, true]);
    expect(hashReports(there)).toBe(hashReports(here));
    await writeFile(path.join(folder, 'sources/red.ts'), 'crimson');
    expect(hashReports(await runStages(stages, options()))).not.toBe(hashReports(here));
  });

  it('can be chosen by name or by the part before the hyphen, and an unknown name is said with the known ones', () => {
    const stages = [copyStage('hall-light'), copyStage('hall-pictures'), copyStage('sound')];
    expect(chooseStages(stages, ['hall']).map(({ name }) => name)).toEqual(['hall-light', 'hall-pictures']);
    expect(chooseStages(stages, ['sound']).map(({ name }) => name)).toEqual(['sound']);
    expect(() => chooseStages(stages, ['hal'])).toThrow('no stage "hal"; there are hall-light, hall-pictures, sound');
  });
});

describe('hashes of sources', () => {
  it('follow names and contents of files below a folder, but not READMEs', async () => {
    const before = hashSources(['sources'], folder);
    await writeFile(path.join(folder, 'sources/README.md'), 'words');
    expect(hashSources(['sources'], folder)).toBe(before);
    await writeFile(path.join(folder, 'sources/green.ts'), 'green');
    expect(hashSources(['sources'], folder)).not.toBe(before);
  });

  it('name a source that is not there', () => {
    expect(() => hashSources(['paint/nothing.ts'], folder)).toThrow('paint/nothing.ts: no such file or folder');
  });

  it('of a module follow what it imports', async () => {
    const main = path.join(folder, 'sources/red.ts');
    await writeFile(main, "import { blue } from './blue.ts';");
    const before = hashModule(main);
    await writeFile(path.join(folder, 'sources/blue.ts'), 'azure');
    expect(hashModule(main)).not.toBe(before);
  });
});

describe('kept things', () => {
  it('that differ in their hash alone make room for newer ones, and others are left alone', async () => {
    for (let i = 0; i < 6; i++) await keep(folder, `face-${i}`, () => i);
    for (let i = 0; i < 6; i++) {
      await keep(folder, `wall-${String(i).repeat(16)}`, () => i);
      await utimes(path.join(folder, `wall-${String(i).repeat(16)}`), i, i);
    }
    const names = await readdir(folder);
    expect(names.filter((name) => name.startsWith('face-'))).toHaveLength(6);
    expect(names.filter((name) => name.startsWith('wall-')).sort()).toEqual(
      [2, 3, 4, 5].map((i) => `wall-${String(i).repeat(16)}`),
    );
  });

  it('are made once and come back equal, their arrays on shared memory', async () => {
    let made = 0;
    const make = () => ({ name: 'wall', levels: [{ texels: Uint8Array.of(1, 2, ++made) }] });
    await keep(folder, 'thing', make);
    const again = await keep(folder, 'thing', make);
    expect(made).toBe(1);
    expect([...again.levels[0]!.texels]).toEqual([1, 2, 1]);
    expect(again.levels[0]!.texels.buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});
