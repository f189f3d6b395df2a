/** The hunt in the hills: archers, tigers, deer, wild oxen; for the walls without a story. */
import { POSES } from '../figure/pose.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { type Beast, drawBeast, type Gait } from '../motifs/animals.ts';
import { drawTree } from '../motifs/hills.ts';
import { putPerson, putRider } from './people.ts';
import type { Scene } from './strip.ts';

function put(
  painter: Painter,
  kind: Beast,
  x: number,
  y: number,
  size: number,
  pigment: Pigment,
  gait: Gait,
  mirrored = false,
): void {
  painter.push(x, y, size, painter.random.normal() * 0.08, mirrored);
  drawBeast(painter, kind, { pigment, gait, mark: 'cinnabar' });
  painter.pop();
}

/** A bow drawn to the left of the archer at (x, y). */
function putBow(painter: Painter, x: number, y: number, size: number): void {
  painter.push(x, y, size);
  painter.brush([[0.06, -0.5], [-0.12, -0.28], [-0.05, 0], [-0.12, 0.28], [0.06, 0.5]], 0.07, 'cinnabar', 1, 20, () => 1); // prettier-ignore
  painter.line(curve([[0.06, -0.5], [0.5, 0], [0.06, 0.5]], 0), 0.018, 'white', 0.9); // prettier-ignore
  painter.line(curve([[-0.35, 0], [0.5, 0]]), 0.03, 'ochre', 0.95); // prettier-ignore
  painter.pop();
}

export const HUNT: readonly Scene[] = [
  {
    share: 1,
    draw(painter, width, height) {
      put(painter, 'tiger', width * 0.3, 0, height * 0.62, 'ochre', 'run');
      put(painter, 'deer', width * 0.25, -height * 0.5, height * 0.4, 'malachiteLight', 'run', true);
      putRider(painter, width * 0.76, -height * 0.04, height * 0.56, {
        colours: 4,
        gait: 'run',
        horse: 'white',
        pose: POSES.shoot,
        headdress: 'cap',
      });
      putBow(painter, width * 0.61, -height * 0.66, height * 0.34);
    },
  },
  {
    share: 0.9,
    draw(painter, width, height) {
      drawTree(painter, width * 0.16, 0, height * 0.72);
      put(painter, 'ox', width * 0.5, 0, height * 0.5, 'black', 'run');
      put(painter, 'deer', width * 0.78, -height * 0.42, height * 0.42, 'white', 'run');
      put(painter, 'cub', width * 0.88, 0, height * 0.28, 'white', 'stand');
    },
  },
  {
    share: 1.1,
    draw(painter, width, height) {
      for (const k of [0, 1, 2]) put(painter, 'deer', width * (0.2 + k * 0.27), -height * 0.36 * (k % 2), height * 0.46, (['white', 'ochre', 'azuriteLight'] as const)[k]!, 'run', true); // prettier-ignore
      putPerson(
        painter,
        width * 0.9,
        0,
        height * 0.56,
        { ...POSES.walk, leftArm: [-1.6, -1.7] },
        { colours: 2, headdress: 'cap', mirrored: false },
      );
    },
  },
  {
    share: 1,
    draw(painter, width, height) {
      putRider(painter, width * 0.28, 0, height * 0.56, {
        colours: 3,
        gait: 'run',
        horse: 'azuriteLight',
        headdress: 'knot',
      });
      put(painter, 'ox', width * 0.66, -height * 0.34, height * 0.42, 'brown', 'stand', true);
      put(painter, 'deer', width * 0.74, 0, height * 0.44, 'white', 'lie');
      drawTree(painter, width * 0.93, 0, height * 0.66, 'malachiteLight');
    },
  },
];

/** The same hills without hunters, for narrow fields: beasts at rest. */
export const QUIET_HILLS: readonly Scene[] = [
  {
    share: 1,
    draw(painter, width, height) {
      drawTree(painter, width * 0.12, 0, height * 0.7);
      put(painter, 'deer', width * 0.36, 0, height * 0.5, 'white', 'lie');
      put(painter, 'deer', width * 0.66, -height * 0.38, height * 0.42, 'ochre', 'stand', true);
      put(painter, 'ox', width * 0.8, 0, height * 0.42, 'black', 'stand', true);
    },
  },
  {
    share: 1,
    draw(painter, width, height) {
      put(painter, 'tiger', width * 0.3, -height * 0.02, height * 0.56, 'ochre', 'stand');
      put(painter, 'cub', width * 0.6, 0, height * 0.26, 'ochre', 'stand', true);
      put(painter, 'horse', width * 0.76, -height * 0.3, height * 0.44, 'azuriteLight', 'run', true);
      drawTree(painter, width * 0.92, 0, height * 0.6);
    },
  },
];
