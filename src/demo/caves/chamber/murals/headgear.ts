/** What the kings and peoples wear on their heads. Units of the face: crown at y = −0.5, chin at 0.5. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, rectangle, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { stroke } from '#demo/caves/chamber/murals/stroke.ts';

export const HEADGEAR = [
  'beaded board',
  'felt cone',
  'turban',
  'two feathers',
  'winged crown',
  'fur brim',
  'soft cap',
  'gold band',
  'helmet',
  'curls',
  'gauze hat',
  'petal crown',
] as const;
export type Headgear = (typeof HEADGEAR)[number];

const LINE = { lineWidth: 0.022 } as const;

function cap(painter: Painter, points: readonly Point[], pigment: Pigment): void {
  painter.shape(blob(points, true, 0.85), pigment, { ...LINE, shade: 'ink', shadeWidth: 0.1, shadeAlpha: 0.3 });
}

function hair(painter: Painter): void {
  cap(painter, [[-0.42, 0.02], [-0.46, -0.25], [-0.3, -0.55], [0, -0.64], [0.3, -0.55], [0.46, -0.25], [0.42, 0.02], [0.36, -0.28], [0, -0.4], [-0.36, -0.28]], 'ink'); // prettier-ignore
}

/** Beads or studs in a row from a to b. */
function studs(painter: Painter, a: Point, b: Point, count: number, size: number, pigment: Pigment): void {
  for (let i = 0; i < count; i++) {
    const t = count === 1 ? 0.5 : i / (count - 1);
    painter.shape(ellipse(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, size), pigment, { lineWidth: 0.012 });
  }
}

