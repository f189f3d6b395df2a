/** Hashes of what outputs follow from: source files, everything a module imports, and numbers. SHA-256, hexadecimal. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `src/demo`, and `src`. */
export const DEMO_FOLDER = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const SOURCE_FOLDER = path.dirname(DEMO_FOLDER);
const IMPORT = /(?:from|import)\s*\(?\s*(?:new URL\(\s*)?'(#?[^']+\.ts)'/g;

/** Of any numbers, texts and lists, by their JSON. */
export function hashValue(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Of files and folders below `folder`, by name and content; READMEs do not count. */
export function hashSources(sources: readonly string[], folder: string = DEMO_FOLDER): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const start = path.join(folder, source);
    if (!existsSync(start)) throw new Error(`source ${source}: no such file or folder below ${folder}`);
    for (const file of listFiles(start)) {
      hash.update(`${path.relative(folder, file).split(path.sep).join('/')}\0`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Files in and below a folder in the order of their names; a file is a list of itself. */
function listFiles(start: string): string[] {
  if (!statSync(start).isDirectory()) return [start];
  return readdirSync(start)
    .sort()
    .flatMap((name) => (name === 'README.md' ? [] : listFiles(path.join(start, name))));
}

/** Of a module and all that it imports from `src`, directly or not. */
export function hashModule(file: string): string {
  const found = new Map<string, string>();
  collectModule(path.resolve(file), found);
  const hash = createHash('sha256');
  for (const name of [...found.keys()].sort()) hash.update(`${name}\0${found.get(name)!}`);
  return hash.digest('hex');
}

/** The modules and all that they import from `src`, absolute, in the order of their names. */
export function listModules(files: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const file of files) collectModule(path.resolve(file), found);
  return [...found.keys()].sort().map((name) => path.join(SOURCE_FOLDER, name));
}

function collectModule(file: string, found: Map<string, string>): void {
  const name = path.relative(SOURCE_FOLDER, file);
  if (found.has(name) || !existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  found.set(name, text);
  for (const [, target] of text.matchAll(IMPORT))
    if (target?.startsWith('#')) collectModule(path.join(SOURCE_FOLDER, target.slice(1)), found);
    else if (target?.startsWith('.')) collectModule(path.resolve(path.dirname(file), target), found);
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}
