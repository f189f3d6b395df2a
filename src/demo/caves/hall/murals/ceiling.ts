import { HALL, SLANT } from '#demo/caves/hall/dimensions.ts';
import { at } from '#demo/caves/hall/murals/registers.ts';
import { CELL } from '#demo/caves/hall/murals/layout.ts';
import { beadBand, honeysuckle, petalBand } from '#demo/paint/motifs/borders.ts';
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import { tinyBuddha } from '#demo/paint/motifs/tinyBuddha.ts';
import { valance } from '#demo/paint/motifs/valance.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { ellipse, rectangle, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';

const VALANCE = 0.42;
const FOOT = 0.09;

/** One slope: drapery from the edge of the caisson, thousand Buddhas, a vine at its foot, pearls along the hips. */
export function drawSlope(painter: Painter): void {
  const { width, caisson } = HALL;
  const widthAt = (y: number): number => caisson + ((width - caisson) * y) / SLANT;
  painter.fill(rectangle(0, 0, width, SLANT), 'ochreRed');
  const rows = Math.round((SLANT - VALANCE - FOOT) / 0.19);
  const dy = (SLANT - VALANCE - FOOT) / rows;
  for (let row = 0; row < rows; row++) {
    const y = VALANCE + row * dy;
    const reach = widthAt(y + dy * 0.5) / 2 + 0.06;
    const half = Math.floor(reach / CELL.width);
    for (let column = -half; column <= half; column++)
      drawCell(painter, width / 2 + column * CELL.width, y, dy, column, row);
  }
  const wide = widthAt(VALANCE) + 0.1;
  at(painter, width / 2 - wide / 2, 0, () => valance(painter, wide, VALANCE));
  at(painter, 0, SLANT - FOOT, () => {
    honeysuckle(painter, width, FOOT, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
  });
  for (const side of [-1, 1]) drawHip(painter, side);
}

function drawCell(painter: Painter, x: number, y: number, height: number, column: number, row: number): void {
  const { random } = painter;
  painter.lightness = random.between(-0.035, 0.035);
  painter.push(x, y + height * 0.015, height * 0.97, random.between(-0.012, 0.012));
  tinyBuddha(painter, column - row);
  painter.pop();
  const slip = (column + row) % 2 ? 'white' : 'malachiteLight';
  cartouche(painter, x + CELL.width * 0.41, y + height * 0.1, CELL.width * 0.13, height * 0.5, slip);
  painter.lightness = 0;
}

/** The band where two slopes meet; each carries half of it. */
function drawHip(painter: Painter, side: number): void {
  const { width, caisson } = HALL;
  const from: Point = [width / 2 + (side * caisson) / 2, 0];
  const to: Point = [width / 2 + (side * width) / 2, SLANT];
  const line = sampleCurve([from, [(from[0] + to[0]) / 2, SLANT / 2], to], 8);
  painter.shape(ribbonPath(line, () => 0.034), 'white', { lineWidth: 0.004 }); // prettier-ignore
  painter.shape(ribbonPath(line, () => 0.028), 'black', { lineWidth: 0.003 }); // prettier-ignore
  for (let i = 0; i < 44; i++) {
    const t = (i + 0.5) / 44;
    const pearl = ellipse(from[0] + (to[0] - from[0]) * t - side * 0.012, from[1] + (to[1] - from[1]) * t, 0.009);
    painter.shape(pearl, i % 2 ? 'white' : 'malachite', { lineWidth: 0.002 });
  }
}

/** The upright edge round the caisson. */
export function drawLip(painter: Painter): void {
  petalBand(painter, HALL.caisson, HALL.lip * 0.74);
  at(painter, 0, HALL.lip * 0.74, () => beadBand(painter, HALL.caisson, HALL.lip * 0.26));
}
