/** A lotus seen from above, as in the middle of ceilings. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';

const SETS: readonly (readonly [Pigment, Pigment, Pigment, Pigment])[] = [
  ['malachite', 'white', 'cinnabar', 'ochre'],
  ['azurite', 'white', 'malachite', 'cinnabar'],
  ['white', 'azuriteLight', 'black', 'malachite'],
  ['black', 'malachiteLight', 'white', 'ochre'],
];

export function lotusMedallion(painter: Painter, x: number, y: number, radius: number, kind: number): void {
  const [field, outer, inner, heart] = inTurn(SETS, kind);
  painter.push(x, y, radius, painter.random() * 0.4);
  painter.shape(ellipse(0, 0, 1), field, { line: 'white', lineWidth: 0.04, shade: 'ink', shadeWidth: 0.1 });
  for (const [count, reach, root, wide, pigment] of [
    [10, 0.9, 0.4, 0.26, outer],
    [8, 0.6, 0.2, 0.2, inner],
  ] as const) {
    for (let i = 0; i < count; i++) {
      painter.push(0, 0, 1, (i / count) * Math.PI * 2);
      const petal = blob([
        [0, -root],
        [-wide * 0.8, -root - (reach - root) * 0.4],
        [-wide * 0.7, -reach * 0.85],
        [0, -reach],
        [wide * 0.7, -reach * 0.85],
        [wide * 0.8, -root - (reach - root) * 0.4],
      ]);
      painter.shape(petal, pigment, { lineWidth: 0.03, shade: pigment === 'white' ? 'cinnabar' : 'ink', shadeWidth: 0.1, shadeAlpha: 0.4 }); // prettier-ignore
      painter.pop();
    }
  }
  painter.shape(ellipse(0, 0, 0.26), heart, { lineWidth: 0.03 });
  for (let i = 0; i < 7; i++) {
    const a = (i / 6) * Math.PI * 2;
    const r = i === 6 ? 0 : 0.15;
    painter.fill(ellipse(Math.cos(a) * r, Math.sin(a) * r, 0.04), 'white');
  }
  painter.pop();
}
