/** The brush of the mask: tapering bodies and spirals on a height map, white stands out. */
import type { SKRSContext2D } from '@napi-rs/canvas';

type Points = readonly (readonly [x: number, y: number])[];

/** 0 cut in … 1 standing out, as a colour. */
export function grey(level: number): string {
  const value = Math.round(level * 255);
  return `rgb(${value},${value},${value})`;
}

/** Points that run inward about a middle; `start` is the angle of the first, `direction` 1 is clockwise on the page. */
export function spiral(x: number, y: number, radius: number, turns: number, start: number, direction: number): Points {
  return Array.from({ length: 25 }, (_, i) => {
    const t = i / 24;
    const angle = start + direction * t * turns * 2 * Math.PI;
    const r = radius * (1 - t * 0.84);
    return [x + Math.cos(angle) * r, y + Math.sin(angle) * r * 0.94] as const;
  });
}

/** A tapering body with sloping flanks, a flat back and a groove along each side of it. */
export function drawBand(context: SKRSContext2D, points: Points, from: number, to: number, level: number) {
  const line = sample(points, 160);
  const flanks = [
    [1.16, 0.06],
    [1, 0.5],
    [0.94, 0.68],
    [0.86, 0.84],
    [0.78, 0.95],
    [0.7, 1],
  ] as const;
  for (const [width, share] of flanks) {
    context.fillStyle = grey(level * share);
    for (let i = 0; i < line.length; i++) {
      const radius = (from + (to - from) * (i / (line.length - 1))) * width;
      context.beginPath();
      context.arc(line[i]![0], line[i]![1], radius, 0, 7);
      context.fill();
    }
  }
  context.strokeStyle = grey(level * 0.42);
  context.lineWidth = 5;
  for (const side of [0.3, -0.3]) {
    context.beginPath();
    for (let i = 2; i < line.length - 6; i++) {
      const [x, y] = line[i]!;
      const [ax, ay] = line[i - 2]!;
      const length = Math.hypot(x - ax, y - ay) || 1;
      const away = (from + (to - from) * (i / line.length)) * side;
      context.lineTo(x - ((y - ay) / length) * away, y + ((x - ax) / length) * away);
    }
    context.stroke();
  }
}

/** A smooth curve through the points (Catmull-Rom), evenly by parameter. */
function sample(points: Points, count: number): [number, number][] {
  return Array.from({ length: count }, (_, n) => {
    const place = (n / (count - 1)) * (points.length - 1.0001);
    const i = Math.floor(place);
    const t = place - i;
    const at = (k: number) => points[Math.min(points.length - 1, Math.max(0, k))]!;
    const blend = (q: 0 | 1) => {
      const [a, b, c, d] = [at(i - 1)[q], at(i)[q], at(i + 1)[q], at(i + 2)[q]];
      return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    };
    return [blend(0), blend(1)];
  });
}
