/** Which depth pictures the command line names, what they are together, and what their numbers mean. */
import { CommandError } from '../../command.ts';
import { expandPattern } from '../input/inputs.ts';
import { type DepthPicture, FULL_SCALE, inspectDepth } from './numbers.ts';
import type { DepthOptions } from './options.ts';

export interface DepthInput {
  /** One equirectangular picture, or six faces in the order of `FACES`. */
  readonly layout: 'equirect' | 'faces';
  readonly pictures: readonly DepthPicture[];
  readonly meaning: DepthMeaning;
}

/** A number's distance: `number · unit`, or one over `offset + number · slope`. */
export type DepthMeaning =
  | { readonly kind: 'distance'; readonly along: 'ray' | 'axis'; readonly unit: number }
  | { readonly kind: 'inverse'; readonly along: 'ray' | 'axis'; readonly offset: number; readonly slope: number };

/** How far width / height may be from 2 for a picture to be of the whole sphere. */
const ASPECT_TOLERANCE = 0.01;

/** Reads headers only. */
export async function openDepth(
  options: DepthOptions,
  faceNames: readonly string[] | undefined,
  cwd: string,
): Promise<DepthInput> {
  const [one = ''] = options.inputs;
  const isPattern = options.inputs.length === 1 && one.includes('{f}');
  const names = isPattern ? expandPattern({ inputs: [one], ...(faceNames && { faceNames }) }, cwd) : options.inputs;
  if (names.length !== 1 && names.length !== 6)
    throw new CommandError(`${names.length} times --depth: expected one picture of the sphere, or six faces`, 2);
  const pictures: DepthPicture[] = [];
  for (const name of names) pictures.push(await inspectDepth(cwd, name, options.channel));
  const layout = pictures.length === 6 ? 'faces' : 'equirect';
  if (layout === 'faces') checkFaces(pictures, options);
  else checkSphere(pictures, options);
  return { layout, pictures, meaning: readMeaning(pictures, options) };
}

function checkSphere([picture]: readonly DepthPicture[], { along }: DepthOptions): void {
  if (!picture) return;
  const { name, width, height } = picture;
  if (along === 'axis')
    throw new CommandError(`${name}: is equirectangular, where no axis is; --depth-along axis is for six faces`, 2);
  if (Math.abs(width / height - 2) > 2 * ASPECT_TOLERANCE || width < 4) {
    throw new CommandError(
      `${name}: ${width}×${height} is not 2:1; expected depth of the whole sphere; lay a part on 0 where it says nothing`,
    );
  }
}

function checkFaces(pictures: readonly DepthPicture[], { along }: DepthOptions): void {
  const [first] = pictures;
  for (const { name, width, height, format } of pictures) {
    if (width !== height) throw new CommandError(`${name}: ${width}×${height}; expected a square cube face`);
    if (width !== first?.width)
      throw new CommandError(`${name}: ${width}×${height}; expected all six faces of one size, ${first?.width}`);
    if (format !== first.format)
      throw new CommandError(`${name}: another format than ${first.name}; expected all six faces alike`);
  }
  if (first && first.width < 4) throw new CommandError(`${first.name}: ${first.width}×${first.width} is too small`);
  if (along === undefined) {
    throw new CommandError(
      'six faces of depth: say --depth-along ray where a number is the distance from the eye, or --depth-along axis ' +
        'where it is the distance along the face’s axis, as depth buffers hold it',
      2,
    );
  }
}

function readMeaning(pictures: readonly DepthPicture[], options: DepthOptions): DepthMeaning {
  const { name = '', format = 'png16' } = pictures[0] ?? {};
  const along = options.along ?? 'ray';
  if (options.range) {
    const { near, far } = options.range;
    return { kind: 'inverse', along, offset: 1 / far, slope: (1 / near - 1 / far) / FULL_SCALE[format] };
  }
  if (options.unit === undefined && format === 'png8') {
    throw new CommandError(
      `${name}: has 8 bits; say --depth-kind inverse with --depth-range near,far, or --depth-unit for plain distances`,
      2,
    );
  }
  return { kind: 'distance', along, unit: options.unit ?? (format === 'exr' ? 1 : 0.001) };
}
