/** Wild geese in a line, far above the water. */
import { createRandom } from '#demo/noise/random.ts';
import { INK } from '#demo/scroll/brush/colours.ts';
import { TAPERED } from '#demo/scroll/brush/pen.ts';
import type { Element } from '#demo/scroll/element.ts';
import { standing } from '#demo/scroll/element.ts';
import { atReading } from '#demo/scroll/size.ts';

export function geeseElement(s: number, y: number, count: number, seed: number): Element {
  return standing(atReading(s), y, [900, 400, 400], (pen) => {
    const random = createRandom(seed);
    pen.home();
    for (let i = 0; i < count; i++) {
      const arm = i % 3 === 2 ? -0.55 : 1;
      const gx = atReading(s) + i * 54 + random.normal() * 12;
      const gy = y + i * 17 * arm + random.normal() * 9;
      const wing = random.between(11, 17);
      const lift = random.between(-4, 9);
      pen.line([gx - wing, gy - lift, gx - wing * 0.4, gy - lift - 3, gx, gy], 2, INK, 0.75, TAPERED);
      pen.line([gx, gy, gx + wing * 0.5, gy - lift - 2, gx + wing * 0.9, gy - lift + 2], 2, INK, 0.75, TAPERED);
      pen.line([gx - 9, gy + 1, gx + 5, gy + 1], 2.4, INK, 0.8, TAPERED);
    }
  });
}
