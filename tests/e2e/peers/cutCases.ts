/** One detailed sphere in each layout that the other viewers read, with the configuration that opens it there. */
import path from 'node:path';
import sharp from 'sharp';
import { directionOf } from '#shared/vec.ts';
import { faceDirection } from '#streaming/pyramid/cube.ts';
import { eachTile, paint, type Picture, save, turn } from '../foreignTiles/cutting.ts';
import { CASES, FACE, LETTERS, NAMES, type PeerCase, PREVIEW, WIDTH, writeConfig } from './cases.ts';
import { createDetail } from './detail.ts';

const SEED = 20_261_129;
/** What Marzipano stacks from top to bottom. */
const STRIP = ['b', 'd', 'f', 'l', 'r', 'u'] as const;

/** Writes all of them into a folder. */
export async function cutCases(folder: string): Promise<readonly PeerCase[]> {
  const at = (...names: string[]) => path.join(folder, ...names);
  const detail = createDetail(SEED);
  const faces = LETTERS.map((_, index) => paint(FACE, FACE, (u, v) => detail(faceDirection(index, u, v))));
  const sphere = paint(WIDTH, WIDTH / 2, (u, v) => detail(directionOf((u - 0.5) * 2 * Math.PI, (0.5 - v) * Math.PI)));

  const previews = new Map<string, Picture>();
  for (const [index, face] of faces.entries()) {
    const [letter, name] = [LETTERS[index] ?? '', NAMES[index] ?? ''];
    previews.set(letter, await scale(face, PREVIEW / FACE));
    const turned = index > 3 ? turn(face) : face;
    await save(at('faces', `${letter}.png`), face);
    await save(at('psv-faces', `${name}.png`), turned);
    await save(at('psv-cube', `0_${name}_0_0.png`), await scale(turned, 1 / 4));
    await eachTile(turned, FACE / 4, (x, y, box) => save(at('psv-cube', `1_${name}_${x}_${y}.png`), turned, box));
    for (const [level, picture] of [await scale(face, 1 / 4), await scale(face, 1 / 2), face].entries())
      await eachTile(picture, 256, async (x, y, box) => {
        await save(at('multires', `${level + 1}`, `${letter}${y}_${x}.png`), picture, box);
      });
    for (const [level, picture] of [await scale(face, 1 / 2), face].entries())
      await eachTile(picture, FACE / 4, (x, y, box) =>
        save(at('tiles/0-hall', `${level + 1}`, letter, `${y}`, `${x}.jpg`), picture, box),
      );
  }
  const strip = Buffer.concat(STRIP.map((letter) => previews.get(letter)?.data ?? Buffer.alloc(0)));
  await save(at('tiles/0-hall/preview.jpg'), { data: strip, width: PREVIEW, height: 6 * PREVIEW });
  await save(at('sphere.png'), sphere);
  await save(at('psv-sphere/base.png'), await scale(sphere, 1 / 4));
  for (const [level, picture] of [await scale(sphere, 1 / 2), sphere].entries())
    await eachTile(picture, 256, (x, y, box) => save(at('psv-sphere', `${level}_${x}_${y}.png`), picture, box));

  for (const one of CASES) writeConfig(folder, one);
  return CASES;
}

async function scale({ data, width, height }: Picture, factor: number): Promise<Picture> {
  const scaled = sharp(data, { raw: { width, height, channels: 3 } }).resize(width * factor, height * factor);
  return { data: await scaled.raw().toBuffer(), width: width * factor, height: height * factor };
}
