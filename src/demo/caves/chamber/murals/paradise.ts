/** A Buddha teaching in his pure land: terrace and lotus pond, attendants, musicians, listeners. */
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, rectangle, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { apsara, APSARA_SCHEMES } from '#demo/paint/motifs/apsara.ts';
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { beadBand, frame, halfRosette, inTurn } from '#demo/paint/motifs/borders.ts';
import { buddha } from '#demo/paint/motifs/buddha.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';
import { drawMourner } from '#demo/caves/chamber/murals/mourner.ts';
import { musician } from '#demo/caves/chamber/murals/musician.ts';
import { foliage } from '#demo/caves/chamber/murals/salTrees.ts';

/** Fills `width` × `height` from the origin. */
export function paradise(painter: Painter, width: number, height: number, seed: number): void {
  const random = createRandom(seed);
  const middle = width / 2;
  painter.fill(rectangle(0, 0, width, height), 'ground');
  painter.fill(rectangle(0, 0, width, height * 0.62), 'malachiteLight');
  painter.fill(rectangle(0, 0, width, height * 0.3), 'azuriteLight', 0.8);
  painter.push(0, 0.02);
  foliage(painter, width, height * 0.13, seed);
  painter.pop();
  for (const side of [-1, 1]) {
    painter.push(middle + side * width * 0.33, height * 0.3, height * 0.17, 0.1 * side, side < 0);
    apsara(painter, { variant: side > 0 ? 1 : 0, colours: inTurn(APSARA_SCHEMES, seed + side), seed: seed + side });
    painter.pop();
  }
  drawListeners(painter, width, height, seed);
  pond(painter, width, height, random);
  const terrace = height * 0.72;
  painter.shape(rectangle(width * 0.1, terrace, width * 0.8, height * 0.045), 'cinnabar', { lineWidth: 0.006 });
  painter.push(width * 0.1, terrace);
  halfRosette(painter, width * 0.8, height * 0.045);
  painter.pop();
  painter.push(middle, terrace - height * 0.05, height * 0.44);
  buddha(painter, { seed });
  painter.pop();
  for (const side of [-1, 1]) {
    painter.push(middle + side * width * 0.28, terrace + 0.01, height * 0.46);
    bodhisattva(painter, { turn: -side * 0.6, hold: side > 0 ? 'lotus' : 'offering', seed: seed * 7 + side, colours: side > 0 ? { skirt: 'azurite', overskirt: 'white', scarf: 'malachite' } : { skirt: 'malachite', overskirt: 'cinnabar', scarf: 'azurite' } }); // prettier-ignore
    painter.pop();
  }
  for (let i = 0; i < 4; i++) {
    const x = middle + (i - 1.5) * width * 0.21;
    painter.shape(ellipse(x, height * 0.965, width * 0.1, 0.04), i % 2 ? 'cinnabar' : 'malachite', {
      lineWidth: 0.006,
    });
    musician(painter, x, height * 0.965, height * 0.17, i + seed);
  }
  for (let i = 0; i < 26; i++)
    flower(
      painter,
      random() * width,
      height * random.between(0.1, 0.6),
      random.between(0.012, 0.02),
      'white',
      'cinnabar',
      5,
    );
  frame(painter, 0, 0, width, height, 0.055, (length, band) => beadBand(painter, length, band, 'black'));
}

function drawListeners(painter: Painter, width: number, height: number, seed: number): void {
  const colours: readonly Pigment[] = ['cinnabar', 'malachite', 'ochre', 'azurite', 'white'];
  for (let row = 0; row < 3; row++)
    for (const side of [-1, 1])
      for (let i = 0; i < 3; i++) {
        const x = width / 2 + side * width * (0.25 + i * 0.085);
        if (x < 0.1 || x > width - 0.1) continue;
        drawMourner(painter, {
          kind: row === 1 ? 'disciple' : 'bodhisattva',
          seed: seed * 50 + row * 11 + i * 3 + side,
          x: x + (row % 2) * 0.03,
          y: height * (0.34 + row * 0.085),
          size: height * 0.052,
          turn: -side * 0.6,
          gesture: 'joined',
          grief: 0,
          robe: inTurn(colours, i + row + seed),
          trim: inTurn(colours, i + row + seed + 2),
        });
      }
}

function pond(painter: Painter, width: number, height: number, random: () => number): void {
  const top = height * 0.74;
  painter.fill(rectangle(0, top, width, height - top), 'azurite');
  for (let i = 0; i < 26; i++) {
    const x = random() * width;
    const y = top + random() * (height - top);
    const wave: Point[] = [[x - 0.06, y], [x - 0.03, y - 0.012], [x, y], [x + 0.03, y - 0.012], [x + 0.06, y]]; // prettier-ignore
    painter.line(curve(wave), 0.004, 'white', 0.6);
  }
  for (let i = 0; i < 9; i++) {
    const x = ((i + 0.5) / 9) * width;
    const y = top + height * (0.05 + 0.05 * (i % 2));
    painter.shape(blob([[x - 0.07, y + 0.05], [x, y + 0.03], [x + 0.07, y + 0.05], [x, y + 0.065]]), 'malachite', { lineWidth: 0.005 }); // prettier-ignore
    lotusBud(painter, x, y + 0.03, 0.07, 0, i % 2 ? 'white' : 'ochre');
  }
}
