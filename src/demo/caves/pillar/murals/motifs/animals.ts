/** Beasts of the stories and of the hunt, facing right: body 1 long, chest about (0.4, −0.5), ground at y = 0. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, type Point, ribbonPath, sampleCurve } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

export type Beast = 'deer' | 'tiger' | 'horse' | 'ox' | 'cub';
export type Gait = 'stand' | 'run' | 'kneel' | 'lie';

/** Upper and lower angle of each leg, from straight down: far hind, far fore, near hind, near fore. */
const GAITS = {
  stand: [[0.15, -0.1], [-0.05, 0.05], [-0.1, 0.15], [0.12, -0.02]], // prettier-ignore
  run: [[-1.15, -0.75], [1.15, 1.35], [-0.9, -1.25], [0.85, 1.1]], // prettier-ignore
  kneel: [[0.2, -0.1], [1.1, -1.3], [0, 0.1], [0.9, -1.4]], // prettier-ignore
  lie: [[1.2, -1.4], [1.2, -1.5], [1.4, -1.3], [1.35, -1.45]], // prettier-ignore
} as const satisfies Record<Gait, readonly (readonly [number, number])[]>;

interface Shape {
  readonly height: number;
  readonly leg: number;
  readonly bulk: number;
  readonly neck: number;
  readonly head: number;
}

const SHAPES = {
  deer: { height: 0.62, leg: 0.3, bulk: 0.145, neck: 0.33, head: 0.2 },
  tiger: { height: 0.48, leg: 0.22, bulk: 0.15, neck: 0.14, head: 0.26 },
  cub: { height: 0.46, leg: 0.2, bulk: 0.17, neck: 0.12, head: 0.32 },
  horse: { height: 0.7, leg: 0.34, bulk: 0.18, neck: 0.36, head: 0.25 },
  ox: { height: 0.62, leg: 0.26, bulk: 0.24, neck: 0.16, head: 0.26 },
} as const satisfies Record<Beast, Shape>;

export interface BeastOptions {
  readonly gait?: Gait;
  readonly pigment?: Pigment;
  /** Spots, stripes, harness. */
  readonly mark?: Pigment;
  /** Head lowered, 0 … 1. */
  readonly bow?: number;
}

export function drawBeast(painter: Painter, kind: Beast, options: BeastOptions = {}): void {
  const { gait = 'stand', pigment = 'white', mark = 'cinnabar', bow = 0 } = options;
  const shape: Shape = SHAPES[kind];
  const drop = gait === 'lie' ? shape.leg * 1.25 : gait === 'run' ? shape.leg * 0.5 : 0;
  const tip = gait === 'kneel' ? 0.12 : 0;
  painter.push(0, drop - shape.height + shape.bulk, 1, tip);
  const legs = GAITS[gait];
  drawLeg(painter, [-0.36, 0.03], legs[0], shape, pigment, true);
  drawLeg(painter, [0.36, 0.03], legs[1], shape, pigment, true);
  drawTail(painter, kind, pigment, mark);
  const b = shape.bulk;
  const isCat = kind === 'tiger' || kind === 'cub';
  const trunk = blob([
    [-0.5, -b * 0.5],
    [-0.36, -b * 1.05],
    [-0.05, -b * (isCat ? 0.75 : 0.88)],
    [0.25, -b * 1.0],
    [0.46, -b * 0.9],
    [0.52, b * 0.1],
    [0.4, b * 0.75],
    [0.1, b * 0.62],
    [-0.18, b * 0.4],
    [-0.38, b * 0.6],
    [-0.52, b * 0.2],
  ]);
  painter.fill(trunk, pigment);
  painter.shade(trunk, pigment === 'white' ? 'ochre' : 'ink', b * 0.5, 0.5, 4);
  painter.clip(trunk);
  drawMarks(painter, kind, mark, b);
  painter.pop();
  painter.line(trunk, 0.016);
  drawHeadAndNeck(painter, kind, shape, pigment, mark, bow);
  drawLeg(painter, [-0.4, 0.04], legs[2], shape, pigment, false);
  drawLeg(painter, [0.4, 0.04], legs[3], shape, pigment, false);
  painter.pop();
}

