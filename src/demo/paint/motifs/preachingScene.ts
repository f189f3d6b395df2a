import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { apsara, APSARA_SCHEMES } from '#demo/paint/motifs/apsara.ts';
import { bodhisattva, type BodhisattvaColours } from '#demo/paint/motifs/bodhisattva.ts';
import type { BodhisattvaHold } from '#demo/paint/motifs/bodhisattvaArms.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { buddha } from '#demo/paint/motifs/buddha.ts';
import { disciple } from '#demo/paint/motifs/disciple.ts';
import { mandorla } from '#demo/paint/motifs/halo.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';
import { tree } from '#demo/paint/motifs/tree.ts';

/** Dress of attendants; neighbours never share one. */
export const ATTENDANTS: readonly Partial<BodhisattvaColours>[] = [
  {},
  {
    skirt: 'cinnabar',
    overskirt: 'azurite',
    scarf: 'malachite',
    scarfReverse: 'white',
    halo: ['azurite', 'white', 'malachite'],
  },
  {
    skirt: 'ochre',
    overskirt: 'malachite',
    scarf: 'cinnabar',
    scarfReverse: 'azuriteLight',
    halo: ['ochreRed', 'white', 'azurite'],
  },
  {
    skirt: 'white',
    overskirt: 'cinnabar',
    scarf: 'azurite',
    scarfReverse: 'ochre',
    halo: ['ochre', 'white', 'malachite'],
  },
  {
    skirt: 'azuriteLight',
    overskirt: 'plum',
    scarf: 'ochre',
    scarfReverse: 'malachite',
    halo: ['white', 'azurite', 'ochreRed'],
  },
];

/** A Buddha who preaches beneath a canopy, with disciples, bodhisattvas and apsaras, over a pond. Fills the rectangle. */
export function preachingScene(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  variant = 0,
): void {
  const field = rectangle(x, y, width, height);
  painter.fill(field, variant % 2 ? 'white' : 'malachiteLight');
  painter.shade(field, variant % 2 ? 'ochre' : 'malachite', 0.25, 0.5);
  painter.clip(field);
  const middle = x + width / 2;
  const seat = y + height * 0.77;
  const size = height * 0.42;
  for (const side of [-1, 1]) tree(painter, middle + side * width * 0.24, y + height * 0.8, height * 0.72, height * 0.2, side * -0.04); // prettier-ignore
  for (let i = 0; i < 46; i++) {
    const left = x + painter.random() * width;
    flower(painter, left, y + height * painter.random.between(0.02, 0.55), height * painter.random.between(0.008, 0.013), painter.random.pick(['white', 'cinnabar', 'azuriteLight']), 'cinnabar', 5); // prettier-ignore
  }
  drawCanopy(painter, middle, y + height * 0.085, height * 0.3);
  drawPond(painter, x, y + height, width, height);
  for (const side of [-1, 1]) {
    painter.push(middle + side * width * 0.33, y + height * 0.13, height * 0.2, -side * 0.1, side < 0);
    const i = variant * 2 + (side > 0 ? 1 : 3);
    apsara(painter, { variant: i, colours: inTurn(APSARA_SCHEMES, i) });
    painter.pop();
  }
  const robes: Pigment[] = variant % 2 ? ['azurite', 'white', 'cinnabar', 'malachite', 'black'] : ['malachite', 'ochreRed', 'azurite', 'white', 'black']; // prettier-ignore
  mandorla(painter, middle, seat - size * 0.42, size * 0.62, size * 0.86, robes);
  [[-0.215, 0.4], [0.215, 0.4], [-0.355, 0.29], [0.355, 0.29]].forEach(([dx = 0, dy = 0], i) => {
    const tall = height * (i < 2 ? 0.4 : 0.33);
    disciple(painter, middle + dx * width, y + dy * height + tall * 0.62, tall, dx > 0, i + variant);
  }); // prettier-ignore
  painter.push(middle, seat, size);
  buddha(painter, {
    mandorla: false,
    gesture: variant % 3 === 2 ? 'meditation' : 'teaching',
    colours: variant % 2 ? { robe: 'ochreRed', lining: 'azurite' } : {},
  });
  painter.pop();
  const holds: BodhisattvaHold[] = ['lotus', 'offering', 'prayer', 'willow', 'censer', 'prayer'];
  [[-0.285, 0.94, 0.66], [0.285, 0.94, 0.66], [-0.425, 0.965, 0.57], [0.425, 0.965, 0.57]].forEach(([dx = 0, dy = 0, tall = 0], i) => {
    painter.push(middle + dx * width, y + dy * height, height * tall);
    const hold = inTurn(holds, i + variant * 2);
    bodhisattva(painter, { turn: dx < 0 ? 0.6 : -0.6, hold, colours: inTurn(ATTENDANTS, i + variant) });
    painter.pop();
  }); // prettier-ignore
  painter.pop();
}

