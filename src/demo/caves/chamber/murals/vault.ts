/** The vault: thousand Buddhas in medallions on the haunches, apsaras over the mourners, a canopy along the crown. */
import type { Painting } from '#demo/cave/cave.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve, ellipse, polygon, rectangle, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { apsara, APSARA_SCHEMES } from '#demo/paint/motifs/apsara.ts';
import { beadBand, honeysuckle, inTurn, lozenge, petalBand } from '#demo/paint/motifs/borders.ts';
import { cloud } from '#demo/paint/motifs/cloud.ts';
import { flower, rosette } from '#demo/paint/motifs/flower.ts';
import { tinyBuddha } from '#demo/paint/motifs/tinyBuddha.ts';
import { PALE_FLESH } from '#demo/caves/chamber/murals/mourner.ts';
import { cornerSquare, roundelSilk } from '#demo/caves/chamber/murals/textiles.ts';
import { CANOPY_WIDTH, HAUNCH_HEIGHT, ROOM } from '#demo/caves/chamber/room/dimensions.ts';

const WIDTH = ROOM.halfLength * 2;

/** Buddhas in medallions with leaves in between, their colours running in diagonals. */
function medallions(painter: Painter, width: number, height: number, cell: number): void {
  painter.fill(rectangle(0, 0, width, height), 'ochreRed');
  const columns = Math.round(width / cell);
  const rows = Math.round(height / cell);
  const dx = width / columns;
  const dy = height / rows;
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const x = (i + 0.5) * dx;
      const y = (j + 0.5) * dy;
      const scheme = (((i - j) % 4) + 4) % 4;
      const round = ellipse(x, y, Math.min(dx, dy) * 0.47);
      painter.lightness = painter.random.between(-0.05, 0.04);
      painter.shape(round, inTurn<Pigment>(['azurite', 'malachite', 'black', 'azuriteLight'], scheme), {
        lineWidth: 0.005,
      });
      painter.line(ellipse(x, y, Math.min(dx, dy) * 0.445), 0.006, 'white', 0.8);
      painter.push(
        x + painter.random.between(-0.002, 0.002),
        y - dy * 0.415,
        dy * 0.8,
        painter.random.between(-0.015, 0.015),
      );
      tinyBuddha(painter, scheme);
      painter.pop();
      painter.lightness = 0;
      flower(painter, i * dx, j * dy, cell * 0.12, 'white', 'cinnabar', 4);
      flower(painter, i * dx, y, cell * 0.05, 'malachiteLight', 'cinnabar', 4);
    }
}

/** The canopy's hem: a pleated valance with jewelled triangles and bells. */
function valance(painter: Painter, width: number, height: number): void {
  painter.fill(rectangle(0, 0, width, height), 'brown');
  const count = Math.round(width / 0.2);
  const step = width / count;
  const pleats: readonly Pigment[] = ['malachite', 'white', 'cinnabar', 'azurite'];
  for (let i = 0; i < count * 4; i++) {
    const x = (i * step) / 4;
    painter.fill(rectangle(x, height * 0.5, step / 4, height * 0.42), inTurn(pleats, Math.floor(i / 2)));
    painter.line(curve([[x, height * 0.5], [x + 0.004, height * 0.92]]), 0.004, 'ink', 0.6); // prettier-ignore
  }
  for (let i = 0; i < count; i++) {
    const x = i * step;
    const colours: readonly Pigment[] = ['azurite', 'cinnabar', 'malachite', 'ochre'];
    const triangle: Point[] = [[x + step * 0.04, height * 0.24], [x + step * 0.96, height * 0.24], [x + step / 2, height * 0.82]]; // prettier-ignore
    painter.shape(polygon(triangle), inTurn(colours, i), { lineWidth: 0.006, shade: 'ink', shadeWidth: 0.02 });
    painter.line(polygon(triangle.map(([a, b]): Point => [x + step / 2 + (a - x - step / 2) * 0.74, height * 0.4 + (b - height * 0.4) * 0.74])), 0.006, 'gold', 1); // prettier-ignore
    painter.shape(ellipse(x + step / 2, height * 0.4, step * 0.09), 'white', { lineWidth: 0.004 });
    painter.shape(ellipse(x + step / 2, height * 0.87, 0.014), 'gold', { lineWidth: 0.004 });
    painter.shape(ellipse(x, height * 0.93, 0.012), 'ochre', { lineWidth: 0.004 });
  }
  beadBand(painter, width, height * 0.1, 'black');
  painter.push(0, height * 0.1);
  lozenge(painter, width, height * 0.14);
  painter.pop();
}

