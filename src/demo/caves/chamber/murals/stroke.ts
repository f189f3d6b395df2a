import type { BrushProfile, Painter } from '#demo/paint/painter.ts';
import { ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

const swell: BrushProfile = (t) => Math.sin(Math.PI * Math.min(1, 0.08 + t * 0.9)) ** 0.6;

/**
 * A stroke of the brush that stands for a thing of its own colour: a sash, a plume, a lock. In the line drawing it is
 * outlined, where a plain stroke of that width would be a bar of ink. Arguments as of `Painter.brush`.
 */
export function stroke(
  painter: Painter,
  points: readonly Point[],
  width: number,
  pigment: Pigment = 'ink',
  alpha = 0.92,
  steps = 20,
  profile: BrushProfile = swell,
): void {
  if (!painter.isDrawing || pigment === 'ink') {
    painter.brush(points, width, pigment, alpha, steps, profile);
    return;
  }
  const outline = ribbonPath(sampleCurve(points, steps), (t) => width * 0.5 * profile(t));
  painter.fill(outline, pigment);
  painter.line(outline, Math.min(width * 0.14, 0.03));
}
