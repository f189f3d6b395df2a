/** What is remembered of a finished stage: what it followed from, what it made, how long it took. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashFile, hashValue } from '#demo/make/hashes.ts';

export interface StageOutput {
  /** Relative to the folder of the exhibition. */
  readonly path: string;
  readonly sha256: string;
}

export interface StageRecord {
  /** Of everything the outputs follow from. */
  readonly inputs: string;
  readonly outputs: readonly StageOutput[];
  readonly seconds: number;
}

export class Records {
  readonly #folder: string;
  readonly #out: string;

  /** `out` is the folder of the exhibition; every one has records of its own. */
  constructor(cache: string, out: string) {
    this.#out = out;
    this.#folder = path.join(cache, 'stages', hashValue(path.resolve(out)).slice(0, 12));
  }

  async read(stage: string): Promise<StageRecord | null> {
    const file = this.#file(stage);
    return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as StageRecord) : null;
  }

  async write(stage: string, record: StageRecord): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const file = this.#file(stage);
    await writeFile(`${file}.part`, JSON.stringify(record));
    await rename(`${file}.part`, file);
  }

  /** True where every output is there with the content it was made with. */
  async areWhole(outputs: readonly StageOutput[]): Promise<boolean> {
    for (const output of outputs) {
      const file = path.join(this.#out, output.path);
      if (!existsSync(file) || (await hashFile(file)) !== output.sha256) return false;
    }
    return true;
  }

  async hashOutputs(paths: readonly string[]): Promise<StageOutput[]> {
    const outputs: StageOutput[] = [];
    for (const name of [...paths].sort())
      outputs.push({ path: name, sha256: await hashFile(path.join(this.#out, name)) });
    return outputs;
  }

  #file(stage: string): string {
    return path.join(this.#folder, `${stage}.json`);
  }
}
