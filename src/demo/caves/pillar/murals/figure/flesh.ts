/**
 * Bare bodies as the northern painters built them: even flesh, a broad dark band inside the contour, rings on breast and
 * belly. Lead in the bands has turned, so what was rose is nearly black today.
 */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, type Point, ribbonPath, sampleCurve } from '#demo/paint/paths.ts';
import type { Build, Joints } from './pose.ts';

export interface LimbOptions {
  /** Half widths at root, joint, end, parts of the figure's height. */
  readonly widths: readonly [root: number, joint: number, end: number];
}

/** An arm or a leg over three joints. */
export function drawLimb(painter: Painter, points: readonly [Point, Point, Point], options: LimbOptions): void {
  const [root, joint, end] = options.widths;
  const line = sampleCurve(bendBetween(points), 14);
  const path = ribbonPath(line, (t) => (t < 0.5 ? root + (joint - root) * 2 * t : joint + (end - joint) * (2 * t - 1)));
  painter.fill(path, 'flesh');
  painter.shade(path, 'fleshShade', root * 0.85, 0.8, 3);
  painter.line(path, 0.009, 'ink', 0.9);
}

/** Keeps a limb straight between its joints: two points close to the joint round it off. */
function bendBetween([a, b, c]: readonly [Point, Point, Point]): Point[] {
  const towards = (p: Point, q: Point, k: number): Point => [p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k];
  return [a, towards(a, b, 0.5), towards(b, a, 0.12), towards(b, c, 0.12), towards(b, c, 0.55), c];
}

export function drawHand(painter: Painter, elbow: Point, wrist: Point, size: number): void {
  const angle = Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]);
  painter.push(wrist[0], wrist[1], size, angle);
  for (let i = 0; i < 4; i++) {
    const spread = (i - 1.5) * 0.3;
    const length = i === 0 || i === 3 ? 1.25 : 1.5;
    painter.brush(
      [
        [0.3, spread * 0.7],
        [0.8, spread * 0.95],
        [length, spread * 0.8 + 0.1],
      ],
      0.42,
      'fleshShade',
      1,
      8,
      () => 1,
    );
    painter.brush(
      [
        [0.3, spread * 0.7],
        [0.8, spread * 0.95],
        [length - 0.06, spread * 0.8 + 0.1],
      ],
      0.25,
      'flesh',
      1,
      8,
      () => 1,
    );
  }
  painter.shape(ellipse(0.3, 0, 0.55, 0.42), 'flesh', { line: 'fleshShade', lineWidth: 0.12 });
  painter.pop();
}

export function drawFoot(painter: Painter, knee: Point, ankle: Point, size: number, side: number): void {
  const down = Math.atan2(ankle[1] - knee[1], ankle[0] - knee[0]);
  painter.push(ankle[0], ankle[1], size, down - Math.PI / 2, side < 0);
  const foot = blob([
    [-0.5, -0.4],
    [0.4, -0.5],
    [0.9, 0.15],
    [1.7, 0.55],
    [1.6, 0.85],
    [0, 0.85],
    [-0.55, 0.6],
  ]);
  painter.shape(foot, 'flesh', { shade: 'fleshShade', shadeWidth: 0.4, shadeAlpha: 0.8, lineWidth: 0.18 });
  painter.pop();
}

/** The trunk with its rings: from the shoulders to the hips. */
export function drawTrunk(painter: Painter, joints: Joints, build: Build): void {
  const { chest, pelvis } = joints;
  const angle = Math.atan2(chest[0] - pelvis[0], pelvis[1] - chest[1]);
  const length = build.trunk;
  const g = build.girth;
  painter.push(pelvis[0], pelvis[1], 1, angle);
  const half: Point[] = [
    [0, -length - 0.03],
    [build.shoulder * 0.75, -length - 0.012],
    [build.shoulder * 1.12, -length + 0.035],
    [0.078 * g, -length * 0.62],
    [0.062 * g, -length * 0.34],
    [0.075 * g, -length * 0.1],
    [0.07 * g, 0.03],
  ];
  const path = blob(
    [
      ...half,
      ...half
        .slice(1)
        .map(([x, y]): Point => [-x, y])
        .reverse(),
    ],
    true,
    0.9,
  );
  painter.fill(path, 'flesh');
  painter.shade(path, 'fleshShade', 0.045 * Math.sqrt(g), 0.85, 4);
  painter.line(path, 0.009, 'ink', 0.9);
  for (const side of [-1, 1]) {
    const ring = curve([
      [side * 0.012, -length * 0.74],
      [side * 0.022, -length * 0.62],
      [side * 0.05 * g, -length * 0.6],
      [side * 0.07 * g, -length * 0.72],
    ]);
    painter.line(ring, 0.016, 'fleshShade', 0.75);
    painter.line(ring, 0.005, 'ink', 0.6);
  }
  const belly = ellipse(0, -length * 0.2, 0.048 * g, 0.055 * Math.sqrt(g));
  painter.line(belly, 0.018, 'fleshShade', 0.7);
  painter.line(belly, 0.004, 'ink', 0.5);
  painter.fill(ellipse(0, -length * 0.2, 0.007), 'fleshShade');
  painter.pop();
}

/** Draws in place of a body that is covered. */
export function neckPath(chest: Point, head: Point, width: number): ReturnType<typeof ribbonPath> {
  return ribbonPath([chest, head], () => width);
}
