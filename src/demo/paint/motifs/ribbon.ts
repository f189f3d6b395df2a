import type { Painter } from '#demo/paint/painter.ts';
import { curve, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

export interface RibbonOptions {
  /** Half turns over the length. Default 2.5. */
  readonly twist?: number;
  /** Where in a turn it starts, radians. Default 0. */
  readonly phase?: number;
  /** Narrows towards its end. Default false. */
  readonly taper?: boolean;
  readonly lineWidth?: number;
  /** Points along it. Default 60. */
  readonly steps?: number;
}

/** A scarf along the points, `halfWidth` to each side where it lies flat, its other side showing where it turns. */
export function ribbon(
  painter: Painter,
  points: readonly Point[],
  halfWidth: number,
  pigment: Pigment,
  reverse: Pigment,
  options: RibbonOptions = {},
): void {
  const { twist = 2.5, phase = 0, taper = false, lineWidth = halfWidth * 0.16, steps = 60 } = options;
  const spine = sampleCurve(points, steps);
  const half = (t: number): number =>
    halfWidth *
    (0.35 + 0.65 * Math.abs(Math.cos(phase + t * Math.PI * twist))) *
    (t < 0.06 ? 0.45 + (0.55 * t) / 0.06 : 1) *
    (t > 0.9 ? 1 + (t - 0.9) * 4 : 1) *
    (taper ? 1 - t * 0.6 : 1);
  const path = ribbonPath(spine, half);
  painter.fill(path, pigment);
  painter.shade(path, 'ink', halfWidth * 0.6, 0.22);
  for (let turn = 0; turn < twist; turn += 2) {
    const from = Math.max(0, (turn + 0.12 - phase / Math.PI) / twist);
    const to = Math.min(1, from + 0.45 / twist);
    const part = spine.slice(Math.floor(from * steps), Math.ceil(to * steps) + 1);
    if (to - from < 0.02 || from > 1 || part.length < 3) continue;
    const shown = (t: number): number => half(from + (to - from) * t) * Math.sin(Math.PI * t) * 0.8;
    painter.fill(ribbonPath(part, shown), reverse);
  }
  for (const side of [-0.45, 0.4]) {
    const fold = offsetLine(spine, (t) => side * half(t));
    painter.line(curve(fold.filter((_, i) => i % 3 === 0)), halfWidth * 0.08, 'ink', 0.4);
  }
  painter.line(curve(spine.filter((_, i) => i % 3 === 0)), halfWidth * 0.12, 'white', 0.4);
  painter.line(path, lineWidth, 'ink', 0.85);
}

function offsetLine(points: readonly Point[], offsetAt: (t: number) => number): Point[] {
  const last = points.length - 1;
  return points.map((point, i): Point => {
    const before = points[Math.max(0, i - 1)]!;
    const after = points[Math.min(last, i + 1)]!;
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const offset = offsetAt(i / last) / length;
    return [point[0] - (after[1] - before[1]) * offset, point[1] + (after[0] - before[0]) * offset];
  });
}
