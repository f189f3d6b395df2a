/** What a visitor must wait for before the first picture, in bytes, and whether it is within the budget. */
import { gzipSync } from 'node:zlib';

/** gzip of all script that runs before the first panorama moves. */
export const SCRIPT_BUDGET_BYTES = 270_000;
/** The title card over a first picture: the page, the styles it waits for, its poster. */
export const CARD_BUDGET_BYTES = 30_000;

/** The element that a page of others loads for each of its readers, whether they press it or not. */
export const EMBED_BUDGET_BYTES = 6_000;

/** A part of the build's output, as far as its weight goes. */
export interface BuiltChunk {
  readonly code: string;
  /** Output files that it imports statically. */
  readonly imports: readonly string[];
  /** Source files in it, absolute with forward slashes. */
  readonly modules: readonly string[];
  readonly isEntry: boolean;
}

export interface Weight {
  readonly name: string;
  readonly bytes: number;
}

/**
 * The output files that the entry and the chunks of the awaited modules pull in, each once.
 * @param awaited Ends of the source paths of modules that are imported dynamically, yet awaited before the first
 * picture. One that no chunk holds is an error: the list has gone stale and the sum would be too small.
 */
export function listFirstChunks(chunks: Readonly<Record<string, BuiltChunk>>, awaited: readonly string[]): string[] {
  const entries = Object.entries(chunks);
  const roots = entries.filter(([, chunk]) => chunk.isEntry).map(([name]) => name);
  for (const module of awaited) {
    const holder = entries.find(([, chunk]) => chunk.modules.some((source) => source.endsWith(`/${module}`)));
    if (!holder)
      throw new Error(`no chunk of the build holds ${module}; mend the list of what the first picture awaits`);
    roots.push(holder[0]);
  }
  const seen = new Set<string>();
  for (let name = roots.pop(); name !== undefined; name = roots.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    roots.push(...(chunks[name]?.imports ?? []));
  }
  return [...seen].sort();
}

export function weighText(text: string | Uint8Array): number {
  return gzipSync(text).length;
}

/** Output files of the styles that a page waits for before it draws. */
export function listBlockingStyles(html: string): string[] {
  const links = html.match(/<link\b[^>]*>/g) ?? [];
  return links
    .filter((link) => /\brel="stylesheet"/.test(link))
    .map((link) => /\bhref="(?:\.\/)?([^"]+)"/.exec(link)?.[1])
    .filter((href) => href !== undefined);
}

/** A table of weights with their sum; the sum is over the budget where `isOver`. */
export function tabulate(
  title: string,
  weights: readonly Weight[],
  budgetBytes: number,
): { text: string; isOver: boolean } {
  const sum = weights.reduce((total, weight) => total + weight.bytes, 0);
  const row = (name: string, bytes: number): string => `  ${name.padEnd(44)}${formatKilobytes(bytes).padStart(9)} kB`;
  const rows = [...weights].sort((a, b) => b.bytes - a.bytes).map(({ name, bytes }) => row(name, bytes));
  const text = [title, ...rows, row(`sum, of at most ${formatKilobytes(budgetBytes)} kB`, sum)].join('\n');
  return { text, isOver: sum > budgetBytes };
}

function formatKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
