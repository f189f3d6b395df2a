/** Small moulded figures that kneel in rows on the pillar; where they sit, for the painter and for the modeller. */
import { type Face, FACES } from './room/dimensions.ts';

export interface Relief {
  readonly face: Face;
  /** On the face: from its middle line, and height of the figure's foot. */
  readonly x: number;
  readonly y: number;
  readonly mirrored: boolean;
  readonly variant: number;
}

export const RELIEF_HEIGHT = 0.23;

function makeRow(face: Face, y: number, xs: readonly number[], shift: number): Relief[] {
  return xs.map((x, i) => ({ face, x, y, mirrored: x > 0, variant: (i + shift) % 4 }));
}

const WIDE = [-1.05, -0.75, -0.45, -0.15, 0.15, 0.45, 0.75, 1.05];
const OUTER = [-1.02, 1.02];

export const RELIEFS: readonly Relief[] = FACES.flatMap((face, k) =>
  face.id === 'front'
    ? [
        ...makeRow(face, 3.98, WIDE, 0),
        ...makeRow(face, 3.68, [-1.05, -0.75, -0.45, 0.45, 0.75, 1.05], 1),
        ...makeRow(face, 3.38, [-1.05, -0.78, 0.78, 1.05], 2),
        ...makeRow(face, 3.08, OUTER, 3),
      ]
    : [
        ...makeRow(face, 3.98, WIDE, k),
        ...(face.id === 'back' ? [] : [1.02, 1.32, 1.62, 2.66, 2.96, 3.26]).flatMap((y, i) =>
          makeRow(face, y, OUTER, k + i),
        ),
      ],
);
