/** What the figures wear: dhotis with ladders of folds, long scarves in the wind, monks' robes, crowns. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, type Point, polygon, ribbonPath, sampleCurve } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import type { Build, Joints } from './pose.ts';

const mix = (a: Point, b: Point, k: number): Point => [a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k];

/** One trouser of a dhoti: along a leg down to `reach` of the shin, folds across it, a flared hem. */
function drawLegging(
  painter: Painter,
  [hip, knee, ankle]: readonly [Point, Point, Point],
  girth: number,
  cloth: Pigment,
  hem: Pigment,
  reach: number,
): void {
  const end = mix(knee, ankle, reach);
  const line = sampleCurve(
    [hip, mix(hip, knee, 0.55), mix(knee, hip, 0.08), mix(knee, end, 0.2), mix(knee, end, 0.7), end],
    22,
  );
  const widthAt = (t: number): number =>
    girth * (0.068 - 0.018 * Math.sin(Math.PI * t) + (t > 0.85 ? (t - 0.85) * 0.2 : 0));
  const path = ribbonPath(line, widthAt);
  painter.fill(path, cloth);
  painter.shade(path, 'ink', 0.035, 0.42, 3);
  painter.clip(path);
  for (let i = 2; i < line.length - 1; i += 2) {
    const a = line[i - 1]!;
    const b = line[i + 1]!;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const dx = (b[0] - a[0]) / length;
    const dy = (b[1] - a[1]) / length;
    const w = widthAt(i / (line.length - 1)) * 1.1;
    const at = line[i]!;
    const fold = curve([
      [at[0] - dy * w, at[1] + dx * w],
      [at[0] + dx * 0.022, at[1] + dy * 0.022],
      [at[0] + dy * w, at[1] - dx * w],
    ]);
    painter.line(fold, 0.0055, 'ink', 0.6);
    if (i % 4 === 0) painter.line(fold, 0.003, 'white', 0.35);
  }
  painter.line(
    ribbonPath(line.slice(-3), () => 0.09),
    0.016,
    hem,
    0.9,
  );
  painter.pop();
  painter.line(path, 0.009, 'ink', 0.9);
}

/** Standing legs share one fall of cloth: it fills what is open between them. */
function drawBetweenLegs(
  painter: Painter,
  { leftLeg, rightLeg }: Joints,
  girth: number,
  cloth: Pigment,
  reach: number,
): void {
  const left = mix(leftLeg[1], leftLeg[2], reach * 0.96);
  const right = mix(rightLeg[1], rightLeg[2], reach * 0.96);
  if (Math.abs(left[1] - right[1]) > 0.06 || Math.abs(right[0] - left[0]) > 0.3) return;
  const w = 0.05 * girth;
  const fall = blob(
    [
      [leftLeg[0][0] - w, 0.02],
      [left[0] - w, left[1]],
      [(left[0] + right[0]) / 2, Math.max(left[1], right[1]) + 0.012],
      [right[0] + w, right[1]],
      [rightLeg[0][0] + w, 0.02],
    ],
    true,
    0.4,
  );
  painter.shape(fall, cloth, { shade: 'ink', shadeWidth: 0.05, shadeAlpha: 0.5, lineWidth: 0.009 });
}

export function drawDhoti(
  painter: Painter,
  joints: Joints,
  build: Build,
  cloth: Pigment,
  hem: Pigment,
  reach = 0.8,
): void {
  const g = Math.sqrt(build.girth);
  drawBetweenLegs(painter, joints, g, cloth, reach);
  drawLegging(painter, joints.leftLeg, g, cloth, hem, reach);
  drawLegging(painter, joints.rightLeg, g, cloth, hem, reach);
  // The roll of cloth at the waist covers where the legs meet, and one end falls between them.
  const angle = Math.atan2(joints.chest[0], -joints.chest[1]);
  painter.push(0, 0, 1, angle * 0.6);
  const w = 0.085 * build.girth;
  const waist = blob([
    [-w, -0.045],
    [0, -0.03],
    [w, -0.045],
    [w * 1.15, 0.035],
    [w * 0.5, 0.075],
    [0, 0.06],
    [-w * 0.5, 0.075],
    [-w * 1.15, 0.035],
  ]);
  painter.shape(waist, cloth, { shade: 'ink', shadeWidth: 0.025, shadeAlpha: 0.35, lineWidth: 0.008 });
  const roll = ribbonPath(
    sampleCurve(
      [
        [-w * 0.95, -0.05],
        [0, -0.028],
        [w * 0.95, -0.05],
      ],
      8,
    ),
    () => 0.016 * g,
  );
  painter.shape(roll, hem, { lineWidth: 0.007 });
  painter.pop();
}