function drawLeg(
  painter: Painter,
  root: Point,
  [upper, lower]: readonly [number, number],
  shape: Shape,
  pigment: Pigment,
  isFar: boolean,
): void {
  const l = shape.leg * 0.56;
  const knee: Point = [root[0] + Math.sin(upper) * l, root[1] + Math.cos(upper) * l];
  const hoof: Point = [knee[0] + Math.sin(lower) * l, knee[1] + Math.cos(lower) * l];
  const path = ribbonPath(
    sampleCurve([root, knee, hoof], 12),
    (t) => shape.bulk * (0.42 - 0.29 * Math.min(1, t * 1.6)),
  );
  painter.lightness = isFar ? -0.18 : 0;
  painter.fill(path, pigment);
  painter.lightness = 0;
  painter.shade(path, pigment === 'white' ? 'ochre' : 'ink', shape.bulk * 0.2, 0.4, 3);
  painter.line(path, 0.014);
  painter.push(hoof[0], hoof[1], shape.bulk * 0.2);
  painter.fill(blob([[-0.8, -0.6], [0.7, -0.7], [1.3, 0.5], [-0.8, 0.5]]), 'ink'); // prettier-ignore
  painter.pop();
}

function drawTail(painter: Painter, kind: Beast, pigment: Pigment, mark: Pigment): void {
  if (kind === 'deer') {
    painter.shape(blob([[-0.5, -0.08], [-0.6, -0.12], [-0.57, 0.02]]), pigment, { lineWidth: 0.012 }); // prettier-ignore
  } else if (kind === 'horse') {
    painter.brush([[-0.5, -0.1], [-0.68, -0.16], [-0.78, 0.06], [-0.9, 0.1]], 0.12, mark, 1, 16); // prettier-ignore
  } else {
    const points: Point[] = [[-0.48, -0.08], [-0.66, -0.14], [-0.74, -0.34], [-0.64, -0.46], [-0.76, -0.56]]; // prettier-ignore
    painter.brush(points, 0.075, 'ink', 1, 20, () => 1);
    painter.brush(points, 0.05, pigment, 1, 20, () => 1);
  }
}

function drawMarks(painter: Painter, kind: Beast, mark: Pigment, bulk: number): void {
  const { random } = painter;
  if (kind === 'deer') {
    const marks: readonly Pigment[] = [mark, 'malachite', 'azurite', 'ochre'];
    for (let i = 0; i < 26; i++) {
      const x = random.between(-0.48, 0.48);
      painter.fill(ellipse(x, random.between(-bulk, bulk * 0.6), 0.02, 0.026), marks[i % 4]!, 0.9);
    }
  } else if (kind === 'tiger' || kind === 'cub') {
    for (let i = 0; i < 13; i++) {
      const x = -0.5 + i * 0.08;
      painter.brush([[x, -bulk * 1.1], [x + 0.035, -bulk * 0.3], [x - 0.01, bulk * 0.45]], 0.026, 'ink', 0.9, 8); // prettier-ignore
    }
  } else if (kind === 'horse') {
    painter.shape(blob([[-0.14, -0.24], [0.16, -0.24], [0.19, 0.06], [0.02, 0.11], [-0.17, 0.06]]), mark, { lineWidth: 0.012 }); // prettier-ignore
    painter.line(curve([[-0.5, -0.02], [-0.3, 0.06], [-0.16, -0.02]]), 0.02, mark); // prettier-ignore
  }
}

