/** The plan of the cave in its own frame, for the plan of the site: closed polygons, x and z in metres. */
import { FACES, FRONT_NICHE, LOWER_NICHE, PASSAGE, PILLAR_BODY, ROOM } from './room/dimensions.ts';
import { onFace } from './room/faces.ts';

export interface OutlinePolygon {
  readonly id: string;
  readonly points: readonly (readonly [x: number, z: number])[];
}

function square(half: number): (readonly [number, number])[] {
  return FACES.map((face) => {
    const [x, , z] = onFace(face, half, 0, half);
    return [x, z] as const;
  });
}

const NICHES: readonly OutlinePolygon[] = FACES.map((face) => {
  const niche = face.id === 'front' ? FRONT_NICHE : LOWER_NICHE;
  const corner = (x: number, depth: number) => {
    const [px, , pz] = onFace(face, x, 0, PILLAR_BODY.half - depth);
    return [px, pz] as const;
  };
  const { half, depth } = niche;
  return {
    id: `niche-${face.id}`,
    points: [corner(-half, 0), corner(-half * 0.9, depth * 0.8), corner(-half * 0.6, depth), corner(half * 0.6, depth), corner(half * 0.9, depth * 0.8), corner(half, 0)], // prettier-ignore
  };
});

export const PILLAR_OUTLINE: readonly OutlinePolygon[] = [
  {
    id: 'room',
    points: [
      [-ROOM.halfWidth, ROOM.back],
      [ROOM.halfWidth, ROOM.back],
      [ROOM.halfWidth, ROOM.front],
      [PASSAGE.halfWidth, ROOM.front],
      [-PASSAGE.halfWidth, ROOM.front],
      [-ROOM.halfWidth, ROOM.front],
    ],
  },
  {
    id: 'passage',
    points: [
      [-PASSAGE.halfWidth, ROOM.front],
      [PASSAGE.halfWidth, ROOM.front],
      [PASSAGE.halfWidth, PASSAGE.cliff],
      [-PASSAGE.halfWidth, PASSAGE.cliff],
    ],
  },
  ...PILLAR_BODY.steps.map((step, i) => ({ id: i === 0 ? 'step-lower' : 'step-upper', points: square(step.half) })),
  { id: 'pillar', points: square(PILLAR_BODY.half) },
  ...NICHES,
];
