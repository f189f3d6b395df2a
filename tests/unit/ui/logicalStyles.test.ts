import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ui = fileURLToPath(new URL('../../../src/ui/', import.meta.url));
const sheets = globSync('**/*.css', { cwd: ui });

/** What belongs to the picture, the plan, or stands in the middle of either: the same in every language. */
const SPATIAL =
  /\.pad__(left|right)|\.curtain|\.spot|\.reticle|\.pad__toggle|\.poster__place|\.slider--spatial|^\.captions$/;

interface Declaration {
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

function declarationsOf(css: string): Declaration[] {
  const found: Declaration[] = [];
  for (const [, selector = '', body = ''] of css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    for (const [, property = '', value = ''] of body.matchAll(/([\w-]+)\s*:\s*([^;]+);/g)) {
      found.push({ selector: selector.trim(), property, value: value.trim().replace(/\s+/g, ' ') });
    }
  }
  return found;
}

function isPhysical({ selector, property, value }: Declaration): boolean {
  if (SPATIAL.test(selector) || property.startsWith('--')) return false;
  if (/^(left|right)$/.test(property)) return value !== '50%' && value !== 'auto';
  if (/-(left|right)$/.test(property) || /^(left|right)$/.test(value)) return true;
  if (/linear-gradient\(to (left|right)/.test(value)) return !/transparent, #000 18% 82%/.test(value);
  if (!/^(padding|margin|inset)$/.test(property)) return false;
  const sides = value.match(/[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\S+/g) ?? [];
  return sides.length === 4 && sides[1] !== sides[3];
}

it('finds the style sheets of the page', () => {
  expect(sheets.length).toBeGreaterThan(10);
  expect(declarationsOf('.a { margin-left: 1px; }').filter(isPhysical)).toHaveLength(1);
  expect(declarationsOf('.a { padding: 1px 2px 3px 4px; }').filter(isPhysical)).toHaveLength(1);
});

it.each(sheets)('%s says where lines begin and end, not left and right', (sheet) => {
  expect(declarationsOf(readFileSync(`${ui}${sheet}`, 'utf8')).filter(isPhysical)).toEqual([]);
});
