import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import { flower } from '#demo/paint/motifs/flower.ts';

/** A flowering tree: foot at (x, y), `height` to its crown, which is `spread` wide to each side. */
export function tree(painter: Painter, x: number, y: number, height: number, spread: number, lean = 0): void {
  const { random } = painter;
  const top: Point = [x + lean * height, y - height * 0.86];
  const trunk: Point[] = [[x, y], [x + lean * height * 0.1 + height * 0.012, y - height * 0.45], top]; // prettier-ignore
  painter.shape(ribbonPath(sampleCurve(trunk), (t) => height * 0.017 * (1.35 - t)), 'brown', { lineWidth: height * 0.005, shade: 'ink', shadeWidth: height * 0.01 }); // prettier-ignore
  for (let i = 0; i < 5; i++) {
    const from: Point = [x + lean * height * (0.3 + i * 0.1), y - height * (0.5 + i * 0.07)];
    const side = i % 2 ? 1 : -1;
    painter.brush([from, [from[0] + side * spread * 0.4, from[1] - height * 0.06], [from[0] + side * spread * 0.8, from[1] - height * 0.13]], height * 0.016, 'brown', 1, 12); // prettier-ignore
  }
  const clusters = 15;
  for (let i = 0; i < clusters; i++) {
    const angle = i * 2.399963;
    const reach = Math.sqrt((i + 0.5) / clusters);
    const cx = top[0] + Math.cos(angle) * spread * reach + random.between(-0.04, 0.04) * spread;
    const cy = top[1] + Math.sin(angle) * spread * 0.62 * reach + height * 0.02;
    leaves(painter, cx, cy, spread * 0.3, random() * Math.PI * 2);
  }
}

/** Seven leaves round a blossom. */
function leaves(painter: Painter, x: number, y: number, size: number, turn: number): void {
  const pigment = painter.random.pick(['malachite', 'malachite', 'malachite', 'azurite'] as const);
  for (let i = 0; i < 7; i++) {
    painter.push(x, y, size, turn + (i / 7) * Math.PI * 2);
    const leaf = blob([[0, -0.1], [-0.2, -0.45], [-0.14, -0.8], [0, -1.05], [0.14, -0.8], [0.2, -0.45]]); // prettier-ignore
    painter.shape(leaf, pigment, { lineWidth: 0.04, shade: 'ink', shadeWidth: 0.14, shadeAlpha: 0.4 });
    painter.line(curve([[0, -0.15], [0, -0.9]]), 0.03, 'malachiteLight', 0.7); // prettier-ignore
    painter.pop();
  }
  flower(painter, x, y, size * 0.3, 'white', 'cinnabar', 6);
}
