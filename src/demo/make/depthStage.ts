/** The step that makes smaller pictures of a cave's depth, for who needs or holds less than all of it. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { CaveId } from '#demo/caves/loadCave.ts';
import { DEMO_FOLDER, listModules } from '#demo/make/hashes.ts';
import type { Stage } from '#demo/make/stage.ts';
import type { NearnessMap } from '#pipeline/tile/depth/nearness.ts';
import { encodeDepth, halve } from '#pipeline/tile/depth/pyramid.ts';

/** What hides relics, and what a phone measures on; nobody takes less. */
const SMALLEST_WIDTH = 2_048;
const MILLIMETRE = 0.001;

export function depthStage(id: CaveId): Stage {
  const modules = listModules([path.join(DEMO_FOLDER, 'make/depthStage.ts')]);
  return {
    name: `${id}-depth`,
    title: `Smaller depth of the ${id}`,
    sources: modules.map((file) => path.relative(DEMO_FOLDER, file).split(path.sep).join('/')),
    needs: [`${id}-pictures`],
    async run({ out, progress }) {
      const written: string[] = [];
      let map = await readNearness(path.join(out, `panoramas/${id}/depth.png`));
      while (map.width / 2 >= SMALLEST_WIDTH) {
        map = halve(map);
        const name = `panoramas/${id}/depth-${map.width}.png`;
        const file = path.join(out, name);
        await writeFile(`${file}.part`, (await encodeDepth(map, MILLIMETRE)).bytes);
        await rename(`${file}.part`, file);
        written.push(name);
      }
      progress(1);
      return written;
    },
  };
}

async function readNearness(file: string): Promise<NearnessMap> {
  const { data, info } = await sharp(await readFile(file))
    .toColourspace('grey16')
    .raw({ depth: 'ushort' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const numbers = new Uint16Array(data.buffer, data.byteOffset, width * height);
  return { width, height, nearness: Float32Array.from(numbers, (mm) => (mm > 0 ? 1 / (mm * MILLIMETRE) : 0)) };
}
