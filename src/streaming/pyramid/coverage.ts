/**
 * Which tiles a panorama that covers only part of the sphere has. The tiler writes exactly these and the engine asks
 * for exactly these, so neither a request nor a file is wasted on a tile without a picture.
 */
import { TAU } from '#shared/angle.ts';
import { yawPitchOf } from '#shared/vec.ts';
import { faceDirection } from './cube.ts';
import { type Pyramid, type SphereRectangle, type TileId, type TileRectangle, tileRectangle } from './pyramid.ts';

/** Slack, radians: rounding never loses a tile. Far below a texel of any pyramid. */
const SLACK = 1e-9;

/**
 * Whether any part of a tile lies within its pyramid's coverage. Never false for a tile that does; true for some whose
 * bounds in yaw and pitch overlap the coverage although they themselves just miss it.
 */
export function touchesCoverage(pyramid: Pyramid, tile: TileId): boolean {
  const { coverage } = pyramid;
  if (!coverage) return true;
  const rectangle = tileRectangle(pyramid, tile);
  const bounds = pyramid.projection === 'cube' ? boundCubeTile(tile.face, rectangle) : boundEquirectTile(rectangle);
  return (
    bounds.pitchMin <= coverage.pitchMax + SLACK &&
    bounds.pitchMax >= coverage.pitchMin - SLACK &&
    overlapsYaw(bounds, coverage)
  );
}

function boundEquirectTile({ u0, v0, u1, v1 }: TileRectangle): SphereRectangle {
  return {
    yawMin: (u0 - 0.5) * TAU,
    yawMax: (u1 - 0.5) * TAU,
    pitchMin: (0.5 - v1) * (TAU / 2),
    pitchMax: (0.5 - v0) * (TAU / 2),
  };
}

/** The smallest yaw and pitch rectangle around a tile of a cube face. */
function boundCubeTile(face: number, { u0, v0, u1, v1 }: TileRectangle): SphereRectangle {
  const sMin = 2 * u0 - 1;
  const sMax = 2 * u1 - 1;
  const tMin = 1 - 2 * v1;
  const tMax = 1 - 2 * v0;
  const nearS = nearestToZero(sMin, sMax);
  const farS = Math.max(Math.abs(sMin), Math.abs(sMax));
  if (face < 4) {
    const faceYaw = (face * TAU) / 4;
    return {
      yawMin: faceYaw + Math.atan(sMin),
      yawMax: faceYaw + Math.atan(sMax),
      // The tangent of the pitch is t / √(1 + s²): highest where t is, and nearest the middle column if t > 0.
      pitchMin: Math.atan(tMin / Math.hypot(1, tMin < 0 ? nearS : farS)),
      pitchMax: Math.atan(tMax / Math.hypot(1, tMax > 0 ? nearS : farS)),
    };
  }
  const nearT = nearestToZero(tMin, tMax);
  const farT = Math.max(Math.abs(tMin), Math.abs(tMax));
  const steepest = Math.atan2(1, Math.hypot(nearS, nearT));
  const flattest = Math.atan2(1, Math.hypot(farS, farT));
  const hasPole = sMin < 0 && sMax > 0 && tMin < 0 && tMax > 0;
  const yaws = hasPole ? { yawMin: -TAU / 2, yawMax: TAU / 2 } : boundYawByCorners(face, u0, v0, u1, v1);
  return face === 4
    ? { ...yaws, pitchMin: flattest, pitchMax: steepest }
    : { ...yaws, pitchMin: -steepest, pitchMax: -flattest };
}

/** Of a rectangle beside the pole, the extreme yaws lie at corners; seen from its middle they span at most half a turn. */
function boundYawByCorners(face: number, u0: number, v0: number, u1: number, v1: number) {
  const middle = yawPitchOf(faceDirection(face, (u0 + u1) / 2, (v0 + v1) / 2)).yaw;
  let least = 0;
  let most = 0;
  for (const u of [u0, u1]) {
    for (const v of [v0, v1]) {
      const direction = faceDirection(face, u, v);
      if (direction[0] === 0 && direction[2] === 0) continue;
      const turn = wrapTurn(yawPitchOf(direction).yaw - middle);
      least = Math.min(least, turn);
      most = Math.max(most, turn);
    }
  }
  return { yawMin: middle + least, yawMax: middle + most };
}

function overlapsYaw(a: SphereRectangle, b: SphereRectangle): boolean {
  const widthA = a.yawMax - a.yawMin + SLACK;
  const widthB = b.yawMax - b.yawMin + SLACK;
  if (widthA >= TAU || widthB >= TAU) return true;
  const offset = (((b.yawMin - a.yawMin) % TAU) + TAU) % TAU;
  return offset <= widthA || offset + widthB >= TAU;
}

/** Wraps a difference of angles into [−π, π]. */
function wrapTurn(radians: number): number {
  return radians - TAU * Math.round(radians / TAU);
}

function nearestToZero(min: number, max: number): number {
  return min > 0 ? min : max < 0 ? -max : 0;
}
