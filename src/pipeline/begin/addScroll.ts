/** `grotto add scroll`: a large flat picture as a place of an exhibition that is there, in its true size. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MOST_METRES_PER_PIXEL } from '#document/flatSchema.ts';
import { CommandError, type CommandIo } from '../command.ts';
import { FLAT_TEMPLATE, tileFlat } from '../tile/flat/tileFlat.ts';
import { replaceDocument } from '../tile/output/mergeEntry.ts';
import { chooseId, readExisting, withPlace } from './existing.ts';
import { labelOf } from './placePictures.ts';

const TILE_PX = 512;
const QUALITY = 90;
/** So many times as long as high, a picture is rolled up. */
const SCROLL_ASPECT = 3;

export async function addScroll(args: string[], io: CommandIo): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      height: text,
      width: text,
      id: text,
      kind: text,
      rights: text,
      ltr: { type: 'boolean', default: false },
    },
  });
  const [name, picture, ...more] = positionals;
  if (name === undefined || picture === undefined || more.length > 0)
    throw new CommandError('name the folder of the exhibition and one picture; see grotto add --help', 2);
  const { kind, rights } = values;
  if (kind !== undefined && kind !== 'scroll' && kind !== 'picture')
    throw new CommandError(`--kind ${kind}: expected scroll or picture`, 2);
  const size = readSize(values.height, values.width);
  const folder = path.resolve(io.cwd, name);
  const before = await readExisting(folder);
  const input = path.resolve(io.cwd, picture);
  if (!(await stat(input).catch(() => null))) throw new CommandError(`${picture}: no such file; check the path`);
  const fileName = path.parse(picture).name;
  const id = chooseId(before, values.id, fileName);
  const out = path.join(folder, 'flat', id);
  if (await stat(out).catch(() => null)) throw new CommandError(`${out} exists; choose another --id, or remove it`);
  io.err(`${picture}: cut into tiles\n`);
  const { width, height, levels, poster } = await tileFlat({ input, out, tileSize: TILE_PX, quality: QUALITY });
  const metresPerPixel = Number((size.metres / (size.side === 'height' ? height : width)).toPrecision(6));
  if (metresPerPixel > MOST_METRES_PER_PIXEL)
    throw new CommandError(`--${size.side}: a pixel would be ${metresPerPixel} m`, 2);
  const label = labelOf(fileName, before.languages);
  const asset = {
    kind: kind ?? (width >= SCROLL_ASPECT * height ? 'scroll' : 'picture'),
    id,
    label,
    source: { type: 'flat-tiles', template: `flat/${id}/${FLAT_TEMPLATE}`, width, height, tileSize: TILE_PX, levels },
    metresPerPixel,
    ...(values.ltr && { direction: 'ltr' }),
    poster: { uri: `flat/${id}/${poster.name}`, width: poster.width, height: poster.height },
    ...(rights !== undefined && { rights }),
  };
  // Read again: cutting takes its time, and the document may have been edited meanwhile.
  const existing = await readExisting(folder);
  await replaceDocument(existing.file, withPlace(existing, [asset], { id, label, asset: id }));
  const [wide, high] = [width, height].map((px) => Number((px * metresPerPixel).toPrecision(3)));
  io.out(`${path.join(name, 'exhibition.json')}: ${asset.kind} "${id}" is ${wide} × ${high} m, ${width} × ${height} pixels in ${levels} levels\n`); // prettier-ignore
  return 0;
}

/** Of the original: one of both is enough, for pixels are square. */
function readSize(height: string | undefined, width: string | undefined): { side: 'height' | 'width'; metres: number } {
  const side = height === undefined ? 'width' : 'height';
  const written = height ?? width;
  if (written === undefined || (height !== undefined && width !== undefined))
    throw new CommandError('say how large the original is: --height or --width, metres', 2);
  const metres = Number(written);
  if (metres > 0 && metres <= 10_000) return { side, metres };
  throw new CommandError(`--${side} ${written}: expected metres, such as 0.28`, 2);
}
