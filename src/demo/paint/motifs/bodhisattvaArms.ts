import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { hand, limb } from '#demo/paint/motifs/hand.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';
import { pose, type Stance } from '#demo/paint/motifs/stance.ts';

/**
 * lotus: a lotus raised, a flask in the hanging hand. prayer: palms together. offering: a dish of flowers before the
 * breast. willow: a twig raised, the other hand open downwards. censer: a long-handled censer held level.
 */
export type BodhisattvaHold = 'lotus' | 'prayer' | 'offering' | 'willow' | 'censer';

type ArmPose = 'raised' | 'hanging' | 'folded' | 'level';

const ARMS: Readonly<Record<BodhisattvaHold, readonly [left: ArmPose, right: ArmPose]>> = {
  lotus: ['raised', 'hanging'],
  prayer: ['folded', 'folded'],
  offering: ['level', 'raised'],
  willow: ['hanging', 'raised'],
  censer: ['level', 'level'],
};

/** Shoulder, elbow, wrist of the arm on the right, with a point between; the left one is its mirror image. */
const POSES: Readonly<Record<ArmPose, { upper: readonly Point[]; fore: readonly Point[] }>> = {
  raised: {
    upper: [[0.11, -0.745], [0.162, -0.665], [0.155, -0.59]],
    fore: [[0.155, -0.59], [0.14, -0.65], [0.118, -0.71]],
  },
  hanging: {
    upper: [[0.11, -0.745], [0.152, -0.64], [0.145, -0.54]],
    fore: [[0.145, -0.54], [0.148, -0.47], [0.135, -0.415]],
  },
  folded: {
    upper: [[0.11, -0.745], [0.155, -0.67], [0.135, -0.6]],
    fore: [[0.135, -0.6], [0.075, -0.62], [0.02, -0.66]],
  },
  level: {
    upper: [[0.11, -0.745], [0.155, -0.66], [0.14, -0.585]],
    fore: [[0.14, -0.585], [0.085, -0.578], [0.035, -0.6]],
  },
}; // prettier-ignore

export function drawArms(
  painter: Painter,
  stance: Stance,
  hold: BodhisattvaHold,
  colours: { readonly scarf: Pigment },
): void {
  ARMS[hold].forEach((arm, i) => {
    const side = i === 0 ? -1 : 1;
    const place = (points: readonly Point[]): Point[] =>
      pose(
        stance,
        points.map(([x, y]): Point => [side * x, y]),
      );
    const { upper, fore } = POSES[arm];
    limb(painter, place(upper), 0.028, 0.021, 'flesh', 0.005);
    limb(painter, place(fore), 0.021, 0.0125, 'flesh', 0.005);
    const wrist = place(fore.slice(-1))[0]!;
    armlet(painter, place([[0.118, -0.675], [0.142, -0.662], [0.172, -0.672]]), colours.scarf); // prettier-ignore
    bracelet(painter, place(fore));
    if (arm === 'raised') hand(painter, wrist[0], wrist[1], 0.055, side * 0.25, side < 0, 'holding');
    if (arm === 'hanging') hand(painter, wrist[0], wrist[1], 0.06, Math.PI - side * 0.1, side > 0, 'holding');
    if (arm === 'level') hand(painter, wrist[0], wrist[1], 0.05, side * -1.1, side < 0, 'holding');
  });
}

function armlet(painter: Painter, points: readonly Point[], stone: Pigment): void {
  painter.line(curve(points), 0.0115, 'ink', 0.85);
  painter.line(curve(points), 0.008, 'gold', 1);
  const [x, y] = points[1]!;
  painter.shape(ellipse(x, y - 0.004, 0.009), 'gold', { lineWidth: 0.0025 });
  painter.fill(ellipse(x, y - 0.004, 0.005), stone);
}

/** Across the forearm close to the wrist. */
function bracelet(painter: Painter, fore: readonly Point[]): void {
  const wrist = fore[fore.length - 1]!;
  const before = fore[fore.length - 2]!;
  const length = Math.hypot(wrist[0] - before[0], wrist[1] - before[1]);
  const along: Point = [(wrist[0] - before[0]) / length, (wrist[1] - before[1]) / length];
  for (const back of [0.008, 0.017]) {
    const x = wrist[0] - along[0] * back;
    const y = wrist[1] - along[1] * back;
    const ring = curve([[x - along[1] * 0.014, y + along[0] * 0.014], [x + along[1] * 0.014, y - along[0] * 0.014]]); // prettier-ignore
    painter.line(ring, 0.0075, 'ink', 0.8);
    painter.line(ring, 0.005, 'gold', 1);
  }
}

