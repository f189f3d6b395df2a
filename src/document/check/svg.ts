/**
 * What an SVG holds that a picture must not. Shown through `<img>` no script of it runs and nothing is fetched, so
 * most of this is only a warning; entities that expand into each other can eat the browser's memory and are refused.
 */
import type { Fault } from '../fault.ts';

/** Larger ones are not looked through. */
export const MAX_SVG_BYTES = 4 * 1024 * 1024;

interface Suspicion {
  readonly pattern: RegExp;
  readonly severity: Fault['severity'];
  readonly code: string;
  readonly message: string;
}

const SUSPICIONS: readonly Suspicion[] = [
  {
    pattern: /<!ENTITY\s[^>]*?["'][^"'>]*&[^"'>]*["']/i,
    severity: 'error',
    code: 'svg-entities',
    message: 'holds entities that expand into each other, which can fill the memory',
  },
  {
    pattern: /<!ENTITY\s+(?:%\s+)?[\w:.-]+\s+(?:SYSTEM|PUBLIC)\b/i,
    severity: 'warning',
    code: 'svg-external',
    message: 'names another file as an entity, which is never read',
  },
  {
    pattern: /<script\b|\son\w+\s*=|(?:href|to|values|from)\s*=\s*["']?\s*javascript:|attributeName\s*=\s*["']?on\w+/i,
    severity: 'warning',
    code: 'svg-script',
    message: 'holds a script, which never runs',
  },
  {
    pattern: /<foreignObject\b/i,
    severity: 'warning',
    code: 'svg-foreign',
    message: 'holds HTML, of which nothing is shown that needs loading or a script',
  },
  {
    pattern:
      /(?:href|src)\s*=\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?\/\/|(?:url\(|@import)\s*(?:url\()?\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i,
    severity: 'warning',
    code: 'svg-external',
    message: 'names a file of another origin, which is never fetched',
  },
];

export function findSvgFaults(text: string, path: string): Fault[] {
  const head = text.slice(0, 20_000).replace(/<!--[\s\S]*?-->/g, '');
  if (!/<(?:\w+:)?svg[\s>]/i.test(head) && !/<!DOCTYPE/i.test(head)) {
    return [{ severity: 'error', path, code: 'broken-image', message: 'is no SVG: it has no <svg> element' }];
  }
  const remedy = 'save it again as plain SVG, without scripts and links';
  const found = SUSPICIONS.filter(({ pattern }) => pattern.test(text));
  return found.map(({ severity, code, message }) => ({ severity, path, code, message, remedy }));
}

/** Width over height, by `viewBox` or else `width` and `height`; null where the file does not say. */
export function svgAspect(text: string): number | null {
  const tag = /<(?:\w+:)?svg\b[^>]*>/i.exec(text)?.[0] ?? '';
  const box = /viewBox\s*=\s*["']\s*([-\d.eE+]+)[\s,]+([-\d.eE+]+)[\s,]+([\d.eE+]+)[\s,]+([\d.eE+]+)/.exec(tag);
  const width = Number(box?.[3] ?? /\swidth\s*=\s*["']([\d.]+)(?:px)?["']/.exec(tag)?.[1]);
  const height = Number(box?.[4] ?? /\sheight\s*=\s*["']([\d.]+)(?:px)?["']/.exec(tag)?.[1]);
  return width > 0 && height > 0 ? width / height : null;
}
