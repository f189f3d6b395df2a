/** Sheets of the room from few rules: four corners, or any function of s and t; all of them cut by hand. */
import type { Sheet, SheetPoint, Vec3 } from '#demo/cave/cave.ts';
import { cutByHand } from './handCut.ts';

/** Side of a mesh cell on flat walls, metres. */
const CELL = 0.14;

export type Corner = readonly [x: number, y: number, z: number, u: number, v: number];

/** A sheet by its rule; the rule writes the point as planned. */
export function makeSheet(
  surface: string,
  columns: number,
  rows: number,
  facing: Vec3,
  rule: (s: number, t: number, out: SheetPoint) => void,
): Sheet {
  return {
    surface,
    columns,
    rows,
    facing,
    at(s, t, out) {
      rule(s, t, out);
      cutByHand(out);
    },
  };
}

/**
 * A bilinear quadrilateral: corners at (s, t) = (0, 0), (1, 0), (1, 1), (0, 1). Two corners may fall together. `least`
 * is the least number of cells each way.
 */
export function makeQuad(
  surface: string,
  corners: readonly [Corner, Corner, Corner, Corner],
  facing: Vec3,
  least = 1,
): Sheet {
  const [a, b, c, d] = corners;
  const span = (p: Corner, q: Corner) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  const columns = Math.max(least, Math.ceil(Math.max(span(a, b), span(d, c)) / CELL));
  const rows = Math.max(least, Math.ceil(Math.max(span(a, d), span(b, c)) / CELL));
  return makeSheet(surface, columns, rows, facing, (s, t, out) => {
    const ka = (1 - s) * (1 - t);
    const kb = s * (1 - t);
    const kc = s * t;
    const kd = (1 - s) * t;
    out.x = a[0] * ka + b[0] * kb + c[0] * kc + d[0] * kd;
    out.y = a[1] * ka + b[1] * kb + c[1] * kc + d[1] * kd;
    out.z = a[2] * ka + b[2] * kb + c[2] * kc + d[2] * kd;
    out.u = a[3] * ka + b[3] * kb + c[3] * kc + d[3] * kd;
    out.v = a[4] * ka + b[4] * kb + c[4] * kc + d[4] * kd;
  });
}
