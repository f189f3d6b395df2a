/** From a file's numbers to nearness, one over the distance, and how exact that is. */
import { CommandError } from '../../command.ts';
import type { DepthMeaning } from './input.ts';
import type { DepthNumbers } from './numbers.ts';

export interface NearnessMap {
  readonly width: number;
  readonly height: number;
  /** Per metre, row by row from the top; 0 where it is unknown. */
  readonly nearness: Float32Array;
}

/** Bounds of what a distance d of a map may be off: `metres + share · d + nearness · d²`. */
export interface DepthError {
  readonly metres: number;
  readonly share: number;
  readonly nearness: number;
}

/** Farther than any wall that a panorama could say something of: what programs write for the sky. */
const SKY_METRES = 10_000;
/** The longest ray through a cube face, in lengths of its axis. */
const DIAGONAL = Math.sqrt(3);

/** Rewrites the numbers in place: along whatever the meaning says, ray or axis. What is not known becomes 0. */
export function toNearness(name: string, numbers: DepthNumbers, meaning: DepthMeaning): NearnessMap {
  const { width, height, values } = numbers;
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (value < 0) {
      throw new CommandError(
        `${name}: is ${value} at column ${i % width}, row ${Math.floor(i / width)}; expected distances from 0 up; ` +
          'take them times −1 if their program counts backwards, write 0 where nothing is known',
      );
    }
    const nearness = !(value > 0)
      ? 0
      : meaning.kind === 'distance'
        ? 1 / (value * meaning.unit)
        : meaning.offset + value * meaning.slope;
    const isKnown = nearness > 1 / SKY_METRES && nearness < Infinity;
    values[i] = isKnown ? nearness : 0;
    if (isKnown) known++;
  }
  if (known === 0)
    throw new CommandError(`${name}: says nothing: every pixel is 0, no number or beyond ${SKY_METRES} m`);
  return { width, height, nearness: values };
}

/** What the rounding of the file's numbers makes of distances along the ray. */
export function roundingError({ rounding, roundingShare }: DepthNumbers, meaning: DepthMeaning): DepthError {
  if (meaning.kind === 'inverse') {
    // Along an axis, a step of nearness is at its largest for the ray that is the axis.
    return { metres: 0, share: roundingShare, nearness: rounding * meaning.slope };
  }
  const longest = meaning.along === 'axis' ? DIAGONAL : 1;
  return { metres: rounding * meaning.unit * longest, share: roundingShare, nearness: 0 };
}
