import type { MeshStep } from '../ports.ts';

/** Vertices per triangle of a scan after unwrapping, bytes per vertex (position, normal, uv, tangent) and per index. */
const VERTICES = 0.6;
const VERTEX_BYTES = 36;
const INDEX_BYTES = 4;
/** Colour, normals, roughness in one texture each; uncompressed, with mipmaps. */
const TEXTURES = 3;
const TEXEL_BYTES = 4 * (4 / 3);

/** What a step takes on the GPU where its document does not say so: rather too much than too little. */
export function estimateGpuBytes({ triangles, textureSize }: Pick<MeshStep, 'triangles' | 'textureSize'>): number {
  const geometry = triangles * (VERTICES * VERTEX_BYTES + 3 * INDEX_BYTES);
  return Math.ceil(geometry + textureSize ** 2 * TEXTURES * TEXEL_BYTES);
}
