/** What is on the scroll: a drawn frontispiece and columns of marks that only look written. */
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { buddha } from '#demo/paint/motifs/buddha.ts';
import { cloud } from '#demo/paint/motifs/cloud.ts';
import { donor } from '#demo/paint/motifs/donor.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import type { Point } from '#demo/paint/paths.ts';

/** Metres. The frontispiece is on the right, where reading begins. */
export const SHEET = { width: 0.46, height: 0.262, picture: 0.186 } as const;

const COLUMN = 0.0172;
const MARK = 0.0128;
const MARGIN = 0.024;

/** Draws on bare paper; x from the left, y from the top edge. */
export function drawSheet(painter: Painter) {
  const edge = SHEET.width - SHEET.picture;
  painter.fill(rectangle(0, 0, SHEET.width, SHEET.height), 'ground');
  drawFrontispiece(painter, edge);
  for (const y of [MARGIN, SHEET.height - MARGIN])
    painter.line(rectangle(0, y, edge - 0.004, 0.0001), 0.00035, 'brown', 0.7);
  for (let x = edge - 0.006; x > 0; x -= COLUMN) {
    painter.line(rectangle(x, MARGIN, 0.0001, SHEET.height - 2 * MARGIN), 0.0003, 'brown', 0.5);
    const marks = painter.random() < 0.1 ? 9 : 15 + Math.floor(painter.random() * 2.4);
    for (let i = 0; i < Math.min(marks, 16); i++)
      drawMark(painter, x - COLUMN / 2 + painter.random.between(-0.0006, 0.0006), MARGIN + 0.0075 + i * 0.0133);
  }
}

/** A knot of brush strokes without meaning: arcs, dots and slanted hooks, never the strokes of a script in their order. */
function drawMark(painter: Painter, x: number, y: number) {
  const { random } = painter;
  const strokes = 2 + Math.floor(random() * 3.2);
  const half = MARK * 0.36;
  for (let i = 0; i < strokes; i++) {
    const kind = random();
    const cx = x + random.between(-0.3, 0.3) * half;
    const cy = y + random.between(-0.75, 0.75) * half;
    if (kind < 0.2) {
      painter.brush([[cx, cy], [cx + half * 0.3, cy + half * 0.35]], 0.0013, 'ink', 0.9, 6); // prettier-ignore
      continue;
    }
    const angle = random.between(-0.5, 0.4) + (kind > 0.62 ? Math.PI / 2 : 0);
    const reach = half * random.between(0.55, 1);
    const bow = half * random.between(-0.55, 0.55);
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const path: Point[] = [-1, -0.2, 0.5, 1].map((t) => {
      const away = bow * (1 - t * t);
      return [cx + t * c * reach - s * away, cy + t * s * reach + c * away] as const;
    });
    painter.brush(path, random.between(0.0009, 0.0016), 'ink', 0.92, 10);
  }
}

/** A Buddha who teaches between two bodhisattvas, a donor before him, clouds and falling flowers. */
function drawFrontispiece(painter: Painter, edge: number) {
  const width = SHEET.picture - 0.012;
  const left = edge + 0.004;
  painter.clip(rectangle(left, 0.014, width, SHEET.height - 0.028));
  painter.fill(rectangle(left, 0.014, width, SHEET.height - 0.028), 'ochre', 0.14);
  const middle = left + width / 2;
  for (const [x, y, size, turn] of [
    [-0.055, 0.04, 0.03, 0],
    [0.06, 0.045, 0.03, 0.2],
    [-0.07, 0.085, 0.022, -0.2],
    [0.074, 0.095, 0.02, 0.1],
  ] as const)
    // prettier-ignore
    cloud(painter, middle + x, y, size, turn, 'azuriteLight', x < 0);
  for (let i = 0; i < 14; i++)
    flower(
      painter,
      middle + painter.random.between(-0.08, 0.08),
      painter.random.between(0.025, 0.12),
      0.0032,
      'white',
      'cinnabar',
    );
  painter.push(middle, 0.162, 0.096);
  buddha(painter, { gesture: 'teaching', seed: 5 });
  painter.pop();
  for (const side of [-1, 1]) {
    painter.push(middle + side * 0.064, 0.226, 0.118);
    bodhisattva(painter, { turn: -side * 0.8, seed: 40 + side, hold: 'lotus', sway: side * 0.5 });
    painter.pop();
  }
  painter.push(middle + 0.024, 0.242, 0.052);
  donor(painter, { seed: 3 });
  painter.pop();
  painter.pop();
  for (const inset of [0, 0.003])
    painter.line(
      rectangle(left + inset, 0.014 + inset, width - 2 * inset, SHEET.height - 0.028 - 2 * inset),
      inset ? 0.0004 : 0.0011,
      'brown',
      0.9,
    );
}
