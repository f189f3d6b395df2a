/** The sand of the terrace and what lies on it. */
import type { Painting, Sheet, SheetPoint } from '#demo/cave/cave.ts';
import { createFbmTile, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { groundHeight, toPath } from '#demo/caves/terrace/ground/relief.ts';
import { drawFootprints, drawSlabs } from '#demo/caves/terrace/ground/traces.ts';
import { washPixels } from '#demo/caves/terrace/wash.ts';
import { PARAPET } from '#demo/site/terracePlan.ts';

interface Lot {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly fineness: number;
  readonly lightCell: number;
}

const NEAR = -0.9;
const FAR = PARAPET.to + 0.2;
const LOTS: readonly Lot[] = [
  { id: 'sand-middle', left: -7.2, right: 8.4, fineness: 0.5, lightCell: 0.06 },
  { id: 'sand-south', left: -28, right: -7.2, fineness: 0.2, lightCell: 0.12 },
  { id: 'sand-north', left: 8.4, right: 30, fineness: 0.2, lightCell: 0.12 },
];

/** Rows of quadrilaterals along z; the same for all lots, so that they meet. */
const ROWS = 116;

export function groundSheets(): Sheet[] {
  return LOTS.map((lot): Sheet => {
    const width = lot.right - lot.left;
    return {
      surface: lot.id,
      columns: Math.ceil(width / 0.12),
      rows: ROWS,
      facing: [(lot.left + lot.right) / 2, 6, 6],
      at(s, t, out: SheetPoint) {
        out.x = lot.left + s * width;
        out.z = NEAR + t * (FAR - NEAR);
        out.y = groundHeight(out.x, out.z);
        out.u = s * width;
        out.v = t * (FAR - NEAR);
      },
    };
  });
}

export const GROUND_PAINTINGS: readonly Painting[] = LOTS.map((lot) => ({
  id: lot.id,
  width: lot.right - lot.left,
  height: FAR - NEAR,
  lightCell: lot.lightCell,
  fineness: lot.fineness,
  seed: 650,
  draw: (painter: Painter) => drawGround(painter, lot),
  wear: { seed: 651, mottling: 0.15, strength: 0, threshold: 3, cracks: 0, dust: () => 0.04 },
}));

const broad = createSampler(createFbmTile(512, 4, 6, 0.55, 652), 512);
const middle = createSampler(createFbmTile(512, 6, 7, 0.6, 653), 512);
const grain = createSampler(createFbmTile(512, 32, 4, 0.8, 654), 512);

function drawGround(painter: Painter, lot: Lot): void {
  if (painter.isDrawing) painter.fill(rectangle(0, 0, painter.width, painter.height), 'ground');
  else
    washPixels(painter, (u, v, out) => {
      const x = lot.left + u;
      const z = NEAR + v;
      const fine = middle(x / 0.45, z / 0.45);
      const ripple = middle(x / 1.5 + 0.1 * Math.sin(z * 3), z / 0.24);
      const worn = smoothStep(1.1, 0.2, toPath(x, z) + 0.5 * (middle(x / 2.2, z / 2.2) - 0.5));
      let tone =
        0.92 + 0.1 * (broad(x / 7.5, z / 7.5) - 0.5) + 0.1 * (fine - 0.5) + 0.12 * (grain(x / 0.8, z / 0.8) - 0.5);
      const swell = middle(x / 2.3 + 0.2, z / 1.9);
      const knead = grain(x / 3.7, z / 3.1);
      tone *= 1 + 0.2 * (middle(x / 0.45, (z - 0.012) / 0.45) - fine);
      tone *=
        1 +
        0.26 * (middle(x / 2.3 + 0.2, (z - 0.05) / 1.9) - swell) +
        0.14 * (grain(x / 3.7, (z - 0.03) / 3.1) - knead);
      tone += 0.1 * (ripple - 0.5) * (1 - worn);
      tone *= 1 - 0.09 * worn;
      out.r = 224 * tone;
      out.g = 194 * tone;
      out.b = 152 * tone;
    });
  const { context } = painter;
  context.save();
  context.translate(-lot.left, -NEAR);
  strewPebbles(painter, lot);
  drawFootprints(painter);
  drawSlabs(painter);
  context.restore();
}

function strewPebbles(painter: Painter, lot: Lot): void {
  const random = createRandom(Math.round(lot.left * 100) + 5000);
  const { context } = painter;
  const count = Math.round((lot.right - lot.left) * 62);
  for (let i = 0; i < count; i++) {
    const x = random.between(lot.left, lot.right);
    const z = random() < 0.5 ? 2.4 * random() ** 2 : random.between(0, FAR);
    const size = 0.006 + 0.032 * random() ** 3.5;
    const flat = random.between(0.6, 0.95);
    const tone = Math.round(random.between(104, 176));
    if (toPath(x, z) < 0.6 && size > 0.014) continue;
    if (painter.isDrawing) {
      context.strokeStyle = 'rgba(46,36,30,0.45)';
      context.lineWidth = 0.004;
    } else {
      context.fillStyle = 'rgba(58,44,36,0.45)';
      context.beginPath();
      context.ellipse(x + size * 0.1, z + size * 0.3, size * 1.15, size * flat, 0, 0, Math.PI * 2);
      context.fill();
      context.fillStyle = `rgb(${tone},${tone - 10},${tone - 24})`;
    }
    context.beginPath();
    context.ellipse(x, z, size, size * flat, 0, 0, Math.PI * 2);
    if (painter.isDrawing) context.stroke();
    else context.fill();
  }
}
