/**
 * One coloured sphere, cut and named as the tools of other viewers do it, into a folder. Only the finest level of each
 * shows the sphere; coarser ones are plum throughout, so that a pixel tells which level it comes from.
 */
import path from 'node:path';
import { directionOf } from '#shared/vec.ts';
import type { ForeignSource } from '#sources/panorama/foreign/schema.ts';
import { faceDirection } from '#streaming/pyramid/cube.ts';
import { colourOf, PLUM } from '../panorama/charts.ts';
import { type Box, eachTile, paint, save, turn } from './cutting.ts';

const FACES = ['f', 'r', 'b', 'l', 'u', 'd'] as const;
const NAMES = ['front', 'right', 'back', 'left', 'top', 'bottom'] as const;
/** Of the finest level of a sphere in one picture. */
const WIDTH = 2400;

const plum = (width: number, height = width) => paint(width, height, () => PLUM);
const face = (size: number, index: number) => paint(size, size, (u, v) => colourOf(faceDirection(index, u, v)));
const sphere = () =>
  paint(WIDTH, WIDTH / 2, (u, v) => colourOf(directionOf((u - 0.5) * 2 * Math.PI, (0.5 - v) * Math.PI)));

/** Makes every layout below `folder`; returns what a document says of each, by the name of its node. */
export async function cutFolder(folder: string): Promise<Record<string, ForeignSource>> {
  const at = (...names: string[]) => path.join(folder, ...names);
  const two = (count: number) => String(count).padStart(2, '0');
  const faces = FACES.map((_, index) => face(700, index));

  await save(at('krpano/preview.png'), plum(64, 384));
  for (const [index, letter] of FACES.entries()) {
    for (const [level, picture] of [plum(160), faces[index] ?? plum(700)].entries()) {
      const [krpano, pannellum, marzipano] = [at('krpano', letter, `l${level + 1}`), at('pannellum', `${level + 1}`), at('marzipano', `${level + 1}`, letter)]; // prettier-ignore
      await eachTile(picture, 256, (x, y, box) =>
        save(path.join(krpano, two(y + 1), `l${level + 1}_${letter}_${two(y + 1)}_${two(x + 1)}.png`), picture, box),
      );
      // Halves of 700, where krpano's sizes are free.
      const half = level === 0 ? plum(350) : picture;
      await eachTile(half, 256, (x, y, box) => save(path.join(pannellum, `${letter}${y}_${x}.png`), half, box));
      await eachTile(half, level === 0 ? 350 : 256, (x, y, box) =>
        save(path.join(marzipano, `${y}`, `${x}.png`), half, box),
      );
    }
    const name = NAMES[index] ?? '';
    const turned = index > 3 ? turn(face(600, index)) : face(600, index);
    await save(at('psv-cube', `0-${name}-0-0.png`), plum(100));
    await eachTile(turned, 150, (x, y, box) => save(at('psv-cube', `1-${name}-${x}-${y}.png`), turned, box));
    await save(at('psv-faces', `${name}.png`), index > 3 ? turn(faces[index] ?? plum(1)) : (faces[index] ?? plum(1)));
  }
  await save(at('marzipano/preview.png'), plum(128, 768));

  const whole = sphere();
  const coarse = plum(WIDTH / 4, WIDTH / 8);
  await save(at('psv-sphere/base.png'), plum(256, 128));
  await eachTile(coarse, 300, (x, y, box) => save(at('psv-sphere', `0_${x}_${y}.png`), coarse, box), 300);
  await eachTile(whole, 300, (x, y, box) => save(at('psv-sphere', `1_${x}_${y}.png`), whole, box), 300);

  for (const scale of [8, 4, 2, 1]) {
    await eachTile(whole, 512 * scale, async (_x, _y, box) => {
      const [width, height] = [Math.ceil(box[2] / scale), Math.ceil(box[3] / scale)];
      const region = scale === 8 ? 'full' : box.join(',');
      const file = at('iiif3', region, `${width},${height}`, '0', 'default.png');
      await (scale === 1 ? save(file, whole, box) : save(file, plum(width, height)));
    });
  }
  await save(at('iiif2/full/600,/0/default.png'), coarse);
  await save(at('iiif2/full/2400,/0/default.png'), whole);

  let count = 0;
  for (const [index, scale] of [16, 8, 4, 2, 1].entries()) {
    const zoom = scale === 1 ? whole : plum(Math.ceil(WIDTH / scale), Math.ceil(WIDTH / 2 / scale));
    await eachTile(zoom, 254, async (x, y, [left, top, width, height]) => {
      const [before, above] = [x > 0 ? 1 : 0, y > 0 ? 1 : 0];
      const [right, bottom] = [Math.min(zoom.width, left + width + 1), Math.min(zoom.height, top + height + 1)];
      const box: Box = [left - before, top - above, right - left + before, bottom - top + above];
      await save(at('deep/hall_files', `${index + 8}`, `${x}_${y}.png`), zoom, box);
    });
    await eachTile(zoom, 256, (x, y, box) =>
      save(at('zoomify', `TileGroup${Math.floor(count++ / 256)}`, `${index}-${x}-${y}.png`), zoom, box),
    );
  }

  const [width, height] = [WIDTH, WIDTH / 2];
  const named = Object.fromEntries(NAMES.map((name) => [name, `psv-faces/${name}.png`])) as Record<(typeof NAMES)[number], string>; // prettier-ignore
  return {
    krpano: {
      type: 'krpano-tiles',
      url: 'krpano/%s/l%l/%0v/l%l_%s_%0v_%0h.png',
      multires: '256,160,700',
      preview: { uri: 'krpano/preview.png', faceSize: 64 },
    },
    pannellum: {
      type: 'pannellum-multires', basePath: 'pannellum', path: '/%l/%s%y_%x', extension: 'png',
      tileResolution: 256, maxLevel: 2, cubeResolution: 700,
    },
    marzipano: {
      type: 'marzipano-tiles',
      url: 'marzipano/{z}/{f}/{y}/{x}.png',
      levels: [{ tileSize: 128, size: 128, fallbackOnly: true }, { tileSize: 350, size: 350 }, { tileSize: 256, size: 700 }],
      cubeMapPreviewUrl: 'marzipano/preview.png',
    },
    'psv-cube': {
      type: 'psv-cube-tiles',
      tileUrl: 'psv-cube/{z}-{f}-{x}-{y}.png',
      levels: [{ faceSize: 100, nbTiles: 1 }, { faceSize: 600, nbTiles: 4 }],
    },
    'psv-faces': { type: 'psv-cubemap', paths: named, size: 700 },
    'psv-sphere': {
      type: 'psv-equirect-tiles',
      tileUrl: 'psv-sphere/{z}_{x}_{y}.png',
      levels: [{ width: width / 4, cols: 2, rows: 1 }, { width, cols: 8, rows: 4 }],
      baseUrl: 'psv-sphere/base.png', baseWidth: 256,
    },
    'iiif-3': { type: 'iiif-image', uri: 'iiif3', version: 3, width, height, format: 'png', tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8] }] },
    'iiif-2': { type: 'iiif-image', uri: 'iiif2', version: 2, width: width * 2, height: height * 2, format: 'png', sizes: [{ width: 600, height: 300 }, { width, height }] },
    'deep-zoom': { type: 'deep-zoom', uri: 'deep/hall.dzi', width, height, tileSize: 254, overlap: 1, format: 'png' },
    zoomify: { type: 'zoomify', uri: 'zoomify', width, height, format: 'png' },
  }; // prettier-ignore
}
