/** What is painted on the faces of the pillar, around its niches. */
import { flower } from '#demo/paint/motifs/flower.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, type Point, polygon, rectangle, ribbonPath, sampleCurve } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { RELIEF_HEIGHT, RELIEFS } from '../../reliefs.ts';
import {
  type Face,
  FRONT_NICHE,
  LOWER_NICHE,
  type Niche,
  nicheTop,
  PILLAR_BODY,
  ROOM,
  UPPER_NICHE,
} from '../../room/dimensions.ts';
import { drawFigure, pickDress } from '../figure/figure.ts';
import { POSES } from '../figure/pose.ts';
import { drawRoof } from '../jataka/buildings.ts';
import { toothBand, waveBand } from '../motifs/bands.ts';
import { drawFlying } from '../motifs/preaching.ts';

const { half } = PILLAR_BODY;

/** From heights and distances on the face to the painting. */
const at = (x: number, y: number): Point => [x + half, ROOM.ceiling - y];

export function drawPillarFace(painter: Painter, face: Face): void {
  const { width, height } = painter;
  const { random } = painter;
  const all = rectangle(0, 0, width, height);
  painter.fill(all, face.id === 'front' ? 'ochreRed' : 'brown');
  painter.shade(all, 'black', 0.2, 0.45, 8);
  for (let i = 0; i < 160; i++) {
    flower(painter, random() * width, random() * height, random.between(0.008, 0.02), random.pick(['white', 'malachiteLight', 'azuriteLight', 'cinnabar'] as const), 'ochre', 5); // prettier-ignore
  }
  drawReliefGrounds(painter, face);
  if (face.id === 'front') drawFrontNiche(painter);
  else {
    drawTrees(painter, LOWER_NICHE);
    drawGate(painter, UPPER_NICHE);
    painter.push(0, ROOM.ceiling - 2.5, 1);
    waveBand(painter, width, 0.08);
    painter.pop();
  }
  toothBand(painter, width, 0.09);
  painter.push(0, height - 0.06, 1);
  waveBand(painter, width, 0.06, 'brown');
  painter.pop();
}

/** A halo, a seat and two petals behind every moulded figure. */
function drawReliefGrounds(painter: Painter, face: Face): void {
  RELIEFS.forEach((relief, i) => {
    if (relief.face !== face) return;
    const [x, y] = at(relief.x, relief.y);
    const r = RELIEF_HEIGHT;
    const fields: readonly Pigment[] = ['malachite', 'azurite', 'black', 'white', 'azuriteLight'];
    painter.shape(ellipse(x, y - r * 0.5, r * 0.56, r * 0.62), inTurn(fields, i), { line: 'white', lineWidth: 0.008, shade: 'ink', shadeWidth: 0.03 }); // prettier-ignore
    painter.shape(ellipse(x, y - r * 0.78, r * 0.3), inTurn(fields, i + 2), { line: 'white', lineWidth: 0.006 });
    for (const side of [-1, 0, 1]) {
      painter.shape(ellipse(x + side * r * 0.26, y + 0.004, r * 0.17, r * 0.09), side ? 'white' : 'cinnabar', {
        lineWidth: 0.004,
      });
    }
  });
}

/** The outline of a niche at a distance from its mouth, drawn to a point at the crown. */
function around(niche: Niche, distance: number, peak: number): Point[] {
  const points: Point[] = [at(-niche.half - distance, niche.sill)];
  for (let i = 0; i <= 32; i++) {
    const a = Math.PI * (1 - i / 32);
    const r = niche.half + distance;
    const rise = peak * Math.exp(-((Math.cos(a) / 0.28) ** 2));
    points.push(at(r * Math.cos(a), niche.spring + r * Math.sin(a) + rise));
  }
  points.push(at(niche.half + distance, niche.sill));
  return points;
}

/** Columns with bound capitals, and a lintel of flames over the great niche. */
function drawFrontNiche(painter: Painter): void {
  const niche = FRONT_NICHE;
  painter.shape(polygon(around(niche, 0.27, 0.2)), 'black', { line: 'white', lineWidth: 0.012 });
  painter.shape(polygon(around(niche, 0.25, 0.18)), 'malachite', { lineWidth: 0.006, shade: 'ink', shadeWidth: 0.08 });
  const tongues = around(niche, 0.13, 0.1);
  for (let i = 2; i < tongues.length - 2; i++) {
    const [x, y] = tongues[i]!;
    const before = tongues[i - 1]!;
    const after = tongues[i + 1]!;
    painter.push(x, y, 0.135, Math.atan2(after[1] - before[1], after[0] - before[0]), i > tongues.length / 2);
    const tongue = blob([[-0.2, 0.75], [-0.5, 0.2], [-0.15, -0.2], [-0.35, -0.85], [0.2, -0.45], [0.45, 0.1], [0.3, 0.75]]); // prettier-ignore
    painter.shape(tongue, inTurn<Pigment>(['white', 'cinnabar', 'azurite', 'ochre'], i), { lineWidth: 0.05, shade: 'ink', shadeWidth: 0.15, shadeAlpha: 0.25 }); // prettier-ignore
    painter.pop();
  }
  painter.shape(polygon(around(niche, 0.055, 0.03)), 'ochre', { lineWidth: 0.008 });
  painter.shape(polygon(around(niche, 0.035, 0.015)), 'azurite', { lineWidth: 0.005 });
  for (const [x, y] of sampleCurve(around(niche, 0.017, 0.008), 90)) painter.fill(ellipse(x, y, 0.009), 'white');
  for (const side of [-1, 1]) {
    const [x, top] = at(side * (niche.half + 0.075), niche.spring - 0.02);
    const [, foot] = at(0, niche.sill);
    painter.shape(rectangle(x - 0.06, top, 0.12, foot - top), 'cinnabar', {
      lineWidth: 0.008,
      shade: 'ink',
      shadeWidth: 0.05,
    });
    for (let k = 0; k < 9; k++) {
      const y = top + ((k + 0.5) * (foot - top)) / 9;
      painter.shape(ellipse(x, y, 0.045, 0.05), k % 2 ? 'malachite' : 'white', { lineWidth: 0.006 });
      painter.fill(ellipse(x, y, 0.018), k % 2 ? 'white' : 'azurite');
    }
    painter.shape(blob([[x - 0.12, top - 0.1], [x + 0.12, top - 0.1], [x + 0.06, top + 0.03], [x - 0.06, top + 0.03]]), 'malachite', { lineWidth: 0.007 }); // prettier-ignore
    // Worshippers in the narrow fields at the edges.
    [0.62, 1.2, 1.78].forEach((low, i) => {
      const [wx, wy] = at(side * 1.045, PILLAR_BODY.foot + low);
      painter.push(wx, wy, 0.5, 0, side > 0);
      drawFigure(
        painter,
        { ...POSES.worship, turn: 0.8 },
        { dress: pickDress(painter, i % 2 ? 'knot' : 'crown'), wind: 0.3 },
      );
      painter.pop();
    });
  }
}

