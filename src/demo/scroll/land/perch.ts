/** Places on the mountains where something may stand: on the crest of a fold, seen, not behind a nearer fold. */
import type { FoldShape } from '#demo/scroll/land/fold.ts';
import { crestAt } from '#demo/scroll/land/texture.ts';

export interface Perch {
  readonly x: number;
  readonly y: number;
  /** Order of drawing: just behind the fold whose crest it is. */
  readonly ground: number;
}

/** The point on the crest of a fold at v, −1…1 across. */
export function crestPoint(shape: FoldShape, v: number): Perch {
  const { fold } = shape;
  return { x: fold.x + v * fold.reach, y: fold.foot - crestAt(shape, v), ground: fold.foot - 0.5 };
}

/** Whether a nearer fold stands before the point. */
export function isHidden(shapes: readonly FoldShape[], perch: Perch): boolean {
  return shapes.some((shape) => {
    const { fold } = shape;
    const v = (perch.x - fold.x) / fold.reach;
    return (
      fold.foot > perch.ground + 1 &&
      Math.abs(v) < 1 &&
      fold.foot - crestAt(shape, v) < perch.y - 6 &&
      fold.foot > perch.y
    );
  });
}

/** The seen perch nearest to x, y that is broad and level enough for a building. */
export function findPerch(shapes: readonly FoldShape[], x: number, y: number): Perch {
  let best: Perch = { x, y, ground: y };
  let nearest = Infinity;
  for (const shape of shapes) {
    if (Math.abs(shape.fold.x - x) > 1600) continue;
    for (let v = -0.5; v <= 0.5; v += 0.1) {
      const perch = crestPoint(shape, v);
      const beside = 45 / shape.fold.reach;
      const slope = Math.abs(crestAt(shape, v + beside) - crestAt(shape, v - beside));
      const distance = Math.hypot(perch.x - x, (perch.y - y) * 1.4) + slope * 3;
      if (distance < nearest && !isHidden(shapes, perch)) {
        nearest = distance;
        best = perch;
      }
    }
  }
  return best;
}