/** A band of cloth along points, turning its back at half way, with a forked end. */
export function drawBand(
  painter: Painter,
  points: readonly Point[],
  width: number,
  cloth: Pigment,
  reverse: Pigment,
  isForked = true,
): void {
  const line = sampleCurve(points, Math.max(16, points.length * 7));
  const swell = (t: number): number =>
    width * (0.55 + 0.45 * Math.abs(Math.sin(t * Math.PI * (points.length - 1) * 0.5)));
  const path = ribbonPath(line, swell);
  painter.fill(path, cloth);
  const turn = line.slice(Math.floor(line.length * 0.45), Math.floor(line.length * 0.7));
  painter.fill(
    ribbonPath(turn, (t) => width * 0.8 * Math.sin(Math.PI * t)),
    reverse,
  );
  painter.shade(path, 'ink', width * 0.6, 0.3, 2);
  painter.line(path, width * 0.2, 'ink', 0.85);
  painter.line(curve(line.filter((_, i) => i % 4 === 0)), width * 0.12, 'white', 0.45);
  if (!isForked) return;
  const tip = line[line.length - 1]!;
  const before = line[line.length - 4]!;
  painter.push(tip[0], tip[1], width, Math.atan2(tip[1] - before[1], tip[0] - before[0]));
  const fork = polygon([
    [-0.6, -0.7],
    [2.6, -2.1],
    [1.2, -0.1],
    [3.4, 0.9],
    [0.6, 1.5],
    [-0.6, 0.8],
  ]);
  painter.shape(fork, cloth, { lineWidth: 0.2 });
  painter.pop();
}

/** The long scarf: an arch behind the head, over the elbows, both ends blown to the side `wind` (−1 … 1). */
export function drawScarf(
  painter: Painter,
  joints: Joints,
  wind: number,
  width: number,
  cloth: Pigment,
  reverse: Pigment,
): void {
  const { random } = painter;
  const [head] = [joints.head];
  const lift = 0.17 + random() * 0.06;
  const left = joints.leftArm;
  const right = joints.rightArm;
  const arch: Point[] = [
    left[1],
    [left[0][0] - 0.1, left[0][1] - 0.1],
    [head[0] - 0.11, head[1] - lift * 0.7],
    [head[0] + wind * 0.05, head[1] - lift],
    [head[0] + 0.11, head[1] - lift * 0.7],
    [right[0][0] + 0.1, right[0][1] - 0.1],
    right[1],
  ];
  drawBand(painter, arch, width, reverse, cloth, false);
  for (const [elbow, side] of [
    [left[1], -1],
    [right[1], 1],
  ] as const) {
    const drift = side * 0.1 + wind * 0.2;
    const end: Point[] = [
      elbow,
      [elbow[0] + side * 0.07, elbow[1] + 0.1],
      [elbow[0] + drift * 0.7, elbow[1] + 0.2 + random() * 0.05],
      [elbow[0] + drift * 1.5, elbow[1] + 0.16 - Math.abs(wind) * 0.1],
      [elbow[0] + drift * 2 + side * 0.03, elbow[1] + 0.3 - Math.abs(wind) * 0.12 + random() * 0.06],
    ];
    drawBand(painter, end, width, cloth, reverse);
  }
}

/** A monk's robe: trunk and one arm covered, the breast bare on the left of the picture. */
export function drawRobe(painter: Painter, joints: Joints, build: Build, cloth: Pigment, lining: Pigment): void {
  const { chest } = joints;
  const angle = Math.atan2(chest[0], -chest[1]);
  const l = build.trunk;
  const g = build.girth;
  painter.push(0, 0, 1, angle);
  const path = blob([
    [0.02, -l - 0.025],
    [build.shoulder * 1.05, -l],
    [build.shoulder * 1.25, -l * 0.75],
    [0.085 * g, -l * 0.3],
    [0.095 * g, 0.04],
    [-0.095 * g, 0.04],
    [-0.085 * g, -l * 0.3],
    [-0.06, -l * 0.55],
  ]);
  painter.fill(path, cloth);
  painter.shade(path, 'ink', 0.04, 0.4, 3);
  painter.clip(path);
  for (let i = 0; i < 7; i++) {
    painter.line(
      curve([
        [0.11 - i * 0.006, -l + i * 0.03],
        [0.01 - i * 0.01, -l * 0.62 + i * 0.035],
        [-0.1, -l * 0.45 + i * 0.05],
      ]),
      0.006,
      'ink',
      0.6,
    );
  }
  painter.pop();
  painter.line(path, 0.009, 'ink', 0.9);
  painter.brush(
    [
      [0.02, -l - 0.02],
      [-0.025, -l * 0.7],
      [-0.07, -l * 0.5],
    ],
    0.028,
    lining,
    1,
    10,
    () => 1,
  );
  painter.pop();
}
