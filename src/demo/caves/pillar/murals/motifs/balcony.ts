/** Heavenly musicians behind their parapet: a row of arches, each with half a figure that plays or dances. */
import { inTurn } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, polygon, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { drawFigure, pickDress } from '../figure/figure.ts';
import { type Pose, POSES } from '../figure/pose.ts';
import { parapet } from './bands.ts';
import { drawInstrument, GRIPS, INSTRUMENTS } from './instruments.ts';

const GROUNDS: readonly Pigment[] = ['white', 'azuriteLight', 'malachiteLight', 'white', 'ochre', 'azuriteLight'];

/** A band `length` × `height` from the origin; `shift` makes bands differ. */
export function drawBalcony(painter: Painter, length: number, height: number, shift = 0): void {
  painter.fill(rectangle(0, 0, length, height), 'ochreRed');
  const rail = height * 0.26;
  const bay = height * 0.78;
  const count = Math.round(length / bay);
  const step = length / count;
  const tall = height - rail;
  for (let i = 0; i < count; i++) {
    painter.push(i * step, 0, 1);
    painter.clip(rectangle(0, 0, step, tall + 0.01));
    drawArch(painter, step, tall, (i + shift) % 3, inTurn(GROUNDS, i * 2 + shift));
    painter.pop();
    painter.pop();
  }
  for (let i = 0; i < count; i++) {
    painter.push((i + 0.5) * step, 0, 1);
    painter.clip(rectangle(-step * 0.62, 0, step * 1.24, tall + rail * 0.1));
    drawMusician(painter, tall, i + shift);
    painter.pop();
    painter.pop();
  }
  painter.push(0, tall, 1);
  parapet(painter, length, rail);
  painter.pop();
}

/** Round, pointed and flat heads in turn, between pillars. */
function drawArch(painter: Painter, width: number, height: number, kind: number, ground: Pigment): void {
  const w = width * 0.86;
  const x0 = (width - w) / 2;
  const spring = height * 0.42;
  const top = height * 0.07;
  const middle = width / 2;
  const head =
    kind === 2
      ? polygon([[x0, height], [x0, spring * 0.7], [x0 + w * 0.16, top], [x0 + w * 0.84, top], [x0 + w, spring * 0.7], [x0 + w, height]]) // prettier-ignore
      : blob([[x0, height * 1.1], [x0, spring], [x0 + w * 0.16, top + spring * 0.25], [middle, kind === 1 ? top - 0.02 : top], [x0 + w * 0.84, top + spring * 0.25], [x0 + w, spring], [x0 + w, height * 1.1]], true, kind === 1 ? 0.6 : 1); // prettier-ignore
  painter.shape(head, 'black', { line: 'white', lineWidth: height * 0.018 });
  painter.push(middle, height, 1);
  painter.push(0, 0, 0.86);
  painter.push(-middle, -height, 1);
  painter.shape(head, ground, { lineWidth: height * 0.014, shade: ground === 'white' ? 'ochre' : 'ink', shadeWidth: height * 0.12, shadeAlpha: 0.5 }); // prettier-ignore
  painter.pop();
  painter.pop();
  painter.pop();
  for (const x of [0, width]) {
    painter.shape(rectangle(x - width * 0.05, spring * 0.5, width * 0.1, height), 'cinnabar', {
      lineWidth: height * 0.012,
      shade: 'ink',
      shadeWidth: width * 0.04,
    });
    for (const y of [0.46, 0.75]) painter.shape(ellipse(x, height * y, width * 0.065, height * 0.035), 'white', { lineWidth: height * 0.01 }); // prettier-ignore
  }
}

function drawMusician(painter: Painter, height: number, index: number): void {
  const { random } = painter;
  const instrument = INSTRUMENTS[(index * 5 + Math.floor(random() * 3)) % INSTRUMENTS.length]!;
  const grip = GRIPS[instrument];
  const isMirrored = random() < 0.5;
  const dances = instrument === 'lotus';
  const pose: Pose = {
    ...POSES.stand,
    lean: random.between(-0.18, 0.18) + (dances ? 0.15 : 0),
    tilt: random.between(-0.3, 0.3),
    turn: random.between(0.2, 0.9),
    leftArm: [grip.left[0] + random.normal() * 0.06, grip.left[1] + random.normal() * 0.08],
    rightArm: [grip.right[0] + random.normal() * 0.06, grip.right[1] + random.normal() * 0.08],
  };
  const size = height * random.between(1.36, 1.5);
  painter.lightness = random.between(-0.05, 0.05);
  painter.push(0, height * 1.02, size, 0, isMirrored);
  drawFigure(painter, pose, {
    dress: pickDress(painter, index % 4 === 2 ? 'knot' : 'crown'),
    wind: random.between(-0.9, 0.9),
    before(_, { chest }) {
      painter.push(chest[0], chest[1], 1, pose.lean);
      drawInstrument(painter, instrument);
      painter.pop();
    },
  });
  painter.pop();
  painter.lightness = 0;
}
