/**
 * The two end walls: mourners go on round the corners over the platform, then come great standing bodhisattvas; above
 * the springing a lotus in a field of flying figures.
 */
import type { Painting } from '#demo/cave/cave.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { ellipse, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { beadBand, frame, honeysuckle, inTurn, lozenge, petalBand } from '#demo/paint/motifs/borders.ts';
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import { flower, rosette } from '#demo/paint/motifs/flower.ts';
import { HEADGEAR } from '#demo/caves/chamber/murals/headgear.ts';
import { drawMourner, PALE_FLESH, type Gesture } from '#demo/caves/chamber/murals/mourner.ts';
import { foliage, trunk } from '#demo/caves/chamber/murals/salTrees.ts';
import { petalSky } from '#demo/caves/chamber/murals/vault.ts';
import { PLATFORM, ROOM } from '#demo/caves/chamber/room/dimensions.ts';

const WIDTH = ROOM.halfDepth * 2;
const HEIGHT = ROOM.crown;
const LUNETTE = ROOM.crown - ROOM.spring;
/** Where the platform ends, from the wall behind the figure. */
const COUCH = ROOM.halfDepth + PLATFORM.edge;

function draw(painter: Painter, atFeet: boolean): void {
  painter.usePigments(PALE_FLESH);
  painter.fill(rectangle(0, 0, WIDTH, HEIGHT), 'ochreRed');
  drawLunette(painter, atFeet);
  painter.push(0, LUNETTE);
  honeysuckle(painter, WIDTH, 0.1, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
  painter.pop();
  const couchLeft = atFeet ? 0 : WIDTH - COUCH;
  painter.push(couchLeft, LUNETTE + 0.1);
  drawMourners(painter, COUCH, HEIGHT - LUNETTE - 0.1, atFeet);
  painter.pop();
  const left = atFeet ? COUCH : 0;
  painter.push(left, LUNETTE + 0.1);
  drawAssembly(painter, WIDTH - COUCH, HEIGHT - LUNETTE - 0.1, atFeet);
  painter.pop();
}

/** Two flights of apsaras towards a lotus in the middle. */
function drawLunette(painter: Painter, atFeet: boolean): void {
  const band = LUNETTE / 2;
  for (const row of [0, 1]) {
    painter.push(0, row * band);
    petalSky(painter, WIDTH, band, (atFeet ? 11 : 12) + row * 5, (row === 0) === atFeet);
    painter.pop();
  }
  rosette(painter, WIDTH / 2, LUNETTE * 0.6, 0.3, ['cinnabar', 'white', 'malachite', 'ochre']);
}

function drawMourners(painter: Painter, width: number, height: number, atFeet: boolean): void {
  painter.clip(rectangle(0, 0, width, height));
  painter.fill(rectangle(0, 0, width, height), 'lapis');
  trunk(painter, width * 0.3, height, 0.2, 0.2, 0.13);
  trunk(painter, width * 0.8, height, 0.2, -0.15, 0.12);
  foliage(painter, width, 0.4, atFeet ? 93 : 94);
  const random = createRandom(atFeet ? 95 : 96);
  const robes: readonly Pigment[] = ['cinnabar', 'malachite', 'ochre', 'azurite', 'white', 'plum'];
  const gestures: readonly Gesture[] = ['sleeve', 'wailing', 'breast', 'joined', 'bowed'];
  for (let row = 0; row < 4; row++)
    for (let i = 0; i < 4; i++) {
      const index = row * 4 + i;
      const isKing = atFeet ? index % 4 !== 3 : false;
      drawMourner(painter, {
        kind: isKing ? 'king' : 'disciple',
        seed: (atFeet ? 8100 : 8500) + index * 29,
        x: (i + (row % 2 ? 0.2 : 0.45)) * (width / 3.4) + random.between(-0.03, 0.03),
        y: 0.54 + row * 0.37 + random.between(-0.04, 0.04),
        size: 0.2 + row * 0.008,
        turn: (atFeet ? -1 : 1) * random.between(0.25, 0.85),
        gesture: inTurn(gestures, index + row),
        grief: 0.45 + 0.55 * random(),
        robe: isKing ? inTurn(robes, index + row) : inTurn<Pigment>(['ochreRed', 'brown', 'plum'], index),
        trim: inTurn(robes, index + row + 2),
        ...(isKing ? { headgear: inTurn(HEADGEAR, index * 5 + 2) } : {}),
      });
    }
  painter.pop();
  frame(painter, 0, -0.05, width, height + 0.1, 0.05, (length, band) => beadBand(painter, length, band, 'black'));
}

function drawAssembly(painter: Painter, width: number, height: number, atFeet: boolean): void {
  painter.clip(rectangle(0, 0, width, height));
  const dado = 0.5;
  const tall = height - dado;
  painter.fill(rectangle(0, 0, width, tall), 'malachiteLight');
  painter.shade(rectangle(0, 0, width, tall), 'malachite', 0.3, 0.35);
  const skirts: readonly Pigment[] = ['cinnabar', 'azurite', 'malachite', 'white'];
  for (let i = 0; i < 40; i++) flower(painter, painter.random() * width, painter.random() * tall, painter.random.between(0.014, 0.024), inTurn<Pigment>(['white', 'ochre'], i), 'cinnabar', 6); // prettier-ignore
  for (let i = 0; i < 4; i++) {
    const x = ((i + 0.5) / 4) * width;
    painter.push(x, tall - 0.05, tall * 0.9);
    bodhisattva(painter, {
      turn: (atFeet ? -1 : 1) * (i % 2 ? 0.35 : 0.7),
      hold: inTurn(['lotus', 'prayer', 'offering', 'willow'] as const, i + (atFeet ? 1 : 0)),
      seed: (atFeet ? 310 : 340) + i * 7,
      colours: {
        skirt: inTurn(skirts, i),
        overskirt: inTurn(skirts, i + 2),
        scarf: inTurn(skirts, i + 1),
        scarfReverse: inTurn(skirts, i + 3),
        halo: inTurn<readonly Pigment[]>([['malachite', 'white', 'cinnabar'], ['azurite', 'ochre', 'white'], ['cinnabar', 'malachiteLight', 'azurite']], i), // prettier-ignore
      },
    });
    painter.pop();
    cartouche(painter, x + width / 8 - 0.03, 0.12, 0.06, 0.42, i % 2 ? 'white' : 'ochre');
  }
  painter.push(0, tall);
  drawDado(painter, width, dado);
  painter.pop();
  frame(painter, 0, 0, width, tall, 0.05, (length, band) => beadBand(painter, length, band, 'brown'));
  painter.pop();
}

/** Hanging cloth under the figures. */
export function drawDado(painter: Painter, width: number, height: number): void {
  painter.fill(rectangle(0, 0, width, height), 'brown');
  lozenge(painter, width, 0.09);
  painter.push(0, 0.09);
  petalBand(painter, width, 0.16);
  painter.pop();
  const count = Math.round(width / 0.24);
  const step = width / count;
  for (let i = 0; i < count; i++) {
    painter.fill(rectangle(i * step, 0.25, step, height - 0.25), i % 2 ? 'ochreRed' : 'malachite');
    painter.shape(ellipse((i + 0.5) * step, 0.25 + (height - 0.25) / 2, 0.06), 'white', { lineWidth: 0.006 });
    rosette(painter, (i + 0.5) * step, 0.25 + (height - 0.25) / 2, 0.055, ['azurite', 'white', 'cinnabar', 'ochre'], 6);
  }
}

const wear = {
  soot: (_x: number, y: number) => 0.35 * smoothStep(1.6, 0.1, y),
  lossBias: (_x: number, y: number) => 0.26 * smoothStep(3.4, 4.1, y),
  touch: (_x: number, y: number) => 0.4 * smoothStep(2.6, 3.1, y) * smoothStep(3.8, 3.4, y),
  threshold: 0.85,
} as const;

export const NORTH_PAINTING: Painting = {
  id: 'north',
  width: WIDTH,
  height: HEIGHT,
  lightCell: 0.045,
  seed: 95,
  draw: (painter) => draw(painter, true),
  wear: { seed: 95, ...wear },
};

export const SOUTH_PAINTING: Painting = {
  id: 'south',
  width: WIDTH,
  height: HEIGHT,
  lightCell: 0.045,
  seed: 96,
  draw: (painter) => draw(painter, false),
  wear: { seed: 96, ...wear },
};
