/** https://krpano.com/docu/xml/#image: levels count from 1, the smallest first; sides are l f r b u d. */
import { readPercents, setLevel } from '../foreign/template.ts';
import type { LayoutFault, TileLayout } from '../tile-files/tileFiles.ts';
import type { KrpanoTilesSource } from './schema.ts';

const PLACEHOLDERS = { s: 'f', l: 'z', v: 'y', y: 'y', h: 'x', x: 'x' };

export function krpanoLayout(source: KrpanoTilesSource): TileLayout | LayoutFault {
  const [tileSize, ...sizes] = source.multires.split(',');
  const template = readPercents(source.url, PLACEHOLDERS);
  if (template === null) return { key: 'url', fault: 'holds a brace' };
  const { preview } = source;
  return {
    projection: source.multires.includes('x') ? 'equirect' : 'cube',
    tileSize: Number(tileSize),
    levels: sizes.map((size, index) => {
      const [width, height = width] = size.split('x').map(Number);
      return { widthPx: width ?? 0, heightPx: height ?? 0, template: setLevel(template, index + 1) };
    }),
    faces: ['f', 'r', 'b', 'l', 'u', 'd'],
    firstIndex: source.baseIndex ?? 1,
    ...(preview && { preview: { ...preview, order: preview.order ?? 'lfrbud' } }),
  };
}
