/**
 * The king of the deer: he carries a drowning man from the river; the man swears silence; the queen dreams of the deer and
 * wants its hide; the man betrays it; the king rides out; a crow wakes the deer; the deer stands before the king and speaks.
 */
import { POSES } from '../figure/pose.ts';
import { drawBeast } from '../motifs/animals.ts';
import { drawTree, drawWater } from '../motifs/hills.ts';
import { drawHall } from './buildings.ts';
import { putParasol, putPerson, putRider } from './people.ts';
import type { Scene } from './strip.ts';

/** The same man throughout. */
const MAN = { colours: 2, headdress: 'knot' } as const;
const KING = { colours: 3, headdress: 'crown' } as const;
const QUEEN = { colours: 1, headdress: 'crown' } as const;
const DEER = { pigment: 'white', mark: 'cinnabar' } as const;

export const DEER_KING: readonly Scene[] = [
  {
    share: 1.25,
    draw(painter, width, height) {
      drawTree(painter, 0.12, -0.02, height * 0.72);
      drawWater(painter, [[width * 0.12, -height * 0.72], [width * 0.3, -height * 0.5], [width * 0.62, -height * 0.42], [width * 0.78, -height * 0.16], [width * 1.02, 0.02]], height * 0.15); // prettier-ignore
      putPerson(painter, width * 0.34, -height * 0.34, height * 0.5, { ...POSES.leap, lean: -0.5, leftArm: [-2.4, -2.9], rightArm: [2.4, 2.9], leftLeg: [-0.9, -1.2], rightLeg: [0.3, 0.9] }, MAN); // prettier-ignore
      painter.push(width * 0.64, -height * 0.1, height * 0.56);
      drawBeast(painter, 'deer', { ...DEER, gait: 'run' });
      painter.pop();
      putPerson(painter, width * 0.61, -height * 0.36, height * 0.46, { ...POSES.ride, lean: 0.6 }, MAN);
    },
  },
  {
    share: 0.95,
    draw(painter, width, height) {
      painter.push(width * 0.36, 0, height * 0.6);
      drawBeast(painter, 'deer', DEER);
      painter.pop();
      putPerson(painter, width * 0.76, 0, height * 0.6, POSES.kneel, { ...MAN, mirrored: true });
      drawTree(painter, width * 0.95, -0.01, height * 0.66, 'malachiteLight');
    },
  },
  {
    share: 1.15,
    draw(painter, width, height) {
      drawHall(painter, width * 0.42, 0, width * 0.6, height * 0.82, () => {
        putPerson(painter, -width * 0.13, 0, height * 0.5, POSES.sit, KING);
        putPerson(painter, width * 0.14, 0, height * 0.48, { ...POSES.sit, lean: 0.12 }, { ...QUEEN, mirrored: true });
      });
      putPerson(painter, width * 0.88, 0, height * 0.55, POSES.kneel, { ...MAN, mirrored: true });
    },
  },
  {
    share: 1.2,
    draw(painter, width, height) {
      putPerson(painter, width * 0.1, 0, height * 0.58, POSES.walk, { ...MAN, wind: -1 });
      putParasol(painter, width * 0.34, -height * 0.1, height * 0.88);
      putRider(painter, width * 0.42, 0, height * 0.58, { ...KING, horse: 'azuriteLight' });
      putRider(painter, width * 0.8, 0, height * 0.54, {
        colours: 6,
        horse: 'brown',
        saddle: 'malachite',
        headdress: 'cap',
      });
    },
  },
  {
    share: 1,
    draw(painter, width, height) {
      drawTree(painter, width * 0.2, -0.01, height * 0.8);
      painter.push(width * 0.5, -height * 0.03, height * 0.62);
      drawBeast(painter, 'deer', { ...DEER, gait: 'lie', bow: 0.75 });
      painter.pop();
      // The crow, its friend.
      painter.push(width * 0.72, -height * 0.56, height * 0.1);
      painter.brush([[-1, -0.4], [0, 0], [0.8, 0.15]], 0.7, 'black', 1, 14); // prettier-ignore
      painter.brush([[0.1, 0], [-0.5, -0.9], [-1.2, -1.2]], 0.5, 'black', 1, 12); // prettier-ignore
      painter.brush([[0.7, 0.1], [1.3, 0.35]], 0.2, 'ochre', 1, 8); // prettier-ignore
      painter.pop();
      drawTree(painter, width * 0.9, -0.01, height * 0.55, 'malachiteLight');
    },
  },
  {
    share: 1.35,
    draw(painter, width, height) {
      painter.push(width * 0.2, 0, height * 0.66);
      drawBeast(painter, 'deer', DEER);
      painter.pop();
      putRider(painter, width * 0.53, 0, height * 0.6, { ...KING, horse: 'white', saddle: 'azurite', mirrored: true });
      putParasol(painter, width * 0.66, -height * 0.1, height * 0.88);
      putPerson(painter, width * 0.76, 0, height * 0.56, POSES.worship, {
        colours: 4,
        mirrored: true,
        headdress: 'knot',
      });
      putRider(painter, width * 0.92, 0, height * 0.5, {
        colours: 5,
        horse: 'ochre',
        mirrored: true,
        headdress: 'cap',
      });
    },
  },
];
