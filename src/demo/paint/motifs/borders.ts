/** Bands between the registers. Each fills a strip of `length` × `height` from the origin, top left. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, rectangle, ribbonPath, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { rosette } from '#demo/paint/motifs/flower.ts';

/** The item at `i`, round and round; `i` may be negative. */
export function inTurn<T>(list: readonly T[], i: number): T {
  return list[((i % list.length) + list.length) % list.length]!;
}

/** Light hems along both long edges; `share` of the height each. */
function hem(painter: Painter, length: number, height: number, share = 0.07, pigment: Pigment = 'white'): void {
  painter.fill(rectangle(0, 0, length, height * share), pigment);
  painter.fill(rectangle(0, height * (1 - share), length, height * share), pigment);
  if (!painter.isDrawing) return;
  for (const y of [0, height]) painter.line(curve([[0, y], [length, y]]), height * 0.03); // prettier-ignore
}

export function beadBand(
  painter: Painter,
  length: number,
  height: number,
  field: Pigment = 'black',
  bead: Pigment = 'white',
): void {
  painter.fill(rectangle(0, 0, length, height), field);
  const count = Math.round(length / (height * 0.95));
  for (let i = 0; i < count; i++) {
    const x = ((i + 0.5) * length) / count;
    const round = ellipse(x, height / 2, height * painter.random.between(0.33, 0.38), height * 0.36);
    painter.fill(round, bead);
    painter.line(round, height * 0.05, 'ink', 0.5);
    painter.line(ellipse(x, height / 2, height * 0.16), height * 0.04, 'cinnabar', 0.45);
  }
  hem(painter, length, height);
}

/** Overlapping petals that hang down (or stand `up`). */
export function petalBand(
  painter: Painter,
  length: number,
  height: number,
  pigments: readonly Pigment[] = ['azurite', 'white', 'malachite', 'cinnabar'],
  up = false,
): void {
  painter.fill(rectangle(0, 0, length, height), 'black');
  const count = Math.round(length / (height * 0.9));
  const step = length / count;
  painter.clip(rectangle(0, 0, length, height));
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5) * step;
    const petal = (size: number) => {
      const edge: Point[] = [
        [-0.48, 0],
        [-0.5, 0.45],
        [-0.2, 0.85],
        [0, 0.97],
        [0.2, 0.85],
        [0.5, 0.45],
        [0.48, 0],
      ];
      return blob(
        edge.map(([a, b]): Point => {
          const y = b * (b > 0.4 ? size : 1);
          return [x + a * step * size, height * (up ? 1 - y : y)];
        }),
        true,
        0.8,
      );
    };
    const pigment = inTurn(pigments, i);
    painter.shape(petal(1), pigment, {
      lineWidth: height * 0.035,
      shade: 'ink',
      shadeWidth: height * 0.12,
      shadeAlpha: 0.25,
    });
    painter.fill(petal(0.72), pigment === 'white' ? 'azuriteLight' : 'white', 0.85);
    painter.shape(petal(0.5), inTurn(pigments, i + 2), { lineWidth: height * 0.03 });
  }
  painter.pop();
  hem(painter, length, height, 0.05);
}

export function lozenge(
  painter: Painter,
  length: number,
  height: number,
  pigments: readonly Pigment[] = ['malachite', 'cinnabar', 'azurite'],
): void {
  painter.fill(rectangle(0, 0, length, height), 'white');
  const count = Math.round(length / height);
  const step = length / count;
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5) * step;
    const diamond = (size: number) =>
      polygon([
        [x, height / 2 - height * 0.48 * size],
        [x + step * 0.5 * size, height / 2],
        [x, height / 2 + height * 0.48 * size],
        [x - step * 0.5 * size, height / 2],
      ]);
    painter.shape(diamond(1), inTurn(pigments, i), { lineWidth: height * 0.03 });
    painter.fill(diamond(0.62), 'white');
    painter.shape(diamond(0.42), inTurn(pigments, i + 1), { lineWidth: height * 0.025 });
  }
  hem(painter, length, height, 0.05, 'ink');
}

