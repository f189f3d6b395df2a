/** Floor, bed and canopy: everything that imitates tile or cloth. */
import type { Painting } from '#demo/cave/cave.ts';
import { createRandom } from '#demo/noise/random.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve, ellipse, rectangle } from '#demo/paint/paths.ts';
import { beadBand, frame, honeysuckle, lozenge } from '#demo/paint/motifs/borders.ts';
import { rosette } from '#demo/paint/motifs/flower.ts';
import { roundel, spandrel } from '#demo/caves/chamber/murals/roundel.ts';
import { PLATFORM, ROOM } from '#demo/caves/chamber/room/dimensions.ts';

const WIDTH = ROOM.halfLength * 2;
const FLOOR_DEPTH = ROOM.halfDepth + 0.82;
const BED_DEPTH = ROOM.halfDepth + PLATFORM.edge;
const TILE = 0.36;

/** A fired tile with a lotus in relief, worn according to where people walk. */
export function lotusTile(painter: Painter, x: number, y: number, size: number, worn: number): void {
  painter.lightness = painter.random.between(-0.1, 0.06);
  painter.fill(rectangle(x + 0.004, y + 0.004, size - 0.008, size - 0.008), 'grey');
  painter.lightness = 0;
  const middleX = x + size / 2;
  const middleY = y + size / 2;
  const alpha = 0.75 * (1 - worn * 0.75);
  for (let i = 0; i < 8; i++) {
    painter.push(middleX, middleY, size, (i * Math.PI) / 4);
    painter.line(ellipse(0, -0.24, 0.085, 0.125), 0.018, 'brown', alpha);
    painter.line(curve([[0, -0.14], [0, -0.28]]), 0.012, 'white', alpha * 0.5); // prettier-ignore
    painter.pop();
  }
  painter.line(ellipse(middleX, middleY, size * 0.1), size * 0.02, 'brown', alpha);
  for (let i = 0; i < 7; i++) {
    const angle = i * 1.047;
    const reach = i === 6 ? 0 : size * 0.055;
    painter.fill(
      ellipse(middleX + Math.cos(angle) * reach, middleY + Math.sin(angle) * reach, size * 0.017),
      'brown',
      Math.max(0.76, alpha),
    );
  }
  painter.line(ellipse(middleX, middleY, size * 0.4), size * 0.014, 'brown', alpha);
  painter.line(ellipse(middleX, middleY, size * 0.43), size * 0.008, 'brown', alpha * 0.8);
  for (const dx of [0, 1])
    for (const dy of [0, 1])
      painter.line(ellipse(x + dx * size, y + dy * size, size * 0.2), size * 0.014, 'brown', alpha);
}

function layTiles(painter: Painter, width: number, height: number, path: (x: number, y: number) => number): void {
  painter.fill(rectangle(0, 0, width, height), 'brown');
  const columns = Math.round(width / TILE);
  const rows = Math.round(height / TILE);
  const size = Math.min(width / columns, height / rows);
  painter.clip(rectangle(0, 0, width, height));
  for (let j = 0; j <= rows; j++)
    for (let i = 0; i < columns; i++) {
      const x = i * (width / columns);
      const y = j * (height / rows);
      lotusTile(painter, x, y, Math.max(size, width / columns), path(x + size / 2, y + size / 2));
    }
  painter.pop();
}

/** Where feet go: from the door along the platform. */
function trodden(x: number, y: number): number {
  const toDoor = Math.exp(-Math.pow((x - WIDTH / 2) / 0.8, 2));
  const alongPlatform = Math.exp(-Math.pow((y - 0.9) / 0.7, 2)) * smoothStep(4.6, 2.5, Math.abs(x - WIDTH / 2));
  return Math.max(toDoor, 0.85 * alongPlatform);
}

