import type { Sheet, SheetPoint, Vec3 } from '#demo/cave/cave.ts';
import { cutByHand } from '#demo/caves/hall/room/handCut.ts';

/** Middle of the room: what its walls face. */
export const ROOM_MIDDLE: Vec3 = [0, 1.7, 0];

/** Where s, t lie in the plan, before the hand that cut it. */
export type Place = (s: number, t: number, out: SheetPoint) => void;

export function setPoint(out: SheetPoint, x: number, y: number, z: number, u: number, v: number): void {
  out.x = x;
  out.y = y;
  out.z = z;
  out.u = u;
  out.v = v;
}

/** A sheet of the plan, cut by hand. */
export function cutSheet(surface: string, columns: number, rows: number, place: Place, facing = ROOM_MIDDLE): Sheet {
  return {
    surface,
    columns,
    rows,
    facing,
    at(s, t, out) {
      place(s, t, out);
      cutByHand(out);
    },
  };
}
