/** One flat picture as Deep Zoom, as IIIF images that need no service, and as Zoomify, with what opens it there and here. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { directionOf } from '#shared/vec.ts';
import { readDzi } from '#sources/panorama/deep-zoom/readDzi.ts';
import { readInfo } from '#sources/panorama/iiif-image/readInfo.ts';
import { readProperties } from '#sources/panorama/zoomify/readProperties.ts';
import { eachTile, type Box, paint, type Picture, save } from '../foreignTiles/cutting.ts';
import { createDetail } from './detail.ts';

const SEED = 20_261_130;
/** Of the whole, pixels: no level of it is half of the next exactly. */
export const [WIDTH, HEIGHT] = [2390, 902];
/** Pixels of the picture to a radian of the detailed sphere, of which it shows a band. */
const RADIAN = 480;
const TILE = 256;
const OVERLAP = 1;
const CORE = TILE - 2 * OVERLAP;
/** From the finest to the one that is a single tile. */
const SCALES = [1, 2, 4, 8, 16];

export const FLAT_CASES = [
  { name: 'Deep Zoom', id: 'deep', tileSources: 'deep/hall.dzi', read: (text: string) => readDzi(text, 'deep/hall.dzi') },
  { name: 'IIIF level 0', id: 'iiif', tileSources: 'iiif/info.json', read: (text: string) => readInfo(JSON.parse(text), 'iiif') },
  {
    name: 'Zoomify', id: 'zoomify', tileSources: { type: 'zoomifytileservice', width: WIDTH, height: HEIGHT, tilesUrl: 'zoomify/' },
    read: (text: string) => readProperties(text, 'zoomify'),
  },
] as const; // prettier-ignore
const FILES = { deep: 'deep/hall.dzi', iiif: 'iiif/info.json', zoomify: 'zoomify/ImageProperties.xml' } as const;

/** Writes all of them into a folder, and the exhibition whose places they are, by their ids; a pixel is a metre. */
export async function cutFlat(folder: string): Promise<void> {
  const at = (...names: string[]) => path.join(folder, ...names);
  const detail = createDetail(SEED);
  const whole = paint(WIDTH, HEIGHT, (u, v) =>
    detail(directionOf(((u - 0.5) * WIDTH) / RADIAN, ((0.5 - v) * HEIGHT) / RADIAN)),
  );
  await cutDeepZoom(at('deep/hall_files'), whole);
  await cutIiif(at('iiif'), whole);
  const count = await cutZoomify(at('zoomify'), whole);

  writeFileSync(at(FILES.deep), `<?xml version="1.0" encoding="UTF-8"?><Image TileSize="${CORE}" Overlap="${OVERLAP}" Format="png" xmlns="http://schemas.microsoft.com/deepzoom/2008"><Size Width="${WIDTH}" Height="${HEIGHT}"/></Image>`); // prettier-ignore
  writeFileSync(at(FILES.zoomify), `<IMAGE_PROPERTIES WIDTH="${WIDTH}" HEIGHT="${HEIGHT}" NUMTILES="${count}" NUMIMAGES="1" VERSION="1.8" TILESIZE="${TILE}" />`); // prettier-ignore
  const info = {
    '@context': 'http://iiif.io/api/image/3/context.json', id: 'iiif', type: 'ImageService3', protocol: 'http://iiif.io/api/image', profile: 'level0',
    width: WIDTH, height: HEIGHT, tiles: [{ width: TILE, scaleFactors: SCALES }],
  }; // prettier-ignore
  writeFileSync(at(FILES.iiif), JSON.stringify(info));

  const assets = FLAT_CASES.map(({ id, name, read }) => ({
    kind: 'picture', id, label: { en: name }, metresPerPixel: 1, source: read(readFileSync(at(FILES[id]), 'utf8')),
  })); // prettier-ignore
  const nodes = FLAT_CASES.map(({ id, name }) => ({ id, label: { en: name }, asset: id }));
  const exhibition = { formatVersion: 1, id: 'flat-peers', label: { en: 'Side by side' }, defaultLanguage: 'en', languages: ['en'], assets, nodes }; // prettier-ignore
  writeFileSync(at('exhibition.json'), JSON.stringify(exhibition));
}

/** Down to a single pixel, as the format has it; tiles repeat the pixels of their neighbours along the edges. */
async function cutDeepZoom(folder: string, whole: Picture): Promise<void> {
  const last = Math.ceil(Math.log2(WIDTH));
  for (let index = 0; index <= last; index++) {
    const level = await scaled(whole, 2 ** (last - index), Math.ceil);
    await eachTile(level, CORE, (x, y, [left, top, width, height]) => {
      const [first, upper] = [Math.max(0, left - OVERLAP), Math.max(0, top - OVERLAP)];
      const right = Math.min(level.width, left + width + OVERLAP);
      const lower = Math.min(level.height, top + height + OVERLAP);
      return save(path.join(folder, `${index}`, `${x}_${y}.png`), level, [first, upper, right - first, lower - upper]);
    });
  }
}

async function cutIiif(folder: string, whole: Picture): Promise<void> {
  for (const scale of SCALES) {
    const level = await scaled(whole, scale, Math.ceil);
    await eachTile(level, TILE, (_x, _y, box) =>
      save(path.join(folder, regionOf(box, scale), `${box[2]},${box[3]}`, '0/default.jpg'), level, box),
    );
  }
}

/** Part of the whole picture that a tile shows. */
function regionOf([left, top, width, height]: Box, scale: number): string {
  const [x, y] = [left * scale, top * scale];
  const region = [x, y, Math.min(width * scale, WIDTH - x), Math.min(height * scale, HEIGHT - y)];
  return region[2] === WIDTH && region[3] === HEIGHT ? 'full' : region.join(',');
}

/** Answers how many tiles there are. */
async function cutZoomify(folder: string, whole: Picture): Promise<number> {
  let count = 0;
  for (const [tier, scale] of SCALES.toReversed().entries()) {
    const level = await scaled(whole, scale, Math.floor);
    await eachTile(level, TILE, (x, y, box) =>
      save(path.join(folder, `TileGroup${Math.floor(count++ / 256)}`, `${tier}-${x}-${y}.jpg`), level, box),
    );
  }
  return count;
}

/** A level whose pixels are squares of the whole one's; of those that are left at the ends, the format says what becomes. */
async function scaled({ data, width, height }: Picture, scale: number, round: (size: number) => number): Promise<Picture> {
  const [across, down] = [Math.max(1, round(width / scale)), Math.max(1, round(height / scale))];
  const [right, bottom] = [Math.max(0, across * scale - width), Math.max(0, down * scale - height)];
  const raw = { raw: { width, height, channels: 3 } } as const;
  const even = await sharp(data, raw).extend({ right, bottom, extendWith: 'copy' }).raw().toBuffer();
  const size = { width: width + right, height: height + bottom };
  const pixels = sharp(even, { raw: { ...size, channels: 3 } })
    .extract({ left: 0, top: 0, width: across * scale, height: down * scale })
    .resize(across, down, { fit: 'fill' });
  return { data: await pixels.raw().toBuffer(), width: across, height: down };
} // prettier-ignore
