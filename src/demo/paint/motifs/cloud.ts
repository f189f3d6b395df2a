import type { Painter } from '#demo/paint/painter.ts';
import { curve, ellipse, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** A curled cloud about `size` high that trails to the right (mirrored: to the left). */
export function cloud(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  rotation = 0,
  pigment: Pigment = 'malachite',
  mirrored = false,
): void {
  const { random } = painter;
  painter.push(x, y, size, rotation, mirrored);
  for (const [drop, reach] of [
    [0.05, 1.4],
    [0.14, 1],
  ] as const) {
    // prettier-ignore
    const end = reach * random.between(0.85, 1.15);
    const line: Point[] = [
      [0.1, drop],
      [end * 0.36, drop + 0.07],
      [end * 0.64, drop - 0.07],
      [end, drop],
    ];
    const tail = ribbonPath(sampleCurve(line, 30), (t) => 0.08 * (1 - t) + 0.004);
    painter.fill(tail, drop > 0.1 ? 'white' : pigment);
    painter.line(tail, 0.02, 'ink', 0.6);
  }
  const puffs: readonly (readonly [number, number, number, Pigment])[] = [
    [-0.25, 0.02, 0.2, pigment],
    [0.05, -0.08, 0.26, 'white'],
    [0.3, 0.06, 0.17, 'azuriteLight'],
  ];
  for (const [cx, cy, mean, colour] of puffs) {
    const radius = mean * random.between(0.85, 1.15);
    const puff = ellipse(cx, cy, radius, radius * 0.85);
    painter.shape(puff, colour, {
      lineWidth: 0.022,
      lineAlpha: 0.7,
      shade: pigment,
      shadeWidth: 0.08,
      shadeAlpha: 0.4,
    });
    painter.line(curve(spiral(cx, cy, radius * 0.72, random.between(2, 2.8))), 0.02, 'ink', 0.7);
  }
  painter.pop();
}

function spiral(x: number, y: number, radius: number, start: number): Point[] {
  return Array.from({ length: 23 }, (_, i): Point => {
    const angle = start + (i / 22) * Math.PI * 2.3;
    const r = radius * (1 - i / 26);
    return [x + Math.cos(angle) * r, y + Math.sin(angle) * r];
  });
}