/** What the hands hold, drawn last so that it lies before the scarves. */
export function attributes(painter: Painter, stance: Stance, hold: BodhisattvaHold): void {
  const at = (x: number, y: number): Point => stance(x, y);
  if (hold === 'lotus') {
    stalk(painter, [at(-0.08, -0.64), at(-0.115, -0.75), at(-0.15, -0.87)]);
    const top = at(-0.15, -0.865);
    lotusBud(painter, top[0], top[1], 0.065, -0.2);
    flask(painter, at(0.13, -0.36));
  } else if (hold === 'willow') {
    const tip = [at(0.1, -0.66), at(0.125, -0.78), at(0.17, -0.88)];
    stalk(painter, tip);
    for (let i = 0; i < 9; i++) {
      const [x, y] = at(0.118 + i * 0.006, -0.76 - i * 0.015);
      const side = i % 2 ? 1 : -1;
      painter.brush([[x, y], [x + side * 0.016, y - 0.012], [x + side * 0.03, y - 0.002]], 0.009, 'malachite', 1, 8); // prettier-ignore
    }
  } else if (hold === 'prayer') {
    const [x, y] = at(0, -0.66);
    painter.push(x, y, 1, 0);
    const palms = blob([[-0.016, 0.02], [-0.013, -0.02], [-0.003, -0.062], [0.004, -0.062], [0.015, -0.02], [0.017, 0.02], [0, 0.028]]); // prettier-ignore
    painter.shape(palms, 'flesh', { lineWidth: 0.004, shade: 'fleshShade', shadeWidth: 0.01 });
    painter.line(curve([[0, 0.02], [-0.001, -0.02], [0, -0.06]]), 0.003); // prettier-ignore
    painter.pop();
  } else if (hold === 'offering') {
    const [x, y] = at(-0.03, -0.635);
    for (let i = 0; i < 5; i++)
      lotusBud(painter, x + (i - 2) * 0.017, y - 0.01, 0.04, (i - 2) * 0.3, i % 2 ? 'white' : 'azuriteLight');
    const dish = blob([[x - 0.055, y - 0.008], [x, y], [x + 0.055, y - 0.008], [x + 0.035, y + 0.016], [x + 0.012, y + 0.02], [x + 0.016, y + 0.034], [x - 0.016, y + 0.034], [x - 0.012, y + 0.02], [x - 0.035, y + 0.016]]); // prettier-ignore
    painter.shape(dish, 'gold', { lineWidth: 0.004, shade: 'brown', shadeWidth: 0.012 });
  } else {
    const from = at(-0.06, -0.605);
    const to = at(0.19, -0.64);
    painter.line(curve([from, to]), 0.012, 'ink', 0.9);
    painter.line(curve([from, to]), 0.008, 'gold', 1);
    const [x, y] = to;
    painter.shape(blob([[x - 0.024, y - 0.02], [x + 0.024, y - 0.02], [x + 0.016, y + 0.014], [x - 0.016, y + 0.014]]), 'gold', { lineWidth: 0.004 }); // prettier-ignore
    painter.brush([[x, y - 0.025], [x + 0.02, y - 0.07], [x - 0.012, y - 0.11], [x + 0.012, y - 0.16]], 0.012, 'white', 0.8, 18); // prettier-ignore
  }
}

function stalk(painter: Painter, points: readonly Point[]): void {
  painter.line(curve(points), 0.008, 'ink', 0.85);
  painter.line(curve(points), 0.0055, 'malachite', 1);
}

function flask(painter: Painter, [x, y]: Point): void {
  const half: Point[] = [[0.01, -0.02], [0.007, 0.008], [0.028, 0.04], [0.025, 0.078], [0.012, 0.1]]; // prettier-ignore
  const outline = [...half, ...half.map(([a, b]): Point => [-a, b]).reverse()].map(([a, b]): Point => [x + a, y + b]);
  painter.shape(blob(outline), 'azuriteLight', {
    lineWidth: 0.005,
    shade: 'azurite',
    shadeWidth: 0.015,
    shadeAlpha: 0.5,
  });
  painter.line(curve([[x - 0.027, y + 0.05], [x, y + 0.056], [x + 0.027, y + 0.05]]), 0.005, 'gold', 1); // prettier-ignore
}
