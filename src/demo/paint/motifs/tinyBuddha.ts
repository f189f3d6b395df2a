import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, symmetric, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';

interface TinyScheme {
  readonly mandorla: Pigment;
  readonly halo: Pigment;
  readonly inner: Pigment;
  readonly robe: Pigment;
  readonly underRobe: Pigment;
  readonly seat: Pigment;
}

/** Four schemes in turn make the diagonals of colour that run over a wall of a thousand Buddhas. */
const SCHEMES: readonly TinyScheme[] = [
  {
    mandorla: 'malachite',
    halo: 'white',
    inner: 'azurite',
    robe: 'redLead',
    underRobe: 'malachiteLight',
    seat: 'white',
  },
  { mandorla: 'black', halo: 'malachite', inner: 'white', robe: 'cinnabar', underRobe: 'white', seat: 'azuriteLight' },
  { mandorla: 'white', halo: 'azurite', inner: 'ochre', robe: 'plum', underRobe: 'malachiteLight', seat: 'malachite' },
  { mandorla: 'azurite', halo: 'ochre', inner: 'malachite', robe: 'white', underRobe: 'cinnabar', seat: 'white' },
];

/**
 * One of a thousand: a seated figure in a cell of height 1, about x = 0, y down from the top of the cell, 0.7 wide.
 * Shoulders, head, brows and folds differ a little from figure to figure, as from an unhurried hand.
 */
export function tinyBuddha(painter: Painter, scheme: number): void {
  const colours = inTurn(SCHEMES, scheme);
  const { random } = painter;
  const sway = random.between(-0.008, 0.008);
  const tilt = random.between(-0.07, 0.07);
  const broad = random.between(0.95, 1.05);
  drawGlory(painter, colours, scheme);
  drawSeat(painter, colours);
  drawRobe(painter, colours, broad);
  painter.push(sway, 0.4, random.between(0.96, 1.05), tilt);
  painter.context.translate(0, -0.4);
  drawHead(painter, random.between(0.94, 1.07), random.between(-0.006, 0.006));
  painter.pop();
}

function drawGlory(painter: Painter, colours: TinyScheme, scheme: number): void {
  const outer = ellipse(0, 0.6, 0.345, 0.355);
  painter.fill(outer, colours.mandorla);
  painter.line(outer, 0.012, 'white', 0.75);
  const inner = ellipse(0, 0.61, 0.275, 0.29);
  painter.fill(inner, colours.inner, 0.92);
  painter.line(inner, 0.008, 'white', 0.6);
  const parasol = blob(symmetric([[0, 0.018], [0.05, 0.03], [0.15, 0.075], [0.19, 0.115], [0.1, 0.105]]), true, 0.7); // prettier-ignore
  painter.shape(parasol, scheme % 2 ? 'malachite' : 'cinnabar', { lineWidth: 0.006 });
  painter.fill(ellipse(0, 0.012, 0.022), 'ochre');
  for (const side of [-1, 1]) {
    const tassel: Point[] = [[side * 0.17, 0.11], [side * painter.random.between(0.18, 0.2), 0.16]]; // prettier-ignore
    painter.line(curve(tassel), 0.008, 'white', 0.8);
  }
  const rim = ellipse(0, 0.335, 0.19);
  painter.fill(rim, colours.halo);
  painter.line(rim, 0.008, 'white', 0.8);
  const core = ellipse(0, 0.335, 0.14);
  painter.fill(core, colours.inner === colours.mandorla ? 'white' : colours.inner);
  painter.line(core, 0.006, 'ink', 0.5);
}

function drawSeat(painter: Painter, colours: TinyScheme): void {
  const other: Pigment = colours.mandorla === 'black' ? 'malachite' : 'azuriteLight';
  for (let i = -3; i <= 3; i++) {
    const x = i * 0.085;
    const petal = blob([
      [x + i * 0.006, 0.985 - Math.abs(i) * 0.012],
      [x - 0.055, 0.93],
      [x - 0.045, 0.875],
      [x, 0.86],
      [x + 0.045, 0.875],
      [x + 0.055, 0.93],
    ]);
    painter.shape(petal, i % 2 ? colours.seat : other, { lineWidth: 0.006, lineAlpha: 0.7 });
  }
}

