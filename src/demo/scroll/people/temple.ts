/** Temples, pavilions, pagodas. Figure pixels where a grown person is 50 high; the floor is at y = 0. */
import type { Random } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN } from '#demo/scroll/brush/pen.ts';
import {
  CINNABAR,
  INK,
  OCHRE,
  PALE_MALACHITE,
  ROOF,
  THATCH,
  UMBER,
  WHITE,
  mixColours,
} from '#demo/scroll/brush/colours.ts';
import { box, smooth, wavering } from '#demo/scroll/brush/lines.ts';
import { drawHall, drawRoof } from '#demo/scroll/people/buildings.ts';

/** A temple on a walled terrace: stairs and gate in front, two side halls, the great hall of two storeys behind. About 700 wide. */
export function drawTemple(pen: Pen, random: Random): void {
  const wide = 330;
  pen.fill([-wide, 70, -wide * 0.86, -46, wide * 0.86, -46, wide, 70], mixColours(PALE_MALACHITE, OCHRE, 0.55), 1);
  pen.within(0, -30, () => drawHall(pen, random, 2, 230));
  for (const side of [-1, 1]) pen.within(side * 228, 6, () => drawHall(pen, random, 1, 110));
  for (const side of [-1, 1]) drawWall(pen, side * 50, side * wide, 70);
  const stone = mixColours(WHITE, ROOF, 0.42);
  pen.fill([-wide, 70, wide, 70, wide * 0.97, 128, -wide * 0.97, 128], stone, 1);
  for (let row = 0; row < 4; row++) {
    pen.line(wavering(random, [-wide, 70 + row * 15, wide, 70 + row * 15], 0.8, 10), 1.2, INK, 0.55, EVEN);
    for (let x = -wide + (row % 2) * 16; x < wide; x += 32)
      pen.line([x, 71 + row * 15, x, 84 + row * 15], 1, INK, 0.4, EVEN);
  }
  pen.fill([-34, 66, 34, 66, 52, 150, -52, 150], mixColours(WHITE, OCHRE, 0.25), 1);
  for (let step = 0; step < 12; step++)
    pen.line([-34 - step * 1.5, 68 + step * 7, 34 + step * 1.5, 68 + step * 7], 1.2, INK, 0.6, EVEN);
  for (const side of [-1, 1]) pen.line([side * 34, 66, side * 52, 150], 4, ROOF, 0.95, EVEN);
  pen.within(0, 68, () => drawHall(pen, random, 1, 84));
}

function drawWall(pen: Pen, from: number, to: number, floor: number): void {
  const [x0, x1] = from < to ? [from, to] : [to, from];
  pen.fill(box(x0, floor - 30, x1, floor), mixColours(WHITE, OCHRE, 0.4), 0.96);
  pen.fill(box(x0 - 3, floor - 37, x1 + 3, floor - 28), ROOF, 1);
  pen.line([x0 - 3, floor - 28, x1 + 3, floor - 28], 1.4, INK, 0.85, EVEN);
  pen.line([x0 - 3, floor - 37, x1 + 3, floor - 37], 1.4, INK, 0.85, EVEN);
}

/** An open pavilion: posts, a railing, a pointed roof. About 90 wide. */
export function drawPavilion(pen: Pen, random: Random): void {
  const wide = random.between(64, 84);
  const half = wide / 2;
  pen.fill(box(-half - 8, -7, half + 8, 5), mixColours(WHITE, ROOF, 0.3), 0.95);
  pen.line([-half - 8, 5, half + 8, 5], 1.6, INK, 0.8, EVEN);
  pen.line([-half - 8, -7, half + 8, -7], 1.2, INK, 0.7, EVEN);
  for (const t of [-1, -0.36, 0.36, 1]) pen.line([t * half, -6, t * half, -54], 3, CINNABAR, 0.92, EVEN);
  for (const y of [-12, -20]) pen.line([-half, y, half, y], 1.3, CINNABAR, 0.85, EVEN);
  for (let x = -half; x < half; x += 6) pen.line([x, -20, x, -8], 0.9, CINNABAR, 0.7, EVEN);
  const roof = half + 20;
  const left = smooth([0, -100, -roof * 0.3, -72, -roof, -52], 5);
  const right = smooth([roof, -52, roof * 0.3, -72, 0, -100], 5);
  pen.fill(
    [...left, -roof * 0.5, -47, 0, -46, roof * 0.5, -47, ...right],
    random() < 0.5 ? THATCH : mixColours(ROOF, [52, 92, 104], 0.4),
    0.96,
  );
  for (const t of [-0.7, -0.35, 0, 0.35, 0.7])
    pen.line(smooth([0, -98, t * roof * 0.36, -72, t * roof, -48], 4), 1, INK, 0.5, EVEN);
  pen.line(left, 1.8, INK, 0.9, EVEN);
  pen.line(right, 1.8, INK, 0.9, EVEN);
  pen.line([-roof, -52, -roof * 0.5, -47, 0, -46, roof * 0.5, -47, roof, -52], 1.8, INK, 0.9, EVEN);
  pen.dab(0, -104, 4, 6, INK, 0.9);
}

/** A pagoda of `storeys` roofs, slender, with a finial. */
export function drawPagoda(pen: Pen, storeys: number): void {
  let y = 0;
  for (let i = 0; i < storeys; i++) {
    const wide = 74 * (1 - (0.5 * i) / storeys);
    const high = 36 * (1 - (0.35 * i) / storeys);
    pen.fill(box(-wide / 2, y - high, wide / 2, y), WHITE, 0.92);
    pen.fill(box(-wide * 0.12, y - high * 0.72, wide * 0.12, y), mixColours(CINNABAR, INK, 0.6), 0.9);
    for (const t of [-0.5, -0.2, 0.2, 0.5]) pen.line([t * wide, y, t * wide, y - high], 2, CINNABAR, 0.85, EVEN);
    drawRoof(pen, 0, y - high + 2, wide + 34, 20, mixColours(ROOF, [52, 92, 104], 0.4));
    y -= high + 12;
  }
  pen.line([0, y + 2, 0, y - 44], 3, INK, 0.9, EVEN);
  for (let i = 0; i < 5; i++) pen.dab(0, y - 8 - i * 7, 7 - i, 2.2, UMBER, 0.95);
}
