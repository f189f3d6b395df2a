/**
 * A check on what the size alone cannot tell: the uppermost row of a whole equirectangular picture is one point, the
 * zenith, and the lowest one the nadir, so neither varies much. In dual-fisheye and ordinary 2:1 pictures they do.
 */
import { STORED_8_OF_LINEAR } from '../pixels/transfer.ts';
import { type RawPicture, RawPictureReader } from './rawPicture.ts';
import type { SourceCopy } from './source.ts';

/** Standard deviation of stored 8-bit values along a row. Real panoramas stay below 25, dual fisheye is at 60. */
const MOST_VARIATION = 40;

/** One sentence where a picture that should be a whole sphere does not look like one, else null. */
export function doubtPoles(copy: SourceCopy): string | null {
  if (copy.kind === 'cube' || copy.top > 0.5 || Math.abs(copy.picture.height - copy.fullHeight) > 0.5) return null;
  const [top, bottom] = measureOuterRows(copy.picture);
  if (top < MOST_VARIATION && bottom < MOST_VARIATION) return null;
  return (
    `its ${top < bottom ? 'lowest' : 'uppermost'} row should be a single point of the sphere and is not; tiled all the same, ` +
    'but look whether it is really equirectangular (dual fisheye has to be stitched first)'
  );
}

function measureOuterRows(picture: RawPicture): [number, number] {
  const reader = new RawPictureReader(picture);
  try {
    const row = new Uint16Array(picture.width * 3);
    const measure = (y: number) => {
      reader.readRun(0, y, picture.width, row, 0);
      return deviate(row);
    };
    return [measure(0), measure(picture.height - 1)];
  } finally {
    reader.close();
  }
}

function deviate(row: Uint16Array): number {
  let variance = 0;
  for (let channel = 0; channel < 3; channel++) {
    let sum = 0;
    let squares = 0;
    for (let i = channel; i < row.length; i += 3) {
      const value = STORED_8_OF_LINEAR[row[i]!]!;
      sum += value;
      squares += value * value;
    }
    const count = row.length / 3;
    variance += (squares / count - (sum / count) ** 2) / 3;
  }
  return Math.sqrt(Math.max(0, variance));
}
