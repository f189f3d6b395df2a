import { suggest } from '#document/nearest.ts';

/** The end of an error sentence: `; did you mean "…"?`, or nothing where no known name is near. */
export function hint(name: string, known: Iterable<string>): string {
  const suggestion = suggest(name, known);
  return suggestion === undefined ? '' : `; ${suggestion}`;
}
