import { FLOOR_PAINTING, HALL } from '#demo/caves/hall/dimensions.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, rectangle, type Point } from '#demo/paint/paths.ts';

/** Side of a tile, metres. */
const TILE = 5.2 / 19;

/** Square clay tiles with a moulded lotus each, laid in rows; in the passage they run on. Clay has no layers: only dust. */
export function drawFloor(painter: Painter): void {
  const { random } = painter;
  painter.fill(rectangle(0, 0, FLOOR_PAINTING.width, FLOOR_PAINTING.height), 'brown');
  const rows = Math.ceil(FLOOR_PAINTING.height / TILE);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < 19; column++) {
      const shift = row * TILE > HALL.depth ? 0 : (row % 2) * 0.012;
      painter.lightness = random.between(-0.16, 0.1);
      painter.push((column + 0.5) * TILE + shift - 0.006, (row + 0.5) * TILE, 1, random.between(-0.012, 0.012));
      drawTile(painter);
      painter.pop();
      painter.lightness = 0;
    }
  }
}

/** A tile about the origin: rim, eight petals with a ridge, a ring of seeds, leaves in the corners. Some are cracked. */
function drawTile(painter: Painter): void {
  const { random } = painter;
  const half = TILE / 2 - random.between(0.003, 0.006);
  const tile = rectangle(-half, -half, 2 * half, 2 * half);
  painter.shape(tile, 'grey', { line: 'brown', lineWidth: 0.004, shade: 'brown', shadeWidth: 0.03, shadeAlpha: 0.4 });
  const rim = half * 0.88;
  painter.line(rectangle(-rim, -rim, 2 * rim, 2 * rim), 0.004, 'brown', 0.55);
  painter.push(0, 0, half * 0.84, random.pick([0, 1, 2, 3]) * (Math.PI / 2));
  for (let i = 0; i < 4; i++) {
    painter.push(0, 0, 1, i * (Math.PI / 2) + Math.PI / 4);
    painter.shape(blob([[0, -1.24], [-0.22, -1.0], [0, -0.86], [0.22, -1.0]]), 'grey', { line: 'brown', lineWidth: 0.035, lineAlpha: 0.55, shade: 'ground', shadeWidth: 0.08, shadeAlpha: 0.5 }); // prettier-ignore
    painter.pop();
  }
  painter.line(ellipse(0, 0, 0.86), 0.03, 'brown', 0.55);
  for (let i = 0; i < 8; i++) {
    painter.push(0, 0, 1, (i / 8) * Math.PI * 2);
    const petal = blob([[0, -0.3], [-0.2, -0.5], [-0.24, -0.66], [0, -0.83], [0.24, -0.66], [0.2, -0.5]]); // prettier-ignore
    painter.shape(petal, 'grey', { line: 'brown', lineWidth: 0.035, lineAlpha: 0.6, shade: 'ground', shadeWidth: 0.07, shadeAlpha: 0.55 }); // prettier-ignore
    painter.line(curve([[0, -0.36], [0, -0.7]]), 0.03, 'brown', 0.5); // prettier-ignore
    painter.pop();
  }
  painter.shape(ellipse(0, 0, 0.29), 'grey', {
    line: 'brown',
    lineWidth: 0.035,
    lineAlpha: 0.6,
    shade: 'ground',
    shadeWidth: 0.06,
  });
  for (let i = 0; i < 7; i++) {
    const angle = (i / 6) * Math.PI * 2;
    const reach = i === 6 ? 0 : 0.16;
    painter.line(ellipse(Math.cos(angle) * reach, Math.sin(angle) * reach, 0.045), 0.025, 'brown', 0.6);
  }
  painter.pop();
  if (random() < 0.14) drawBreak(painter, half);
}

function drawBreak(painter: Painter, half: number): void {
  const { random } = painter;
  const lean = random.between(-0.5, 0.5) * half;
  const line: Point[] = [[-half, lean], [-half * 0.4, lean + random.between(-0.03, 0.03)], [half * 0.2, random.between(-0.04, 0.04)], [half, -lean]]; // prettier-ignore
  const corners: Point[] = random() < 0.5 ? line : line.map(([x, y]): Point => [y, x]);
  painter.brush(corners, 0.006, 'ink', 0.85, 18);
}
