/** People and donkeys, a grown person 50 figure pixels high; feet at 0, 0, facing left, the way the scroll is read. */
import type { Random } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN, TAPERED } from '#demo/scroll/brush/pen.ts';
import type { Colour } from '#demo/scroll/brush/colours.ts';
import { INK, OCHRE, PALE_AZURITE, THATCH, UMBER, WHITE, mixColours } from '#demo/scroll/brush/colours.ts';
import { smooth } from '#demo/scroll/brush/lines.ts';

const SKIN: Colour = [214, 172, 132];
const ROBES: readonly Colour[] = [
  WHITE,
  WHITE,
  PALE_AZURITE,
  mixColours(OCHRE, WHITE, 0.4),
  [150, 92, 70],
  [120, 128, 112],
];

export type Figure = 'walker' | 'porter' | 'scholar' | 'monk' | 'fisher' | 'rider' | 'sitter';

export function drawFigure(pen: Pen, random: Random, figure: Figure): void {
  const robe = figure === 'monk' ? ([168, 116, 62] as const) : random.pick(ROBES);
  switch (figure) {
    case 'walker':
      drawBody(pen, random, robe, 2);
      drawHead(pen, 0, random() < 0.6 ? 'hat' : 'cap');
      pen.line([-12, -38, -13, 1], 1.5, UMBER, 0.95, EVEN);
      pen.line([-2, -33, -8, -27, -12.5, -28], 2.6, robe, 0.95, EVEN);
      if (random() < 0.5) drawPack(pen);
      return;
    case 'porter':
      drawBody(pen, random, robe, 5);
      drawHead(pen, -1, 'cap');
      pen.line(smooth([-26, -34, 0, -39, 26, -34], 4), 1.9, UMBER, 1, EVEN);
      for (const x of [-25, 25]) drawLoad(pen, x, random);
      return;
    case 'scholar':
    case 'monk':
      drawBody(pen, random, robe, 1);
      drawHead(pen, 0, figure === 'monk' ? 'bald' : 'scarf');
      pen.line([-3, -33, -9, -26, -4, -24], 3.4, robe, 0.95, EVEN);
      pen.line([-3, -33, -9, -26, -4, -24], 1, INK, 0.6, EVEN);
      return;
    case 'sitter':
      pen.fill(smooth([-12, 0, -9, -10, -4, -26, 4, -26, 9, -8, 12, 0], 3, true), robe, 0.96);
      pen.line(smooth([-12, 0, -9, -10, -4, -26, 4, -26, 9, -8, 12, 0], 3), 1.2, INK, 0.85, EVEN);
      pen.within(0, 16, () => drawHead(pen, 0, 'scarf'));
      return;
    case 'fisher':
      pen.fill(smooth([-9, 0, -8, -12, -5, -26, 5, -26, 10, -6, 9, 0], 3, true), THATCH, 0.96);
      for (let x = -6; x < 8; x += 3) pen.line([x * 0.5, -24, x, -4], 1, UMBER, 0.8, TAPERED);
      pen.within(0, 16, () => drawHead(pen, 0, 'hat'));
      pen.line(smooth([-6, -18, -34, -38, -62, -44], 4), 1.2, UMBER, 0.95, TAPERED);
      pen.line([-62, -44, -63, 14], 0.8, INK, 0.5, EVEN);
      return;
    case 'rider':
      drawDonkey(pen, random);
      pen.within(1, -24, () => {
        pen.fill(smooth([-7, 14, -6, -2, -5, -18, 5, -18, 8, 0, 6, 10], 3, true), robe, 0.97);
        pen.line(smooth([-7, 14, -6, -2, -5, -18, 5, -18, 8, 0, 6, 10], 3), 1.2, INK, 0.85, EVEN);
        pen.within(0, 17, () => drawHead(pen, 0, random() < 0.6 ? 'hat' : 'scarf'));
      });
  }
}

