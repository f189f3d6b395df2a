/**
 * A story as one long strip without frames: hills in slanting chains part the scenes, slips name them, petals and small
 * plants fill the sky. `draw` of a scene works in metres with its own left edge at 0 and the ground at y = 0.
 */
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve, ellipse, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { drawHill, drawHillChain } from '../motifs/hills.ts';

export interface Scene {
  /** Share of the strip against the others. */
  readonly share: number;
  draw(painter: Painter, width: number, height: number): void;
}

/** From the origin, `length` × `height`. Scenes are given from left to right. */
export function drawStrip(
  painter: Painter,
  length: number,
  height: number,
  ground: Pigment,
  scenes: readonly Scene[],
): void {
  const { random } = painter;
  const field = rectangle(0, 0, length, height);
  painter.fill(field, ground);
  painter.shade(field, 'black', height * 0.12, 0.3, 8);
  painter.clip(field);
  scatter(painter, length, height);
  const total = scenes.reduce((sum, scene) => sum + scene.share, 0);
  const foot = height * 0.9;
  let x = 0;
  scenes.forEach((scene, i) => {
    const width = (length * scene.share) / total;
    if (i > 0) {
      const lean = i % 2 ? 1 : -1;
      drawHillChain(
        painter,
        [x - lean * 0.13, height * 0.98],
        [x + lean * 0.1, height * 0.34],
        height * 0.24,
        i * 3,
        2,
      );
      drawHillChain(
        painter,
        [x + lean * 0.02, height * 0.3],
        [x + lean * 0.3, height * 0.24],
        height * 0.17,
        i * 2 + 1,
        1,
      );
    }
    painter.push(x, foot, 1);
    painter.lightness = 0;
    scene.draw(painter, width, foot);
    painter.pop();
    cartouche(painter, x + width * random.between(0.4, 0.6), height * 0.05, height * 0.055, height * random.between(0.26, 0.34), i % 2 ? 'white' : 'malachiteLight'); // prettier-ignore
    x += width;
  });
  const small = height * 0.15;
  for (let i = -1; i < length / (small * 0.62); i++) {
    const pigment = (['malachite', 'black', 'azurite', 'ochre', 'malachiteLight', 'brown', 'white'] as const)[
      (i + 7) % 7
    ]!;
    drawHill(painter, (i + 0.5) * small * 0.62, height * 1.01, small * 0.9, small * random.between(0.6, 0.95), pigment);
  }
  painter.pop();
}

function scatter(painter: Painter, length: number, height: number): void {
  const { random } = painter;
  for (let i = 0; i < length * 26; i++) {
    const x = random() * length;
    const y = random.between(0.03, 0.85) * height;
    const kind = random();
    if (kind < 0.35)
      flower(
        painter,
        x,
        y,
        height * 0.02,
        random.pick(['white', 'malachiteLight', 'azuriteLight'] as const),
        'cinnabar',
        5,
      );
    else if (kind < 0.6) {
      for (const lean of [-0.5, 0, 0.5]) painter.line(curve([[x, y], [x + lean * height * 0.03, y - height * 0.05]]), height * 0.006, 'malachite', 0.8); // prettier-ignore
    } else {
      for (let k = 0; k < 3; k++)
        painter.fill(ellipse(x + k * height * 0.014, y + (k % 2) * height * 0.012, height * 0.006), 'white', 0.8);
    }
  }
}
