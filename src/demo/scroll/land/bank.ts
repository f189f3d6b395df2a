/** Flat land before a range: where paths run and villages stand; grass at the back, ochre earth at the shore. */
import { createRandom } from '#demo/noise/random.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { INK, LEAF, OCHRE, PALE_INK, PALE_MALACHITE, SILK } from '#demo/scroll/brush/colours.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN, TAIL } from '#demo/scroll/brush/pen.ts';
import type { Element } from '#demo/scroll/element.ts';
import { rough, soft } from '#demo/scroll/ground/grain.ts';
import { valueAt } from '#demo/scroll/land/profile.ts';
import type { Range } from '#demo/scroll/land/range.ts';
import { WIDTH, atReading } from '#demo/scroll/size.ts';

/** Where the flat land of a range begins and ends, scroll pixels from the top; equal where there is none. */
export function landAt(range: Range, s: number): { back: number; shore: number } {
  const back = valueAt(range.foot, s) + range.depth * 0.55;
  const ridge = valueAt(range.ridge, s);
  const present = smoothStep(0, 90, ridge);
  const bay = soft(s * 0.09 + range.seed, 5) * 0.7 + rough(s * 0.05, range.seed % 89) * 0.5;
  return { back, shore: back + present * (range.depth * 0.45 + range.bank * (0.35 + 0.9 * bay)) };
}

const STEP = 40;

export function bankElement(range: Range): Element {
  const from = range.ridge[0]![0];
  const to = range.ridge[range.ridge.length - 1]![0];
  const shore: number[] = [];
  const backs: number[] = [];
  for (let s = from; s <= to; s += STEP) {
    const land = landAt(range, s);
    shore.push(atReading(s), land.shore);
    backs.push(atReading(s), land.back);
  }
  const outline = [...shore];
  for (let i = backs.length - 2; i >= 0; i -= 2) outline.push(backs[i]!, backs[i + 1]!);
  const ys = outline.filter((_, i) => i % 2 === 1);
  return {
    left: Math.max(0, atReading(to) - 40),
    right: Math.min(WIDTH, atReading(from) + 40),
    top: Math.min(...ys) - 20,
    bottom: Math.max(...ys) + 40,
    ground: Math.min(...range.foot.map(([, y]) => y)) - 20,
    draw: (pen) => drawBank(pen, range, outline, shore),
  };
}

function drawBank(pen: Pen, range: Range, outline: readonly number[], shore: readonly number[]): void {
  pen.home();
  if (pen.begin(outline)) {
    wash(pen, range);
    pen.coverage.release();
  }
  for (let i = 0; i + 5 < shore.length; i += 4) {
    const press = rough(i * 2.7, range.seed);
    const piece = shore.slice(i, i + 6);
    pen.line(piece, 1.6 + 2 * press, INK, 0.35 + 0.45 * press, EVEN);
    if (press > 0.3)
      pen.line(
        piece.map((v, k) => (k % 2 === 1 ? v + 9 : v)),
        1.2,
        PALE_INK,
        0.5 * press,
        TAIL,
      );
  }
  drawGrass(pen, range);
}

function wash(pen: Pen, range: Range): void {
  const { cover, width, left, top, fromX, toX, fromY, toY } = pen.coverage;
  const { red, green, blue, tone, scale } = pen;
  for (let px = fromX; px < toX; px++) {
    const x = (px + left + 0.5) / scale;
    const land = landAt(range, WIDTH - x);
    const deep = Math.max(1, land.shore - land.back);
    for (let py = fromY; py < toY; py++) {
      const i = py * width + px;
      const covered = cover[i]!;
      if (covered === 0) continue;
      const y = (py + top + 0.5) / scale;
      const t = (y - land.back) / deep;
      const mottle = rough(x * 0.06, y * 0.2 + range.seed);
      const grass = 1 - smoothStep(0.1, 0.75, t + (mottle - 0.5) * 0.7);
      const body = (0.35 + 0.5 * Math.abs(t - 0.45) + 0.2 * mottle) * (1 - 0.6 * range.haze);
      const share = (covered > 1 ? 1 : covered) * smoothStep(0, 40, y - land.back);
      const light = tone[i]!;
      const toRed = SILK[0] * light + (OCHRE[0] + (PALE_MALACHITE[0] - OCHRE[0]) * grass - SILK[0] * light) * body;
      const toGreen = SILK[1] * light + (OCHRE[1] + (PALE_MALACHITE[1] - OCHRE[1]) * grass - SILK[1] * light) * body;
      const toBlue = SILK[2] * light + (OCHRE[2] + (PALE_MALACHITE[2] - OCHRE[2]) * grass - SILK[2] * light) * body;
      red[i]! += (toRed - red[i]!) * share;
      green[i]! += (toGreen - green[i]!) * share;
      blue[i]! += (toBlue - blue[i]!) * share;
    }
  }
}

function drawGrass(pen: Pen, range: Range): void {
  const from = range.ridge[0]![0];
  const to = range.ridge[range.ridge.length - 1]![0];
  const x0 = pen.place.left / pen.scale - 40;
  const x1 = (pen.place.left + pen.place.width) / pen.scale + 40;
  const first = Math.ceil(Math.max(from, WIDTH - x1) / 22);
  const last = Math.floor(Math.min(to, WIDTH - x0) / 22);
  for (let k = first; k <= last; k++) {
    const random = createRandom(range.seed * 131 + k);
    const s = k * 22 + random() * 22;
    const { back, shore } = landAt(range, s);
    if (shore - back < 30) continue;
    const y = back + (shore - back) * random.between(0.1, 0.95);
    const x = atReading(s);
    for (let blade = 0; blade < 4; blade++) {
      const lean = random.normal() * 5;
      pen.line([x + blade * 3, y, x + blade * 3 + lean, y - random.between(5, 12)], 1.3, LEAF, 0.7, TAIL);
    }
  }
}
