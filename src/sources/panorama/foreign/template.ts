/** Templates of other viewers, read as those of `tile-files`. */
const MOST_LEVEL_DIGITS = 4;

/**
 * Turns %s into {f} and %0v into {0y}, as `names` says. What is no placeholder is left for the gate of addresses, which
 * takes a percent sign before two hexadecimal digits alone. Null where there are braces already.
 */
export function readPercents(text: string, names: Readonly<Record<string, string>>): string | null {
  if (/[{}]/.test(text)) return null;
  return text.replace(/%(0*)([a-z])/g, (written, zeros: string, letter: string) => {
    const name = names[letter];
    return name === undefined ? written : `{${zeros}${name}}`;
  });
}

/** Writes the level's number in place of {z}. */
export function setLevel(template: string, level: number): string {
  return template.replace(/\{(0*)z\}/g, (_, zeros: string) =>
    String(level).padStart(Math.min(zeros.length, MOST_LEVEL_DIGITS) + 1, '0'),
  );
}

/** What is wrong with a template that may hold these letters in braces and no other brace; null where nothing is. */
export function findUnknownPlaceholder(template: string, letters: string): string | null {
  for (const [written, name = ''] of template.matchAll(/\{([^{}]*)\}/g)) {
    if (name.length !== 1 || !letters.includes(name)) return `${written.slice(0, 40)} is no placeholder`;
  }
  return /[{}]/.test(template.replace(/\{[^{}]*\}/g, '')) ? 'it has a brace without its pair' : null;
}
