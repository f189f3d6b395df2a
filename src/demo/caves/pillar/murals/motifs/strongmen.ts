/** Yakshas along the dado: squat guardians of the earth, each with his own grimace, who carry, dance, shout and wrestle. */
import type { Painter } from '#demo/paint/painter.ts';
import { ellipse, rectangle } from '#demo/paint/paths.ts';
import { type Dress, drawFigure, pickDress } from '../figure/figure.ts';
import { type Pose, POSES, STOUT } from '../figure/pose.ts';

const STANCES: readonly Pose[] = [
  POSES.carry,
  { ...POSES.dance, lean: -0.12, leftLeg: [-0.7, 0.3], rightLeg: [1.1, -0.5] },
  { lean: 0.1, tilt: -0.2, turn: 0.6, leftArm: [-1.4, 0.3], rightArm: [1.9, 2.9], leftLeg: [-0.8, 0.1], rightLeg: [0.5, -0.3] }, // prettier-ignore
  { lean: 0, tilt: 0.1, turn: -0.3, leftArm: [-1.0, 0.9], rightArm: [1.0, -0.9], leftLeg: [-0.9, 0.6], rightLeg: [0.9, -0.6] }, // prettier-ignore
  { lean: -0.2, tilt: -0.1, turn: -0.8, leftArm: [-2.0, -1.3], rightArm: [0.7, 1.8], leftLeg: [-1.1, -0.2], rightLeg: [0.6, 0.2] }, // prettier-ignore
  { lean: 0.3, tilt: 0.2, turn: 0.9, leftArm: [0.9, 2.0], rightArm: [1.2, 2.4], leftLeg: [-0.4, -1.2], rightLeg: [1.3, -0.2] }, // prettier-ignore
];

/** One of them, `height` metres high, feet on (x, y). */
export function drawStrongman(painter: Painter, x: number, y: number, height: number, index: number): void {
  const { random } = painter;
  const stance = STANCES[index % STANCES.length]!;
  const pose: Pose = {
    ...stance,
    lean: stance.lean + random.normal() * 0.06,
    tilt: stance.tilt + random.normal() * 0.1,
    turn: Math.max(-1, Math.min(1, stance.turn + random.normal() * 0.2)),
  };
  const chosen = pickDress(painter, index % 3 === 1 ? 'shaven' : 'wild');
  const dress: Dress = {
    cloth: chosen.cloth,
    hem: chosen.hem,
    reach: 0.3,
    headdress: chosen.headdress,
    ...(chosen.scarf ? { scarf: chosen.scarf } : {}),
    ...(chosen.scarfBack ? { scarfBack: chosen.scarfBack } : {}),
  };
  painter.push(x, y - height * 0.33, height * 0.92, 0, random() < 0.5);
  drawFigure(painter, pose, {
    dress,
    build: { ...STOUT, girth: random.between(1.5, 2) },
    wind: random.between(-0.8, 0.8),
    features: {
      width: random.between(1, 1.15),
      eye: random.between(1.5, 2.1),
      nose: random.between(1.1, 1.5),
      smile: random.between(-1.6, 1.2),
      brow: random() < 0.7 ? -0.9 : 1,
    },
  });
  painter.pop();
}

/** A row from the origin on earth red. */
export function drawStrongmen(painter: Painter, length: number, height: number, shift = 0): void {
  const { random } = painter;
  painter.fill(rectangle(0, 0, length, height), 'ochreRed');
  painter.shade(rectangle(0, 0, length, height), 'black', height * 0.16, 0.4, 8);
  const count = Math.max(1, Math.round(length / (height * 0.92)));
  const step = length / count;
  painter.clip(rectangle(0, 0, length, height));
  for (let i = 0; i < count * 6; i++) {
    const x = random() * length;
    const y = random.between(0.08, 0.9) * height;
    painter.fill(ellipse(x, y, height * 0.012), random.pick(['white', 'malachite', 'azuriteLight'] as const), 0.85);
  }
  for (let i = 0; i < count; i++) {
    painter.lightness = random.between(-0.05, 0.05);
    drawStrongman(painter, (i + 0.5) * step + random.normal() * step * 0.03, height * 0.97, height * random.between(0.88, 0.98), i * 5 + shift); // prettier-ignore
    painter.lightness = 0;
  }
  painter.pop();
}
