/** Paints wood on every timber's place: weathered silver-brown as found, oiled and coloured when restored. */
import type { Painting } from '#demo/cave/cave.ts';
import { createRandom, type Random } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve, ellipse, rectangle, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { YARD_WIDTH, type Stock, type Wood } from '#demo/caves/terrace/timber/yard.ts';

/** Restored, by conjecture, posts and doors are red and rails green, as on the timber fronts that are known. */
const COLOURS: Readonly<Record<Wood, Pigment>> = {
  beam: 'cinnabar',
  plank: 'brown',
  door: 'redLead',
  rail: 'malachite',
  panel: 'ochre',
};

export function timberPainting(stock: readonly Stock[], height: number): Painting {
  return {
    id: 'timber',
    width: YARD_WIDTH,
    height,
    lightCell: 0.08,
    fineness: 0.4,
    seed: 631,
    draw(painter) {
      painter.usePigments({
        brown: { restored: '#8a5a38', found: '#7d6a58' },
        cinnabar: { restored: '#9c3d2a', found: '#7b6553' },
        redLead: { restored: '#a8452c', found: '#83664f' },
        malachite: { restored: '#4a7f6c', found: '#786a5a' },
        ochre: { restored: '#c69a55', found: '#8a7860' },
      });
      painter.fill(rectangle(0, 0, painter.width, painter.height), 'brown');
      stock.forEach((place, index) => paintTimber(painter, place, createRandom(index * 613 + 5)));
    },
    wear: { seed: 631, mottling: 0.4, strength: 0.1, threshold: 3, cracks: 0, dust: () => 0.06 },
  };
}

function paintTimber(painter: Painter, { timber, u, v, length, girth }: Stock, random: Random): void {
  const face = rectangle(u - 0.02, v - 0.02, length + 0.04, girth + 0.04);
  painter.lightness = random.between(-0.16, 0.14);
  painter.clip(face);
  painter.fill(face, COLOURS[timber.wood]);
  painter.lightness = 0;
  if (painter.isDrawing) outlineTimber(painter, { timber, u, v, length, girth });
  const lines = Math.round(girth * (painter.isDrawing ? 14 : 130));
  for (let i = 0; i < lines; i++) {
    const at = v + random() * girth;
    const start = u + random.between(-0.2, 0.9) * length;
    const end = start + random.between(0.15, 0.8) * length;
    const sway = random.between(-0.006, 0.006);
    const line: Point[] = [
      [start, at],
      [start + (end - start) * 0.35, at + sway],
      [start + (end - start) * 0.7, at - sway],
      [end, at + sway * 0.5],
    ];
    const dark = random() < 0.62;
    painter.line(
      curve(line),
      random.between(0.0012, 0.0045),
      dark ? 'ink' : 'white',
      painter.isDrawing ? 0.55 : random.between(0.06, dark ? 0.34 : 0.22),
    );
  }
  if (!painter.isDrawing) {
    const knots = Math.floor(length * random.between(0.3, 1.4));
    for (let i = 0; i < knots; i++)
      paintKnot(painter, u + random() * length, v + random() * girth, random.between(0.008, 0.02));
    const splits = Math.floor(random.between(0, 1 + length));
    for (let i = 0; i < splits; i++) {
      const x = u + random() * length;
      const y = v + random() * girth;
      painter.brush(
        [
          [x, y],
          [x + 0.2, y + random.between(-0.01, 0.01)],
          [x + random.between(0.3, 0.7), y],
        ],
        random.between(0.003, 0.007),
        'black',
        0.8,
      );
    }
    const cap = Math.max(timber.width, timber.thickness) / 2;
    painter.fill(rectangle(u - 0.02, v - 0.02, cap + 0.02, girth + 0.04), 'black', 0.25);
    painter.fill(rectangle(u + length - cap, v - 0.02, cap + 0.02, girth + 0.04), 'black', 0.25);
  }
  painter.pop();
}

function outlineTimber(painter: Painter, { timber, u, v, length, girth }: Stock): void {
  const cap = Math.max(timber.width, timber.thickness) / 2;
  let at = v;
  for (const side of [0, timber.width, timber.thickness, timber.width, timber.thickness]) {
    at += side;
    painter.line(
      curve([
        [u + cap, at],
        [u + length - cap, at],
      ]),
      0.012,
      'ink',
      0.9,
    );
  }
  for (const x of [u + cap, u + length - cap])
    painter.line(
      curve([
        [x, v],
        [x, v + girth],
      ]),
      0.012,
      'ink',
      0.9,
    );
}

function paintKnot(painter: Painter, x: number, y: number, size: number): void {
  for (let i = 3; i > 0; i--) painter.line(ellipse(x, y, size * i * 0.75, size * i * 0.34), 0.0022, 'ink', 0.3);
  painter.fill(ellipse(x, y, size * 0.7, size * 0.4), 'ink', 0.55);
}
