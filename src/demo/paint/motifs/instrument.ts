import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse } from '#demo/paint/paths.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';

/** What a flying figure does with its hands. */
export type ApsaraPose = 'dish' | 'scatter' | 'lute' | 'flute' | 'open' | 'drum';

/** What it holds, in the figure's own coordinates. */
export function instrument(painter: Painter, pose: ApsaraPose): void {
  if (pose === 'dish') drawDish(painter);
  else if (pose === 'scatter') drawPetals(painter);
  else if (pose === 'lute') drawLute(painter);
  else if (pose === 'flute') drawFlute(painter);
  else if (pose === 'drum') drawDrum(painter);
}

function drawDish(painter: Painter): void {
  painter.push(-0.66, -0.1, 1, -0.15);
  for (let i = 0; i < 3; i++)
    lotusBud(painter, (i - 1) * 0.045, -0.03, 0.07, (i - 1) * 0.4, i === 1 ? 'white' : 'ochre');
  const dish = blob([[-0.09, -0.03], [0, -0.018], [0.09, -0.03], [0.05, 0.015], [0, 0.025], [-0.05, 0.015]]); // prettier-ignore
  painter.shape(dish, 'azuriteLight', { lineWidth: 0.006, shade: 'azurite', shadeWidth: 0.02 });
  painter.pop();
}

function drawPetals(painter: Painter): void {
  for (let i = 0; i < 6; i++) {
    flower(
      painter,
      -0.62 - i * 0.03,
      -0.02 + i * 0.055,
      0.026 - i * 0.0015,
      i % 2 ? 'white' : 'azuriteLight',
      'cinnabar',
      5,
    );
  }
}

/** A four-stringed lute with its neck to the upper left. */
function drawLute(painter: Painter): void {
  painter.push(-0.27, 0.1, 1, -0.62);
  const body = blob([[0.16, 0], [0.11, 0.085], [0, 0.09], [-0.13, 0.035], [-0.3, 0.014], [-0.3, -0.014], [-0.13, -0.035], [0, -0.09], [0.11, -0.085]]); // prettier-ignore
  painter.shape(body, 'ochre', { lineWidth: 0.008, shade: 'brown', shadeWidth: 0.035, shadeAlpha: 0.5 });
  painter.fill(blob([[-0.01, 0.085], [0.03, 0.085], [0.03, -0.085], [-0.01, -0.085]], true, 0.2), 'brown'); // prettier-ignore
  for (let i = 0; i < 4; i++) painter.line(curve([[-0.3, -0.009 + i * 0.006], [0.12, -0.015 + i * 0.01]]), 0.0025, 'ink', 0.8); // prettier-ignore
  painter.shape(blob([[-0.3, -0.018], [-0.36, 0.03], [-0.385, 0.02], [-0.33, -0.03]]), 'brown', { lineWidth: 0.006 }); // prettier-ignore
  painter.line(curve([[0.12, -0.03], [0.12, 0.03]]), 0.008, 'ink', 0.9); // prettier-ignore
  painter.pop();
}

function drawFlute(painter: Painter): void {
  const tube = curve([[-0.66, -0.155], [-0.3, -0.128]]); // prettier-ignore
  painter.line(tube, 0.022, 'ink', 0.9);
  painter.line(tube, 0.015, 'ochre', 1);
  for (let i = 0; i < 5; i++) painter.fill(ellipse(-0.6 + i * 0.04, -0.15 + i * 0.003, 0.004), 'ink');
}

/** A waisted drum held before the body. */
function drawDrum(painter: Painter): void {
  painter.push(-0.45, 0.13, 1, 0.15);
  const body = blob([[-0.11, -0.07], [-0.04, -0.03], [0.04, -0.03], [0.11, -0.07], [0.11, 0.07], [0.04, 0.03], [-0.04, 0.03], [-0.11, 0.07]], true, 0.7); // prettier-ignore
  painter.shape(body, 'malachite', { lineWidth: 0.007, shade: 'ink', shadeWidth: 0.025 });
  for (let i = -2; i <= 2; i++) painter.line(curve([[-0.11, i * 0.028], [0, i * 0.013], [0.11, i * 0.028]]), 0.004, 'white', 0.8); // prettier-ignore
  for (const side of [-1, 1])
    painter.shape(ellipse(side * 0.11, 0, 0.02, 0.072), 'white', {
      lineWidth: 0.006,
      shade: 'ochre',
      shadeWidth: 0.012,
    });
  painter.pop();
}
