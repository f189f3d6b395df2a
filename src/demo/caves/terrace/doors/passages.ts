/**
 * The way in, seen from outside: a short painted passage behind each door, and behind that a room with lamps. The hall's
 * end wall can be seen and is painted; of the other rooms one sees only that they are lit.
 */
import type { Finish, Flame, Painting, Sheet, SheetPoint, Vec3 } from '#demo/cave/cave.ts';
import { DOORS, type Opening } from '#demo/caves/terrace/rock/face.ts';
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { beadBand, honeysuckle, petalBand } from '#demo/paint/motifs/borders.ts';
import { rosette } from '#demo/paint/motifs/flower.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';

interface Way {
  readonly door: Opening;
  readonly length: number;
  /** The room behind: left, right, ceiling, inner end (negative z). */
  readonly room: { readonly left: number; readonly right: number; readonly top: number; readonly end: number };
}

const [hall, pillar, chamber] = DOORS as [Opening, Opening, Opening];

export const WAYS: readonly Way[] = [
  { door: hall, length: 1.6, room: { left: -2.6, right: 2.6, top: 3.1, end: -6.8 } },
  { door: pillar, length: 1.2, room: { left: 8, right: 14.8, top: 4.6, end: -8 } },
  { door: chamber, length: 1.4, room: { left: -15.1, right: -6.1, top: 5.9, end: -6.2 } },
];

const GAP = 0.1;

/** The passages lie side by side on one painting: u along the way in, v round from the left foot over to the floor. */
function offsetOf(index: number): number {
  return WAYS.slice(0, index).reduce((sum, { length }) => sum + length + GAP, 0);
}

function girthOf({ door }: Way): number {
  return 2 * (door.right - door.left) + 2 * (door.top - door.bottom);
}

export function passageSheets(): Sheet[] {
  return WAYS.flatMap(({ door, length }, index) => {
    const { left, right, bottom, top } = door;
    const width = right - left;
    const height = top - bottom;
    const u = offsetOf(index);
    const middle: Vec3 = [(left + right) / 2, (bottom + top) / 2, -length / 2];
    const sides: readonly (readonly [start: Vec3, end: Vec3, v: number])[] = [
      [[left, bottom, 0], [left, top, 0], 0],
      [[left, top, 0], [right, top, 0], height],
      [[right, top, 0], [right, bottom, 0], height + width],
      [[right, bottom, 0], [left, bottom, 0], 2 * height + width],
    ];
    return sides.map(([start, end, v]) => {
      const inner: Vec3 = [start[0], start[1], -length];
      return flat('passages', start, inner, end, middle, 8, 6, [u, v]);
    });
  });
}

export const PASSAGE_PAINTING: Painting = {
  id: 'passages',
  width: offsetOf(WAYS.length),
  height: Math.max(...WAYS.map(girthOf)),
  lightCell: 0.05,
  fineness: 0.6,
  seed: 611,
  draw(painter) {
    painter.fill(rectangle(0, 0, painter.width, painter.height), 'ground');
    WAYS.forEach((way, index) => paintPassage(painter, way, offsetOf(index), index));
  },
  wear: { seed: 611, strength: 0.9, threshold: 0.84, dust: () => 0.14 },
};

function paintPassage(painter: Painter, way: Way, u: number, index: number): void {
  const height = way.door.top - way.door.bottom;
  const width = way.door.right - way.door.left;
  // The left wall is painted head down on the sheet: v grows from its foot.
  painter.context.save();
  painter.context.translate(u, height);
  painter.context.scale(1, -1);
  paintWall(painter, way.length, height, index * 2 + 1, false);
  painter.context.restore();
  painter.push(u, height);
  paintCeiling(painter, way.length, width);
  painter.pop();
  painter.push(u, height + width);
  paintWall(painter, way.length, height, index * 2 + 2, true);
  painter.pop();
  painter.push(u, 2 * height + width);
  painter.fill(rectangle(0, 0, way.length, width), 'brown');
  painter.fill(rectangle(0, 0, way.length, width), 'grey', 0.6);
  for (let i = 0; i < 5; i++)
    painter.line(rectangle((i * way.length) / 5, 0, way.length / 5, width), 0.008, 'ink', 0.6);
  painter.pop();
}

