/** The low wall at the terrace's edge. */
import type { Painting, Sheet, SheetPoint } from '#demo/cave/cave.ts';
import { createFbmTile, createNoise3, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { washPixels } from '#demo/caves/terrace/wash.ts';
import { PARAPET } from '#demo/site/terracePlan.ts';

const broad = createSampler(createFbmTile(512, 4, 6, 0.55, 652), 512);
const middle = createSampler(createFbmTile(512, 6, 7, 0.6, 653), 512);
const grain = createSampler(createFbmTile(512, 32, 4, 0.8, 654), 512);
const wallNoise = createNoise3(681);
const GIRTH = 2.25;

/** Rammed earth, worn round at the top: inner side, top and outer side in one sheet. */
export function parapetSheet(): Sheet {
  const length = PARAPET.north - PARAPET.south;
  const depth = PARAPET.to - PARAPET.from;
  return {
    surface: 'parapet',
    columns: 480,
    rows: 24,
    facing: [0, 1.2, 6],
    at(s, t, out: SheetPoint) {
      const x = PARAPET.south + s * length;
      const height = PARAPET.height + 0.13 * (wallNoise(x * 0.5, 0, 1) - 0.5) + 0.09 * (wallNoise(x * 1.7, 0, 5) - 0.5);
      // A superellipse from foot to foot gives upright sides and a rounded top.
      const angle = Math.PI * t;
      const c = Math.cos(angle);
      const r = Math.sin(angle);
      const reach = (Math.abs(c) ** 5 + r ** 5) ** (-1 / 5);
      out.x = x;
      out.y = r * reach * height - 0.1 * (1 - r);
      out.z =
        PARAPET.from +
        depth / 2 -
        c * reach * (depth / 2) * (1 + 0.12 * (1 - r)) +
        0.05 * (wallNoise(x * 0.9, out.y * 1.5, 9) - 0.5);
      out.u = s * length;
      out.v = t * GIRTH;
    },
  };
}

export const PARAPET_PAINTING: Painting = {
  id: 'parapet',
  width: PARAPET.north - PARAPET.south,
  height: GIRTH,
  lightCell: 0.1,
  fineness: 0.28,
  seed: 691,
  draw(painter) {
    if (painter.isDrawing) {
      painter.fill(rectangle(0, 0, painter.width, painter.height), 'ground');
      for (let v = 0.2; v < GIRTH; v += 0.16)
        painter.line(rectangle(-1, v, painter.width + 2, 0.001), 0.004, 'ink', 0.6);
      return;
    }
    washPixels(painter, (u, v, out) => {
      const layer = Math.abs(((v + 0.03 * (middle(u / 3, 0.2) - 0.5)) / 0.13) % 1);
      let tone =
        0.8 +
        0.24 * (broad(u / 6, v / 6) - 0.5) +
        0.3 * (middle(u / 0.8, v / 0.4) - 0.5) +
        0.16 * (grain(u / 0.7, v / 0.7) - 0.5);
      tone *= 1 - 0.14 * smoothStep(0.14, 0, layer);
      out.r = 190 * tone;
      out.g = 165 * tone;
      out.b = 134 * tone;
    });
  },
  wear: { seed: 691, mottling: 0.5, strength: 0, threshold: 3, cracks: 0 },
};