const DRAW = {
  /** The flat crown of Chinese emperors with strings of beads before and behind. */
  'beaded board': (painter) => {
    hair(painter);
    cap(painter, [[-0.3, -0.42], [-0.3, -0.72], [0.3, -0.72], [0.3, -0.42]], 'black'); // prettier-ignore
    painter.shape(polygon([[-0.56, -0.78], [0.56, -0.78], [0.5, -0.7], [-0.5, -0.7]]), 'black', LINE); // prettier-ignore
    for (const side of [-1, 1]) for (let i = 0; i < 3; i++) studs(painter, [side * (0.5 - i * 0.07), -0.66], [side * (0.5 - i * 0.07), -0.36], 6, 0.026, i % 2 ? 'white' : 'malachite'); // prettier-ignore
    studs(painter, [-0.26, -0.46], [0.26, -0.46], 5, 0.035, 'gold');
  },
  'felt cone': (painter) => {
    cap(painter, [[-0.42, -0.2], [-0.34, -0.5], [-0.16, -0.9], [0.06, -1.08], [0.1, -0.9], [0.3, -0.5], [0.42, -0.2], [0, -0.32]], 'white'); // prettier-ignore
    stroke(
      painter,
      [
        [-0.42, -0.22],
        [0, -0.34],
        [0.42, -0.22],
      ],
      0.13,
      'cinnabar',
      1,
      14,
      () => 1,
    );
    stroke(
      painter,
      [
        [-0.1, -0.4],
        [-0.02, -0.7],
        [0.05, -0.98],
      ],
      0.03,
      'ink',
      0.7,
    );
  },
  turban: (painter) => {
    cap(painter, [[-0.44, -0.18], [-0.56, -0.5], [-0.3, -0.78], [0.05, -0.82], [0.42, -0.7], [0.54, -0.42], [0.44, -0.18], [0, -0.3]], 'white'); // prettier-ignore
    for (let i = 0; i < 4; i++) stroke(painter, [[-0.46 + i * 0.04, -0.24 - i * 0.1], [-0.05, -0.42 - i * 0.12], [0.48 - i * 0.06, -0.5 - i * 0.07]], 0.026, 'ink', 0.75, 14); // prettier-ignore
    painter.shape(ellipse(0.05, -0.52, 0.085), 'cinnabar', LINE);
    stroke(
      painter,
      [
        [0.05, -0.58],
        [0.12, -0.86],
        [0.06, -1.04],
      ],
      0.09,
      'malachite',
      1,
      14,
    );
  },
  'two feathers': (painter) => {
    hair(painter);
    for (const side of [-1, 1]) stroke(painter, [[side * 0.2, -0.5], [side * 0.42, -0.82], [side * 0.36, -1.2]], 0.12, 'white', 1, 16); // prettier-ignore
    cap(painter, [[-0.36, -0.36], [-0.28, -0.66], [0, -0.76], [0.28, -0.66], [0.36, -0.36], [0, -0.46]], 'plum'); // prettier-ignore
    painter.line(curve([[-0.36, -0.38], [0, -0.48], [0.36, -0.38]]), 0.05, 'ochre', 1); // prettier-ignore
  },
  'winged crown': (painter) => {
    hair(painter);
    for (const side of [-1, 1]) {
      cap(painter, [[side * 0.22, -0.46], [side * 0.6, -0.62], [side * 0.62, -0.98], [side * 0.44, -0.8], [side * 0.34, -0.92], [side * 0.28, -0.7]], 'gold'); // prettier-ignore
    }
    painter.shape(ellipse(0, -0.86, 0.16), 'azurite', LINE);
    painter.shape(blob([[-0.26, -0.98], [0, -0.84], [0.26, -0.98], [0.1, -0.74], [-0.1, -0.74]]), 'gold', LINE); // prettier-ignore
    stroke(
      painter,
      [
        [-0.42, -0.34],
        [0, -0.46],
        [0.42, -0.34],
      ],
      0.13,
      'gold',
      1,
      14,
      () => 1,
    );
    studs(painter, [-0.3, -0.41], [0.3, -0.41], 5, 0.04, 'cinnabar');
  },
  'fur brim': (painter) => {
    cap(painter, [[-0.36, -0.34], [-0.3, -0.72], [0, -0.9], [0.3, -0.72], [0.36, -0.34], [0, -0.44]], 'azurite'); // prettier-ignore
    cap(painter, [[-0.52, -0.12], [-0.56, -0.36], [-0.2, -0.52], [0.2, -0.52], [0.56, -0.36], [0.52, -0.12], [0.3, -0.26], [0, -0.32], [-0.3, -0.26]], 'brown'); // prettier-ignore
    for (let i = 0; i < 15; i++) painter.line(curve([[-0.5 + i * 0.071, -0.26 - 0.14 * Math.sin((i / 14) * Math.PI)], [-0.52 + i * 0.074, -0.36 - 0.16 * Math.sin((i / 14) * Math.PI)]]), 0.016, 'ochre', 0.7); // prettier-ignore
    painter.shape(ellipse(0, -0.92, 0.05), 'cinnabar', LINE);
  },
  /** The pointed cap with its tip fallen forward. */
  'soft cap': (painter) => {
    cap(painter, [[-0.42, -0.14], [-0.42, -0.52], [-0.2, -0.84], [0.16, -0.94], [0.4, -0.84], [0.46, -0.66], [0.28, -0.72], [0.36, -0.5], [0.44, -0.14], [0, -0.32]], 'malachite'); // prettier-ignore
    stroke(
      painter,
      [
        [-0.42, -0.18],
        [0, -0.36],
        [0.43, -0.18],
      ],
      0.1,
      'ochre',
      1,
      14,
      () => 1,
    );
    for (const side of [-1, 1]) cap(painter, [[side * 0.38, -0.16], [side * 0.5, 0.1], [side * 0.46, 0.46], [side * 0.36, 0.3]], 'malachite'); // prettier-ignore
  },
  'gold band': (painter) => {
    hair(painter);
    painter.shape(ellipse(0.02, -0.74, 0.17, 0.19), 'ink', LINE);
    painter.line(curve([[-0.14, -0.62], [0.02, -0.58], [0.16, -0.62]]), 0.05, 'gold', 1); // prettier-ignore
    stroke(
      painter,
      [
        [-0.43, -0.26],
        [0, -0.41],
        [0.43, -0.26],
      ],
      0.07,
      'gold',
      1,
      14,
      () => 1,
    );
    for (const side of [-1, 1]) stroke(painter, [[side * 0.4, -0.2], [side * 0.52, 0.2], [side * 0.46, 0.62]], 0.1, 'ink', 1, 14); // prettier-ignore
  },
  helmet: (painter) => {
    cap(painter, [[-0.46, 0.16], [-0.48, -0.3], [-0.3, -0.68], [0, -0.8], [0.3, -0.68], [0.48, -0.3], [0.46, 0.16], [0.36, -0.16], [0, -0.34], [-0.36, -0.16]], 'azuriteLight'); // prettier-ignore
    for (let i = -2; i <= 2; i++) painter.line(curve([[i * 0.16, -0.36 + Math.abs(i) * 0.04], [i * 0.1, -0.6], [0, -0.8]]), 0.02, 'ink', 0.8); // prettier-ignore
    stroke(
      painter,
      [
        [0, -0.78],
        [0.02, -1.0],
        [-0.06, -1.2],
      ],
      0.16,
      'cinnabar',
      1,
      14,
    );
    studs(painter, [-0.34, -0.22], [0.34, -0.22], 7, 0.026, 'gold');
  },
  /** Tight curls under a band: peoples of the southern seas. */
  curls: (painter) => {
    for (let row = 0; row < 4; row++)
      for (let i = 0; i < 9 - row; i++) {
        const angle = Math.PI * (0.06 + (0.88 * (i + 0.5)) / (9 - row));
        painter.shape(ellipse(-Math.cos(angle) * (0.47 - row * 0.1), -0.14 - Math.sin(angle) * (0.36 + row * 0.06), 0.085), 'ink', { line: 'brown', lineWidth: 0.016 }); // prettier-ignore
      }
    stroke(
      painter,
      [
        [-0.42, -0.22],
        [0, -0.38],
        [0.42, -0.22],
      ],
      0.07,
      'cinnabar',
      1,
      14,
      () => 1,
    );
    for (const side of [-1, 1]) painter.line(ellipse(side * 0.5, 0.3, 0.08), 0.035, 'gold', 1);
  },
  /** The black hat of Chinese officials with its two tails. */
  'gauze hat': (painter) => {
    cap(painter, [[-0.4, -0.24], [-0.36, -0.56], [-0.2, -0.66], [-0.16, -0.86], [0.14, -0.9], [0.2, -0.68], [0.38, -0.54], [0.4, -0.24], [0, -0.36]], 'black'); // prettier-ignore
    for (const side of [-1, 1]) stroke(painter, [[side * 0.3, -0.46], [side * 0.6, -0.42], [side * 0.68, -0.2]], 0.06, 'black', 1, 12); // prettier-ignore
    painter.line(curve([[-0.4, -0.27], [0, -0.4], [0.4, -0.27]]), 0.03, 'cinnabar', 1); // prettier-ignore
  },
  'petal crown': (painter) => {
    hair(painter);
    for (let i = -2; i <= 2; i++) {
      const x = i * 0.17;
      const y = -0.42 + Math.abs(i) * 0.045;
      cap(painter, [[x - 0.1, y], [x - 0.11, y - 0.2], [x, y - 0.42 + Math.abs(i) * 0.05], [x + 0.11, y - 0.2], [x + 0.1, y]], i % 2 ? 'malachite' : 'gold'); // prettier-ignore
      painter.shape(ellipse(x, y - 0.14, 0.035), 'cinnabar', { lineWidth: 0.012 });
    }
    stroke(
      painter,
      [
        [-0.43, -0.3],
        [0, -0.44],
        [0.43, -0.3],
      ],
      0.08,
      'gold',
      1,
      14,
      () => 1,
    );
  },
} as const satisfies Record<Headgear, (painter: Painter) => void>;