/** Night sky with apsaras who fly towards the head and let petals fall. */
export function petalSky(painter: Painter, width: number, height: number, seed: number, towardsLeft: boolean): void {
  painter.fill(rectangle(0, 0, width, height), 'lapis');
  painter.clip(rectangle(0, 0, width, height));
  for (let i = 0; i < 60; i++) {
    const tint = painter.random.pick<Pigment>(['azurite', 'lapis', 'azuriteLight']);
    painter.fill(ellipse(painter.random() * width, painter.random() * height, painter.random.between(0.1, 0.5), painter.random.between(0.03, 0.1)), tint, 0.13); // prettier-ignore
  }
  const count = Math.round(width / 0.95);
  const step = width / count;
  for (let i = 0; i < count; i++)
    cloud(painter, (i + 0.95) * step, height * painter.random.between(0.2, 0.85), height * 0.24, painter.random.between(-0.1, 0.1), inTurn<Pigment>(['white', 'malachite', 'cinnabar'], i), !towardsLeft); // prettier-ignore
  for (let i = 0; i < count * 12; i++)
    flower(painter, painter.random() * width, painter.random() * height, painter.random.between(0.012, 0.022), painter.random.pick<Pigment>(['white', 'white', 'azuriteLight']), 'cinnabar', 5); // prettier-ignore
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5) * step - (towardsLeft ? 0.06 : -0.06);
    painter.push(
      x,
      height * painter.random.between(0.5, 0.6),
      height * 0.98,
      painter.random.between(-0.09, 0.06),
      !towardsLeft,
    );
    apsara(painter, {
      variant: [1, 0, 3, 1, 4, 2][(i + seed) % 6]!,
      colours: inTurn(APSARA_SCHEMES, i + seed),
      seed: seed * 100 + i,
    });
    painter.pop();
  }
  painter.pop();
}

const smoke = { soot: (_x: number, y: number) => 0.38 - 0.12 * y, threshold: 0.83 } as const;

export const VAULT_WEST: Painting = {
  id: 'vault-west',
  width: WIDTH,
  height: HAUNCH_HEIGHT,
  lightCell: 0.05,
  seed: 81,
  draw(painter) {
    painter.usePigments({ lapis: PALE_FLESH.lapis });
    const sky = 0.5;
    const top = 0.3;
    painter.push(0, top);
    medallions(painter, WIDTH, HAUNCH_HEIGHT - top - sky - 0.05, 0.24);
    painter.pop();
    valance(painter, WIDTH, top);
    painter.push(0, HAUNCH_HEIGHT - sky - 0.05);
    beadBand(painter, WIDTH, 0.05, 'black');
    painter.push(0, 0.05);
    petalSky(painter, WIDTH, sky, 3, true);
    painter.pop();
    painter.pop();
  },
  wear: { seed: 81, ...smoke },
};

