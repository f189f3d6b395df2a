import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** An arm, leg or finger: a band along the points, half widths from `start` to `end`. */
export function limb(
  painter: Painter,
  points: readonly Point[],
  start: number,
  end: number,
  pigment: Pigment = 'flesh',
  lineWidth = 0.006,
): void {
  // Rounded where it joins the body.
  const path = ribbonPath(sampleCurve(points, 24), (t) => {
    const cap = t < 0.16 ? Math.sqrt(Math.max(0, 1 - (1 - t / 0.16) ** 2)) : 1;
    return (start + (end - start) * t) * Math.max(0.25, cap);
  });
  painter.fill(path, pigment);
  const isSkin = pigment === 'flesh';
  painter.shade(path, isSkin ? 'fleshShade' : 'ink', Math.max(start, end) * 0.7, isSkin ? 0.6 : 0.3);
  painter.line(path, lineWidth, 'ink', 0.85);
}

/** raised: palm out, fingers up. holding: thumb and first finger meet, as round a stem. */
export type HandPose = 'raised' | 'holding';

/** Finger by finger from the little one: root, knuckle, tip; the wrist at (0, 0.1), fingers up, about 1 high. */
const FINGERS: Readonly<Record<HandPose, readonly (readonly Point[])[]>> = {
  raised: [
    [[-0.2, -0.3], [-0.3, -0.56], [-0.33, -0.8]], // prettier-ignore
    [[-0.08, -0.38], [-0.13, -0.7], [-0.13, -0.98]], // prettier-ignore
    [[0.05, -0.38], [0.06, -0.74], [0.05, -1.02]], // prettier-ignore
    [[0.17, -0.32], [0.22, -0.64], [0.23, -0.9]], // prettier-ignore
    [[0.2, -0.06], [0.4, -0.26], [0.44, -0.5]], // prettier-ignore
  ],
  holding: [
    [[-0.2, -0.3], [-0.36, -0.52], [-0.42, -0.76]], // prettier-ignore
    [[-0.1, -0.36], [-0.18, -0.64], [-0.16, -0.88]], // prettier-ignore
    [[0.02, -0.36], [0.05, -0.62], [0.16, -0.72]], // prettier-ignore
    [[0.13, -0.3], [0.26, -0.52], [0.4, -0.44]], // prettier-ignore
    [[0.18, -0.06], [0.38, -0.2], [0.44, -0.4]], // prettier-ignore
  ],
};

/** A hand about `size` high from its wrist at (x, y); the thumb on the right unless mirrored. */
export function hand(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  rotation: number,
  mirrored = false,
  pose: HandPose = 'raised',
): void {
  painter.push(x, y, size * 1.15, rotation, mirrored);
  for (const finger of FINGERS[pose]) finger3(painter, finger);
  const palm = blob([
    [-0.13, 0.12],
    [-0.24, -0.14],
    [-0.22, -0.34],
    [0, -0.44],
    [0.18, -0.34],
    [0.24, -0.12],
    [0.12, 0.12],
  ]);
  painter.fill(palm, 'flesh');
  painter.shade(palm, 'fleshShade', 0.1, 0.4);
  // The contour is left open towards the fingers.
  const rim = [[-0.22, -0.34], [-0.24, -0.14], [-0.13, 0.12], [0.12, 0.12], [0.22, -0.08]] as const; // prettier-ignore
  painter.line(curve(rim), 0.035, 'ink', 0.85);
  painter.line(curve([[-0.16, -0.2], [-0.02, -0.24], [0.12, -0.16]]), 0.022, 'ink', 0.55); // prettier-ignore
  painter.line(curve([[0.06, -0.3], [0.04, -0.14], [0.1, 0]]), 0.022, 'ink', 0.55); // prettier-ignore
  painter.pop();
}

function finger3(painter: Painter, points: readonly Point[]): void {
  const line = sampleCurve(points, 14);
  const path = ribbonPath(line, (t) =>
    t > 0.85 ? 0.062 * Math.sqrt(Math.max(0, 1 - ((t - 0.85) / 0.15) ** 2)) + 0.006 : 0.085 - 0.027 * t,
  );
  painter.shape(path, 'flesh', {
    lineWidth: 0.032,
    shade: 'fleshShade',
    shadeWidth: 0.05,
    shadeAlpha: 0.45,
    lineAlpha: 0.85,
  });
}
