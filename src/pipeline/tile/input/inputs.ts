/** Which files the command line names, and what they are together. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CommandError } from '../../command.ts';
import type { Part } from '../scratch/decode.ts';
import { type InspectedPicture, inspectPicture } from './inspect.ts';
import type { GPano } from './gpano.ts';

/** One eye's picture: an equirectangular one, or six faces in the order of `FACES`. */
export type EyeInput =
  | { readonly kind: 'equirect'; readonly picture: InspectedPicture; readonly part: Part; readonly gpano: GPano | null }
  | { readonly kind: 'cube'; readonly pictures: readonly InspectedPicture[] };

export interface NamedInputs {
  readonly inputs: readonly string[];
  readonly stereo?: 'sbs' | 'tb';
  readonly faceNames?: readonly string[];
  readonly maxPixels: number;
}

/** Names that six faces usually have, in the order front, right, back, left, up, down; tried for a {f} pattern. */
const FACE_NAME_SETS: readonly (readonly string[])[] = [
  ['f', 'r', 'b', 'l', 'u', 'd'],
  ['front', 'right', 'back', 'left', 'up', 'down'],
  ['front', 'right', 'back', 'left', 'top', 'bottom'],
  ['posz', 'posx', 'negz', 'negx', 'posy', 'negy'],
  ['pz', 'px', 'nz', 'nx', 'py', 'ny'],
  ['0', '1', '2', '3', '4', '5'],
];

/** One eye, or two for stereo: left first. */
export async function openInputs(named: NamedInputs, cwd: string): Promise<readonly EyeInput[]> {
  const inspect = (name: string) => inspectPicture(path.resolve(cwd, name), name, named.maxPixels);
  const names =
    named.inputs.length === 1 && named.inputs[0]?.includes('{f}') ? expandPattern(named, cwd) : named.inputs;
  const pictures: InspectedPicture[] = [];
  for (const name of names) pictures.push(await inspect(name));
  const [first, second] = pictures;
  if (pictures.length === 6 && !named.stereo) return [{ kind: 'cube', pictures: checkFaces(pictures) }];
  if (pictures.length === 2 && first && second && !named.stereo) {
    if (first.width !== second.width || first.height !== second.height) {
      throw new CommandError(
        `${second.name}: ${second.width}×${second.height}, the left eye is ${first.width}×${first.height}; ` +
          'expected both eyes of one size',
      );
    }
    return [takeWhole(first), takeWhole(second)];
  }
  if (pictures.length !== 1 || !first) {
    throw new CommandError(
      `${pictures.length} pictures${named.stereo ? ' and --stereo' : ''}: expected one picture, two eyes (left, right), or ` +
        'six faces (front, right, back, left, up, down)',
      2,
    );
  }
  return named.stereo ? splitStereo(first, named.stereo) : [takeWhole(first)];
}

function takeWhole(picture: InspectedPicture): EyeInput {
  const part = { left: 0, top: 0, width: picture.width, height: picture.height };
  return { kind: 'equirect', picture, part, gpano: picture.gpano };
}

/** GPano cannot describe two eyes in one picture, so it is left aside. */
function splitStereo(picture: InspectedPicture, layout: 'sbs' | 'tb'): EyeInput[] {
  const [across, down] = layout === 'sbs' ? [2, 1] : [1, 2];
  if (picture.width % across !== 0 || picture.height % down !== 0) {
    throw new CommandError(
      `${picture.name}: ${picture.width}×${picture.height} does not divide into two eyes; expected an even ` +
        `${layout === 'sbs' ? 'width' : 'height'} for --stereo ${layout}`,
    );
  }
  const width = picture.width / across;
  const height = picture.height / down;
  return [0, 1].map((eye) => {
    const part = { left: layout === 'sbs' ? eye * width : 0, top: layout === 'tb' ? eye * height : 0, width, height };
    return { kind: 'equirect', picture, part, gpano: null };
  });
}

function checkFaces(pictures: readonly InspectedPicture[]): readonly InspectedPicture[] {
  const size = pictures[0]?.width;
  for (const { name, width, height } of pictures) {
    if (width !== height) throw new CommandError(`${name}: ${width}×${height}; expected a square cube face`);
    if (width !== size)
      throw new CommandError(`${name}: ${width}×${height}; expected all six faces of one size, ${size}`);
  }
  const [first] = pictures;
  for (const { name, has16Bits } of pictures) {
    if (has16Bits !== first?.has16Bits)
      throw new CommandError(`${name}: has another bit depth than ${first?.name}; expected all six faces alike`);
  }
  return pictures;
}

/** The six files that a pattern with {f} stands for. */
export function expandPattern(named: Pick<NamedInputs, 'inputs' | 'faceNames'>, cwd: string): string[] {
  const pattern = named.inputs[0] ?? '';
  const fill = (names: readonly string[]) => names.map((name) => pattern.replaceAll('{f}', name));
  if (named.faceNames) return fill(named.faceNames);
  const found = FACE_NAME_SETS.map(fill).find((files) => files.every((file) => existsSync(path.resolve(cwd, file))));
  if (found) return found;
  throw new CommandError(
    `${pattern}: no six files fit; tried {f} as ${FACE_NAME_SETS.map((set) => set.join(' ')).join('; ')}; ` +
      'say --face-names front,right,back,left,up,down with your own',
  );
}
