import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { TileFiles } from './tileFiles.ts';

export function tileFilesPyramid(id: string, { projection, tileSize, levels, preview }: TileFiles): Pyramid {
  return { id, projection, tileSize, levels, ...(preview && { previewFaceSize: preview.faceSize }) };
}
