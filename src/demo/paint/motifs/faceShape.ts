/** What makes one face differ from the next. Everything about 1 or 0 unless it says otherwise. */
import { createRandom } from '#demo/noise/random.ts';
import type { Point } from '#demo/paint/paths.ts';

export interface FaceCharacter {
  /** Width of the head. */
  readonly width: number;
  /** Width of the jaw: 0.8 pointed, 1.15 square. */
  readonly jaw: number;
  /** Length from nose to chin. */
  readonly chin: number;
  /** Height of the brows' bow, and their weight. */
  readonly browBow: number;
  readonly browWeight: number;
  /** Height of the brows above the eyes. */
  readonly browLift: number;
  readonly eyeLength: number;
  /** 0.5 nearly closed in thought, 1.3 wide awake. */
  readonly eyeOpening: number;
  /** Outer corners up, −0.5…1. */
  readonly eyeSlant: number;
  /** Where it looks, −1 … 1. */
  readonly gaze: number;
  readonly noseLength: number;
  readonly noseWidth: number;
  readonly mouthWidth: number;
  readonly lips: number;
  /** Corners of the mouth up. */
  readonly smile: number;
  /** 0 young … 1 very old. */
  readonly age: number;
  readonly beard: 'none' | 'moustache' | 'goatee' | 'full';
}

/** Ages and sexes differ in their ranges; holy ones are calm and even. */
export type FaceKind = 'holy' | 'woman' | 'man' | 'monk';

export function createFaceCharacter(seed: number, kind: FaceKind): FaceCharacter {
  const random = createRandom(seed * 31 + 17);
  const around = (mean: number, spread: number): number => mean + random.between(-spread, spread);
  const isHoly = kind === 'holy';
  const isMale = kind === 'man' || kind === 'monk';
  const spread = isHoly ? 0.65 : 1;
  const age = isHoly
    ? 0
    : kind === 'monk'
      ? random() ** 1.3
      : kind === 'man'
        ? random() ** 2.2 * 0.9
        : random() ** 4 * 0.6;
  const character = {
    width: around(isHoly ? 0.98 : kind === 'woman' ? 0.99 : 0.95, 0.09 * spread),
    jaw: around(isMale ? 1.04 : 0.95, 0.11 * spread),
    chin: around(1, 0.08 * spread),
    browBow: around(isMale ? 0.85 : 1.05, 0.35 * spread),
    browWeight: around(isMale ? 1.25 : 0.9, 0.3 * spread),
    browLift: around(1, 0.25 * spread),
    eyeLength: around(isHoly ? 1.08 : 0.98, 0.12 * spread),
    eyeOpening: around(isHoly ? 0.78 : 0.98, 0.25 * spread),
    eyeSlant: around(isHoly ? 0.08 : 0.15, 0.45 * spread),
    gaze: around(0, 0.7 * spread),
    noseLength: around(1, 0.1 * spread),
    noseWidth: around(isMale ? 1.12 : 0.95, 0.18 * spread),
    mouthWidth: around(1, 0.16 * spread),
    lips: around(isMale ? 0.9 : 1.08, 0.22 * spread),
    smile: around(isHoly ? 0.55 : 0.3, 0.5 * spread),
    age,
  };
  return { ...character, beard: chooseBeard(random(), kind, age) };
}

function chooseBeard(chance: number, kind: FaceKind, age: number): FaceCharacter['beard'] {
  if (kind === 'holy') return chance < 0.25 ? 'moustache' : 'none';
  if (kind === 'woman') return 'none';
  if (kind === 'monk') return age > 0.75 && chance < 0.3 ? 'goatee' : 'none';
  if (chance < 0.35) return 'none';
  if (chance < 0.6) return 'moustache';
  return chance < 0.85 ? 'goatee' : 'full';
}

/** Contours clockwise from the crown, for a head of height 1 that faces the viewer, and one turned 45° to the right. */
const FRONT: readonly Point[] = [
  [0, -0.5], [0.2, -0.475], [0.35, -0.36], [0.415, -0.17], [0.405, 0.03], [0.37, 0.2], [0.285, 0.37], [0.15, 0.475],
  [0, 0.505], [-0.15, 0.475], [-0.285, 0.37], [-0.37, 0.2], [-0.405, 0.03], [-0.415, -0.17], [-0.35, -0.36], [-0.2, -0.475],
]; // prettier-ignore
const TURNED: readonly Point[] = [
  [0.02, -0.5], [0.22, -0.47], [0.345, -0.34], [0.372, -0.19], [0.338, -0.05], [0.372, 0.1], [0.335, 0.29], [0.27, 0.42],
  [0.17, 0.5], [0.05, 0.5], [-0.12, 0.45], [-0.29, 0.31], [-0.39, 0.1], [-0.43, -0.12], [-0.4, -0.33], [-0.2, -0.47],
]; // prettier-ignore

/** The outline of the head, `turn` 0 to the viewer … 1 turned to the right. */
export function faceContour(turn: number, character: FaceCharacter): Point[] {
  return FRONT.map((front, i): Point => {
    const turned = TURNED[i]!;
    const x = front[0] + (turned[0] - front[0]) * turn;
    const y = front[1] + (turned[1] - front[1]) * turn;
    const low = Math.max(0, Math.min(1, (y - 0.05) / 0.45));
    const middle = 0.15 * turn * low;
    const cheeks =
      1 + Math.sin(Math.PI * low) * 0.06 * (1 - character.age) - character.age * 0.05 * Math.sin(Math.PI * low);
    const width = character.width * (1 + (character.jaw - 1) * low) * cheeks;
    return [middle + (x - middle) * width, y > 0.1 ? 0.1 + (y - 0.1) * character.chin : y];
  });
}
