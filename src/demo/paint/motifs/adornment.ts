/** Crowns, hair and jewels of bodhisattvas. */
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, sampleCurve, type Point } from '#demo/paint/paths.ts';
import { face } from '#demo/paint/motifs/face.ts';
import { ribbon } from '#demo/paint/motifs/ribbon.ts';
import { pose, type Stance } from '#demo/paint/motifs/stance.ts';

/** Head of height 0.115 with hair and crown, the middle of the face at the origin. */
export function crownedHead(painter: Painter, turn: number, seed: number): void {
  const random = createRandom(seed);
  const lean = turn * 0.012;
  for (const side of [-1, 1]) {
    const lock: Point[] = [[side * 0.045, -0.02], [side * 0.066, 0.04], [side * 0.07, 0.085], [side * (0.098 + random.between(0, 0.015)), 0.125]]; // prettier-ignore
    painter.brush(lock, 0.02, 'ink', 0.95, 18, (t) => 1 - 0.75 * t * t);
    painter.brush(lock.map(([x, y]): Point => [x - side * 0.012, y + 0.012]), 0.012, 'ink', 0.95, 18, (t) => 1 - 0.8 * t); // prettier-ignore
  }
  painter.shape(
    blob([[-0.052, 0.015], [-0.06, -0.04], [-0.035, -0.072], [0.035, -0.072], [0.06, -0.04], [0.052, 0.015]]), // prettier-ignore
    'ink',
    { lineWidth: 0.003 },
  );
  const high = random.between(0.1, 0.125);
  const knot: Point[] = [[-0.03, -0.055], [-0.038, -0.09], [-0.014, -high], [0.016, -high], [0.038, -0.09], [0.03, -0.055]]; // prettier-ignore
  painter.shape(blob(knot.map(([x, y]): Point => [x - lean, y])), 'ink', { lineWidth: 0.003 });
  painter.push(lean, 0, 0.115);
  face(painter, turn, { seed });
  painter.pop();
  hairline(painter, lean, turn);
  const kind = Math.floor(random() * 3);
  if (kind === 0) plaqueCrown(painter, lean);
  else if (kind === 1) jewelCrown(painter, lean, high);
  else flowerCrown(painter, lean, high);
  for (const side of [-1, 1]) {
    const tie: Point[] = [[side * 0.055, -0.04], [side * 0.1, -0.055], [side * 0.115, 0.005], [side * random.between(0.13, 0.155), 0.04]]; // prettier-ignore
    ribbon(painter, tie, 0.009, kind === 1 ? 'malachite' : 'cinnabar', 'white', {
      twist: 1,
      lineWidth: 0.003,
      steps: 24,
    });
    if (side * turn > 0.35) continue;
    painter.shape(ellipse(lean + side * 0.05, 0.045, 0.008), 'gold', { lineWidth: 0.002 });
    painter.shape(ellipse(lean + side * 0.05, 0.06, 0.005), 'malachite', { lineWidth: 0.002 });
  }
}

/** Waves of hair over the forehead, parted in the middle. */
function hairline(painter: Painter, lean: number, turn: number): void {
  const middle = lean + turn * 0.012;
  const cap: Point[] = [[lean - 0.047, -0.022], [lean - 0.034, -0.033], [middle - 0.014, -0.037], [middle, -0.043], [middle + 0.014, -0.037], [lean + 0.034, -0.033], [lean + 0.047, -0.022], [lean + 0.044, -0.05], [lean, -0.065], [lean - 0.044, -0.05]]; // prettier-ignore
  painter.fill(blob(cap), 'ink');
}

function band(painter: Painter, lean: number): void {
  painter.line(curve([[lean - 0.052, -0.039], [lean, -0.054], [lean + 0.052, -0.039]]), 0.0125, 'ink', 1); // prettier-ignore
  painter.line(curve([[lean - 0.052, -0.039], [lean, -0.054], [lean + 0.052, -0.039]]), 0.0095, 'gold', 1); // prettier-ignore
  for (let i = -4; i <= 4; i++) painter.fill(ellipse(lean + i * 0.011, -0.0535 + i * i * 0.0009, 0.0022), 'cinnabar');
}

/** Three pointed plaques, each with its stone. */
function plaqueCrown(painter: Painter, lean: number): void {
  band(painter, lean);
  for (const [dx, size] of [
    [-0.042, 0.75],
    [0.042, 0.75],
    [0, 1],
  ] as const) {
    // prettier-ignore
    const x = lean + dx;
    const plaque = blob([[x - 0.017 * size, -0.05], [x - 0.022 * size, -0.08], [x, -0.108 - 0.012 * size], [x + 0.022 * size, -0.08], [x + 0.017 * size, -0.05]]); // prettier-ignore
    painter.shape(plaque, 'gold', { lineWidth: 0.004, shade: 'brown', shadeWidth: 0.008 });
    painter.shape(ellipse(x, -0.075, 0.0095 * size), dx ? 'azurite' : 'malachite', { lineWidth: 0.002 });
    painter.fill(ellipse(x, -0.097, 0.005 * size), 'cinnabar');
  }
}

