/**
 * The prince and the tigress: three brothers ride to the hills; they see a tigress too weak to feed her young; the youngest
 * stays behind, wounds himself and leaps; the tigers eat; the brothers mourn; a tower is raised over the bones.
 */
import { POSES } from '../figure/pose.ts';
import { drawBeast } from '../motifs/animals.ts';
import { drawHillChain, drawTree } from '../motifs/hills.ts';
import { drawStupa } from './buildings.ts';
import { putPerson, putRider } from './people.ts';
import type { Scene } from './strip.ts';

const PRINCE = { colours: 0, hasHalo: true } as const;
const ELDEST = { colours: 3 } as const;
const SECOND = { colours: 5 } as const;
const TIGER = { pigment: 'ochre' } as const;

export const TIGRESS: readonly Scene[] = [
  {
    share: 1.3,
    draw(painter, width, height) {
      putRider(painter, width * 0.2, 0, height * 0.54, { ...ELDEST, horse: 'white', gait: 'run' });
      putRider(painter, width * 0.52, -height * 0.16, height * 0.5, {
        ...SECOND,
        horse: 'black',
        saddle: 'ochre',
        gait: 'run',
      });
      putRider(painter, width * 0.82, 0, height * 0.54, {
        ...PRINCE,
        horse: 'azuriteLight',
        saddle: 'malachite',
        gait: 'run',
      });
    },
  },
  {
    share: 1.2,
    draw(painter, width, height) {
      drawHillChain(painter, [width * 0.05, -height * 0.42], [width * 0.5, -height * 0.36], height * 0.2, 2, 1);
      putPerson(painter, width * 0.14, -height * 0.46, height * 0.45, POSES.crouch, ELDEST);
      putPerson(painter, width * 0.3, -height * 0.46, height * 0.45, { ...POSES.walk, rightArm: [1.4, 1.1] }, SECOND);
      putPerson(painter, width * 0.45, -height * 0.44, height * 0.46, { ...POSES.kneel, lean: 0.35 }, PRINCE);
      painter.push(width * 0.66, -0.01, height * 0.66);
      drawBeast(painter, 'tiger', { ...TIGER, gait: 'lie', bow: 0.3 });
      painter.pop();
      for (const [x, y, mirrored] of [
        [0.3, 0, false],
        [0.42, 0.02, true],
        [0.9, 0, true],
        [0.98, -0.13, false],
      ] as const) {
        // prettier-ignore
        painter.push(width * x, height * y, height * 0.22, 0, mirrored);
        drawBeast(painter, 'cub', { pigment: 'ochre', bow: 0.3 });
        painter.pop();
      }
    },
  },
  {
    share: 1.25,
    draw(painter, width, height) {
      drawHillChain(painter, [width * 0.06, -height * 0.3], [width * 0.32, -height * 0.5], height * 0.24, 4, 2);
      putPerson(
        painter,
        width * 0.24,
        -height * 0.5,
        height * 0.44,
        { ...POSES.stand, leftArm: [-0.9, -2.6], rightArm: [0.9, 2.9], tilt: 0.3 },
        PRINCE,
      );
      putPerson(painter, width * 0.52, -height * 0.28, height * 0.58, POSES.leap, { ...PRINCE, wind: 1 });
      putPerson(painter, width * 0.78, -height * 0.0, height * 0.56, POSES.lie, PRINCE);
      drawTree(painter, width * 0.93, -0.01, height * 0.6);
    },
  },
  {
    share: 1.2,
    draw(painter, width, height) {
      putPerson(painter, width * 0.5, -height * 0.02, height * 0.62, { ...POSES.lie, leftArm: [2.8, 2.4] }, PRINCE);
      painter.push(width * 0.2, 0, height * 0.62);
      drawBeast(painter, 'tiger', { ...TIGER, bow: 0.7 });
      painter.pop();
      for (const [x, y, mirrored] of [
        [0.62, -0.22, true],
        [0.78, -0.2, true],
        [0.42, -0.28, false],
        [0.92, 0, true],
      ] as const) {
        // prettier-ignore
        painter.push(width * x, height * y, height * 0.26, 0, mirrored);
        drawBeast(painter, 'cub', { pigment: 'ochre', bow: 0.8 });
        painter.pop();
      }
      drawHillChain(painter, [width * 0.3, -height * 0.6], [width * 0.8, -height * 0.62], height * 0.18, 6, 1);
    },
  },
  {
    share: 1.1,
    draw(painter, width, height) {
      putPerson(
        painter,
        width * 0.2,
        0,
        height * 0.58,
        { ...POSES.kneel, leftArm: [2.2, 2.9], rightArm: [2.4, 2.9] },
        ELDEST,
      );
      putPerson(painter, width * 0.46, 0, height * 0.5, { ...POSES.lie, lean: 1.2 }, { ...PRINCE, headdress: 'knot' });
      putPerson(
        painter,
        width * 0.72,
        0,
        height * 0.6,
        { ...POSES.stand, lean: 0.25, leftArm: [-2.5, -2.8], rightArm: [2.5, 2.9] },
        { ...SECOND, mirrored: true },
      );
      putPerson(painter, width * 0.92, 0, height * 0.56, POSES.kneel, { colours: 7, mirrored: true });
    },
  },
  {
    share: 0.95,
    draw(painter, width, height) {
      drawStupa(painter, width * 0.5, 0, height * 0.96);
      putPerson(painter, width * 0.16, 0, height * 0.54, POSES.kneel, ELDEST);
      putPerson(painter, width * 0.84, 0, height * 0.54, POSES.kneel, { ...SECOND, mirrored: true });
    },
  },
];