export const VAULT_EAST: Painting = {
  id: 'vault-east',
  width: WIDTH,
  height: HAUNCH_HEIGHT,
  lightCell: 0.06,
  seed: 82,
  draw(painter) {
    const foot = 0.14;
    painter.push(0, 0.3);
    medallions(painter, WIDTH, HAUNCH_HEIGHT - 0.3 - foot, 0.24);
    painter.pop();
    valance(painter, WIDTH, 0.3);
    painter.push(0, HAUNCH_HEIGHT - foot);
    honeysuckle(painter, WIDTH, foot, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
    painter.pop();
  },
  wear: { seed: 82, ...smoke },
};

/** An octagon about the origin with flat sides up and down; `radius` to its sides. */
function octagon(radius: number): Point[] {
  return Array.from({ length: 8 }, (_, i): Point => {
    const angle = (i + 0.5) * (Math.PI / 4);
    const reach = radius / Math.cos(Math.PI / 8);
    return [Math.cos(angle) * reach, Math.sin(angle) * reach];
  });
}

/** A lotus in an eight-sided well. */
function caisson(painter: Painter, x: number, y: number, radius: number): void {
  painter.push(x, y);
  const square = radius * 1.08;
  painter.fill(rectangle(-square, -square, square * 2, square * 2), 'malachite');
  for (const dx of [-1, 1])
    for (const dy of [-1, 1])
      cornerSquare(painter, dx * square * 0.8 - square * 0.17, dy * square * 0.8 - square * 0.17, square * 0.34);
  const rings: readonly (readonly [size: number, draw: (length: number, band: number) => void])[] = [
    [1, (length, band) => beadBand(painter, length, band, 'black')],
    [0.93, (length, band) => honeysuckle(painter, length, band, 'cinnabar', ['white', 'malachite', 'azuriteLight'])],
    [0.74, (length, band) => petalBand(painter, length, band)],
    [0.6, (length, band) => lozenge(painter, length, band)],
  ];
  const sizes = [...rings.map(([size]) => size), 0.52];
  rings.forEach(([size, drawBand], i) => {
    painter.shape(polygon(octagon(radius * size)), 'ochre', { lineWidth: 0.012 });
    const band = radius * (size - sizes[i + 1]!);
    const length = 2 * radius * size * Math.tan(Math.PI / 8);
    for (let side = 0; side < 8; side++) {
      painter.push(0, 0, 1, (side * Math.PI) / 4);
      const inner = length / 2 - band * Math.tan(Math.PI / 8);
      painter.clip(polygon([[-length / 2, -radius * size], [length / 2, -radius * size], [inner, -radius * size + band], [-inner, -radius * size + band]])); // prettier-ignore
      painter.push(-length / 2, -radius * size);
      drawBand(length, band);
      painter.pop();
      painter.pop();
      painter.pop();
    }
  });
  painter.shape(polygon(octagon(radius * 0.52)), 'lapis', { lineWidth: 0.012 });
  for (let i = 0; i < 24; i++) flower(painter, Math.cos(i * 2.4) * radius * 0.45 * Math.sqrt((i + 1) / 24), Math.sin(i * 2.4) * radius * 0.45 * Math.sqrt((i + 1) / 24), radius * 0.03); // prettier-ignore
  rosette(painter, 0, 0, radius * 0.43, ['cinnabar', 'white', 'malachite', 'ochre'], 8);
  painter.pop();
}

export const CANOPY: Painting = {
  id: 'canopy',
  width: WIDTH,
  height: CANOPY_WIDTH,
  lightCell: 0.06,
  seed: 83,
  draw(painter) {
    const hem = 0.16;
    painter.push(0, hem);
    roundelSilk(painter, WIDTH, CANOPY_WIDTH - 2 * hem, 0.2, 83);
    painter.pop();
    const middle = CANOPY_WIDTH / 2;
    caisson(painter, WIDTH / 2, middle, 1.12);
    for (const side of [-1, 1]) caisson(painter, WIDTH / 2 + side * 3.05, middle, 0.82);
    for (const y of [0, CANOPY_WIDTH - hem]) {
      painter.push(0, y);
      honeysuckle(painter, WIDTH, hem, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
      painter.pop();
    }
  },
  wear: {
    seed: 83,
    soot: (x) => 0.5 + 0.2 * smoothStep(3.4, 0.6, Math.abs(x - WIDTH / 2)),
    lossBias: (x, y) => 0.22 * Math.exp(-Math.pow((x - 6.4) / 1.1, 2) - Math.pow((y - 2.4) / 0.7, 2)),
    threshold: 0.82,
  },
};