function drawCanopy(painter: Painter, x: number, y: number, size: number): void {
  painter.push(x, y, size);
  const roof = blob([[0, -0.2], [0.3, -0.12], [0.62, 0.06], [0.74, 0.2], [0.4, 0.16], [0, 0.18], [-0.4, 0.16], [-0.74, 0.2], [-0.62, 0.06], [-0.3, -0.12]]); // prettier-ignore
  painter.shape(roof, 'cinnabar', { lineWidth: 0.014, shade: 'ink', shadeWidth: 0.06 });
  painter.clip(roof);
  for (let i = -6; i <= 6; i++) {
    painter.line(curve([[i * 0.02, -0.2], [i * 0.07, -0.02], [i * 0.125, 0.2]]), 0.01, 'ochre', 0.9); // prettier-ignore
    flower(painter, i * 0.095, 0.06 + i * i * 0.0016, 0.035, 'white', 'cinnabar', 6);
  }
  painter.pop();
  for (let i = -5; i <= 5; i++) {
    const pennant = polygon([[i * 0.125 - 0.06, 0.15], [i * 0.125 + 0.06, 0.15], [i * 0.125, 0.31]]); // prettier-ignore
    painter.shape(pennant, i % 2 ? 'azurite' : 'malachite', { lineWidth: 0.01, shade: 'ink', shadeWidth: 0.03 });
    painter.fill(ellipse(i * 0.125, 0.33, 0.014), 'gold');
  }
  painter.line(curve([[-0.7, 0.16], [0, 0.145], [0.7, 0.16]]), 0.03, 'gold', 1); // prettier-ignore
  for (const side of [-1, 1]) {
    for (let i = 0; i < 7; i++) painter.shape(ellipse(side * (0.7 + i * 0.004), 0.24 + i * 0.045, 0.014), i % 3 ? 'white' : 'cinnabar', { lineWidth: 0.004 }); // prettier-ignore
  }
  painter.shape(blob([[0, -0.36], [0.06, -0.26], [0, -0.18], [-0.06, -0.26]]), 'gold', { lineWidth: 0.012, shade: 'brown', shadeWidth: 0.02 }); // prettier-ignore
  painter.pop();
}

/** Water, lotuses and ducks along the foot of the scene. */
function drawPond(painter: Painter, x: number, bottom: number, width: number, height: number): void {
  const water = rectangle(x, bottom - height * 0.13, width, height * 0.13);
  painter.fill(water, 'azuriteLight');
  painter.shade(water, 'azurite', height * 0.05, 0.5);
  for (let row = 0; row < 6; row++) {
    const points = Array.from({ length: 41 }, (_, i): [number, number] => {
      const drop = row * height * 0.021 + Math.sin(i * 1.9 + row * 2) * height * 0.004;
      return [x + (i / 40) * width, bottom - height * 0.125 + drop];
    });
    painter.line(curve(points), height * 0.003, 'azurite', 0.8);
  }
  const count = 22;
  const pads: Pigment[] = ['malachite', 'malachiteLight', 'azurite'];
  for (let i = 0; i < count; i++) {
    const left = x + ((i + 0.5) / count) * width;
    const low = bottom - height * painter.random.between(0.005, 0.09);
    const pad = ellipse(left, low, height * 0.03, height * 0.012);
    painter.shape(pad, inTurn(pads, i), { lineWidth: height * 0.002, shade: 'ink', shadeWidth: height * 0.006 });
    if (i % 3 === 0) lotusBud(painter, left, low - height * 0.004, height * 0.04, painter.random.between(-0.2, 0.2), i % 2 ? 'white' : 'cinnabar'); // prettier-ignore
    if (i % 7 === 3) duck(painter, left, low - height * 0.012, height * 0.035, i % 2 === 0);
  }
}

function duck(painter: Painter, x: number, y: number, size: number, mirrored: boolean): void {
  painter.push(x, y, size, 0, mirrored);
  const body = blob([[-0.9, -0.35], [-0.3, -0.25], [0.3, -0.35], [0.45, -0.85], [0.75, -0.95], [0.85, -0.65], [0.7, -0.3], [0.5, 0.15], [-0.4, 0.2]]); // prettier-ignore
  painter.shape(body, 'ochre', { lineWidth: 0.07, shade: 'brown', shadeWidth: 0.25 });
  painter.shape(blob([[-0.7, -0.25], [0, -0.3], [0.3, -0.1], [-0.2, 0.05]]), 'malachite', { lineWidth: 0.05 }); // prettier-ignore
  painter.fill(blob([[0.8, -0.78], [1.1, -0.68], [0.82, -0.62]]), 'cinnabar'); // prettier-ignore
  painter.fill(ellipse(0.65, -0.76, 0.05), 'ink');
  painter.pop();
}
