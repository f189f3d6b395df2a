import type { Painter } from '#demo/paint/painter.ts';
import { ellipse, rectangle } from '#demo/paint/paths.ts';
import { apsara, APSARA_SCHEMES } from '#demo/paint/motifs/apsara.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { cloud } from '#demo/paint/motifs/cloud.ts';
import { flower } from '#demo/paint/motifs/flower.ts';

/** A strip of sky with apsaras that fly to the left (`direction` 1) or to the right (−1), among clouds and blossoms. */
export function apsaraBand(
  painter: Painter,
  left: number,
  top: number,
  width: number,
  height: number,
  direction: 1 | -1 = 1,
  offset = 0,
): void {
  const { random } = painter;
  painter.fill(rectangle(left, top, width, height), 'azurite');
  painter.clip(rectangle(left, top, width, height));
  for (let i = 0; i < width * 10; i++) {
    const mist = ellipse(
      left + random() * width,
      top + random() * height,
      random.between(0.1, 0.35),
      random.between(0.03, 0.09),
    );
    painter.fill(mist, random.pick(['lapis', 'azurite', 'azuriteLight']), 0.12);
  }
  const count = Math.max(1, Math.round(width / (height * 1.8)));
  const step = width / count;
  for (let i = 0; i < count; i++) {
    for (const [along, low, size] of [
      [0.38, 0.82, 0.2],
      [-0.12, 0.14, 0.13],
      [0.1, 0.93, 0.15],
    ] as const) {
      // prettier-ignore
      const x = left + (i + 0.5 + along) * step + random.between(-0.08, 0.08) * step;
      const y = top + height * (low + random.between(-0.07, 0.07));
      cloud(painter, x, y, height * size, random.between(-0.1, 0.1), random.pick(['white', 'malachite', 'cinnabar', 'malachiteLight']), direction < 0); // prettier-ignore
    }
  }
  for (let i = 0; i < count * 7; i++) {
    const x = left + random() * width;
    const y = top + random.between(0.05, 0.95) * height;
    flower(
      painter,
      x,
      y,
      height * random.between(0.025, 0.045),
      random.pick(['white', 'white', 'azuriteLight']),
      'cinnabar',
      5,
    );
  }
  for (let i = 0; i < count; i++) {
    const x = left + (i + 0.5) * step - direction * height * 0.2;
    const size = height * random.between(0.98, 1.08);
    painter.push(
      x,
      top + height * random.between(0.55, 0.64),
      size,
      direction * random.between(-0.1, 0.08),
      direction < 0,
    );
    apsara(painter, { variant: i + offset, colours: inTurn(APSARA_SCHEMES, i + offset) });
    painter.pop();
  }
  painter.pop();
}