function drawBody(pen: Pen, random: Random, robe: Colour, stride: number): void {
  pen.line([-2, -12, -3 - stride, 0], 2.6, INK, 0.85, EVEN);
  pen.line([2, -12, 3 + stride, 0], 2.6, INK, 0.85, EVEN);
  const hem = random.between(-9, -4);
  const outline = smooth([-4.5, -37, -7, -22, -8.5, hem, 0, hem + 1.5, 8.5, hem, 6.5, -24, 4.5, -37, 0, -39], 3, true);
  pen.fill(outline, robe, 0.97);
  pen.line([...outline, outline[0]!, outline[1]!], 1.25, INK, 0.85, EVEN);
  pen.line([-6, -23, 6, -24], 1.8, mixColours(robe, INK, 0.6), 0.8, EVEN);
  pen.line([0, -36, -2, -24, -1, hem], 0.9, INK, 0.6, EVEN);
  pen.line([3, -22, 4.5, hem], 0.9, INK, 0.5, EVEN);
}

function drawHead(pen: Pen, x: number, wear: 'hat' | 'cap' | 'scarf' | 'bald'): void {
  pen.dab(x, -43, 4.4, 5, INK, 0.85);
  pen.dab(x - 0.2, -43, 3.7, 4.3, SKIN, 1);
  pen.dab(x - 2, -43.4, 0.6, 0.6, INK, 0.9);
  if (wear === 'hat') {
    pen.fill([x - 12, -44, x, -54, x + 12, -44, x, -42.5], THATCH, 1);
    pen.line([x - 12, -44, x, -54, x + 12, -44, x, -42.5, x - 12, -44], 1.1, INK, 0.85, EVEN);
  } else if (wear === 'cap') {
    pen.dab(x + 0.6, -46, 4.3, 2.8, INK, 0.92);
    pen.dab(x + 1.5, -49, 2, 1.8, INK, 0.92);
  } else if (wear === 'scarf') {
    pen.fill([x - 4.4, -45, x - 3, -51.5, x + 4, -52.5, x + 5, -44], INK, 0.92);
    pen.line([x + 4, -47, x + 9, -40, x + 8, -35], 1.6, INK, 0.8, TAPERED);
  }
}

function drawPack(pen: Pen): void {
  pen.dab(7, -31, 5, 6.5, UMBER, 0.95, 0.2);
  pen.dab(7, -31, 3.8, 5.2, OCHRE, 0.95, 0.2);
}

function drawLoad(pen: Pen, x: number, random: Random): void {
  pen.line([x, -34, x - 5, -17], 0.9, INK, 0.8, EVEN);
  pen.line([x, -34, x + 5, -17], 0.9, INK, 0.8, EVEN);
  const colour = random() < 0.5 ? OCHRE : THATCH;
  pen.fill([x - 7, -17, x + 7, -17, x + 5, -6, x - 5, -6], colour, 1);
  pen.line([x - 7, -17, x + 7, -17, x + 5, -6, x - 5, -6, x - 7, -17], 1.1, INK, 0.85, EVEN);
}

/** A donkey 34 high at the back, head to the left. */
export function drawDonkey(pen: Pen, random: Random): void {
  const coat = mixColours(UMBER, [92, 84, 78], random());
  for (const [x, swing] of [
    [-11, -2],
    [-8, 3],
    [10, -3],
    [13, 2],
  ] as const) {
    pen.line([x, -14, x + swing * 0.4, -7, x + swing, 0], 3, mixColours(coat, INK, 0.4), 0.95, EVEN);
  }
  const body = smooth([-15, -24, -8, -29, 4, -27, 14, -29, 18, -22, 15, -13, 4, -11, -8, -12, -15, -15], 3, true);
  pen.fill(body, coat, 0.98);
  pen.line([...body, body[0]!, body[1]!], 1.2, INK, 0.8, EVEN);
  const neck = smooth(
    [-11, -27, -19, -36, -22, -40, -29, -36, -33, -29, -30, -27, -25, -30, -19, -24, -13, -17],
    3,
    true,
  );
  pen.fill(neck, coat, 0.98);
  pen.line([...neck, neck[0]!, neck[1]!], 1.1, INK, 0.8, EVEN);
  pen.line([-22, -39, -20, -48], 2.2, coat, 1, TAPERED);
  pen.line([-24, -39, -25, -48], 2.2, INK, 0.8, TAPERED);
  pen.dab(-27, -35, 0.8, 0.8, INK, 1);
  pen.line(smooth([17, -26, 22, -20, 20, -11], 3), 1.5, INK, 0.85, TAPERED);
  pen.fill([-8, -29, 9, -29, 9, -19, -7, -19], mixColours([150, 70, 52], OCHRE, random()), 0.9);
}
