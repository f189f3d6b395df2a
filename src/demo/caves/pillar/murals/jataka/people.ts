/** People of the stories, put with their lowest point on the ground. */
import type { Painter } from '#demo/paint/painter.ts';
import { curve, ellipse } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { drawBeast, type Gait } from '../motifs/animals.ts';
import { type Dress, drawFigure, type FigureOptions, pickDress } from '../figure/figure.ts';
import { findJoints, type Pose, POSES, SLENDER } from '../figure/pose.ts';

export interface PersonOptions extends Partial<FigureOptions> {
  readonly mirrored?: boolean;
  /** Index into the common dresses; the same number is the same person. */
  readonly colours?: number;
  readonly hasHalo?: boolean;
  readonly headdress?: Dress['headdress'];
}

/** A figure `size` metres high, its lowest joint on (x, y). */
export function putPerson(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  pose: Pose,
  options: PersonOptions = {},
): void {
  const { mirrored = false, colours, hasHalo = false, headdress = 'crown', ...rest } = options;
  const joints = findJoints(pose, options.build ?? SLENDER);
  const points = [...joints.leftLeg, ...joints.rightLeg, joints.head, joints.leftArm[2], joints.rightArm[2]];
  const lowest = Math.max(...points.map((point) => point[1])) + 0.025;
  const { halo, ...plain } = pickDress(painter, headdress, colours);
  const dress: Dress = hasHalo && halo ? { ...plain, halo } : plain;
  const tall = size * 1.16;
  painter.push(x, y - lowest * tall, tall, 0, mirrored);
  drawFigure(painter, pose, { dress, wind: painter.random.between(-0.9, 0.3), ...rest });
  painter.pop();
}

export interface RiderOptions extends PersonOptions {
  readonly gait?: Gait;
  readonly horse?: Pigment;
  readonly saddle?: Pigment;
  readonly pose?: Pose;
}

/** Horse and rider; hooves on (x, y), `size` is the length of the horse. */
export function putRider(painter: Painter, x: number, y: number, size: number, options: RiderOptions = {}): void {
  const {
    gait = 'stand',
    horse = 'white',
    saddle = 'cinnabar',
    pose = POSES.ride,
    mirrored = false,
    ...rest
  } = options;
  painter.push(x, y, size, gait === 'run' ? -0.06 : 0, mirrored);
  drawBeast(painter, 'horse', { gait, pigment: horse, mark: saddle });
  putPerson(painter, -0.02, gait === 'run' ? -0.22 : -0.36, 0.86, pose, { wind: -1, ...rest });
  painter.pop();
}

/** A parasol on a pole, foot at (x, y). */
export function putParasol(painter: Painter, x: number, y: number, height: number): void {
  painter.push(x, y, height, painter.random.normal() * 0.06);
  painter.line(curve([[0, 0], [0, -0.9]]), 0.018, 'ochre', 1); // prettier-ignore
  painter.shape(ellipse(0, -0.86, 0.3, 0.1), 'cinnabar', { lineWidth: 0.014, shade: 'ink', shadeWidth: 0.06 });
  painter.shape(ellipse(0, -0.9, 0.2, 0.09), 'white', { lineWidth: 0.012 });
  for (let i = -4; i <= 4; i++) painter.line(curve([[i * 0.065, -0.8], [i * 0.07, -0.7]]), 0.018, i % 2 ? 'malachite' : 'white', 1); // prettier-ignore
  painter.pop();
}
