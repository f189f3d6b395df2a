/**
 * Two disciples beside the couch: young Ananda at the head, who served him, and old Kashyapa at the feet, who came late
 * and bowed to them.
 */
import type { Solid, Statue, Vec3 } from '#demo/cave/cave.ts';
import { DISCIPLE_BODY, DISCIPLE_FLOOR, OLD_HEAD, YOUNG_HEAD } from '#demo/statues/disciple/disciple.ts';
import { PLATFORM } from '#demo/caves/chamber/room/dimensions.ts';

/** They stand further off than in a niche: coarser meshes do. */
export const ATTENDANT_SOLIDS: readonly Solid[] = [
  { ...DISCIPLE_BODY, cell: 0.009 },
  { ...OLD_HEAD, cell: 0.005 },
  { ...YOUNG_HEAD, cell: 0.005 },
];

const SCALE = 1.06;

function stand(head: Solid, x: number, z: number, yaw: number, mirrored: boolean, variant: number): Statue[] {
  const position: Vec3 = [x, PLATFORM.height - DISCIPLE_FLOOR * SCALE, z];
  return [DISCIPLE_BODY, head].map(({ id }) => ({ solid: id, position, yaw, scale: SCALE, mirrored, variant }));
}

export const ATTENDANTS: readonly Statue[] = [
  ...stand(YOUNG_HEAD, -4.06, -1.5, 1, false, 0),
  ...stand(OLD_HEAD, 3.98, -1.5, -1, true, 1),
];
