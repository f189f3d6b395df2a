/** What the site's plan shows of the chamber: floor outlines in the place's frame, metres. */
import { DOORWAY, PLATFORM, ROOM } from '#demo/caves/chamber/room/dimensions.ts';

export interface Outline {
  readonly id: string;
  readonly points: readonly (readonly [x: number, z: number])[];
}

function rectangle(id: string, x0: number, x1: number, z0: number, z1: number): Outline {
  return {
    id,
    points: [
      [x0, z0],
      [x1, z0],
      [x1, z1],
      [x0, z1],
    ],
  };
}

export const CHAMBER_OUTLINE: readonly Outline[] = [
  rectangle('room', -ROOM.halfLength, ROOM.halfLength, -ROOM.halfDepth, ROOM.halfDepth),
  rectangle('platform', -ROOM.halfLength, ROOM.halfLength, -ROOM.halfDepth, PLATFORM.edge),
  rectangle('passage', -DOORWAY.width / 2, DOORWAY.width / 2, ROOM.halfDepth, DOORWAY.outer),
];
