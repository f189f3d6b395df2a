/** Sockets of lost beams in rows, and the dark mouths of small cells, painted with the depth one sees from below. */
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, polygon, type Point } from '#demo/paint/paths.ts';
import { cliffDepth, DOORS, NICHES, type Opening } from '#demo/caves/terrace/rock/face.ts';
import type { Extent } from '#demo/caves/terrace/rock/stone.ts';

/** Square sockets of lost beams, and dark mouths of small cells higher up; x, y of the middle and the half size. */
interface Hole {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly kind: 'beam' | 'cell';
}

export const HOLES: readonly Hole[] = cutHoles();

function cutHoles(): Hole[] {
  const random = createRandom(3377);
  const holes: Hole[] = [];
  const row = (from: number, to: number, y: number, step: number, half: number): void => {
    for (let x = from; x <= to; x += step * random.between(0.92, 1.08)) {
      if (random() < 0.12) continue;
      holes.push({ x, y: y + random.normal() * 0.035, half: half * random.between(0.85, 1.15), kind: 'beam' });
    }
  };
  row(-2.9, 3.2, 5.28, 0.82, 0.1);
  row(-3, 8.9, 2.74, 1.02, 0.085);
  row(3.6, 9.4, 5.42, 0.95, 0.1);
  row(9.2, 13.2, 4.6, 0.85, 0.1);
  row(-13, -8.2, 5.75, 0.8, 0.095);
  row(-7.8, -3.4, 5.55, 0.9, 0.085);
  row(-6, 12, 8.35, 1.1, 0.1);
  row(14.5, 24, 3.9, 1.05, 0.1);
  row(14.2, 26, 7.1, 1.2, 0.1);
  row(-25, -14, 4.2, 1.1, 0.1);
  row(-24, -13.8, 7.6, 1.2, 0.1);
  for (let i = 0; i < 40; i++)
    holes.push({
      x: random.between(-26, 28),
      y: random.between(5.9, 12.2),
      half: random.between(0.26, 0.5),
      kind: 'cell',
    });
  const keep = (hole: Hole): boolean =>
    ![...DOORS, ...NICHES].some((o) => touches(o, hole, hole.kind === 'cell' ? 0.5 : 0.12));
  return holes.filter((hole) => keep(hole) && (hole.kind === 'beam' || isEven(hole)));
}

/** A cell's mouth was cut where the face was even. */
function isEven({ x, y }: Hole): boolean {
  const rise = Math.abs(cliffDepth(x, y + 0.4) - cliffDepth(x, y - 0.4));
  const run = Math.abs(cliffDepth(x + 0.4, y) - cliffDepth(x - 0.4, y));
  return rise < 0.28 && run < 0.2;
}

function touches(opening: Opening, { x, y, half }: Hole, margin: number): boolean {
  const reach = half * 1.5 + margin;
  return x > opening.left - reach && x < opening.right + reach && y > opening.bottom - reach && y < opening.top + reach;
}

export function drawHoles(painter: Painter, extent: Extent): void {
  for (const hole of HOLES) {
    const u = hole.x - extent.left;
    const v = extent.top - hole.y;
    if (u < -1 || u > extent.width + 1 || v < -1 || v > extent.height + 1) continue;
    painter.push(u, v, hole.half);
    if (hole.kind === 'beam') drawBeamHole(painter, hole.x);
    else drawCell(painter, hole.x);
    painter.pop();
  }
}

function ragged(x: number, half: number, height: number, round: number): Point[] {
  const random = createRandom(Math.round(x * 1000) + 77);
  return Array.from({ length: 28 }, (_, i): Point => {
    const angle = (i / 28) * Math.PI * 2;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const power = s < 0 ? round : 6;
    const reach = (Math.abs(c) ** power + Math.abs(s) ** power) ** (-1 / power) * random.between(0.95, 1.05);
    return [c * reach * half, s * reach * height];
  });
}

function drawBeamHole(painter: Painter, x: number): void {
  const outline = blob(ragged(x, 1, 1, 6), true, 0.2);
  if (painter.isDrawing) {
    painter.fill(outline, 'ink');
    painter.line(outline, 0.05);
    for (let i = -2; i <= 2; i++)
      painter.line(
        polygon([
          [i * 0.35 - 0.2, 0.7],
          [i * 0.35 + 0.2, -0.7],
        ]),
        0.05,
      );
    return;
  }
  depthFill(painter, outline, 1);
}

function drawCell(painter: Painter, x: number): void {
  const outline = blob(ragged(x, 0.85, 1.2, 2.3), true, 0.3);
  if (painter.isDrawing) {
    painter.line(outline, 0.03);
    painter.line(blob(ragged(x + 1, 0.7, 1.02, 2.3), true, 0.3), 0.015, 'ink', 0.6);
    return;
  }
  depthFill(painter, outline, 1.2);
  painter.clip(outline);
  painter.fill(ellipse(0, 0.55, 0.42, 0.5), 'ochre', 0.1);
  painter.pop();
}

/** A hole as one sees it from below: its ceiling faintly lit by the sky, its depth dark, light on the lower lip. */
function depthFill(painter: Painter, outline: ReturnType<typeof blob>, height: number): void {
  const { context } = painter;
  const depth = context.createLinearGradient(0, -height, 0, height);
  depth.addColorStop(0, '#473a32');
  depth.addColorStop(0.3, '#1f1815');
  depth.addColorStop(0.82, '#120e0d');
  depth.addColorStop(1, '#3a2f28');
  context.fillStyle = depth;
  context.fill(outline);
  painter.line(outline, 0.09, 'brown', 0.5);
  context.save();
  context.translate(0.03, 0.06);
  painter.line(outline, 0.05, 'white', 0.22);
  context.restore();
}
