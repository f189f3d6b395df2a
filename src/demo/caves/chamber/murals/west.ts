/**
 * The wall behind the figure. South, at the head, bodhisattvas who know it for a completion and are calm; in the middle
 * the disciples, who weep; north, at the feet, kings of many lands. Over them the sal trees in bloom.
 */
import type { Painting } from '#demo/cave/cave.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { honeysuckle, inTurn } from '#demo/paint/motifs/borders.ts';
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { halo } from '#demo/paint/motifs/halo.ts';
import { HEADGEAR } from '#demo/caves/chamber/murals/headgear.ts';
import { drawMourner, PALE_FLESH, type Gesture, type Mourner } from '#demo/caves/chamber/murals/mourner.ts';
import { foliage, trunk } from '#demo/caves/chamber/murals/salTrees.ts';
import { FIGURE_AT, PLATFORM, ROOM } from '#demo/caves/chamber/room/dimensions.ts';
import { HEAD_CENTRE } from '#demo/caves/chamber/figure/placing.ts';
import { stroke } from '#demo/caves/chamber/murals/stroke.ts';

const WIDTH = ROOM.halfLength * 2;
const HEIGHT = ROOM.spring - PLATFORM.height;
/** Where one group ends and the next begins. */
const DISCIPLES_FROM = 3.25;
const KINGS_FROM = 5.75;

const ROBES: readonly Pigment[] = ['cinnabar', 'malachite', 'ochreRed', 'azurite', 'plum', 'white', 'ochre', 'lapis', 'malachiteLight', 'brown']; // prettier-ignore
const TRIMS: readonly Pigment[] = ['white', 'cinnabar', 'malachite', 'ochre', 'azurite'];

/** Rows from the back to the front: height of the faces on the wall, size, how far apart. */
const ROWS = [
  { y: 0.63, size: 0.2, step: 0.5, shift: 0.15 },
  { y: 0.98, size: 0.215, step: 0.53, shift: 0.36 },
  { y: 1.36, size: 0.225, step: 0.56, shift: 0.1 },
] as const;

const HALO = {
  x: ROOM.halfLength + FIGURE_AT[0] + HEAD_CENTRE[0] - 0.08,
  y: ROOM.spring - FIGURE_AT[1] - HEAD_CENTRE[1] - 0.1,
  radius: 1,
} as const;

/** Everyone on the wall, from the back row to the front. */
export function gatherMourners(seed: number): Mourner[] {
  const random = createRandom(seed);
  return ROWS.flatMap(({ y, size, step, shift }, row) => {
    const count = Math.floor((WIDTH - shift) / step) + 1;
    return Array.from({ length: count }, (_, i): Mourner => {
      const x = shift + i * step + random.between(-0.05, 0.05);
      return place(x, y + random.between(-0.045, 0.045), size, row * 100 + i, random());
    }).filter((mourner) => Math.hypot(mourner.x - HALO.x, mourner.y - HALO.y) > HALO.radius + 0.12);
  });
}

function place(x: number, y: number, size: number, index: number, chance: number): Mourner {
  const seed = 7000 + index * 61;
  // All look towards the face of the dying Buddha.
  const turn = x < 1.5 ? 0.6 : x < 2.4 ? 0.15 * (chance * 2 - 1) : -0.45 - 0.4 * chance;
  const kind = x < DISCIPLES_FROM ? 'bodhisattva' : x < KINGS_FROM ? 'disciple' : 'king';
  const gestures: Record<Mourner['kind'], readonly Gesture[]> = {
    bodhisattva: ['joined', 'lotus', 'joined', 'bowed'],
    disciple: ['sleeve', 'wailing', 'breast', 'bowed', 'sleeve'],
    king: ['breast', 'sleeve', 'joined', 'wailing', 'breast'],
  };
  const robe = inTurn(ROBES, index * 3 + (index > 99 ? 1 : 0));
  const trim = inTurn(TRIMS, index * 2 + 1);
  return {
    kind,
    seed,
    x,
    y,
    size,
    turn,
    gesture: inTurn(gestures[kind], index + (index > 99 ? 2 : 0)),
    grief: kind === 'bodhisattva' ? 0 : kind === 'disciple' ? 0.55 + 0.45 * chance : 0.35 + 0.5 * chance,
    robe: kind === 'disciple' ? inTurn<Pigment>(['ochreRed', 'plum', 'brown', 'cinnabar'], index) : robe,
    trim: trim === robe ? 'ochre' : trim,
    ...(kind === 'king' ? { headgear: inTurn(HEADGEAR, index * 5 + Math.floor(index / 100) * 3) } : {}),
  };
}