export const FLOOR_PAINTING: Painting = {
  id: 'floor',
  width: WIDTH,
  height: FLOOR_DEPTH,
  lightCell: 0.05,
  seed: 73,
  draw: (painter) => layTiles(painter, WIDTH, FLOOR_DEPTH, trodden),
  wear: {
    seed: 73,
    dust: (x, y) => 0.34 - 0.16 * trodden(x, y),
    touch: (x, y) => 0.6 * trodden(x, y),
    threshold: 0.95,
    strength: 0.7,
    cracks: 40,
  },
};

export const THRESHOLD_PAINTING: Painting = {
  id: 'threshold',
  width: 1.2,
  height: 1.4,
  lightCell: 0.05,
  seed: 74,
  draw: (painter) => layTiles(painter, 1.2, 1.4, () => 0.9),
  wear: { seed: 74, dust: () => 0.3, threshold: 0.94, strength: 0.8 },
};

/** The couch: a figured silk of pearl roundels, hemmed with beads. */
export const BED_PAINTING: Painting = {
  id: 'bed',
  width: WIDTH,
  height: BED_DEPTH,
  lightCell: 0.03,
  seed: 75,
  draw(painter) {
    painter.fill(rectangle(0, 0, WIDTH, BED_DEPTH), 'malachite');
    const step = WIDTH / 24;
    for (let j = 0; j < 4; j++)
      for (let i = 0; i < 24; i++) {
        const x = (i + 0.5) * step;
        const y = BED_DEPTH - 0.36 - j * step;
        spandrel(painter, i * step, y - step / 2, 0.1);
        roundel(painter, x, y, step * 0.46, { device: (i + j) % 2 ? 'duck' : 'rosette', field: (i + j) % 2 ? 'ochreRed' : 'cinnabar', mirrored: i > 11 }); // prettier-ignore
      }
    painter.push(0, BED_DEPTH - 0.16);
    honeysuckle(painter, WIDTH, 0.12, 'cinnabar', ['white', 'malachite', 'azuriteLight', 'ochre']);
    painter.push(0, 0.12);
    beadBand(painter, WIDTH, 0.04, 'black');
    painter.pop();
    painter.pop();
  },
  wear: {
    seed: 75,
    dust: (_x, y) => 0.12 + 0.3 * smoothStep(0.9, 0, y),
    soot: (_x, y) => 0.25 * smoothStep(1.2, 1.5, y),
    threshold: 0.86,
  },
};

/** Rows of roundels for a cloth of `width` × `height` from the origin. */
export function roundelSilk(painter: Painter, width: number, height: number, radius: number, seed: number): void {
  const random = createRandom(seed);
  painter.fill(rectangle(0, 0, width, height), 'ochreRed');
  painter.clip(rectangle(0, 0, width, height));
  const columns = Math.round(width / (radius * 2.15));
  const rows = Math.ceil(height / (radius * 2.15));
  const step = width / columns;
  for (let j = 0; j <= rows; j++)
    for (let i = 0; i < columns; i++) {
      painter.lightness = random.between(-0.05, 0.05);
      roundel(painter, (i + 0.5) * step, (j + 0.5) * step, radius, {
        device: (i + j) % 2 ? 'lotus' : 'rosette',
        field: (i + j) % 2 ? 'cinnabar' : 'plum',
        ring: (i + j) % 2 ? 'malachite' : 'lapis',
      });
      spandrel(painter, i * step, j * step, radius * 0.42);
    }
  painter.lightness = 0;
  painter.pop();
}

/** A rosette in a square with a hem, as caissons have in their corners. */
export function cornerSquare(painter: Painter, x: number, y: number, size: number): void {
  painter.push(x, y);
  painter.fill(rectangle(0, 0, size, size), 'malachite');
  rosette(painter, size / 2, size / 2, size * 0.4, ['cinnabar', 'white', 'azurite', 'ochre']);
  frame(painter, 0, 0, size, size, size * 0.12, (length, band) => lozenge(painter, length, band));
  painter.pop();
}
