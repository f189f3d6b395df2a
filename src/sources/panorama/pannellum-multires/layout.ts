/** https://pannellum.org/documentation/reference/#multires: each level is half of the next, rounded down. */
import { readPercents, setLevel } from '../foreign/template.ts';
import type { LayoutFault, TileLayout } from '../tile-files/tileFiles.ts';
import type { PannellumMultiresSource } from './schema.ts';

const PLACEHOLDERS = { s: 'f', l: 'z', y: 'y', x: 'x' };

export function pannellumLayout(source: PannellumMultiresSource): TileLayout | LayoutFault {
  const { basePath = '', path, extension, tileResolution, maxLevel, cubeResolution } = source;
  const template = readPercents(`${basePath}${path}.${extension}`, PLACEHOLDERS);
  if (template === null) return { key: 'path', fault: 'holds a brace' };
  return {
    projection: 'cube',
    tileSize: tileResolution,
    levels: Array.from({ length: maxLevel }, (_, index) => {
      const size = Math.floor(cubeResolution / 2 ** (maxLevel - 1 - index));
      return { widthPx: size, heightPx: size, template: setLevel(template, index + 1) };
    }),
    faces: ['f', 'r', 'b', 'l', 'u', 'd'],
  };
}
