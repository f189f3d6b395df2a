/** What the exhibition's folder holds already: pyramids, posters, depth, pictures, as the document describes them. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { PanoramaDepth, PanoramaLayer } from '#document/schema.ts';
import type { PictureId, PlaceText } from './place.ts';
import { both } from './words.ts';

const TILE_SIZE = 512;

export interface PictureSize {
  readonly uri: string;
  readonly width: number;
  readonly height: number;
}

/** The size of a picture in the folder, or null where there is none. */
export async function measurePicture(folder: string, uri: string): Promise<PictureSize | null> {
  const file = path.join(folder, uri);
  if (!existsSync(file)) return null;
  const { width, height } = await sharp(file).metadata();
  return { uri, width, height };
}

/** The depth of a place with its smaller pictures, coarse to fine, or null where none has been made. */
export async function describeDepth(folder: string, place: PlaceText['id']): Promise<PanoramaDepth | null> {
  const base = `panoramas/${place}`;
  const depth = await measurePicture(folder, `${base}/depth.png`);
  if (!depth) return null;
  const widths = readdirSync(path.join(folder, base)).map((name) =>
    Number(/^depth-(\d+)\.png$/.exec(name)?.[1] ?? NaN),
  );
  const levels: PictureSize[] = [];
  for (const width of widths.filter((width) => width < depth.width).sort((a, b) => a - b)) {
    const level = await measurePicture(folder, `${base}/depth-${width}.png`);
    if (level) levels.push(level);
  }
  return { ...depth, ...(levels.length > 0 && { levels }) };
}

const LAYER_TEXTS = {
  'as-found': both('现状', 'As found'),
  restored: both('推想复原', 'Conjectural restoration'),
  'line-drawing': both('线描', 'Line drawing'),
  'lamp-light': both('灯光', 'Lamplight'),
} as const satisfies Record<PictureId, unknown>;

const CONJECTURE = {
  label: both('推想', 'Conjecture'),
  value: both(
    '色彩与完整程度为推想：以同一套线稿，换用未变色的颜料重绘，由 Grotto 示范展览的程序作于 2026 年。',
    'Colours and completeness are a conjecture: the same drawing, painted again with pigments as they may have been when fresh, by the program of the Grotto demonstration exhibition, 2026.',
  ),
};

/** One picture of a place as a layer of its panorama, or null where it has not been made. */
export async function describeLayer(
  folder: string,
  place: PlaceText['id'],
  picture: PictureId,
): Promise<PanoramaLayer | null> {
  const base = `panoramas/${place}/${picture}`;
  const preview = await measurePicture(folder, `${base}/preview.webp`);
  if (!preview) return null;
  const poster = await measurePicture(folder, `${base}/poster.webp`);
  return {
    id: picture,
    kind: picture,
    label: LAYER_TEXTS[picture],
    source: {
      type: 'cube-tiles',
      template: `${base}/{z}/{f}/{y}_{x}.webp`,
      tileSize: TILE_SIZE,
      levels: listLevels(path.join(folder, base)),
      preview: { uri: preview.uri, faceSize: preview.width },
    },
    ...(poster && { poster }),
    ...(picture === 'restored' && { requiredStatement: CONJECTURE }),
    digitalSourceType: 'algorithmicMedia',
  };
}

/** Face sizes, coarse to fine: every level doubles the one before, the first is one tile. */
function listLevels(folder: string): number[] {
  const count = readdirSync(folder).filter((name) => /^\d+$/.test(name)).length;
  return Array.from({ length: count }, (_, level) => TILE_SIZE * 2 ** level);
}
