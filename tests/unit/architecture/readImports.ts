/** What imports what, read from the source files. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** Relative to `src`, with forward slashes: `tour/look/step.ts`. */
  readonly path: string;
  readonly text: string;
  /** Each import as written: static, dynamic, of types. */
  readonly imports: readonly string[];
  /** Files that a worker is started from: always relative, since that is how a bundler finds them. */
  readonly workers: readonly string[];
}

export function readSources(root: string): SourceFile[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => name.replaceAll(path.sep, '/')).filter((name) => /\.(ts|tsx|mjs)$/.test(name));
  return files.sort().map((name) => {
    const text = readFileSync(path.join(root, name), 'utf8');
    return readSource(name, text);
  });
}

export function readSource(name: string, text: string): SourceFile {
  const imports = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
  const workers = [...text.matchAll(/new URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g)].map((match) => match[1] ?? '');
  return { path: name, text, imports, workers };
}

/** The source file an import leads to, relative to `src`; null where it leads to a package. */
export function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  return null;
}

/** `three` for `three/addons/x.js`, `@a/b` for `@a/b/c`, `node:` for everything of Node. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The room of a file: the folder directly under `src`. */
export function roomOf(file: string): string {
  return file.split('/', 1)[0] ?? '';
}
