/**
 * One fold of a mountain: a summit, its slopes, its foot. A mountain is a heap of folds, the far ones drawn first. Azurite
 * lies on the crest, malachite below it, ochre towards the foot, and the foot fades into bare silk: mist or water begins there.
 */
import { createRandom } from '#demo/noise/random.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { rough, soft } from '#demo/scroll/ground/grain.ts';

export type FoldKind = 'peak' | 'dome' | 'cliff' | 'shoulder';

export interface Fold {
  readonly kind: FoldKind;
  /** Summit and foot in scroll pixels; the summit lies `height` above the foot, `lean` × width to the side. */
  readonly x: number;
  readonly foot: number;
  readonly height: number;
  /** Half of its breadth at the foot. */
  readonly reach: number;
  readonly lean: number;
  /** 0 azurite … 1 malachite. */
  readonly green: number;
  /** 0 near … 1 far and pale. */
  readonly haze: number;
  /** How much of the lower part fades away, 0…1 of the height. */
  readonly mist: number;
  readonly seed: number;
}

/** The upper edge of a fold as a closed outline, and the edge alone. */
export interface FoldShape {
  readonly fold: Fold;
  readonly outline: readonly number[];
  /** Crest heights above the foot at even steps from −reach to +reach. */
  readonly crest: Float64Array;
}

const PROFILES: Readonly<Record<FoldKind, (v: number) => number>> = {
  peak: (v) => Math.pow(1 - Math.pow(v, 1.25), 1.12),
  dome: (v) => Math.pow(1 - Math.pow(v, 2.3), 0.85),
  cliff: (v) => 0.2 * (1 - v) + 0.8 * (1 - smoothStep(0.42, 0.78, v)) * (1 - 0.12 * v),
  shoulder: (v) => 0.55 * Math.pow(1 - v, 0.9) + 0.45 * (1 - smoothStep(0.1, 0.5, v)),
} satisfies Record<FoldKind, (v: number) => number>;

export function shapeFold(fold: Fold): FoldShape {
  const random = createRandom(fold.seed);
  const count = Math.max(28, Math.min(150, Math.round(fold.reach / 5)));
  const crest = new Float64Array(count + 1);
  const phase = random() * 500;
  const knobs = random.between(5, 9);
  const profile = PROFILES[fold.kind];
  for (let i = 0; i <= count; i++) {
    const v = (i / count) * 2 - 1;
    // The summit leans: one flank is longer than the other.
    const leaned = v < fold.lean ? (v - fold.lean) / (1 + fold.lean) : (v - fold.lean) / (1 - fold.lean);
    const height = profile(Math.min(1, Math.abs(leaned)));
    const body = Math.pow(Math.max(0, height), 0.6);
    const swell = (soft(phase + v * 70, fold.seed % 97) - 0.5) * 0.2;
    const knob = Math.abs(Math.sin((v + swell * 2) * knobs + phase)) * 0.075;
    const crag = Math.abs(soft(phase + v * (fold.reach / 5), 71) - 0.5) * 30;
    const grit = (rough(phase + v * (fold.reach / 4), 33) - 0.5) * 22 + crag;
    crest[i] = Math.max(0, fold.height * (height * 0.93 + body * (swell * 0.7 + knob)) + body * grit);
  }
  const outline: number[] = [];
  for (let i = 0; i <= count; i++) {
    outline.push(fold.x + ((i / count) * 2 - 1) * fold.reach, fold.foot - crest[i]!);
  }
  for (let i = 16; i >= 0; i--) {
    const v = (i / 16) * 2 - 1;
    outline.push(fold.x + v * fold.reach, fold.foot + (1 - v * v) * Math.min(50, fold.reach * 0.12));
  }
  return { fold, outline, crest };
}

/** Where a fold's pleats run: 0…1 across the fan that spreads from the summit; the same for wash and strokes. */
export function fanX(fold: Fold, across: number, down: number): number {
  const spread = fold.kind === 'cliff' ? 0.6 + 0.4 * down : 0.22 + 0.78 * Math.pow(down, 0.8);
  return fold.x + fold.lean * fold.reach * (1 - down) + across * fold.reach * spread;
}
