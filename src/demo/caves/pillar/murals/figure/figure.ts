/** A whole figure from a pose, a build and its dress; the scenes, musicians, strongmen and apsaras are all made of it. */
import type { Painter } from '#demo/paint/painter.ts';
import { ellipse } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { drawBand, drawDhoti, drawRobe, drawScarf } from './dress.ts';
import { drawHair, type Headdress } from './headdress.ts';
import { drawFace, type Features, pickFeatures } from './face.ts';
import { drawFoot, drawHand, drawLimb, drawTrunk, neckPath } from './flesh.ts';
import { type Build, findJoints, type Joints, type Pose, SLENDER } from './pose.ts';

export interface Dress {
  readonly cloth: Pigment;
  readonly hem: Pigment;
  readonly scarf?: Pigment;
  readonly scarfBack?: Pigment;
  readonly halo?: readonly Pigment[];
  /** A robe over trunk and one arm. */
  readonly robe?: Pigment;
  readonly headdress: Headdress;
  /** How far the dhoti comes down the shin. */
  readonly reach?: number;
}

export interface FigureOptions {
  readonly dress: Dress;
  readonly build?: Build;
  /** Wind on the scarf, −1 … 1. */
  readonly wind?: number;
  readonly features?: Features;
  /** Drawn between trunk and arms, in the figure's units: what it holds against its body. */
  readonly before?: (painter: Painter, joints: Joints) => void;
}

/** Colours that go together; `pickDress` varies them. */
const CLOTHS: readonly (readonly [cloth: Pigment, hem: Pigment, scarf: Pigment, back: Pigment])[] = [
  ['malachite', 'white', 'azurite', 'white'],
  ['azurite', 'ochre', 'malachite', 'malachiteLight'],
  ['white', 'cinnabar', 'black', 'azuriteLight'],
  ['cinnabar', 'white', 'malachite', 'white'],
  ['black', 'white', 'azuriteLight', 'white'],
  ['azuriteLight', 'cinnabar', 'black', 'malachite'],
  ['ochre', 'black', 'malachiteLight', 'azurite'],
  ['malachiteLight', 'black', 'white', 'cinnabar'],
];

export function pickDress(painter: Painter, headdress: Headdress = 'crown', index?: number): Dress {
  const chosen = CLOTHS[(index ?? Math.floor(painter.random() * CLOTHS.length)) % CLOTHS.length]!;
  const [cloth, hem, scarf, scarfBack] = chosen;
  const halo: readonly Pigment[] = [
    scarf === 'white' ? 'azuriteLight' : 'white',
    cloth === 'white' ? 'malachite' : cloth,
  ];
  return { cloth, hem, scarf, scarfBack, halo, headdress };
}

/** Height 1, pelvis at the origin. Returns the joints so that a scene can add what is held. */
export function drawFigure(painter: Painter, pose: Pose, options: FigureOptions): Joints {
  const { dress, build = SLENDER, wind = 0 } = options;
  const joints = findJoints(pose, build);
  const features = options.features ?? pickFeatures(painter.random);
  const headSize = build.head;
  if (dress.halo) {
    dress.halo.forEach((pigment, i) => {
      const path = ellipse(joints.head[0], joints.head[1], headSize * (0.95 - i * 0.2));
      painter.shape(path, pigment, {
        line: i === 0 ? 'ink' : 'white',
        lineWidth: 0.009,
        shade: 'ink',
        shadeWidth: 0.02,
        shadeAlpha: 0.2,
      });
    });
  }
  if (dress.scarf) drawScarf(painter, joints, wind, 0.026, dress.scarf, dress.scarfBack ?? 'white');
  const g = Math.sqrt(build.girth);
  const legs = { widths: [0.052 * g, 0.036 * g, 0.024 * g] } as const;
  const arms = { widths: [0.033 * g, 0.026 * g, 0.018 * g] } as const;
  for (const [leg, side] of [
    [joints.leftLeg, pose.turn < 0.2 ? -1 : 1],
    [joints.rightLeg, pose.turn < -0.2 ? -1 : 1],
  ] as const) {
    drawLimb(painter, leg, legs);
    drawFoot(painter, leg[1], leg[2], 0.026 * g, side);
  }
  drawDhoti(painter, joints, build, dress.cloth, dress.hem, dress.reach);
  // The arm away from us goes behind the trunk.
  const far = pose.turn >= 0 ? joints.leftArm : joints.rightArm;
  const near = pose.turn >= 0 ? joints.rightArm : joints.leftArm;
  drawArm(painter, far, arms.widths, g);
  drawTrunk(painter, joints, build);
  if (dress.robe) drawRobe(painter, joints, build, dress.robe, dress.hem);
  else drawNecklace(painter, joints, build);
  options.before?.(painter, joints);
  drawArm(painter, near, arms.widths, g);
  const neck = neckPath(joints.chest, joints.head, 0.028 * g);
  painter.fill(neck, 'flesh');
  painter.shade(neck, 'fleshShade', 0.015, 0.7, 2);
  const tilt = Math.atan2(joints.head[0] - joints.chest[0], joints.chest[1] - joints.head[1]);
  painter.push(joints.head[0], joints.head[1], headSize, tilt * 0.8);
  drawHair(painter, dress.headdress, true);
  drawFace(painter, pose.turn, features);
  drawHair(painter, dress.headdress, false);
  painter.pop();
  return joints;
}

function drawArm(
  painter: Painter,
  arm: Joints['leftArm'],
  widths: readonly [number, number, number],
  girth: number,
): void {
  drawLimb(painter, arm, { widths });
  drawHand(painter, arm[1], arm[2], 0.024 * girth);
  const [, elbow, wrist] = arm;
  const across = Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]);
  painter.push(elbow[0] + (wrist[0] - elbow[0]) * 0.82, elbow[1] + (wrist[1] - elbow[1]) * 0.82, 1, across);
  painter.line(ellipse(0, 0, 0.006, 0.022 * girth), 0.009, 'ochre', 0.95);
  painter.pop();
}

function drawNecklace(painter: Painter, joints: Joints, build: Build): void {
  const [x, y] = joints.chest;
  const r = build.shoulder * 0.62;
  const angle = Math.atan2(x, -y);
  painter.push(x, y, 1, angle);
  const points = [-1, -0.6, 0, 0.6, 1].map((k) => [k * r, 0.052 - k * k * 0.06] as const);
  drawBand(painter, points, 0.012, 'white', 'ochre', false);
  for (const k of [-0.6, 0, 0.6])
    painter.fill(ellipse(k * r, 0.056 - k * k * 0.06, 0.009), k === 0 ? 'azurite' : 'malachite');
  painter.pop();
}
