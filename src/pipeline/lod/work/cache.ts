/** What was made before, by what it was made of: a file and its facts under one key. */
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Goes up whenever something made of the same would be another thing. */
const RECIPE = 3;

export class Cache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Everything that decides what is made, as JSON knows it; `Infinity` is not among it. */
  keyOf(parts: readonly unknown[]): string {
    const text = JSON.stringify([RECIPE, ...parts], (_, value: unknown) => (value === Infinity ? 'all' : value));
    return createHash('sha256').update(text).digest('hex');
  }

  fileOf(key: string): string {
    return path.join(this.#folder, key);
  }

  async read<Facts>(key: string): Promise<Facts | null> {
    const text = await readFile(`${this.fileOf(key)}.json`, 'utf8').catch(() => null);
    return text === null ? null : (JSON.parse(text) as Facts);
  }

  /** Once the file lies there: facts come last, so that what has facts is whole. */
  async write(key: string, facts: unknown): Promise<void> {
    const file = `${this.fileOf(key)}.json`;
    await writeFile(`${file}.partial`, JSON.stringify(facts));
    await rename(`${file}.partial`, file);
  }
}
