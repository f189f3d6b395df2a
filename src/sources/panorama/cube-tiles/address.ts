/** Where the tiles of a cube pyramid lie. The one place that reads `template`: loader, check, packer and tiler ask here. */
import { FACES, type TileId } from '#streaming/pyramid/pyramid.ts';
import type { CubeTilesSource } from './schema.ts';

export const DEFAULT_FACE_LETTERS = FACES.join('');

/** What may stand in braces in a template. */
export const TEMPLATE_PLACEHOLDERS = ['z', 'f', 'x', 'y'] as const;

type Placeholder = (typeof TEMPLATE_PLACEHOLDERS)[number];

/** A tile's path relative to the exhibition's folder; `tile.level` and the indices count from 0. */
export function tileUri(source: CubeTilesSource, tile: TileId): string {
  const letter = (source.faces ?? DEFAULT_FACE_LETTERS)[tile.face];
  if (letter === undefined) throw new RangeError(`a cube has faces 0 to 5, not ${tile.face}`);
  const first = source.firstIndex ?? 0;
  return expand(source.template, {
    z: String(tile.level + (source.firstLevel ?? 0)),
    f: letter,
    x: String(tile.x + first),
    y: String(tile.y + first),
  });
}

/** The order in which the preview's faces are stacked, as indices into `FACES`, top to bottom. */
export function previewFaceOrder(source: {
  readonly preview?: { readonly order?: string | undefined } | undefined;
}): readonly number[] {
  const order = source.preview?.order ?? DEFAULT_FACE_LETTERS;
  return Array.from(order, (letter) => FACES.findIndex((face) => face === letter));
}

/**
 * What is wrong with a template, or null: it must tell every tile of the pyramid from every other, and hold no other
 * braces. A pyramid of a single level needs no {z}, one of single tiles neither {x} nor {y}.
 */
export function findTemplateFault(source: CubeTilesSource): string | null {
  const used = new Set<string>();
  for (const [, name] of source.template.matchAll(/\{([^{}]*)\}/g)) used.add(name ?? '');
  for (const name of used) {
    if (!TEMPLATE_PLACEHOLDERS.some((known) => known === name)) return `{${name}} is no placeholder`;
  }
  if (!used.has('f')) return 'the six faces cannot be told apart without {f}';
  if (source.levels.length > 1 && !used.has('z')) return 'the levels cannot be told apart without {z}';
  const hasManyTiles = source.levels.some((size) => size > source.tileSize);
  if (hasManyTiles && !(used.has('x') && used.has('y'))) return 'the tiles of a face need {x} and {y}';
  if (/[{}]/.test(source.template.replace(/\{[^{}]*\}/g, ''))) return 'it has a brace without its pair';
  return null;
}

function expand(template: string, values: Record<Placeholder, string>): string {
  return template.replace(/\{([zfxy])\}/g, (_, name: Placeholder) => values[name]);
}
