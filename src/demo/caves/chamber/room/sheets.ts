/** The chamber's walls, platform, vault and passage as exact sheets. */
import type { Sheet, SheetPoint, Vec3 } from '#demo/cave/cave.ts';
import {
  DOORWAY,
  FRONT_LENGTHS,
  FRONT_PROFILE,
  HAUNCH_ANGLE,
  PLATFORM,
  ROOM,
  vaultArc,
  vaultHeight,
} from '#demo/caves/chamber/room/dimensions.ts';
import { cutByHand } from '#demo/caves/chamber/room/handCut.ts';

const { halfLength: L, halfDepth: D, spring, crown } = ROOM;
const MIDDLE: Vec3 = [0, 1.8, 0.4];
const FAR = DOORWAY.outer;
const half = DOORWAY.width / 2;

type Place = (s: number, t: number, out: SheetPoint) => void;

function set(out: SheetPoint, x: number, y: number, z: number, u: number, v: number): void {
  out.x = x;
  out.y = y;
  out.z = z;
  out.u = u;
  out.v = v;
}

/** A sheet through the hand-cut field; `columns` and `rows` for its mesh. */
function cut(surface: string, columns: number, rows: number, place: Place, facing: Vec3 = MIDDLE): Sheet {
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

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** The wall behind the figure, from the platform to the springing; u from the south end, v from the top. */
const west = cut('west', 72, 20, (s, t, out) =>
  set(out, mix(-L, L, s), mix(spring, PLATFORM.height, t), -D, s * 2 * L, t * (spring - PLATFORM.height)),
);

/** Front wall, seen from inside its left is north; the door leaves a hole. */
function east(x0: number, x1: number, y0: number, y1: number, columns: number, rows: number): Sheet {
  return cut('east', columns, rows, (s, t, out) => {
    const x = mix(x0, x1, s);
    const y = mix(y1, y0, t);
    set(out, x, y, D, L - x, spring - y);
  });
}

/**
 * An end wall between two depths, from `bottom` up to the vault or to `top`. u runs to the right as one looks at it.
 * Columns gather where the vault falls steeply to its springing.
 */
function end(
  side: -1 | 1,
  z0: number,
  z1: number,
  [bottom, top]: readonly [bottom: number, top?: number],
  columns: number,
  rows: number,
): Sheet {
  return cut(side > 0 ? 'north' : 'south', columns, rows, (s, t, out) => {
    const z = depthAt(s, z0, z1);
    const y = mix(top ?? vaultHeight(z), bottom, t);
    set(out, side * L, y, z, side > 0 ? z + D : D - z, crown - y);
  });
}

/** From z0 to z1 evenly in the angle of the vault's ellipse. */
function depthAt(s: number, z0: number, z1: number): number {
  return -D * Math.cos(mix(Math.acos(-z0 / D), Math.acos(-z1 / D), s));
}

/** A strip of the vault between two angles, 0 at the west springing and π at the east one. */
function vault(surface: string, from: number, to: number, rows: number, mirrored: boolean): Sheet {
  const start = vaultArc(from);
  return cut(surface, 72, rows, (s, t, out) => {
    const angle = mix(from, to, t);
    const x = mix(-L, L, s);
    const v = Math.abs(vaultArc(angle) - start);
    set(out, x, spring + (crown - spring) * Math.sin(angle), -D * Math.cos(angle), mirrored ? L - x : x + L, v);
  });
}

const bed = cut('bed', 72, 12, (s, t, out) =>
  set(out, mix(-L, L, s), PLATFORM.height, mix(-D, PLATFORM.edge, t), s * 2 * L, t * (PLATFORM.edge + D)),
);

/** The platform's front, a sheet for each straight piece of its profile so that its edges stay keen. */
const front = FRONT_PROFILE.slice(1).map(([z1, y1], i) => {
  const [z0, y0] = FRONT_PROFILE[i]!;
  const v0 = FRONT_LENGTHS[i]!;
  const v1 = FRONT_LENGTHS[i + 1]!;
  const rows = v1 - v0 > 0.3 ? 8 : 2;
  return cut(
    'platform-front',
    72,
    rows,
    (s, t, out) => set(out, mix(-L, L, s), mix(y0, y1, t), mix(z0, z1, t), s * 2 * L, mix(v0, v1, t)),
    [0, 3, 3],
  );
});

const floor = cut('floor', 72, 26, (s, t, out) => {
  const z = mix(-0.82, D, t);
  set(out, mix(-L, L, s), 0, z, s * 2 * L, z + 0.82);
});

const passageLength = FAR - D;

/** Side walls, soffit and threshold of the passage. */
const passage: Sheet[] = [
  cut('passage-north', 12, 14, (s, t, out) =>
    set(out, half, mix(DOORWAY.height, 0, t), mix(D, FAR, s), s * passageLength, t * DOORWAY.height), [0, 1, 3]), // prettier-ignore
  cut('passage-south', 12, 14, (s, t, out) =>
    set(out, -half, mix(DOORWAY.height, 0, t), mix(FAR, D, s), s * passageLength, t * DOORWAY.height), [0, 1, 3]), // prettier-ignore
  cut('passage-soffit', 12, 12, (s, t, out) =>
    set(out, mix(half, -half, s), DOORWAY.height, mix(D, FAR, t), s * DOORWAY.width, t * passageLength), [0, 1, 3]), // prettier-ignore
  cut('threshold', 12, 12, (s, t, out) =>
    set(out, mix(-half, half, s), 0, mix(D, FAR, t), s * DOORWAY.width, t * passageLength), [0, 1, 3]), // prettier-ignore
];

export const ROOM_SHEETS: readonly Sheet[] = [
  west,
  east(L, half, 0, spring, 32, 28),
  east(-half, -L, 0, spring, 32, 28),
  east(half, -half, DOORWAY.height, spring, 10, 10),
  end(1, -D, PLATFORM.edge, [PLATFORM.height], 24, 24),
  end(1, PLATFORM.edge, D, [0], 40, 34),
  end(-1, PLATFORM.edge, -D, [PLATFORM.height], 24, 24),
  end(-1, D, PLATFORM.edge, [0], 40, 34),
  // The corners under the ledge of the platform.
  end(1, PLATFORM.waist, PLATFORM.edge, [0, PLATFORM.height], 1, 8),
  end(-1, PLATFORM.edge, PLATFORM.waist, [0, PLATFORM.height], 1, 8),
  vault('vault-west', HAUNCH_ANGLE, 0, 20, false),
  vault('vault-east', Math.PI - HAUNCH_ANGLE, Math.PI, 20, true),
  vault('canopy', Math.PI - HAUNCH_ANGLE, HAUNCH_ANGLE, 24, false),
  bed,
  ...front,
  floor,
  ...passage,
];
