/** Which link of a hall leads through which door. */
import { toRadians } from '#shared/angle.ts';
import type { Link } from '#document/schema.ts';
import type { Reserved, WallSide } from './alongWalls.ts';
import { fromFrame, type Doorway } from './plan.ts';

const WIDTH = 1.4;
const HEIGHT = 2.45;
/** From middle to middle of two doors in one wall. */
const APART = 2.8;
/** Where a link without a direction of its own leads out, one after the other. */
const USUAL = ['front', 'left', 'right', 'back'] as const satisfies readonly WallSide[];
/** How far inside one arrives. */
const INSIDE = 1.1;
const PLATE = { width: 0.96, height: 0.36 };

/** A door before the room has a size: in which wall, and the how manieth there. */
export interface DoorWish {
  readonly to: string;
  readonly link: number;
  readonly side: WallSide;
}

export function wishDoors(links: readonly Link[]): DoorWish[] {
  let usual = 0;
  return links.map(({ to, target }, link) => {
    const side = target ? sideOf(toRadians(target.yaw)) : (USUAL[usual++ % USUAL.length] ?? 'front');
    return { to, link, side };
  });
}

/** The wall that a direction from the middle of the hall points at. */
export function sideOf(yaw: number): WallSide {
  const [x, z] = [Math.sin(yaw), -Math.cos(yaw)];
  if (Math.abs(z) >= Math.abs(x)) return z < 0 ? 'back' : 'front';
  return x < 0 ? 'left' : 'right';
}

/** How much of each wall the doors take. */
export function reserveDoors(doors: readonly DoorWish[], width: number, depth: number): Reserved[] {
  return placeAll(doors, width, depth).map(({ door, along }) => ({ side: door.side, along, width: WIDTH + 0.8 }));
}

/** The least width and depth of a room with these doors. */
export function leastSize(doors: readonly DoorWish[]): { width: number; depth: number } {
  const most = (...sides: WallSide[]) =>
    Math.max(...sides.map((side) => Math.min(MOST_IN_A_WALL, doors.filter((door) => door.side === side).length)));
  return { width: 2 + most('front', 'back') * APART, depth: 2 + most('left', 'right') * APART };
}

/** More links than this through one wall are only in the list of ways on. */
const MOST_IN_A_WALL = 6;

export function buildDoorways(doors: readonly DoorWish[], width: number, depth: number): Doorway[] {
  return placeAll(doors, width, depth).map(({ door, along }) => {
    const { x, z, turn } = onWall(door.side, along, width, depth);
    const [ax, , az] = fromFrame(x, z, turn, [0, 0, INSIDE]);
    return {
      to: door.to,
      link: door.link,
      x,
      z,
      turn,
      width: WIDTH,
      height: HEIGHT,
      plate: { position: fromFrame(x, z, turn, [0, HEIGHT + 0.42, 0.03]), turn, lean: 0, ...PLATE },
      // Facing in is where the door's own front looks: yaw grows to the right, turns to the left.
      arrival: { x: ax, z: az, yaw: Math.atan2(Math.sin(turn), -Math.cos(turn)), pitch: 0 },
    };
  });
}

/** A point of a wall, as far to the right of its middle as `along` says, and the turn that looks into the room. */
export function onWall(side: WallSide, along: number, width: number, depth: number) {
  switch (side) {
    case 'front':
      return { x: -along, z: depth / 2, turn: Math.PI };
    case 'back':
      return { x: along, z: -depth / 2, turn: 0 };
    case 'left':
      return { x: -width / 2, z: -along, turn: Math.PI / 2 };
    case 'right':
      return { x: width / 2, z: along, turn: -Math.PI / 2 };
  }
}

function placeAll(doors: readonly DoorWish[], width: number, depth: number): { door: DoorWish; along: number }[] {
  return USUAL.flatMap((side) => {
    const here = doors.filter((door) => door.side === side).slice(0, MOST_IN_A_WALL);
    const length = side === 'left' || side === 'right' ? depth : width;
    const gap = Math.min(APART, length / Math.max(1, here.length));
    // The first one is in the middle, the others to its right and left in turn.
    return here.map((door, index) => {
      const step = Math.ceil(index / 2) * (index % 2 === 1 ? 1 : -1);
      const isEven = here.length % 2 === 0 && side !== 'front';
      return { door, along: (step - (isEven ? 0.5 : 0)) * gap };
    });
  });
}
