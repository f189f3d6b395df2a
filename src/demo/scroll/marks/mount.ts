/** What holds the painting: brocade at both ends, narrow border strips above and below, the paper for colophons at the left. */
import { smoothStep } from '#demo/noise/noise.ts';
import { findArea } from '#demo/scroll/areas.ts';
import type { Colour } from '#demo/scroll/brush/colours.ts';
import { PAPER, SILK } from '#demo/scroll/brush/colours.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { rough, soft } from '#demo/scroll/ground/grain.ts';
import { drawInscription } from '#demo/scroll/marks/inscription.ts';
import { drawSeal } from '#demo/scroll/marks/seal.ts';
import { BORDER, HEIGHT, PAINTING_END, PAINTING_START, PAPER_START, WIDTH } from '#demo/scroll/size.ts';

const BROCADE: Colour = [128, 134, 122];
const BROCADE_THREAD: Colour = [164, 156, 122];
const STRIP: Colour = [92, 78, 60];

/** Marks on the silk itself, which age with it. */
export function drawMarksOnSilk(pen: Pen): void {
  drawInscription(pen, findArea('inscription-opening'), 62, 301);
  drawInscription(pen, findArea('inscription-lake'), 52, 302);
  drawSeal(pen, findArea('seal-opening'), SILK, 401);
  drawSeal(pen, findArea('seal-collector'), SILK, 408);
  drawSeal(pen, findArea('seal-lake'), SILK, 403);
  drawSeal(pen, findArea('seal-open-water'), SILK, 406);
}

export function drawMount(pen: Pen): void {
  const { left, top, width, height } = pen.place;
  const { red, green, blue, scale } = pen;
  const painting = [WIDTH - PAINTING_END, WIDTH - PAINTING_START] as const;
  const paper = WIDTH - PAPER_START;
  for (let py = 0; py < height; py++) {
    const y = (py + top + 0.5) / scale;
    const atBorder = y < BORDER || y > HEIGHT - BORDER;
    for (let px = 0; px < width; px++) {
      const x = (px + left + 0.5) / scale;
      const onSilk = x > painting[0] && x < painting[1];
      if (onSilk && !atBorder) continue;
      const i = py * width + px;
      let light = 1 + (rough(x * 0.22, y * 0.22) - 0.5) * 0.05 + (soft(x * 0.03, y * 0.03 + 60) - 0.5) * 0.08;
      let colour: Colour;
      if (x < paper) {
        // Paper: fibres, foxing, joins of the sheets.
        colour = PAPER;
        const fox = smoothStep(0.86, 0.99, rough(x * 0.12 + 9, y * 0.12) * 0.7 + soft(x * 0.05, y * 0.05) * 0.35);
        light *= 1 - 0.1 * fox + (rough(x * 0.02, y * 0.5) - 0.5) * 0.025;
        const join = Math.abs(((x + 400) % 1700) - 850);
        if (join < 3) light *= 0.94;
        if (Math.min(y, HEIGHT - y) < 200) light *= 1 - 0.1 * (1 - smoothStep(0, 200, Math.min(y, HEIGHT - y)));
      } else if (onSilk) {
        colour = STRIP;
        if (Math.abs(Math.min(y, HEIGHT - y) - BORDER) < 4) light *= 0.8;
      } else {
        const seam = Math.min(Math.abs(x - paper), Math.abs(x - painting[0]), Math.abs(x - painting[1]), WIDTH - x);
        if (seam < 42) colour = STRIP;
        else {
          const thread = smoothStep(0.1, 0.3, lozenge(x, y));
          colour = [
            BROCADE[0] + (BROCADE_THREAD[0] - BROCADE[0]) * thread,
            BROCADE[1] + (BROCADE_THREAD[1] - BROCADE[1]) * thread,
            BROCADE[2] + (BROCADE_THREAD[2] - BROCADE[2]) * thread,
          ];
        }
        if (Math.abs(seam - 42) < 3) light *= 0.8;
      }
      red[i] = colour[0] * light;
      green[i] = colour[1] * light;
      blue[i] = colour[2] * light;
    }
  }
  pen.home();
  drawInscription(pen, findArea('inscription-colophon'), 92, 303);
  drawSeal(pen, findArea('seal-colophon'), PAPER, 410);
}

/** A woven pattern of flowers in lozenges, 0…1. */
function lozenge(x: number, y: number): number {
  const u = Math.abs(((((x / 96) % 1) + 1) % 1) - 0.5) * 2;
  const v = Math.abs(((((y / 96) % 1) + 1) % 1) - 0.5) * 2;
  const edge = Math.abs(u + v - 1);
  const cx = Math.min(u, 1 - u);
  const cy = Math.min(v, 1 - v);
  const petals = Math.abs(Math.sin(Math.atan2(cy, cx) * 4));
  const flower = Math.hypot(cx, cy) < 0.16 + 0.12 * petals ? 0.3 : 0;
  return edge < 0.06 ? 0.3 : flower;
}
