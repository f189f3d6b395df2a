/** The slopes of the gable between their rafters: lotus stems, bodhisattvas and apsaras; rafters and purlins as timber. */
import { honeysuckle, petalBand } from '#demo/paint/motifs/borders.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve, ellipse, type Point, polygon, rectangle, ribbonPath, sampleCurve } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { PURLIN_STRIP, RAFTER_STRIP } from '../../room/ceiling.ts';
import { RAFTERS, SLOPE } from '../../room/dimensions.ts';
import { drawFigure, pickDress } from '../figure/figure.ts';
import { type Pose, POSES } from '../figure/pose.ts';
import { toothBand, waveBand } from '../motifs/bands.ts';
import { lotusMedallion } from '../motifs/lotusMedallion.ts';
import { drawFlying } from '../motifs/preaching.ts';

/** A slope: top of the painting at the ridge. */
export function drawSlope(painter: Painter, shift: number): void {
  const { width, height } = painter;
  painter.fill(rectangle(0, 0, width, height), 'ground');
  const step = width / RAFTERS.count;
  for (let i = 0; i <= RAFTERS.count; i++) {
    const half = step / 2 - RAFTERS.half;
    painter.push(i * step, 0, 1);
    painter.clip(rectangle(-half - 0.01, 0, 2 * half + 0.02, height));
    drawBay(painter, half, height, i + shift);
    painter.pop();
    painter.pop();
  }
}

/** One field between two rafters, about its middle line. */
function drawBay(painter: Painter, half: number, height: number, index: number): void {
  const { random } = painter;
  const ground: Pigment = index % 2 ? 'ground' : 'white';
  const field = rectangle(-half, 0, 2 * half, height);
  painter.fill(field, ground);
  painter.shade(field, 'ochre', half * 0.5, 0.55, 8);
  painter.lightness = random.between(-0.04, 0.04);
  // A stem in waves with leaves, from foot to ridge.
  const stem = sampleCurve(
    Array.from({ length: 9 }, (_, i): Point => [Math.sin(i * 1.5 + index) * half * 0.42, height * (0.98 - i * 0.12)]),
    48,
  );
  painter.shape(
    ribbonPath(stem, () => 0.012),
    'malachite',
    { lineWidth: 0.005 },
  );
  for (let i = 4; i < stem.length - 2; i += 4) {
    const [x, y] = stem[i]!;
    const side = i % 8 ? 1 : -1;
    painter.push(x, y, half * 0.55, side * 1.0);
    for (const lean of [-0.5, 0, 0.5]) {
      painter.brush([[0, 0], [lean * 0.5, -0.5], [lean, -0.9]], 0.3, (['malachite', 'azurite', 'black'] as const)[(i / 4 + index) % 3], 1, 10); // prettier-ignore
    }
    painter.pop();
  }
  const pose: Pose = {
    ...random.pick([POSES.worship, POSES.offer, POSES.stand, POSES.dance]),
    turn: random.between(-0.8, 0.8),
    tilt: random.normal() * 0.2,
  };
  lotusMedallion(painter, 0, height * 0.86, half * 0.5, index);
  painter.push(0, height * 0.62, 0.56, 0, random() < 0.5);
  drawFigure(painter, pose, {
    dress: pickDress(painter, index % 3 ? 'crown' : 'knot', index * 3),
    wind: random.between(-0.6, 0.6),
  });
  painter.pop();
  lotusMedallion(painter, Math.sin(index) * half * 0.2, height * 0.36, half * 0.62, index + 1);
  if (index % 2) drawFlying(painter, 0, height * 0.19, half * 1.5, index % 4 === 1, index);
  else {
    lotusBud(painter, 0, height * 0.2, half * 0.8, 0, 'cinnabar');
    for (const side of [-1, 1])
      lotusBud(painter, side * half * 0.55, height * 0.24, half * 0.5, side * 0.5, 'azuriteLight');
  }
  painter.lightness = 0;
}

/** All rafters, unfolded side by side: earth red with bands of scrolls and bound ends. */
export function drawRafters(painter: Painter): void {
  const count = 2 * RAFTERS.count;
  for (let i = 0; i < count; i++) {
    painter.push((i + 1) * RAFTER_STRIP, 0, 1, Math.PI / 2);
    painter.lightness = painter.random.between(-0.08, 0.06);
    painter.fill(rectangle(0, 0, SLOPE, RAFTER_STRIP), 'cinnabar');
    const pieces = 6;
    for (let k = 0; k < pieces; k++) {
      const piece = SLOPE / pieces;
      painter.push(k * piece, 0, 1);
      if ((k + i) % 2) {
        honeysuckle(painter, piece, RAFTER_STRIP, 'brown', ['white', 'malachite', 'ochre'], 1.1);
      } else {
        painter.fill(rectangle(0, 0, piece, RAFTER_STRIP), 'cinnabar');
        for (const y of [RAFTERS.depth, RAFTER_STRIP - RAFTERS.depth]) painter.line(curve([[0, y], [piece, y]]), 0.008, 'white', 0.8); // prettier-ignore
        for (let d = 0; d < 4; d++) {
          painter.shape(ellipse(piece * (0.125 + d * 0.25), RAFTER_STRIP / 2, 0.03), d % 2 ? 'malachite' : 'white', {
            lineWidth: 0.005,
          });
        }
      }
      for (const x of [0, 0.02]) painter.fill(rectangle(x, 0, 0.009, RAFTER_STRIP), 'white', 0.95);
      painter.pop();
    }
    painter.lightness = 0;
    painter.pop();
  }
}

/** Three purlins, one strip below the other. */
export function drawPurlins(painter: Painter): void {
  const { width } = painter;
  for (let strip = 0; strip < 3; strip++) {
    painter.push(0, strip * PURLIN_STRIP, 1);
    painter.fill(rectangle(0, 0, width, PURLIN_STRIP), 'brown');
    const edges: readonly number[] =
      strip === 0 ? [0.239, 0.359] : strip === 1 ? [0.111, 0.351, 0.462] : [0.15, 0.39, 0.629];
    let top = 0;
    edges.forEach((edge, k) => {
      painter.push(0, top, 1);
      if ((k + strip) % 3 === 0) toothBand(painter, width, edge - top);
      else if ((k + strip) % 3 === 1)
        petalBand(painter, width, edge - top, ['cinnabar', 'white', 'malachite', 'ochre']);
      else waveBand(painter, width, edge - top, 'brown');
      painter.pop();
      top = edge;
    });
    for (let i = 1; i < 9; i++) {
      const x = (i * width) / 9;
      painter.fill(polygon([[x - 0.09, 0], [x + 0.09, 0], [x + 0.09, PURLIN_STRIP], [x - 0.09, PURLIN_STRIP]]), 'cinnabar'); // prettier-ignore
      for (const dx of [-0.09, 0.07]) painter.fill(rectangle(x + dx, 0, 0.02, PURLIN_STRIP), 'white', 0.9);
      painter.line(curve([[x, 0], [x, PURLIN_STRIP]]), 0.02, 'ochre', 0.9); // prettier-ignore
    }
    painter.pop();
  }
}
