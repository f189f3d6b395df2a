/** From depth pictures to what a document's `depth` says and the files it names. */
import type { PanoramaDepth } from '#document/schema.ts';
import type { DepthInput } from './input.ts';
import { type DepthError, type NearnessMap, roundingError, toNearness } from './nearness.ts';
import { readNumbers } from './numbers.ts';
import type { DepthOptions } from './options.ts';
import { type DepthLevel, writePyramid } from './pyramid.ts';
import { toSphere } from './sphere.ts';

export interface MadeDepth {
  /** Addresses are within the panorama's folder. */
  readonly depth: PanoramaDepth;
  readonly levels: readonly DepthLevel[];
  readonly warnings: readonly string[];
}

/** Faces that fit round the equator. */
const FACES_AROUND = 4;
const MILLIMETRE = 0.001;
/** A smaller part of a distance is not worth a word: what floats are rounded to. */
const LEAST_SHARE = 1e-6;
/** Of stated errors: finer would say more than is known. */
const DIGITS = 2;

/** Writes into a subfolder of the folder, which is empty or ends with a slash; addresses in `depth` hold it. */
export async function makeDepth(
  input: DepthInput,
  options: DepthOptions,
  folder: string,
  subfolder: string,
): Promise<MadeDepth> {
  const { layout, pictures, meaning } = input;
  const maps: NearnessMap[] = [];
  let rounding: DepthError = { metres: 0, share: 0, nearness: 0 };
  for (const picture of pictures) {
    const numbers = await readNumbers(picture);
    rounding = worse(rounding, roundingError(numbers, meaning));
    maps.push(toNearness(picture.name, numbers, meaning));
  }
  const around = (pictures[0]?.width ?? 0) * (layout === 'faces' ? FACES_AROUND : 1);
  const width = Math.min(options.mostWidth, around - (around % 2));
  const { map, share } = toSphere(layout, meaning.along, maps, width, options.pose);
  const { levels, beyond } = await writePyramid(map, options.step, folder, subfolder);
  const finest = levels.at(-1);
  if (!finest) throw new Error('a pyramid has a level');
  // Where the same numbers are written again, they are rounded once.
  const isSame = map === maps[0] && meaning.kind === 'distance' && meaning.unit === options.step;
  const error = {
    metres: options.error.metres + (isSame ? 0 : rounding.metres),
    share: options.error.share + rounding.share + share,
    nearness: rounding.nearness,
  };
  return { depth: describe(levels, finest, options.step, error), levels, warnings: warn(beyond, options.step) };
}

/** Faces need not all hold numbers of one kind. */
function worse(a: DepthError, b: DepthError): DepthError {
  return {
    metres: Math.max(a.metres, b.metres),
    share: Math.max(a.share, b.share),
    nearness: Math.max(a.nearness, b.nearness),
  };
}

function describe(
  levels: readonly DepthLevel[],
  { file, width, height }: DepthLevel,
  step: number,
  error: DepthError,
): PanoramaDepth {
  const coarser = levels.slice(0, -1).map((level) => ({ uri: level.file, width: level.width, height: level.height }));
  return {
    uri: file,
    width,
    height,
    ...(step !== MILLIMETRE && { metresPerUnit: step }),
    ...(coarser.length > 0 && { levels: coarser }),
    ...(error.metres > 0 && { error: roundUp(error.metres) }),
    ...(error.share > LEAST_SHARE && { errorShare: roundUp(error.share) }),
    ...(error.nearness > 0 && { errorNearness: roundUp(error.nearness) }),
  };
}

/** To two digits, never downwards. */
function roundUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - DIGITS + 1);
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(DIGITS));
}

function warn(beyond: number, step: number): string[] {
  if (beyond === 0) return [];
  const reach = (65_535 * step).toPrecision(3);
  const part = (beyond * 100).toPrecision(2);
  return [`depth: ${part} % of what is known lies beyond ${reach} m and is left out; a larger --depth-step reaches it`];
}