function paintWall(painter: Painter, length: number, height: number, seed: number, mirrored: boolean): void {
  painter.fill(rectangle(0, 0, length, height), 'ochreRed');
  painter.fill(rectangle(0.06, 0.14, length - 0.12, height - 0.34), 'ground');
  painter.shade(rectangle(0.06, 0.14, length - 0.12, height - 0.34), 'ochre', 0.14, 0.4);
  for (const at of length > 1.3 ? [0.27, 0.73] : [0.5]) {
    painter.push(length * at, height - 0.24, height * 0.74, 0, mirrored);
    bodhisattva(painter, { turn: -0.6, seed: seed * 97 + Math.round(at * 10) });
    painter.pop();
  }
  painter.push(0, 0);
  honeysuckle(painter, length, 0.13);
  painter.pop();
  painter.push(0, height - 0.2);
  beadBand(painter, length, 0.08);
  painter.pop();
}

function paintCeiling(painter: Painter, length: number, width: number): void {
  painter.fill(rectangle(0, 0, length, width), 'malachiteLight');
  const step = 0.27;
  for (let x = step / 2; x < length; x += step)
    for (let y = step / 2; y < width; y += step) rosette(painter, x, y, step * 0.44);
  painter.push(0, 0);
  petalBand(painter, length, 0.08);
  painter.pop();
}

export const ROOM_FINISH: Finish = {
  id: 'rooms',
  colour: { 'as-found': [112, 84, 66], restored: [136, 98, 76], 'line-drawing': [238, 229, 208] },
  shine: 0,
};

/** Floor, ceiling, sides and the wall with the door in it; the inner end too where it is not painted. */
export function roomSheets(): Sheet[] {
  return WAYS.flatMap(({ door, length, room }, index) => {
    const near = -length;
    const middle: Vec3 = [(room.left + room.right) / 2, (door.bottom + room.top) / 2, (near + room.end) / 2];
    const { left, right, top, end } = room;
    const low = door.bottom;
    const sheets = [
      flat('rooms', [left, low, near], [right, low, near], [left, low, end], middle),
      flat('rooms', [left, top, near], [right, top, near], [left, top, end], middle),
      flat('rooms', [left, low, near], [left, top, near], [left, low, end], middle),
      flat('rooms', [right, low, near], [right, top, near], [right, low, end], middle),
      flat('rooms', [left, low, near], [door.left, low, near], [left, door.top, near], middle),
      flat('rooms', [door.right, low, near], [right, low, near], [door.right, door.top, near], middle),
      flat('rooms', [left, door.top, near], [right, door.top, near], [left, top, near], middle),
    ];
    sheets.push(
      flat(index === 0 ? 'hall-end' : 'rooms', [left, top, end], [right, top, end], [left, low, end], middle),
    );
    return sheets;
  });
}

/** A parallelogram; u runs from `origin` to `toU`, v to `toV`, in metres. */
export function flat(
  surface: string,
  origin: Vec3,
  toU: Vec3,
  toV: Vec3,
  facing: Vec3,
  columns = 10,
  rows = 8,
  corner: readonly [u: number, v: number] = [0, 0],
): Sheet {
  const a = [toU[0] - origin[0], toU[1] - origin[1], toU[2] - origin[2]] as const;
  const b = [toV[0] - origin[0], toV[1] - origin[1], toV[2] - origin[2]] as const;
  const width = Math.hypot(...a);
  const height = Math.hypot(...b);
  return {
    surface,
    columns,
    rows,
    facing,
    at(s, t, out: SheetPoint) {
      out.x = origin[0] + a[0] * s + b[0] * t;
      out.y = origin[1] + a[1] * s + b[1] * t;
      out.z = origin[2] + a[2] * s + b[2] * t;
      out.u = corner[0] + s * width;
      out.v = corner[1] + t * height;
    },
  };
}

/** Lamps in the rooms; they light the passages and, a little, the sand before the doors. */
export const ROOM_FLAMES: readonly Flame[] = [
  { position: [-0.95, 0.86, -5.95], size: 0.06, strength: 1.2 },
  { position: [-0.3, 0.84, -5.7], size: 0.055, strength: 1 },
  { position: [0.36, 0.85, -5.75], size: 0.06, strength: 1.1 },
  { position: [0.98, 0.86, -5.95], size: 0.055, strength: 1 },
  { position: [-1.7, 1.1, -3.4], size: 0.07, strength: 2.4 },
  { position: [1.75, 1.1, -3.6], size: 0.07, strength: 2.4 },
  { position: [10.3, 1.25, -2.3], size: 0.07, strength: 2.6 },
  { position: [12.6, 1.3, -2.4], size: 0.07, strength: 2.6 },
  { position: [11.2, 1.1, -3.3], size: 0.07, strength: 2 },
  { position: [-11.5, 3.5, -2.4], size: 0.07, strength: 2.4 },
  { position: [-9.7, 3.5, -2.5], size: 0.07, strength: 2.4 },
];
