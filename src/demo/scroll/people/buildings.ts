/** Houses, halls, fences. Figure pixels where a grown person is 50 high; the floor is at y = 0. */
import type { Random } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN } from '#demo/scroll/brush/pen.ts';
import type { Colour } from '#demo/scroll/brush/colours.ts';
import { CINNABAR, INK, OCHRE, ROOF, THATCH, UMBER, WHITE, mixColours } from '#demo/scroll/brush/colours.ts';
import { box, smooth } from '#demo/scroll/brush/lines.ts';

/** A roof seen from the front: hips at both ends, eaves that swing up, rows of tiles. Middle of the eaves at 0, y. */
export function drawRoof(pen: Pen, x: number, y: number, wide: number, high: number, colour: Colour): void {
  const half = wide / 2;
  const top = half * 0.62;
  const left = smooth(
    [x - top, y - high, x - top - (half - top) * 0.35, y - high * 0.42, x - half, y - high * 0.06],
    4,
  );
  const right = smooth(
    [x + half, y - high * 0.06, x + top + (half - top) * 0.35, y - high * 0.42, x + top, y - high],
    4,
  );
  const eaves = smooth(
    [x - half, y - high * 0.06, x - half * 0.6, y + 2, x, y + 3, x + half * 0.6, y + 2, x + half, y - high * 0.06],
    3,
  );
  pen.fill([...left, ...eaves.slice(2), ...right.slice(2)], colour, 0.95);
  if (pen.grain > 0.35) {
    const rows = Math.max(6, Math.round(wide / 7));
    for (let i = 1; i < rows; i++) {
      const t = (i / rows) * 2 - 1;
      pen.line(
        [
          x + t * top,
          y - high,
          x + t * (top + half) * 0.47,
          y - high * 0.42,
          x + t * half,
          y + 2 - Math.abs(t) * high * 0.05,
        ],
        1.1,
        INK,
        0.42,
        EVEN,
      );
    }
  }
  pen.line(left, 1.6, INK, 0.85, EVEN);
  pen.line(right, 1.6, INK, 0.85, EVEN);
  pen.line(eaves, 2, INK, 0.9, EVEN);
  pen.line(
    [x - top - 4, y - high - 3, x - top + 3, y - high, x + top - 3, y - high, x + top + 4, y - high - 3],
    3.6,
    INK,
    0.9,
    EVEN,
  );
}

function drawWalls(pen: Pen, random: Random, x: number, wide: number, high: number, posts: Colour): void {
  const half = wide / 2;
  pen.fill(box(x - half, -high, x + half, 0), WHITE, 0.88);
  const bays = Math.max(2, Math.round(wide / 30));
  for (let i = 0; i < bays; i++) {
    const from = x - half + (wide * i) / bays;
    const to = x - half + (wide * (i + 1)) / bays;
    const kind = random();
    if (kind < 0.34) pen.fill(box(from + 4, -high * 0.8, to - 4, 0), mixColours(UMBER, INK, 0.45), 0.75);
    else if (kind < 0.8) drawLattice(pen, from + 4, -high * 0.76, to - 4, -high * 0.28);
  }
  for (let i = 0; i <= bays; i++)
    pen.line([x - half + (wide * i) / bays, -high - 2, x - half + (wide * i) / bays, 1], 2.6, posts, 0.95, EVEN);
  pen.line([x - half - 3, 0, x + half + 3, 0], 2.2, INK, 0.8, EVEN);
  pen.line([x - half, -high + 3, x + half, -high + 3], 1.6, posts, 0.8, EVEN);
}

function drawLattice(pen: Pen, x0: number, y0: number, x1: number, y1: number): void {
  pen.fill(box(x0, y0, x1, y1), mixColours(WHITE, OCHRE, 0.35), 0.8);
  if (pen.grain < 0.4) return;
  for (let x = x0; x <= x1; x += 4) pen.line([x, y0, x, y1], 0.9, UMBER, 0.7, EVEN);
  for (let y = y0; y <= y1 + 0.1; y += (y1 - y0) / 3) pen.line([x0, y, x1, y], 0.9, UMBER, 0.7, EVEN);
}

