/** Small niches in the face: an arched hollow with a little plaster in it, and the painting they all share. */
import type { Painting, Sheet, SheetPoint } from '#demo/cave/cave.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { ellipse, rectangle } from '#demo/paint/paths.ts';
import { halo, mandorla } from '#demo/paint/motifs/halo.ts';
import { levelOf, NICHES, type Opening } from '#demo/caves/terrace/rock/face.ts';
import { washPixels } from '#demo/caves/terrace/wash.ts';
import { createFbmTile, createSampler } from '#demo/noise/noise.ts';

/** Side of a niche's square on the painting, metres. */
const SQUARE = 1.4;
const COLUMNS = 5;
/** Where in the square the flat rim ends and where the back begins, as shares of the way out from its middle. */
const RIM = 0.8;
const BACK = 0.4;

export const NICHE_DEPTH = 0.52;

export function nicheSheets(): Sheet[] {
  return NICHES.map(nicheSheet);
}

function nicheSheet(place: Opening, index: number): Sheet {
  const cx = (place.left + place.right) / 2;
  const cy = (place.bottom + place.top) / 2;
  const halfWidth = (place.right - place.left) / 2;
  const halfHeight = (place.top - place.bottom) / 2;
  const level = levelOf(place);
  const u = (index % COLUMNS) * SQUARE;
  const v = Math.floor(index / COLUMNS) * SQUARE;
  return {
    surface: 'niches',
    columns: 40,
    rows: 40,
    facing: [cx, cy, level + 4],
    at(s, t, out: SheetPoint) {
      const x = 2 * s - 1;
      const y = 1 - 2 * t;
      const r = Math.max(Math.abs(x), Math.abs(y), 1e-9);
      const a = x / r;
      const b = y / r;
      // The upper half of the outline is rounded (square to disc), the lower stays square.
      const arch = b > 0 ? Math.sqrt(1 - (b * b) / 2) : 1;
      const crown = b > 0 ? Math.sqrt(1 - (a * a) / 2) : 1;
      const ax = a * 0.84 * arch;
      const ay = b > 0 ? b * 0.9 * crown : b * 0.9;
      let px: number;
      let py: number;
      let depth = 0;
      if (r > RIM) {
        const out = Math.min(1, (r - RIM) / (1 - RIM));
        px = ax + (a - ax) * out;
        py = ay + (b - ay) * out;
      } else if (r > BACK) {
        const inward = (RIM - r) / (RIM - BACK);
        px = ax * (1 - 0.07 * inward);
        py = ay * (1 - 0.05 * inward);
        depth = NICHE_DEPTH * inward;
      } else {
        const share = r / BACK;
        px = ax * 0.93 * share;
        py = ay * 0.95 * share;
        depth = NICHE_DEPTH + 0.09 * (1 - share * share);
      }
      out.x = cx + px * halfWidth;
      out.y = cy + py * halfHeight;
      out.z = level - depth;
      out.u = u + s * SQUARE;
      out.v = v + t * SQUARE;
    },
  };
}

const mottle = createSampler(createFbmTile(256, 6, 6, 0.6, 61), 256);

export const NICHE_PAINTING: Painting = {
  id: 'niches',
  width: COLUMNS * SQUARE,
  height: Math.ceil(NICHES.length / COLUMNS) * SQUARE,
  lightCell: 0.05,
  fineness: 0.45,
  seed: 601,
  draw(painter) {
    if (painter.isDrawing) painter.fill(rectangle(0, 0, painter.width, painter.height), 'ground');
    else
      washPixels(painter, (u, v, out) => {
        const tone = 0.82 + 0.36 * (mottle(u / 1.7, v / 1.7) - 0.5) + 0.3 * (mottle(u / 0.4, v / 0.4) - 0.5);
        out.r = 186 * tone;
        out.g = 164 * tone;
        out.b = 138 * tone;
      });
    NICHES.forEach((_, index) => {
      painter.push(
        (index % COLUMNS) * SQUARE + SQUARE / 2,
        Math.floor(index / COLUMNS) * SQUARE + SQUARE / 2,
        SQUARE / 2,
      );
      paintNiche(painter, index);
      painter.pop();
    });
  },
  wear: { seed: 601, strength: 1, threshold: 0.72, cracks: 10 },
};

/** One unit is half the square: the back lies within 0.4, walls to 0.8, the rim beyond. */
function paintNiche(painter: Painter, index: number): void {
  painter.clip(rectangle(-RIM, -RIM, 2 * RIM, 2 * RIM));
  painter.fill(rectangle(-RIM, -RIM, 2 * RIM, 2 * RIM), index % 3 ? 'ground' : 'ochreRed');
  painter.fill(rectangle(-BACK, -BACK, 2 * BACK, 2 * BACK), index % 2 ? 'ochreRed' : 'malachiteLight');
  mandorla(painter, 0, 0.12, 0.3, 0.4, ['malachite', 'white', 'azurite', 'ochreRed']);
  halo(painter, 0, -0.18, 0.14, ['azurite', 'white', 'malachite'], 12);
  for (let i = 0; i < 40; i++) {
    const angle = painter.random.between(0, Math.PI * 2);
    const reach = painter.random.between(0.5, 0.76);
    painter.fill(
      ellipse(Math.cos(angle) * reach, Math.sin(angle) * reach, 0.02),
      i % 2 ? 'cinnabar' : 'malachite',
      0.8,
    );
  }
  painter.pop();
  painter.line(rectangle(-RIM, -RIM, 2 * RIM, 2 * RIM), 0.02, 'white', 0.6);
}