function drawRobe(painter: Painter, colours: TinyScheme, broad: number): void {
  const { random } = painter;
  const half: Point[] = [
    [0.055, 0.445],
    [0.15 * broad, 0.485],
    [0.195 * broad, 0.56],
    [0.215 * broad, 0.66],
    [0.235, 0.735],
    [0.315, 0.775],
    [0.335, 0.82],
    [0.27, 0.865],
    [0.1, 0.872],
  ];
  const robe = blob([[0, 0.435], ...symmetric(half)], true, 0.9);
  painter.fill(robe, colours.robe);
  painter.shade(robe, 'ink', 0.05, 0.28);
  painter.line(robe, 0.009, 'ink', 0.85);
  const chest = blob([[-0.075, 0.452], [0, 0.445], [0.075, 0.452], [0.03, 0.56], [0, 0.6], [-0.04, 0.55]]); // prettier-ignore
  painter.fill(chest, 'flesh');
  painter.shade(chest, 'fleshShade', 0.02, 0.5);
  painter.line(chest, 0.005, 'ink', 0.6);
  painter.fill(blob([[-0.085, 0.46], [-0.02, 0.56], [0.02, 0.62], [-0.03, 0.61], [-0.09, 0.53]]), colours.underRobe); // prettier-ignore
  for (let i = 0; i < 4; i++) {
    const y = 0.6 + i * 0.035 + random.between(-0.005, 0.005);
    const w = 0.1 + i * 0.02;
    painter.line(curve([[-w, y - 0.05], [-w * 0.4, y], [0.02, y + 0.012], [w * 0.8, y - 0.03]]), 0.005, 'ink', 0.55); // prettier-ignore
  }
  for (const side of [-1, 1]) {
    painter.line(curve([[side * 0.17, 0.53], [side * 0.15, 0.62], [side * 0.1, 0.7], [side * 0.06, 0.73]]), 0.006, 'ink', 0.7); // prettier-ignore
    for (let i = 0; i < 3; i++) {
      const knee = side * (0.29 - i * 0.02);
      painter.line(curve([[side * 0.08, 0.79 + i * 0.022], [side * 0.18, 0.785 + i * 0.018], [knee, 0.8 + i * 0.022]]), 0.005, 'ink', 0.55); // prettier-ignore
    }
  }
  painter.shape(ellipse(0, 0.735, 0.062, 0.032), 'flesh', { lineWidth: 0.005 });
  painter.line(curve([[-0.03, 0.735], [0, 0.725], [0.03, 0.735]]), 0.004, 'ink', 0.6); // prettier-ignore
}

function drawHead(painter: Painter, width: number, browLift: number): void {
  painter.shape(blob([[-0.03, 0.4], [-0.035, 0.45], [0.035, 0.45], [0.03, 0.4]]), 'flesh', { line: null }); // prettier-ignore
  for (const side of [-1, 1]) {
    painter.shape(ellipse(side * 0.082 * width, 0.35, 0.014, 0.04), 'flesh', { lineWidth: 0.004 });
  }
  painter.shape(ellipse(0, 0.252, 0.042, 0.04), 'ink', { lineWidth: 0.004 });
  painter.shape(ellipse(0, 0.3, 0.085 * width, 0.06), 'ink', { lineWidth: 0.004 });
  const half: Point[] = [
    [0.055 * width, 0.298],
    [0.077 * width, 0.335],
    [0.068 * width, 0.385],
    [0.035 * width, 0.422],
  ];
  const head = blob([[0, 0.288], ...half, [0, 0.43], ...half.map(([x, y]): Point => [-x, y]).reverse()]);
  painter.fill(head, 'flesh');
  painter.shade(head, 'fleshShade', 0.022, 0.6);
  painter.line(head, 0.006, 'ink', 0.75);
  for (const side of [-1, 1]) {
    const brow: Point[] = [[side * 0.012, 0.338], [side * 0.035, 0.328 - browLift], [side * 0.058, 0.338]]; // prettier-ignore
    painter.line(curve(brow), 0.005, 'ink', 0.85);
    painter.brush([[side * 0.015, 0.356], [side * 0.035, 0.35], [side * 0.055, 0.357]], 0.008, 'ink', 0.95, 6); // prettier-ignore
  }
  painter.line(curve([[0.004, 0.345], [0.008, 0.375], [-0.006, 0.38]]), 0.004, 'ink', 0.6); // prettier-ignore
  painter.line(curve([[-0.018, 0.4], [0, 0.397], [0.018, 0.4]]), 0.007, 'cinnabar', 0.9); // prettier-ignore
  painter.fill(ellipse(0, 0.318, 0.006), 'white');
}