/** A house of the country: tiled or thatched, with or without a wing. About 130 wide. */
export function drawHouse(pen: Pen, random: Random): void {
  const thatched = random() < 0.45;
  const colour = thatched ? mixColours(THATCH, UMBER, random() * 0.4) : mixColours(ROOF, INK, random() * 0.3);
  const wide = random.between(84, 140);
  if (random() < 0.6) {
    const side = random() < 0.5 ? -1 : 1;
    const x = side * (wide * 0.5 + 22);
    drawWalls(pen, random, x, 56, 34, UMBER);
    drawRoof(pen, x, -32, 78, 30, colour);
  }
  drawWalls(pen, random, 0, wide, 46, UMBER);
  drawRoof(pen, 0, -44, wide + 34, random.between(38, 50), colour);
}

/** A hall of a temple or a gate tower: red posts, one to three storeys on a stone platform. */
export function drawHall(pen: Pen, random: Random, storeys: number, wide = 190): void {
  const half = wide / 2;
  pen.fill(box(-half - 16, -12, half + 16, 8), mixColours(WHITE, ROOF, 0.3), 0.95);
  for (let i = 0; i < 3; i++) pen.line([-half - 16, -12 + i * 10, half + 16, -12 + i * 10], 1.2, INK, 0.7, EVEN);
  pen.fill([-16, -12, 16, -12, 24, 10, -24, 10], mixColours(WHITE, OCHRE, 0.3), 1);
  for (let i = 0; i < 5; i++) pen.line([-17 - i * 1.6, -10 + i * 4.6, 17 + i * 1.6, -10 + i * 4.6], 1, INK, 0.55, EVEN);
  let floor = -12;
  let span = wide;
  for (let storey = 0; storey < storeys; storey++) {
    const high = storey === 0 ? 52 : 38;
    drawStorey(pen, random, floor, span, high);
    drawRoof(
      pen,
      0,
      floor - high + 3,
      span + 58,
      storey === storeys - 1 ? 56 : 26,
      mixColours(ROOF, [52, 92, 104], 0.5),
    );
    floor -= high + (storey === storeys - 1 ? 0 : 18);
    span *= 0.76;
  }
}

function drawStorey(pen: Pen, random: Random, floor: number, wide: number, high: number): void {
  const half = wide / 2;
  pen.fill(box(-half, floor - high, half, floor), mixColours(WHITE, OCHRE, 0.2), 0.95);
  const bays = 5;
  for (let i = 0; i < bays; i++) {
    const from = -half + (wide * i) / bays;
    const to = from + wide / bays;
    if (i === 2) pen.fill(box(from + 3, floor - high * 0.82, to - 3, floor), mixColours(CINNABAR, INK, 0.62), 0.95);
    else if (random() < 0.85) drawLattice(pen, from + 4, floor - high * 0.78, to - 4, floor - high * 0.2);
  }
  for (let i = 0; i <= bays; i++)
    pen.line([-half + (wide * i) / bays, floor - high, -half + (wide * i) / bays, floor], 3.4, CINNABAR, 0.92, EVEN);
  pen.fill(box(-half - 5, floor - high - 1, half + 5, floor - high + 6), mixColours(MALACHITE_BEAM, INK, 0.2), 0.9);
  pen.line([-half - 8, floor - 11, half + 8, floor - 11], 1.4, CINNABAR, 0.85, EVEN);
}

const MALACHITE_BEAM: Colour = [72, 118, 104];

/** A wattle fence from 0 to `length`, with a gap for the way in. */
export function drawFence(pen: Pen, random: Random, length: number): void {
  const gap = random.between(0.3, 0.6) * length;
  for (let x = 0; x < length; x += 7) {
    if (Math.abs(x - gap) < 18) continue;
    pen.line([x, 2 + random.normal(), x + random.normal() * 2, -18 - random() * 6], 1.6, UMBER, 0.8, EVEN);
    if (x + 7 < length && Math.abs(x + 7 - gap) >= 18) {
      pen.line([x, -13, x + 7, -14], 1.2, UMBER, 0.75, EVEN);
      pen.line([x, -6, x + 7, -5], 1.2, UMBER, 0.75, EVEN);
    }
  }
}