/** Two trees that grow beside a niche and close their crowns above it. */
function drawTrees(painter: Painter, niche: Niche): void {
  const { random } = painter;
  const [left, foot] = at(-niche.half - 0.14, niche.sill - 0.06);
  const [right, top] = at(niche.half + 0.14, nicheTop(niche) + 0.1);
  const crown = polygon(around(niche, 0.24, 0.04));
  painter.shape(crown, 'black', { lineWidth: 0.008 });
  for (const x of [left, right]) {
    const lean = x === left ? 1 : -1;
    const trunk = sampleCurve([[x, foot], [x - lean * 0.03, foot - 0.4], [x + lean * 0.03, foot - 0.85], [x + lean * 0.12, top + 0.3]], 20); // prettier-ignore
    painter.shape(
      ribbonPath(trunk, (t) => 0.04 * (1.25 - 0.6 * t)),
      'ochre',
      { lineWidth: 0.008, shade: 'brown', shadeWidth: 0.03, shadeAlpha: 0.7 },
    );
    for (let i = 1; i < 9; i++) painter.line(curve([[trunk[i * 2]![0] - 0.03, trunk[i * 2]![1]], [trunk[i * 2]![0] + 0.03, trunk[i * 2]![1] - 0.015]]), 0.006, 'ink', 0.6); // prettier-ignore
  }
  const ring = around(niche, 0.14, 0.03).slice(4, -4);
  for (let k = 0; k < 84; k++) {
    const [x, y] = ring[k % ring.length]!;
    painter.push(x + random.normal() * 0.06, y + random.normal() * 0.06, random.between(0.065, 0.09), random() * 6.28);
    const leaf = blob([[0, 0.9], [-0.55, 0.2], [-0.45, -0.5], [0, -1], [0.45, -0.5], [0.55, 0.2]]); // prettier-ignore
    painter.shape(leaf, random.pick(['malachite', 'malachite', 'malachiteLight', 'azurite', 'white'] as const), { lineWidth: 0.09, shade: 'ink', shadeWidth: 0.3 }); // prettier-ignore
    painter.line(curve([[0, 0.8], [0, -0.8]]), 0.08, 'white', 0.6); // prettier-ignore
    painter.pop();
  }
}

/** A gate between two towers in the manner of Han buildings, its roof over the niche. */
function drawGate(painter: Painter, niche: Niche): void {
  const [middle, sill] = at(0, niche.sill);
  const [, eaves] = at(0, nicheTop(niche) + 0.06);
  painter.shape(rectangle(middle - niche.half - 0.08, eaves, 2 * niche.half + 0.16, sill - eaves), 'white', {
    lineWidth: 0.007,
  });
  for (const side of [-1, 1]) {
    const x = middle + side * (niche.half + 0.16);
    for (const [low, tall, w] of [
      [0, 0.42, 0.2],
      [0.52, 0.24, 0.17],
    ] as const) {
      // prettier-ignore
      painter.shape(rectangle(x - w / 2, sill - low - tall, w, tall), 'ochre', { lineWidth: 0.007, shade: 'brown', shadeWidth: 0.03 });
      painter.shape(rectangle(x - w * 0.2, sill - low - tall * 0.75, w * 0.4, tall * 0.5), 'black', {
        line: 'cinnabar',
        lineWidth: 0.014,
      });
      painter.push(x, sill - low - tall, 1);
      drawRoof(painter, w * 0.86, 0, 0.11);
      painter.pop();
    }
  }
  painter.shape(rectangle(middle - niche.half - 0.1, eaves - 0.05, 2 * niche.half + 0.2, 0.06), 'cinnabar', {
    lineWidth: 0.006,
  });
  for (let i = 0; i < 11; i++) painter.fill(rectangle(middle - 0.5 + i * 0.095, eaves - 0.04, 0.04, 0.04), 'white');
  painter.push(middle, eaves - 0.045, 1);
  drawRoof(painter, niche.half + 0.24, 0, 0.24);
  painter.pop();
  for (const side of [-1, 1]) drawFlying(painter, middle + side * 0.62, eaves - 0.14, 0.36, side > 0, side + 3);
}