function draw(painter: Painter): void {
  painter.usePigments(PALE_FLESH);
  painter.fill(rectangle(0, 0, WIDTH, HEIGHT), 'lapis');
  painter.shade(rectangle(0, 0, WIDTH, HEIGHT), 'ink', 0.3, 0.3);
  for (let i = 0; i < 8; i++) trunk(painter, 0.5 + i * 1.15, HEIGHT, 0.2, i % 2 ? 0.22 : -0.18, 0.13);
  painter.push(0, 0.02);
  foliage(painter, WIDTH, 0.42, 91);
  painter.pop();
  for (const mourner of gatherMourners(92)) {
    painter.lightness = -0.1 + 0.12 * smoothStep(ROWS[0].y, ROWS[2].y, mourner.y);
    drawMourner(painter, mourner);
    painter.lightness = 0;
  }
  drawHalo(painter);
  for (let i = 0; i < 7; i++)
    cartouche(painter, 3.35 + i * 0.83, 0.5 + (i % 2) * 0.1, 0.055, 0.24, i % 2 ? 'white' : 'malachiteLight');
  for (let i = 0; i < 70; i++) flower(painter, painter.random() * WIDTH, 0.3 + painter.random() * 1.2, painter.random.between(0.01, 0.018), 'white', 'cinnabar', 5); // prettier-ignore
  honeysuckle(painter, WIDTH, 0.1, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
}

/** The great halo behind the head: flames, a scroll, rays, lotus petals. */
function drawHalo(painter: Painter): void {
  const { x, y, radius } = HALO;
  painter.push(x, y);
  halo(painter, 0, 0, radius, ['malachite', 'ochreRed'], 64);
  for (let i = 0; i < 40; i++) {
    painter.push(0, 0, 1, (i / 40) * Math.PI * 2);
    const leaf = blob([[0, -radius * 0.8], [-0.05, -radius * 0.74], [-0.02, -radius * 0.66], [0.04, -radius * 0.7], [0.05, -radius * 0.76]]); // prettier-ignore
    painter.shape(leaf, i % 2 ? 'malachiteLight' : 'white', { lineWidth: 0.005, shade: 'malachite', shadeWidth: 0.02 });
    painter.pop();
  }
  halo(painter, 0, 0, radius * 0.64, ['white', 'lapis']);
  for (let i = 0; i < 72; i++) {
    painter.push(0, 0, 1, (i / 72) * Math.PI * 2);
    stroke(
      painter,
      [
        [0, -radius * 0.2],
        [0.01, -radius * 0.36],
        [0, -radius * 0.51],
      ],
      0.018,
      i % 2 ? 'gold' : 'white',
      0.9,
      6,
      () => 1,
    );
    painter.pop();
  }
  painter.pop();
}

export const WEST_PAINTING: Painting = {
  id: 'west',
  width: WIDTH,
  height: HEIGHT,
  lightCell: 0.03,
  fineness: 1.15,
  seed: 92,
  draw,
  wear: {
    seed: 92,
    soot: (_x, y) => 0.22 * smoothStep(0.9, 0, y),
    lossBias: (x, y) => 0.3 * smoothStep(1.2, 2.1, y) + 0.14 * Math.exp(-Math.pow((x - 7.4) / 0.5, 2)),
    threshold: 0.865,
    strength: 0.85,
  },
};