function drawHeadAndNeck(
  painter: Painter,
  kind: Beast,
  shape: Shape,
  pigment: Pigment,
  mark: Pigment,
  bow: number,
): void {
  const b = shape.bulk;
  const angle = -0.95 + bow * 1.7 + (kind === 'ox' || kind === 'tiger' || kind === 'cub' ? 0.5 : 0);
  const root: Point = [0.42, -b * 0.5];
  const top: Point = [root[0] + Math.cos(angle) * shape.neck, root[1] + Math.sin(angle) * shape.neck];
  const line = sampleCurve([[0.3, -b * 0.1], root, top], 10);
  const neck = ribbonPath(line, (t) => b * (0.8 - 0.42 * t));
  painter.fill(neck, pigment);
  painter.shade(neck, pigment === 'white' ? 'ochre' : 'ink', b * 0.35, 0.4, 3);
  painter.line(
    curve(line.map(([x, y]): Point => [x - Math.sin(angle) * -b * 0.42, y - Math.cos(angle) * b * 0.42])),
    0.016,
  );
  if (kind === 'horse') {
    for (let i = 0; i < 6; i++) {
      const [x, y] = line[3 + i]!;
      painter.brush([[x - 0.05, y - 0.06], [x - 0.12, y - 0.02], [x - 0.15, y + 0.06]], 0.05, mark, 1, 8); // prettier-ignore
    }
  }
  painter.push(top[0], top[1], shape.head, angle * 0.4 + 0.45 + bow * 0.25);
  const isCat = kind === 'tiger' || kind === 'cub';
  const head = isCat
    ? blob([[-0.35, -0.3], [0.1, -0.48], [0.5, -0.3], [0.85, -0.05], [0.85, 0.22], [0.4, 0.36], [-0.1, 0.4], [-0.4, 0.1]]) // prettier-ignore
    : blob([[-0.25, -0.22], [0.15, -0.34], [0.6, -0.16], [1.05, 0.02], [1.08, 0.2], [0.6, 0.24], [0.1, 0.32], [-0.25, 0.2]]); // prettier-ignore
  for (const lean of [-0.35, 0.05]) {
    painter.push(-0.02, -0.26, isCat ? 0.3 : 0.42, lean);
    painter.shape(blob([[-0.3, 0.15], [-0.35, -0.5], [0, -0.95], [0.3, -0.4], [0.3, 0.15]]), pigment, { lineWidth: 0.12, shade: 'cinnabar', shadeWidth: 0.2 }); // prettier-ignore
    painter.pop();
  }
  if (kind === 'deer') drawAntlers(painter);
  if (kind === 'ox') for (const y of [-0.5, -0.62]) painter.brush([[0, -0.25], [0.1, y], [0.45, y - 0.3]], 0.14, 'ink', 1, 10); // prettier-ignore
  painter.fill(head, pigment);
  painter.shade(head, pigment === 'white' ? 'ochre' : 'ink', 0.2, 0.5, 3);
  painter.line(head, 0.07);
  painter.fill(ellipse(0.22, -0.1, 0.13, 0.09), 'white');
  painter.fill(ellipse(0.24, -0.1, 0.065, 0.07), 'ink');
  painter.line(curve([[0.08, -0.16], [0.24, -0.22], [0.38, -0.12]]), 0.05); // prettier-ignore
  painter.line(curve([[0.98, 0.14], [0.75, 0.17], [0.6, 0.12]]), 0.05); // prettier-ignore
  painter.fill(ellipse(0.98, 0.02, 0.05, 0.04), 'ink');
  if (isCat) for (const k of [0, 1, 2]) painter.brush([[-0.2 + k * 0.1, -0.34], [-0.1 + k * 0.1, -0.1]], 0.07, 'ink', 0.9, 6); // prettier-ignore
  painter.pop();
}

function drawAntlers(painter: Painter): void {
  for (const k of [-0.25, 0.1]) {
    painter.brush([[0, -0.25], [k - 0.1, -0.8], [k + 0.1, -1.35]], 0.13, 'black', 1, 12); // prettier-ignore
    painter.brush(
      [
        [k * 0.6, -0.65],
        [k + 0.25, -0.95],
      ],
      0.09,
      'black',
      1,
      8,
    );
    painter.brush(
      [
        [k * 0.9 - 0.05, -0.95],
        [k - 0.3, -1.25],
      ],
      0.08,
      'black',
      1,
      8,
    );
  }
}
