/** Door frames and leaves, the hood over the hall's door, the frame of the bell. */
import type { Vec3 } from '#demo/cave/cave.ts';
import { DOORS, type Opening } from '#demo/caves/terrace/rock/face.ts';
import type { Timber, Wood } from '#demo/caves/terrace/timber/yard.ts';
import { BELL } from '#demo/site/terracePlan.ts';

export function timber(
  wood: Wood,
  from: Vec3,
  to: Vec3,
  width: number,
  thickness: number,
  up?: Vec3,
  taper?: number,
): Timber {
  return { wood, from, to, width, thickness, ...(up ? { up } : {}), ...(taper ? { taper } : {}) };
}

export function doorTimbers(): Timber[] {
  return DOORS.flatMap((door) => [...frameTimbers(door), ...leafTimbers(door)]).concat(hoodTimbers());
}

function frameTimbers({ left, right, bottom, top }: Opening): Timber[] {
  const z = 0.03;
  const post = 0.15;
  return [
    timber('beam', [left - 0.05, bottom, z], [left - 0.05, top, z], post, 0.2),
    timber('beam', [right + 0.05, bottom, z], [right + 0.05, top, z], post, 0.2),
    timber('beam', [left - 0.34, top + 0.085, z + 0.01], [right + 0.34, top + 0.085, z + 0.01], 0.24, 0.19),
    timber('beam', [left - 0.24, bottom + 0.015, z + 0.05], [right + 0.24, bottom + 0.015, z + 0.05], 0.26, 0.09),
    ...[0.28, 0.72].map((at) =>
      timber(
        'beam',
        [left + (right - left) * at, top + 0.085, 0.1],
        [left + (right - left) * at, top + 0.085, 0.22],
        0.09,
        0.09,
      ),
    ),
  ];
}

/** Two leaves of boards swung out against the face; radians from closed. */
function leafTimbers({ left, right, bottom, top }: Opening): Timber[] {
  const width = (right - left) / 2;
  const leaf = (hinge: number, side: -1 | 1, turn: number): Timber[] => {
    const ax = side * Math.sin(turn - Math.PI / 2);
    const az = Math.cos(turn - Math.PI / 2);
    const along = (d: number, y: number, out = 0): Vec3 => [
      hinge + ax * d - side * az * out,
      y,
      0.13 + az * d + Math.abs(ax) * out,
    ];
    const normal: Vec3 = [-side * az, 0, ax * side];
    const low = bottom + 0.09;
    const high = top + 0.02;
    const boards = Array.from({ length: 3 }, (_, i) => {
      const d = ((i + 0.5) * width) / 3;
      return timber('door', along(d, low), along(d, high), width / 3 - 0.004, 0.04, normal);
    });
    const rails = [0.16, 0.84].map((at) => {
      const y = low + (high - low) * at;
      return timber('beam', along(0.02, y, 0.035), along(width - 0.02, y, 0.035), 0.09, 0.03, normal);
    });
    return [...boards, ...rails];
  };
  return [...leaf(left - 0.02, -1, 2.7), ...leaf(right + 0.02, 1, 2.5)];
}

/** A plank roof on brackets over the hall's door. */
function hoodTimbers(): Timber[] {
  const [hall] = DOORS as [Opening];
  const y = hall.top + 0.42;
  const timbers: Timber[] = [];
  for (const x of [-1.05, -0.36, 0.36, 1.05]) {
    timbers.push(timber('beam', [x, y, -0.25], [x, y - 0.05, 1.05], 0.11, 0.13, undefined, 0.85));
    timbers.push(timber('beam', [x, y - 0.42, 0], [x, y - 0.1, 0.62], 0.08, 0.1));
  }
  for (const z of [0.42, 0.86]) timbers.push(timber('beam', [-1.5, y + 0.06, z], [1.5, y + 0.06, z], 0.1, 0.09));
  for (let i = 0; i < 14; i++) {
    const x = -1.44 + i * 0.222;
    const lift = 0.012 * Math.sin(i * 2.3);
    timbers.push(
      timber('plank', [x, y + 0.27 + lift, 0.02], [x, y + 0.06 + lift, 1.22 + 0.05 * Math.sin(i * 1.7)], 0.212, 0.035),
    );
  }
  return timbers;
}

/** A gate of two leaning posts and two cross beams; the bell hangs from the upper. */
export function bellFrameTimbers(): Timber[] {
  const at = (across: number, y: number, forth: number): Vec3 => [
    BELL.x + across * Math.cos(BELL.yaw) + forth * Math.sin(BELL.yaw),
    y,
    BELL.z - across * Math.sin(BELL.yaw) + forth * Math.cos(BELL.yaw),
  ];
  const along: Vec3 = [Math.cos(BELL.yaw), 0, -Math.sin(BELL.yaw)];
  const timbers: Timber[] = [];
  for (const side of [-1, 1]) {
    timbers.push(timber('beam', at(side * 0.78, 0, 0), at(side * 0.64, 2.02, 0), 0.13, 0.13, along));
    for (const forth of [-1, 1])
      timbers.push(
        timber('beam', at(side * 0.77, 0.03, forth * 0.42), at(side * 0.7, 0.98, forth * 0.04), 0.09, 0.08, along),
      );
    timbers.push(timber('beam', at(side * 0.77, 0.05, -0.52), at(side * 0.77, 0.05, 0.52), 0.12, 0.1));
  }
  timbers.push(timber('beam', at(-0.95, 1.86, 0), at(0.95, 1.86, 0), 0.12, 0.15));
  timbers.push(timber('beam', at(-0.84, 1.56, 0), at(0.84, 1.56, 0), 0.1, 0.12));
  timbers.push(timber('beam', at(-0.7, 0.34, 0), at(0.7, 0.34, 0), 0.08, 0.09));
  for (let i = -1; i <= 1; i += 2)
    timbers.push(
      timber('plank', at(-1.15, 2.06, i * 0.15), at(1.15, 2.06, i * 0.15), 0.34, 0.035, [
        i * 0.42 * Math.sin(BELL.yaw),
        1,
        i * 0.42 * Math.cos(BELL.yaw),
      ]),
    );
  timbers.push(timber('rail', at(0, 1.34, 0), at(0, 1.52, 0), 0.035, 0.035));
  // The striking beam hangs level before the bell.
  timbers.push(timber('beam', at(0.02, 0.97, 0.36), at(0.1, 0.99, 1.22), 0.1, 0.1));
  timbers.push(timber('beam', at(0.0, 2.02, -0.05), at(0.06, 2.05, 0.95), 0.07, 0.08));
  timbers.push(timber('rail', at(0.05, 1.04, 0.82), at(0.05, 2.02, 0.82), 0.018, 0.018));
  timbers.push(timber('rail', at(0.03, 1.04, 0.52), at(0.03, 2.02, 0.52), 0.018, 0.018));
  return timbers;
}
