/** Decides which part of the sphere a picture shows: by what the caller says, by GPano where it is true, by its size. */
import { CommandError } from '../../command.ts';
import type { GPano } from './gpano.ts';

/** A picture's place in the whole equirectangular sphere, in the picture's own pixels. */
export interface Placement {
  readonly fullWidth: number;
  readonly fullHeight: number;
  readonly left: number;
  readonly top: number;
}

/** Degrees, as in a document's `coverage`. */
export interface CoverageDegrees {
  readonly yawMin: number;
  readonly yawMax: number;
  readonly pitchMin: number;
  readonly pitchMax: number;
}

export interface PlacedPicture {
  readonly placement: Placement;
  /** Absent where the picture covers the whole sphere. */
  readonly coverage?: CoverageDegrees;
  readonly warnings: readonly string[];
}

/** How far width / height may be from 2 for a picture to count as a whole sphere. */
const ASPECT_TOLERANCE = 0.01;
const LARGEST_SPHERE_PX = 1_048_576;

export function placePicture(
  name: string,
  width: number,
  height: number,
  gpano: GPano | null,
  told?: CoverageDegrees,
): PlacedPicture {
  if (told) {
    const placement = placeByCoverage(width, height, told);
    return finish(placement, width, height, []);
  }
  if (gpano?.projection !== undefined && gpano.projection.toLowerCase() !== 'equirectangular') {
    throw new CommandError(
      `${name}: its GPano data says "${gpano.projection}"; only equirectangular pictures can be tiled; ` +
        'reproject it first (for example with Hugin)',
    );
  }
  const warnings: string[] = [];
  const read = gpano ? placeByGPano(width, height, gpano) : null;
  if (typeof read === 'string') warnings.push(`${name}: GPano ignored: ${read}`);
  else if (read) {
    if (read.warning !== undefined) warnings.push(`${name}: ${read.warning}`);
    return finish(read.placement, width, height, warnings);
  }
  if (Math.abs(width / height - 2) > 2 * ASPECT_TOLERANCE) {
    const reason = typeof read === 'string' ? `its GPano data is unusable (${read})` : 'it has no GPano data';
    const hint = Math.abs(width / height - 1) < 0.02 || Math.abs(width / height - 4) < 0.08;
    throw new CommandError(
      `${name}: ${width}×${height} is not 2:1, and ${reason} to say which part of the sphere it shows; expected a ` +
        `whole equirectangular picture, or say --coverage yawMin,yawMax,pitchMin,pitchMax${hint ? ' or --stereo' : ''}`,
    );
  }
  if (width !== 2 * height) warnings.push(`${name}: ${width}×${height} is not quite 2:1; taken as the whole sphere`);
  return finish({ fullWidth: width, fullHeight: height, left: 0, top: 0 }, width, height, warnings);
}

/** The place, null where GPano says nothing about it, or what is wrong with what it says. */
function placeByGPano(
  width: number,
  height: number,
  gpano: GPano,
): { placement: Placement; warning?: string } | string | null {
  const { fullWidth, fullHeight, cropWidth = fullWidth, cropHeight = fullHeight, cropLeft = 0, cropTop = 0 } = gpano;
  if (fullWidth === undefined && fullHeight === undefined && gpano.cropWidth === undefined) return null;
  if (fullWidth === undefined || fullHeight === undefined || cropWidth === undefined || cropHeight === undefined)
    return 'the size of the whole sphere is missing';
  const values = [fullWidth, fullHeight, cropWidth, cropHeight, cropLeft, cropTop];
  if (!values.every(Number.isFinite)) return 'a size is not a number';
  if (Math.min(fullWidth, fullHeight, cropWidth, cropHeight) < 1) return `a size of ${Math.min(...values)} px`;
  if (Math.max(...values) > LARGEST_SPHERE_PX) return `a size of ${Math.max(...values)} px`;
  if (Math.min(cropLeft, cropTop) < 0) return `the crop begins at ${cropLeft}, ${cropTop}`;
  if (cropLeft + cropWidth > fullWidth + 1 || cropTop + cropHeight > fullHeight + 1)
    return `the crop of ${cropWidth}×${cropHeight} at ${cropLeft}, ${cropTop} reaches beyond ${fullWidth}×${fullHeight}`;
  if (Math.abs(fullWidth / fullHeight - 2) > 2 * ASPECT_TOLERANCE)
    return `a whole sphere of ${fullWidth}×${fullHeight} is not 2:1`;
  const scaleX = width / cropWidth;
  const scaleY = height / cropHeight;
  if (Math.abs(scaleX / scaleY - 1) > ASPECT_TOLERANCE)
    return `it describes ${cropWidth}×${cropHeight}, the picture is ${width}×${height}`;
  const placement = {
    fullWidth: fullWidth * scaleX,
    fullHeight: fullHeight * scaleY,
    left: cropLeft * scaleX,
    top: cropTop * scaleY,
  };
  if (width === cropWidth && height === cropHeight) return { placement };
  return {
    placement,
    warning: `GPano describes ${cropWidth}×${cropHeight}, the picture is ${width}×${height}; taken as resized since, numbers scaled`,
  };
}

function placeByCoverage(width: number, height: number, told: CoverageDegrees): Placement {
  const fullWidth = (width * 360) / (told.yawMax - told.yawMin);
  const fullHeight = (height * 180) / (told.pitchMax - told.pitchMin);
  return {
    fullWidth,
    fullHeight,
    left: ((told.yawMin + 180) / 360) * fullWidth,
    top: ((90 - told.pitchMax) / 180) * fullHeight,
  };
}

function finish(
  { fullWidth, fullHeight, left, top }: Placement,
  width: number,
  height: number,
  warnings: readonly string[],
): PlacedPicture {
  const placement = { fullWidth, fullHeight, left, top };
  if (Math.abs(fullWidth - width) < 0.5 && Math.abs(fullHeight - height) < 0.5) return { placement, warnings };
  const coverage = {
    yawMin: roundDegrees((left / fullWidth) * 360 - 180),
    yawMax: roundDegrees(((left + width) / fullWidth) * 360 - 180),
    pitchMin: roundDegrees(Math.max(-90, 90 - ((top + height) / fullHeight) * 180)),
    pitchMax: roundDegrees(Math.min(90, 90 - (top / fullHeight) * 180)),
  };
  return { placement, coverage, warnings };
}

/** To a millionth of a degree, so that documents stay readable; a pixel of the largest sphere is 300 times that. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6 + 0;
}
