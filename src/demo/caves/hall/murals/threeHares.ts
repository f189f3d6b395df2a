import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, type Point } from '#demo/paint/paths.ts';

/** Three hares that chase each other in a circle; each has two ears, and yet there are only three. */
export function drawThreeHares(painter: Painter, radius: number): void {
  painter.push(0, 0, radius);
  painter.shape(ellipse(0, 0, 1), 'azuriteLight', { lineWidth: 0.03, shade: 'azurite', shadeWidth: 0.12 });
  for (let i = 0; i < 3; i++) {
    painter.push(0, 0, 1, (i * Math.PI * 2) / 3);
    drawHare(painter);
    painter.pop();
  }
  const reach = 0.27;
  for (let i = 0; i < 3; i++) {
    const angle = Math.PI / 2 + (i * Math.PI * 2) / 3 + 0.62;
    const next = angle + (Math.PI * 2) / 3;
    const from: Point = [Math.cos(angle) * reach, Math.sin(angle) * reach];
    const to: Point = [Math.cos(next) * reach, Math.sin(next) * reach];
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const length = Math.hypot(middle[0], middle[1]);
    const out: Point = [(middle[0] / length) * 0.07, (middle[1] / length) * 0.07];
    const ear = blob([from, [middle[0] + out[0], middle[1] + out[1]], to, [middle[0] - out[0] * 0.6, middle[1] - out[1] * 0.6]]); // prettier-ignore
    painter.shape(ear, 'white', { lineWidth: 0.025, shade: 'cinnabar', shadeWidth: 0.03, shadeAlpha: 0.4 });
  }
  painter.pop();
}

/** One hare at a run, without ears, on the ring below the middle. */
function drawHare(painter: Painter): void {
  const body = blob([[-0.34, 0.34], [-0.22, 0.26], [-0.1, 0.3], [0.08, 0.38], [0.26, 0.4], [0.42, 0.32], [0.54, 0.38], [0.56, 0.5], [0.44, 0.6], [0.24, 0.62], [0.04, 0.58], [-0.12, 0.5], [-0.3, 0.48]], true, 0.9); // prettier-ignore
  painter.shape(body, 'white', { lineWidth: 0.03, shade: 'ochre', shadeWidth: 0.08, shadeAlpha: 0.5 });
  const limbs: readonly (readonly Point[])[] = [
    [[0.5, 0.42], [0.7, 0.34], [0.78, 0.24], [0.74, 0.36], [0.6, 0.5]], // prettier-ignore
    [[0.36, 0.58], [0.56, 0.66], [0.74, 0.6], [0.6, 0.72], [0.4, 0.68]], // prettier-ignore
    [[-0.08, 0.5], [-0.2, 0.62], [-0.38, 0.66], [-0.22, 0.7], [-0.02, 0.6]], // prettier-ignore
    [[-0.2, 0.48], [-0.38, 0.54], [-0.5, 0.52], [-0.38, 0.6], [-0.18, 0.56]], // prettier-ignore
  ];
  for (const limb of limbs) painter.shape(blob(limb), 'white', { lineWidth: 0.025 });
  const head = blob([[-0.18, 0.3], [-0.3, 0.22], [-0.46, 0.26], [-0.54, 0.36], [-0.48, 0.44], [-0.34, 0.44], [-0.2, 0.42]]); // prettier-ignore
  painter.shape(head, 'white', { lineWidth: 0.03, shade: 'ochre', shadeWidth: 0.05 });
  painter.fill(ellipse(-0.4, 0.33, 0.028), 'ink');
}
