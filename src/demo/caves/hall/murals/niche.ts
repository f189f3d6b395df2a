import type { SheetPoint } from '#demo/cave/cave.ts';
import { NICHE_FLOOR_PAINTING, NICHE_PAINTING } from '#demo/caves/hall/dimensions.ts';
import { createNicheShape } from '#demo/caves/hall/nicheShape.ts';
import { apsara, APSARA_SCHEMES } from '#demo/paint/motifs/apsara.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { cloud } from '#demo/paint/motifs/cloud.ts';
import { disciple } from '#demo/paint/motifs/disciple.ts';
import { flower, rosette } from '#demo/paint/motifs/flower.ts';
import { halo, mandorla } from '#demo/paint/motifs/halo.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';
import { dado } from '#demo/paint/motifs/parapet.ts';
import { tree } from '#demo/paint/motifs/tree.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve, ellipse, rectangle, ribbonPath, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** The shell of the niche, spread like a fan (see `nicheShape.ts`): the back wall in the middle, the apex above it. */
export function drawNiche(painter: Painter): void {
  const { width, height } = NICHE_PAINTING;
  const { random } = painter;
  const middle = width / 2;
  const all = rectangle(0, 0, width, height);
  painter.fill(all, 'ochreRed');
  painter.shade(all, 'cinnabar', 0.5, 0.3);
  for (let i = 0; i < 170; i++) {
    flower(painter, random() * width, random.between(0.1, 2), random.between(0.018, 0.032), random.pick(['white', 'malachiteLight', 'azuriteLight', 'cinnabar']), 'cinnabar', 6); // prettier-ignore
  }
  for (let i = 0; i < 34; i++) {
    cloud(painter, random() * width, random.between(0.3, 1.5), random.between(0.08, 0.14), random.between(-0.4, 0.4), random.pick(['white', 'malachite', 'azuriteLight']), i % 2 > 0); // prettier-ignore
  }
  for (const side of [-1, 1]) {
    for (const [x, spread] of [[1.08, 0.34], [1.9, 0.3]] as const) tree(painter, middle + side * x, height - 0.35, 1.55, spread, side * 0.03); // prettier-ignore
    [[0.95, 0.48, 0.46, 0], [1.3, 0.86, 0.46, 1], [1.72, 1.2, 0.38, 2]].forEach(([x = 0, y = 0, size = 0, variant = 0]) => {
      painter.push(middle + side * x, y, size, side * 0.35 + side * variant * 0.12, side < 0);
      apsara(painter, { variant: variant + (side > 0 ? 3 : 0), colours: inTurn(APSARA_SCHEMES, variant + side + 1) });
      painter.pop();
    }); // prettier-ignore
  }
  [[2.22, 0.84, 3], [1.86, 0.9, 2], [1.5, 0.86, 1], [1.14, 0.9, 0]].forEach(([x = 0, size = 0, scheme = 0]) => {
    for (const side of [-1, 1]) disciple(painter, middle + side * x, height - 0.6, size, side > 0, scheme + (side > 0 ? 2 : 0));
  }); // prettier-ignore
  mandorla(painter, middle, 1.68, 0.86, 1.16, ['malachite', 'black', 'azurite', 'white', 'cinnabar', 'malachiteLight']);
  halo(painter, middle, 1.36, 0.42, ['white', 'malachite', 'black', 'azuriteLight', 'ochreRed'], 40);
  for (let i = 0; i < 24; i++) {
    const x = ((i + 0.5) / 24) * width;
    if (Math.abs(x - middle) > 0.8) lotusBud(painter, x, height - 0.3, random.between(0.08, 0.13), random.between(-0.2, 0.2), i % 2 ? 'white' : 'cinnabar'); // prettier-ignore
  }
  dado(painter, 0, height - 0.3, width, 0.3);
  drawRim(painter);
}

/** A band of pearls along the edge of the shell, where it meets the wall. */
function drawRim(painter: Painter): void {
  const place = createNicheShape();
  const point: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  for (const edge of [0.012, 0.988]) {
    const line = Array.from({ length: 161 }, (_, i): Point => {
      place(edge, (i / 160) * 0.97, point);
      return [point.u, point.v];
    });
    painter.shape(ribbonPath(line, () => 0.04), 'azurite', { lineWidth: 0.006 }); // prettier-ignore
    painter.line(curve(line.filter((_, i) => i % 4 === 0)), 0.012, 'gold', 1);
    for (let i = 0; i < 160; i += 2) {
      const [x, y] = line[i]!;
      painter.shape(ellipse(x, y, 0.013), 'white', { lineWidth: 0.003 });
    }
  }
}

/** The floor of the niche: earth-coloured plaster strewn with blossoms, a lotus beneath each of the figures. */
export function drawNicheFloor(painter: Painter): void {
  const { width, height } = NICHE_FLOOR_PAINTING;
  const { random } = painter;
  const all = rectangle(0, 0, width, height);
  painter.fill(all, 'ground');
  painter.shade(all, 'brown', 0.3, 0.3);
  const pigments: Pigment[] = ['malachiteLight', 'ochre', 'azuriteLight', 'cinnabar'];
  for (let row = 0; row < 7; row++) {
    for (let i = 0; i < 13; i++) {
      const x = ((i + 0.5 + (row % 2) * 0.5) / 13) * width;
      const y = ((row + 0.5) / 7) * height;
      rosette(painter, x, y, random.between(0.085, 0.1), [inTurn(pigments, i + row), 'ground', 'ochreRed', 'white']);
    }
  }
}
