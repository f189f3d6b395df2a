/**
 * The steps of a relic: each is one GLB, chosen by how large the relic is on the screen. The numbers are what a phone,
 * a desktop and a held relic want; see `streaming` for who chooses. A texture shows all it has at about 0.47 of its side
 * in device pixels across the relic; triangles are as many as keep the surface within a pixel there, and no more, since
 * they are what a step weighs.
 */
import type { ModelLod } from '#document/relicSchema.ts';

export interface Step {
  readonly quality: ModelLod['quality'];
  /** Triangles at most; a model with fewer is not simplified. */
  readonly triangles: number;
  /** Longest side of its textures, pixels, at most. */
  readonly textureSize: number;
  /** Pictures (WebP and AVIF) are smallest on the way, KTX2 stays small on the GPU. */
  readonly textures: 'picture' | 'ktx2';
  /** What it should weigh at most: quality and size of textures, then triangles are lowered until it does. */
  readonly bytes?: number;
}

export const LADDER: readonly Step[] = [
  { quality: 'thumb', triangles: 10_000, textureSize: 512, textures: 'picture', bytes: 150_000 },
  { quality: 'low', triangles: 50_000, textureSize: 1024, textures: 'ktx2' },
  { quality: 'medium', triangles: 120_000, textureSize: 2048, textures: 'ktx2' },
  // Not 4096: ETC1S ends at 12 million texels, see `textures/makeTexture.ts`.
  { quality: 'high', triangles: 180_000, textureSize: 3072, textures: 'ktx2' },
  { quality: 'whole', triangles: Infinity, textureSize: 8192, textures: 'ktx2' },
];

/** A step must have this many times the triangles of the one below it, or larger textures. */
const WORTHWHILE = 1.2;

/**
 * The steps worth making of a model: a step with the same triangles and textures as the one below it would only be
 * loaded twice.
 */
export function chooseSteps(triangles: number, textureSize: number, asked: readonly string[] | null): Step[] {
  const chosen: Step[] = [];
  for (const step of LADDER) {
    if (asked && !asked.includes(step.quality)) continue;
    const below = chosen.at(-1);
    const isFiner =
      !below ||
      Math.min(triangles, step.triangles) > Math.min(triangles, below.triangles) * WORTHWHILE ||
      Math.min(textureSize, step.textureSize) > Math.min(textureSize, below.textureSize);
    if (isFiner) chosen.push(step);
  }
  return chosen;
}
