/** The sal trees over the couch, which flowered out of season and turned white as cranes. */
import { createRandom, type Random } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { flower } from '#demo/paint/motifs/flower.ts';

/** A trunk from (x, foot) up to `top`, leaning. */
export function trunk(painter: Painter, x: number, foot: number, top: number, lean: number, width: number): void {
  const points = sampleCurve([[x, foot], [x + lean * 0.35, (foot * 2 + top) / 3], [x + lean * 0.5, (foot + top * 2) / 3], [x + lean, top]], 24); // prettier-ignore
  const path = ribbonPath(points, (t) => width * (0.5 - 0.22 * t));
  painter.shape(path, 'brown', { lineWidth: 0.007, shade: 'ink', shadeWidth: width * 0.3 });
  painter.clip(path);
  for (let i = 0; i < 30; i++) {
    const [px, py] = points[Math.floor((i / 30) * 24)]!;
    const dx = ((i * 37) % 11) / 11 - 0.5;
    painter.line(curve([[px + dx * width, py], [px + dx * width * 0.9 + 0.006, py - 0.05]]), 0.004, 'ink', 0.6); // prettier-ignore
  }
  painter.pop();
}

/** A spray of long leaves hanging from one point, with a blossom in its heart. */
function spray(painter: Painter, x: number, y: number, size: number, random: Random): void {
  const leaves: readonly Pigment[] = ['white', 'malachiteLight', 'white', 'azuriteLight'];
  const count = 7;
  for (let i = 0; i < count; i++) {
    const angle = Math.PI * (0.12 + (0.76 * i) / (count - 1)) + random.between(-0.1, 0.1) + Math.PI / 2 - Math.PI / 2;
    const reach = size * random.between(0.8, 1.1) * (1 - 0.25 * Math.abs(i - 3) * 0.2);
    painter.push(x, y, reach, angle - Math.PI / 2);
    painter.shape(blob([[0, 0.05], [-0.16, 0.35], [-0.1, 0.75], [0, 1], [0.1, 0.75], [0.16, 0.35]]), inTurn(leaves, i + Math.floor(x * 7)), { lineWidth: 0.028, shade: 'malachite', shadeWidth: 0.1, shadeAlpha: 0.4 }); // prettier-ignore
    painter.line(curve([[0, 0.12], [0, 0.9]]), 0.022, 'malachite', 0.75); // prettier-ignore
    painter.pop();
  }
  flower(painter, x, y + size * 0.1, size * 0.36, 'white', 'cinnabar', 5);
}

/** A canopy of foliage over `width` × `height` from the origin: rows of sprays, each over the one above it. */
export function foliage(painter: Painter, width: number, height: number, seed: number): void {
  const random = createRandom(seed);
  const cell = 0.2;
  const rows = Math.max(2, Math.round(height / (cell * 0.62)));
  for (let row = 0; row < rows; row++) {
    const columns = Math.round(width / cell);
    for (let i = 0; i <= columns; i++) {
      const x = ((i + (row % 2) * 0.5) * width) / columns + random.between(-0.02, 0.02);
      const y = (row / rows) * height + random.between(-0.03, 0.03);
      painter.lightness = -0.16 + (0.2 * row) / rows + random.between(-0.04, 0.04);
      const edge: Point = [x, y];
      spray(painter, edge[0], edge[1], cell * random.between(0.8, 1.05), random);
    }
  }
  painter.lightness = 0;
}