export function headgear(painter: Painter, kind: Headgear): void {
  DRAW[kind](painter);
}

/** The shaven head of a monk: a blue-grey shade over the skull. */
export function shavenHead(painter: Painter): void {
  const skull = blob([[-0.4, -0.12], [-0.42, -0.4], [-0.24, -0.62], [0, -0.67], [0.24, -0.62], [0.42, -0.4], [0.4, -0.12], [0.3, -0.32], [0, -0.4], [-0.3, -0.32]], true, 0.85); // prettier-ignore
  painter.shape(skull, 'azuriteLight', { lineWidth: 0.02, shade: 'grey', shadeWidth: 0.12 });
}

/** The high hair and jewelled crown of a bodhisattva. */
export function bodhisattvaCrown(painter: Painter, gem: Pigment): void {
  for (const side of [-1, 1]) stroke(painter, [[side * 0.4, -0.2], [side * 0.52, 0.25], [side * 0.5, 0.6], [side * 0.72, 0.95]], 0.14, 'ink', 0.95, 16, (t) => 1 - 0.7 * t); // prettier-ignore
  hair(painter);
  painter.shape(ellipse(0, -0.86, 0.21, 0.24), 'ink', LINE);
  for (let i = -1; i <= 1; i++) {
    const x = i * 0.26;
    cap(painter, [[x - 0.13, -0.4], [x - 0.14, -0.62], [x, -0.84 + Math.abs(i) * 0.1], [x + 0.14, -0.62], [x + 0.13, -0.4]], 'gold'); // prettier-ignore
    painter.shape(ellipse(x, -0.58, 0.055), gem, { lineWidth: 0.014 });
  }
  stroke(
    painter,
    [
      [-0.44, -0.3],
      [0, -0.44],
      [0.44, -0.3],
    ],
    0.07,
    'gold',
    1,
    14,
    () => 1,
  );
  for (const side of [-1, 1]) stroke(painter, [[side * 0.44, -0.34], [side * 0.72, -0.3], [side * 0.8, 0.05], [side * 0.7, 0.3]], 0.07, gem === 'cinnabar' ? 'malachite' : 'cinnabar', 1, 14); // prettier-ignore
}

/** For drawings of stuff: a plain strip across a breast or belt. */
export function strip(painter: Painter, x: number, y: number, width: number, height: number, pigment: Pigment): void {
  painter.shape(rectangle(x, y, width, height), pigment, LINE);
}
