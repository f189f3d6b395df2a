/** The front wall: guardian kings on both sides of the door, a pure land beyond each, small Buddhas above. */
import type { Painting } from '#demo/cave/cave.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { beadBand, frame, honeysuckle, petalBand } from '#demo/paint/motifs/borders.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { drawDado } from '#demo/caves/chamber/murals/ends.ts';
import { guardian, type GuardianOptions } from '#demo/caves/chamber/murals/guardian.ts';
import { PALE_FLESH } from '#demo/caves/chamber/murals/mourner.ts';
import { paradise } from '#demo/caves/chamber/murals/paradise.ts';
import { petalSky } from '#demo/caves/chamber/murals/vault.ts';
import { DOORWAY, ROOM } from '#demo/caves/chamber/room/dimensions.ts';

const WIDTH = ROOM.halfLength * 2;
const HEIGHT = ROOM.spring;
const DADO = 0.48;
const GUARD = 1.05;
const DOOR_TOP = HEIGHT - DOORWAY.height;

const GUARDS: readonly Pick<GuardianOptions, 'holds' | 'coat' | 'armour' | 'seed'>[] = [
  { holds: 'pagoda', coat: 'cinnabar', armour: 'malachite', seed: 881 },
  { holds: 'sword', coat: 'malachite', armour: 'azurite', seed: 887 },
];

function draw(painter: Painter): void {
  painter.usePigments({ lapis: PALE_FLESH.lapis });
  const middle = WIDTH / 2;
  const half = DOORWAY.width / 2;
  painter.fill(rectangle(0, 0, WIDTH, HEIGHT), 'ochreRed');
  painter.push(0, 0.1);
  petalSky(painter, WIDTH, 0.5, 21, false);
  painter.pop();
  honeysuckle(painter, WIDTH, 0.1, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
  painter.push(0, 0.6);
  petalBand(painter, WIDTH, 0.12);
  painter.pop();
  const top = 0.72;
  const tall = HEIGHT - top - DADO;
  const side = middle - half - GUARD;
  for (const [i, left] of [0, WIDTH - side].entries()) {
    painter.push(left, top);
    paradise(painter, side, tall, 40 + i * 3);
    painter.pop();
    painter.push(left, top + tall);
    drawDado(painter, side, DADO);
    painter.pop();
  }
  GUARDS.forEach((guard, i) => {
    const left = i === 0 ? middle - half - GUARD : middle + half;
    painter.push(left, top);
    drawGuard(painter, GUARD, HEIGHT - top, { ...guard, mirrored: i === 0 });
    painter.pop();
  });
  // Over the door.
  painter.push(middle - half, top);
  painter.fill(rectangle(0, 0, DOORWAY.width, DOOR_TOP - top), 'lapis');
  petalSky(painter, DOORWAY.width, DOOR_TOP - top, 23, true);
  frame(painter, 0, 0, DOORWAY.width, DOOR_TOP - top, 0.05, (length, band) => beadBand(painter, length, band, 'black'));
  painter.pop();
}

function drawGuard(painter: Painter, width: number, height: number, options: GuardianOptions): void {
  painter.clip(rectangle(0, 0, width, height));
  painter.fill(rectangle(0, 0, width, height), 'ochreRed');
  painter.shade(rectangle(0, 0, width, height), 'cinnabar', 0.3, 0.3);
  for (let i = 0; i < 22; i++)
    flower(
      painter,
      painter.random() * width,
      painter.random() * height,
      painter.random.between(0.016, 0.03),
      'white',
      'cinnabar',
      6,
    );
  const sky = 0.46;
  petalSky(painter, width, sky, options.seed, options.mirrored);
  painter.push(0, sky);
  petalBand(painter, width, 0.1);
  painter.pop();
  guardian(painter, width / 2 + (options.mirrored ? -0.03 : 0.03), height * 0.965, (height - sky) * 0.8, options);
  frame(painter, 0, 0, width, height, 0.055, (length, band) => beadBand(painter, length, band, 'brown'));
  painter.pop();
}

export const EAST_PAINTING: Painting = {
  id: 'east',
  width: WIDTH,
  height: HEIGHT,
  lightCell: 0.05,
  seed: 97,
  draw,
  wear: {
    seed: 97,
    soot: (_x, y) => 0.3 * smoothStep(1, 0, y),
    lossBias: (x, y) =>
      0.24 * smoothStep(2.4, 3.2, y) + 0.2 * Math.exp(-Math.pow((x - WIDTH / 2) / 0.9, 2)) * smoothStep(1, 1.6, y),
    touch: (x, y) => 0.5 * Math.exp(-Math.pow((Math.abs(x - WIDTH / 2) - 0.75) / 0.25, 2)) * smoothStep(1.3, 2, y),
    threshold: 0.85,
  },
};