/** A stem in waves with a half palmette in every bay. `wave` is the length of a wave in heights. */
export function honeysuckle(
  painter: Painter,
  length: number,
  height: number,
  field: Pigment = 'ochreRed',
  pigments: readonly Pigment[] = ['malachite', 'azurite', 'white'],
  wave = 2.2,
): void {
  painter.fill(rectangle(0, 0, length, height), field);
  const count = Math.max(2, Math.round(length / (height * wave)) * 2);
  const step = length / count;
  const amplitude = height * 0.3;
  const stem: Point[] = [];
  for (let i = 0; i <= count * 12; i++) {
    stem.push([(i / 12) * step, height / 2 + amplitude * Math.sin((i / 12) * Math.PI)]);
  }
  painter.clip(rectangle(0, 0, length, height));
  for (let i = -1; i <= count; i++) {
    const side = i % 2 === 0 ? 1 : -1;
    const y = height / 2 + side * height * 0.2;
    palmette(painter, (i + 0.5) * step, y, height * 1.5, side, inTurn(pigments, i), inTurn(pigments, i + 1));
  }
  const band = ribbonPath(stem, () => height * 0.035);
  painter.fill(band, 'white');
  painter.line(band, height * 0.018, 'ink', 0.8);
  painter.pop();
  hem(painter, length, height, 0.045);
}

const LOBES: readonly (readonly [angle: number, length: number])[] = [
  [-0.1, 0.95],
  [-0.5, 0.8],
  [-0.95, 0.62],
  [-1.5, 0.46],
];

/** Half a palmette of four lobes that open towards +x. */
function palmette(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  side: number,
  first: Pigment,
  second: Pigment,
): void {
  painter.push(x, y, size);
  painter.context.scale(1, side);
  LOBES.forEach(([mean, reach], i) => {
    const angle = mean + painter.random.between(-0.05, 0.05);
    const along = reach * 0.52 * painter.random.between(0.94, 1.06);
    const width = 0.085 + 0.012 * i;
    const at = (t: number, off: number): Point => [
      -0.16 + Math.cos(angle) * along * t - Math.sin(angle) * off,
      0.1 + Math.sin(angle) * along * t + Math.cos(angle) * off,
    ];
    const lobe = blob([
      at(0, 0),
      at(0.35, -width * 0.9),
      at(0.75, -width * 1.05),
      at(1.02, -width * 0.1),
      at(0.9, width * 0.55),
      at(0.5, width * 0.8),
    ]);
    const pigment = i % 2 ? second : first;
    const shade = pigment === 'white' ? 'azuriteLight' : 'ink';
    painter.shape(lobe, pigment, { lineWidth: 0.018, shade, shadeWidth: 0.05, shadeAlpha: 0.3 });
    painter.line(curve([at(0.1, 0), at(0.5, -0.01), at(0.85, -width * 0.2)]), 0.014, 'white', 0.6);
  });
  painter.shape(ellipse(-0.17, 0.1, 0.06), 'ochre', { lineWidth: 0.016 });
  painter.pop();
}

/** Half rosettes in turn from the lower and the upper edge. */
export function halfRosette(painter: Painter, length: number, height: number, field: Pigment = 'malachiteLight'): void {
  painter.fill(rectangle(0, 0, length, height), field);
  painter.clip(rectangle(0, 0, length, height));
  const count = Math.round(length / height);
  for (let i = 0; i <= count; i++) {
    const pigments: Pigment[] =
      i % 2 ? ['azurite', 'white', 'cinnabar', 'ochre'] : ['malachite', 'white', 'lapis', 'ochre'];
    rosette(painter, (i * length) / count, i % 2 ? 0 : height, height * 0.62, pigments);
  }
  painter.pop();
  hem(painter, length, height, 0.05);
}

/** Draws a band round a rectangle, mitred at its corners; `draw` gets the length and width of each side. */
export function frame(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  band: number,
  draw: (length: number, height: number) => void,
): void {
  const sides = [
    [x, y, width],
    [x + width, y, height],
    [x + width, y + height, width],
    [x, y + height, height],
  ] as const;
  sides.forEach(([left, top, length], turn) => {
    painter.push(left, top, 1, (turn * Math.PI) / 2);
    painter.clip(
      polygon([
        [0, 0],
        [length, 0],
        [length - band, band],
        [band, band],
      ]),
    );
    draw(length, band);
    painter.pop();
    painter.pop();
  });
}