/** A disc on a crescent before the knot of hair, with pearls that rise to both sides. */
function jewelCrown(painter: Painter, lean: number, high: number): void {
  band(painter, lean);
  const crescent = blob([[lean - 0.03, -0.075], [lean - 0.012, -0.062], [lean + 0.012, -0.062], [lean + 0.03, -0.075], [lean + 0.015, -0.05], [lean - 0.015, -0.05]]); // prettier-ignore
  painter.shape(crescent, 'gold', { lineWidth: 0.003 });
  painter.shape(ellipse(lean, -0.082, 0.016), 'white', { lineWidth: 0.003, shade: 'ochre', shadeWidth: 0.006 });
  painter.fill(ellipse(lean, -0.082, 0.007), 'cinnabar');
  for (const side of [-1, 1]) {
    for (let i = 0; i < 4; i++) painter.shape(ellipse(lean + side * (0.036 + i * 0.006), -0.06 - i * 0.011, 0.0052 - i * 0.0006), 'white', { lineWidth: 0.0018 }); // prettier-ignore
  }
  painter.shape(ellipse(lean, -high + 0.002, 0.008), 'malachite', { lineWidth: 0.002 });
}

/** A wreath of small blossoms, the largest before the knot. */
function flowerCrown(painter: Painter, lean: number, high: number): void {
  band(painter, lean);
  for (const [dx, y, size] of [
    [-0.047, -0.056, 0.011],
    [0.047, -0.056, 0.011],
    [-0.026, -0.067, 0.013],
    [0.026, -0.067, 0.013],
    [0, -0.08, 0.02],
  ] as const) {
    // prettier-ignore
    for (let i = 0; i < 6; i++) {
      const angle = (i / 6) * Math.PI * 2;
      const petal = ellipse(lean + dx + Math.cos(angle) * size * 0.62, y + Math.sin(angle) * size * 0.62, size * 0.42);
      painter.shape(petal, dx ? 'white' : 'azuriteLight', { lineWidth: 0.0018 });
    }
    painter.shape(ellipse(lean + dx, y, size * 0.4), 'cinnabar', { lineWidth: 0.0015 });
  }
  painter.line(curve([[lean - 0.012, -high + 0.012], [lean, -high - 0.004], [lean + 0.012, -high + 0.012]]), 0.006, 'gold', 1); // prettier-ignore
}

/** Collar with drops, and pearl festoons that cross below the waist. Body coordinates of a standing figure. */
export function jewels(painter: Painter, stance: Stance): void {
  for (const [reach, width] of [
    [0.045, 0.007],
    [0.062, 0.005],
  ] as const) {
    // prettier-ignore
    const line = pose(stance, [[-reach, -0.775], [-reach * 0.75, -0.735], [0, -0.775 + reach * 1.25], [reach * 0.75, -0.735], [reach, -0.775]]); // prettier-ignore
    painter.line(curve(line), width * 1.5, 'ink', 0.8);
    painter.line(curve(line), width, 'gold', 1);
  }
  for (let i = 0; i < 9; i++) {
    const angle = Math.PI * (0.12 + (0.76 * i) / 8);
    const [x, y] = stance(-Math.cos(angle) * 0.06, -0.765 + Math.sin(angle) * 0.064);
    painter.shape(ellipse(x, y, i === 4 ? 0.009 : 0.0058), i % 2 ? 'malachite' : 'cinnabar', { lineWidth: 0.0015 });
  }
  for (const side of [-1, 1]) {
    const line = pose(stance, [[side * 0.08, -0.77], [side * 0.062, -0.62], [side * 0.015, -0.475], [side * -0.04, -0.34], [side * -0.095, -0.24]]); // prettier-ignore
    sampleCurve(line, 34).forEach(([x, y], i) => {
      const big = i % 6 === 0;
      painter.shape(ellipse(x, y, big ? 0.0075 : 0.0042), big ? 'gold' : 'white', { lineWidth: 0.0016 });
    });
  }
  const [x, y] = stance(0, -0.45);
  painter.shape(ellipse(x, y, 0.017), 'gold', { lineWidth: 0.004 });
  painter.shape(ellipse(x, y, 0.009), 'malachite', { lineWidth: 0.002 });
}
