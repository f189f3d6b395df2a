import { HALL } from '#demo/caves/hall/dimensions.ts';
import { drawThreeHares } from '#demo/caves/hall/murals/threeHares.ts';
import { apsara, APSARA_SCHEMES } from '#demo/paint/motifs/apsara.ts';
import { beadBand, frame, honeysuckle, inTurn, lozenge, petalBand } from '#demo/paint/motifs/borders.ts';
import { cloud } from '#demo/paint/motifs/cloud.ts';
import { flower, rosette } from '#demo/paint/motifs/flower.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** The ceiling's middle: borders within borders, a sky in which apsaras circle a lotus with the three hares at its heart. */
export function drawCaisson(painter: Painter): void {
  const side = HALL.caisson;
  painter.push(side / 2, side / 2);
  const half = drawBorders(painter, side);
  const field = rectangle(-half, -half, 2 * half, 2 * half);
  painter.fill(field, 'azurite');
  painter.shade(field, 'lapis', half * 0.2, 0.5, 10);
  painter.clip(field);
  for (const [x, y] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const) {
    // prettier-ignore
    rosette(painter, x * half, y * half, half * 0.34, ['malachite', 'white', 'cinnabar', 'ochre']);
  }
  drawSky(painter, half);
  painter.pop();
  drawLotus(painter, half);
  drawThreeHares(painter, half * 0.17);
  painter.pop();
}

/** Six frames one within the other; gives half the side of the field that is left. */
function drawBorders(painter: Painter, side: number): number {
  let half = side / 2;
  const borders: readonly (readonly [share: number, draw: (length: number, height: number) => void])[] = [
    [0.018, (length, height) => beadBand(painter, length, height)],
    [0.05, (length, height) => honeysuckle(painter, length, height, 'ochreRed')],
    [0.022, (length, height) => lozenge(painter, length, height)],
    [0.036, (length, height) => petalBand(painter, length, height)],
    [0.014, (length, height) => beadBand(painter, length, height, 'cinnabar', 'white')],
    [0.04, (length, height) => honeysuckle(painter, length, height, 'black', ['malachite', 'white', 'azuriteLight'])],
  ];
  for (const [share, draw] of borders) {
    frame(painter, -half, -half, 2 * half, 2 * half, side * share, draw);
    half -= side * share;
    painter.line(rectangle(-half, -half, 2 * half, 2 * half), 0.006, 'white', 0.9);
  }
  return half;
}

function drawSky(painter: Painter, half: number): void {
  const { random } = painter;
  const count = 8;
  for (let i = 0; i < count * 3; i++) {
    const angle = (i / (count * 3)) * Math.PI * 2 + random.between(-0.06, 0.06);
    const reach = half * random.pick([0.63, 0.93, 1.08]);
    painter.push(
      Math.cos(angle) * reach,
      Math.sin(angle) * reach,
      half * random.between(0.07, 0.1),
      angle + Math.PI / 2,
      true,
    );
    cloud(painter, 0, 0, 1, 0, random.pick(['malachite', 'white', 'cinnabar']));
    painter.pop();
  }
  for (let i = 0; i < 64; i++) {
    const angle = random() * Math.PI * 2;
    const reach = half * random.between(0.6, 1.25);
    flower(
      painter,
      Math.cos(angle) * reach,
      Math.sin(angle) * reach,
      half * random.between(0.022, 0.034),
      'white',
      'cinnabar',
      5,
    );
  }
  for (let i = 0; i < count; i++) {
    painter.push(0, 0, 1, (i / count) * Math.PI * 2 + 0.2);
    painter.push(0, -half * 0.785, half * 0.36);
    apsara(painter, { variant: i, colours: inTurn(APSARA_SCHEMES, i) });
    painter.pop();
    painter.pop();
  }
}

function drawLotus(painter: Painter, half: number): void {
  painter.shape(ellipse(0, 0, half * 0.58), 'white', { lineWidth: half * 0.006 });
  painter.shape(ellipse(0, 0, half * 0.565), 'black', { lineWidth: half * 0.01 });
  petals(painter, half, 16, 0.555, 0.3, 0.1, ['malachite', 'white'], Math.PI / 16);
  petals(painter, half, 8, 0.47, 0.22, 0.145, ['white', 'cinnabar'], 0);
  petals(painter, half, 8, 0.34, 0.18, 0.1, ['azuriteLight', 'malachite'], Math.PI / 8);
  painter.shape(ellipse(0, 0, half * 0.2), 'cinnabar', { lineWidth: half * 0.01 });
  for (let i = 0; i < 40; i++) {
    const angle = (i / 40) * Math.PI * 2;
    painter.fill(ellipse(Math.cos(angle) * half * 0.188, Math.sin(angle) * half * 0.188, half * 0.009), 'white');
  }
}

/** A ring of petals from `root` to `reach`, `wide` to each side, all in shares of `half`. */
function petals(
  painter: Painter,
  half: number,
  count: number,
  reach: number,
  root: number,
  wide: number,
  pigments: readonly Pigment[],
  turn: number,
): void {
  const length = reach - root;
  for (let i = 0; i < count; i++) {
    painter.push(0, 0, half, (i / count) * Math.PI * 2 + turn);
    const outer = blob([[0, -root], [-wide * 0.7, -root - length * 0.3], [-wide, -root - length * 0.62], [-wide * 0.55, -reach * 0.95], [0, -reach * 1.03], [wide * 0.55, -reach * 0.95], [wide, -root - length * 0.62], [wide * 0.7, -root - length * 0.3]], true, 0.9); // prettier-ignore
    const pigment = inTurn(pigments, i);
    painter.shape(outer, pigment, {
      lineWidth: 0.009,
      shade: pigment === 'white' ? 'cinnabar' : 'ink',
      shadeWidth: 0.04,
    });
    const inner = blob([[0, -root], [-wide * 0.55, -root - length * 0.5], [-wide * 0.3, -reach * 0.85], [0, -reach * 0.9], [wide * 0.3, -reach * 0.85], [wide * 0.55, -root - length * 0.5]], true, 0.9); // prettier-ignore
    painter.shape(inner, inTurn(pigments, i + 1), {
      lineWidth: 0.006,
      shade: 'ink',
      shadeWidth: 0.02,
      shadeAlpha: 0.25,
    });
    painter.pop();
  }
}
