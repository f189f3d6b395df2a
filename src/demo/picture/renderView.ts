/** One perspective picture of a cave, for looking at it while it is made and for posters. */
import { drawTile, type DrawOptions } from '#demo/picture/drawTile.ts';
import { developTile } from '#demo/picture/develop.ts';
import { faceCamera, viewCamera, type View } from '#demo/picture/camera.ts';
import { BLOCK } from '#demo/picture/canvasTile.ts';
import { findEdges, type SheetEdges } from '#demo/picture/edges.ts';
import { drawFlames } from '#demo/picture/flames.ts';
import { createGlow, type Glow, type SmallCube } from '#demo/picture/glow.ts';
import { findOutlines } from '#demo/picture/outlines.ts';
import type { Sight } from '#demo/picture/sampler.ts';
import type { Picture } from '#demo/picture/shade.ts';
import type { Vec3 } from '#demo/cave/cave.ts';

/** Side of the faces the bloom is measured on. */
const SMALL_FACE = 64;

/** sRGB bytes, 3 a pixel, for each picture. `glow` is the one of the same pictures seen from `origin`, the eye. */
export function renderView(
  sight: Sight,
  origin: Vec3,
  view: View,
  pictures: readonly Picture[],
  glow: Glow,
  options: DrawOptions = {},
): Uint8Array[] {
  const camera = viewCamera(origin, view);
  const outlines = findOutlines(sight.scene, findEdges(sight.scene), camera, BLOCK);
  const rect = { x: 0, y: 0, width: camera.width, height: camera.height };
  const tile = drawTile(sight, camera, rect, pictures, outlines, options);
  drawFlames(tile, camera, sight.cave.lighting.flames, pictures);
  return developTile(tile, camera, pictures, glow);
}

/** Bloom and halos for an eye, from a small picture of all that it sees. */
export function measureGlow(sight: Sight, pictures: readonly Picture[], edges: SheetEdges, origin: Vec3): Glow {
  const faces = [0, 1, 2, 3, 4, 5].map((face) => {
    const camera = faceCamera(origin, face, SMALL_FACE);
    const outlines = findOutlines(sight.scene, edges, camera, BLOCK);
    const rect = { x: 0, y: 0, width: SMALL_FACE, height: SMALL_FACE };
    const tile = drawTile(sight, camera, rect, pictures, outlines, { samples: 2 });
    return tile.radiance.map((pixels) => {
      const inner = new Float32Array(SMALL_FACE * SMALL_FACE * 3);
      for (let y = 0; y < SMALL_FACE; y++) {
        const from = ((y + BLOCK) * tile.width + BLOCK) * 3;
        inner.set(pixels.subarray(from, from + SMALL_FACE * 3), y * SMALL_FACE * 3);
      }
      return inner;
    });
  });
  const cube: SmallCube = { size: SMALL_FACE, faces };
  return createGlow(cube, pictures, sight.scene, sight.cave.lighting.flames, origin);
}
