/** Who stands and sits where. */
import type { Solid, Statue, Vec3 } from '#demo/cave/cave.ts';
import { LAMPS } from '../light.ts';
import { RELIEFS } from '../reliefs.ts';
import { type Face, FACES, FRONT_NICHE, LOWER_NICHE, PILLAR_BODY, UPPER_NICHE } from '../room/dimensions.ts';
import { onFace } from '../room/faces.ts';
import { placed } from '../room/handCut.ts';
import { ATTENDANT } from './attendant.ts';
import { GREAT_BUDDHA, MAITREYA } from './crossAnkled.ts';
import { KNEELER } from './kneeler.ts';
import { LAMP } from './lamp.ts';
import { LAMP_STAND } from './lampStand.ts';
import { MEDITATING } from './meditating.ts';

export const SOLIDS: readonly Solid[] = [GREAT_BUDDHA, MAITREYA, MEDITATING, ATTENDANT, KNEELER, LAMP, LAMP_STAND];

/** `out` metres before a face (negative: inside), sunk by 3 mm so that nothing floats. */
function stand(
  face: Face,
  solid: Solid,
  place: readonly [x: number, y: number, out: number],
  scale: number,
  rest: Partial<Statue> = {},
): Statue {
  const [x, y, z] = placed(...onFace(face, place[0], place[1], PILLAR_BODY.half + place[2]));
  const position: Vec3 = [x, y - 0.003, z];
  return { solid: solid.id, position, yaw: face.yaw, scale, mirrored: false, variant: 0, ...rest };
}

function peopleOf(face: Face, index: number): Statue[] {
  if (face.id === 'front')
    return [
      stand(face, GREAT_BUDDHA, [0, FRONT_NICHE.sill, -0.36], 1.02),
      stand(face, ATTENDANT, [-1.03, PILLAR_BODY.foot, 0.17], 1.06, { variant: 0, yaw: 0.12 }),
      stand(face, ATTENDANT, [1.03, PILLAR_BODY.foot, 0.17], 1.06, { variant: 1, yaw: -0.12, mirrored: true }),
    ];
  return [
    stand(face, MEDITATING, [0, LOWER_NICHE.sill + 0.075, -0.17], 0.78, { variant: index }),
    stand(face, MAITREYA, [0, UPPER_NICHE.sill, -0.16], 0.47, { variant: index }),
  ];
}

export const STATUES: readonly Statue[] = [
  ...FACES.flatMap(peopleOf),
  ...RELIEFS.map((relief) =>
    stand(relief.face, KNEELER, [relief.x, relief.y, -0.004], 1, {
      mirrored: relief.mirrored,
      variant: relief.variant,
    }),
  ),
  ...LAMPS.flatMap(({ foot, scale, onStand }): Statue[] => {
    const plain = { yaw: 0.3, mirrored: false, variant: 0 };
    const bowl: Statue = { ...plain, solid: LAMP.id, position: foot, scale };
    if (!onStand) return [bowl];
    return [bowl, { ...plain, solid: LAMP_STAND.id, position: [foot[0], -0.003, foot[2]], scale: 1 }];
  }),
];
