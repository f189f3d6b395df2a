/** Relics as `grotto lod` makes them, and the views of a page, a phone and a headset. */
import { directionOf } from '#shared/vec.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { MeshAsset, MeshEye, MeshStep } from '#streaming/mesh/ports.ts';

/** The ladder of RELICS.md, as KTX2 on the GPU. */
export const LADDER: readonly MeshStep[] = [
  step('thumb', 10_000, 512, 127_000),
  step('low', 50_000, 1024, 469_000),
  step('medium', 150_000, 2048, 1_470_000),
  step('high', 500_000, 4096, 5_610_000),
  step('whole', 1_500_000, 4096, 9_220_000),
];

function step(quality: string, triangles: number, textureSize: number, bytes: number): MeshStep {
  // 16 bytes a vertex and three indices a triangle; the thumb's texture is WebP, so raw, the others' a byte a texel.
  const texelBytes = quality === 'thumb' ? 4 : 1;
  const gpuBytes = Math.ceil(triangles * (0.6 * 16 + 12) + (textureSize ** 2 * texelBytes * 4) / 3);
  return { quality, bytes, triangles, draws: 1, gpuBytes, errorMetres: 0, textureSize };
}

export function relic(id: string, radius = 0.25, steps: readonly MeshStep[] = LADDER): MeshAsset {
  return { id, steps, radius };
}

export interface Standpoint {
  readonly position: Vec3;
  readonly yaw: number;
  readonly pitch?: number;
}

interface Lens {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Vertical, radians. */
  readonly fov: number;
}

export const PAGE: Lens = { widthPx: 1920, heightPx: 1080, fov: 1.05 };
export const HAND: Lens = { widthPx: 1170, heightPx: 2532, fov: 1.3 };
export const HEADSET: Lens = { widthPx: 1680, heightPx: 1760, fov: 1.65 };
const EYE_DISTANCE = 0.064;

export function eyeAt({ position, yaw, pitch = 0 }: Standpoint, lens: Lens): MeshEye {
  const tan = Math.tan(lens.fov / 2);
  const tanX = (tan * lens.widthPx) / lens.heightPx;
  return {
    position,
    right: directionOf(yaw + Math.PI / 2, 0),
    up: directionOf(yaw, pitch + Math.PI / 2),
    forward: directionOf(yaw, pitch),
    tanLeft: tanX,
    tanRight: tanX,
    tanTop: tan,
    tanBottom: tan,
    widthPx: lens.widthPx,
    heightPx: lens.heightPx,
  };
}

export function eyesAt(at: Standpoint): MeshEye[] {
  const [x, y, z] = at.position;
  const right = directionOf(at.yaw + Math.PI / 2, 0);
  return [-0.5, 0.5].map((side) => {
    const by = side * EYE_DISTANCE;
    return eyeAt({ ...at, position: [x + right[0] * by, y, z + right[2] * by] }, HEADSET);
  });
}
