/** Mountains as overlapping teeth in banded colours, trees like fans, water in curls: the land the stories happen in. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, type Point, ribbonPath, sampleCurve } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

const HILL_PIGMENTS: readonly Pigment[] = [
  'malachite',
  'black',
  'azurite',
  'ochre',
  'white',
  'malachiteLight',
  'brown',
  'azuriteLight',
];

/** One leaning tooth, foot in the middle at (x, y), with a light inner band and ticks of grass on its back. */
export function drawHill(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  pigment: Pigment,
): void {
  const { random } = painter;
  const lean = random.between(-0.22, 0.22);
  painter.push(x, y, 1);
  const outline = (k: number): Point[] => [
    [-0.5 * width * k, 0],
    [(-0.42 + lean * 0.2) * width * k, -0.45 * height * k],
    [(-0.2 + lean * 0.6) * width * k, -0.86 * height * k],
    [lean * 0.8 * width * k, -height * k],
    [(0.22 + lean * 0.6) * width * k, -0.84 * height * k],
    [(0.42 + lean * 0.2) * width * k, -0.42 * height * k],
    [0.5 * width * k, 0],
  ];
  const edge = Math.min(width, height) * 0.05;
  const path = blob([...outline(1), [0, 0.08 * height]], true, 0.9);
  painter.fill(path, pigment);
  painter.shade(
    path,
    pigment === 'black' || pigment === 'brown' ? 'ochreRed' : 'ink',
    Math.min(width, height) * 0.3,
    0.4,
    4,
  );
  painter.line(curve(outline(0.82)), edge * 0.9, pigment === 'white' ? 'azuriteLight' : 'white', 0.6);
  painter.line(curve(outline(1)), edge * 0.7, 'ink', 0.9);
  for (const [px, py] of sampleCurve(outline(1.02), 9).slice(1, -1)) {
    const tall = height * random.between(0.06, 0.13);
    for (const side of [-0.4, 0, 0.4]) {
      painter.line(curve([[px, py], [px + side * tall, py - tall]]), edge * 0.35, 'ink', 0.75); // prettier-ignore
    }
  }
  painter.pop();
}

/** A chain of hills from one point to another, the front ones last. */
export function drawHillChain(
  painter: Painter,
  [x0, y0]: Point,
  [x1, y1]: Point,
  size: number,
  shift = 0,
  rows = 2,
): void {
  const { random } = painter;
  const count = Math.max(2, Math.round(Math.hypot(x1 - x0, y1 - y0) / (size * 0.5)));
  const teeth: { x: number; y: number; width: number; height: number; pigment: Pigment }[] = [];
  for (let row = rows - 1; row >= 0; row--) {
    for (let i = 0; i <= count; i++) {
      const k = (i + (row % 2) * 0.5) / count;
      if (k > 1.02) continue;
      teeth.push({
        x: x0 + (x1 - x0) * k + random.normal() * size * 0.06 + (row % 2) * size * 0.18,
        y: y0 + (y1 - y0) * k - row * size * 0.4,
        width: size * random.between(0.75, 1.1),
        height: size * random.between(0.75, 1.3),
        pigment: HILL_PIGMENTS[(i * 3 + row * 5 + shift) % HILL_PIGMENTS.length]!,
      });
    }
  }
  // From the top down, so that each hides the foot of those behind it.
  teeth.sort((a, b) => a.y - b.y);
  for (const tooth of teeth) drawHill(painter, tooth.x, tooth.y, tooth.width, tooth.height, tooth.pigment);
}

/** A tree of `height`, foot at (x, y): a bent trunk and fans of leaves. */
export function drawTree(painter: Painter, x: number, y: number, height: number, pigment: Pigment = 'malachite'): void {
  const { random } = painter;
  const bend = random.between(-0.12, 0.12);
  painter.push(x, y, height);
  const trunk = sampleCurve([[0, 0], [bend, -0.3], [-bend * 0.6, -0.6], [bend * 0.5, -0.9]], 12); // prettier-ignore
  painter.shape(
    ribbonPath(trunk, (t) => 0.028 * (1.3 - t)),
    'brown',
    { lineWidth: 0.012 },
  );
  const fans: (readonly [number, number, number])[] = [[bend * 0.5, -0.88, 0], [-0.17, -0.66, -0.6], [0.18, -0.7, 0.6], [-0.14, -0.42, -0.9], [0.16, -0.48, 0.9]]; // prettier-ignore
  for (const [fx, fy, turn] of fans) {
    painter.push(fx, fy, random.between(0.2, 0.26), turn + random.between(-0.2, 0.2));
    painter.line(curve([[0, 0.5], [0, 0.1]]), 0.08, 'brown'); // prettier-ignore
    for (const angle of [-1.2, 1.2, -0.65, 0.65, 0]) {
      painter.push(0, 0.15, 1, angle);
      const leaf = blob([[0, 0.1], [-0.2, -0.35], [-0.12, -0.75], [0, -0.92], [0.12, -0.75], [0.2, -0.35]]); // prettier-ignore
      painter.shape(leaf, angle === 0 ? pigment : random() < 0.3 ? 'azuriteLight' : pigment, {
        lineWidth: 0.05,
        shade: 'ink',
        shadeWidth: 0.12,
      });
      painter.line(curve([[0, 0], [0, -0.7]]), 0.04, 'white', 0.55); // prettier-ignore
      painter.pop();
    }
    painter.pop();
  }
  painter.pop();
}

/** Water in a band along points: rows of curls. */
export function drawWater(painter: Painter, points: readonly Point[], halfWidth: number): void {
  const line = sampleCurve(points, 40);
  const path = ribbonPath(line, (t) => halfWidth * (1 + 0.12 * Math.sin(t * 9)));
  painter.shape(path, 'azuriteLight', {
    shade: 'azurite',
    shadeWidth: halfWidth * 0.5,
    shadeAlpha: 0.8,
    lineWidth: 0.005,
  });
  painter.clip(path);
  const step = halfWidth * 0.42;
  for (let i = 1; i < line.length; i++) {
    const [x, y] = line[i]!;
    for (let k = -2; k <= 2; k++) {
      const cx = x + (i % 2) * step * 0.5;
      const cy = y + k * step;
      painter.line(ellipse(cx, cy, step * 0.5, step * 0.36), 0.0035, 'white', 0.65);
      painter.line(ellipse(cx, cy + step * 0.08, step * 0.26, step * 0.18), 0.003, 'lapis', 0.7);
    }
  }
  painter.pop();
}
