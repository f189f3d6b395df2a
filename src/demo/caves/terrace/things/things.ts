/** What stands and hangs on the terrace, and the flames in the lanterns. */
import type { Flame, Solid, Statue, Vec3 } from '#demo/cave/cave.ts';
import { levelOf, NICHES } from '#demo/caves/terrace/rock/face.ts';
import { NICHE_DEPTH } from '#demo/caves/terrace/rock/niches.ts';
import { BURNER_SOLID, LANTERN_SOLID, REMNANT_SOLID, STELE_SOLID } from '#demo/caves/terrace/things/stoneware.ts';
import { TREE, TREE_HEIGHT } from '#demo/caves/terrace/things/tree.ts';
import { timber } from '#demo/caves/terrace/timber/frames.ts';
import type { Timber } from '#demo/caves/terrace/timber/yard.ts';
import { solidOfRelic } from '#demo/relics/solid.ts';
import { BELL, BURNER, STELE, TREES } from '#demo/site/terracePlan.ts';

const BELL_SOLID = solidOfRelic('bronze-bell', 0.005);

export const SOLIDS: readonly Solid[] = [TREE, STELE_SOLID, BURNER_SOLID, REMNANT_SOLID, LANTERN_SOLID, BELL_SOLID];

/** Tops of the lanterns. */
const LANTERNS: readonly Vec3[] = [
  [-1.28, 2.36, 0.98],
  [1.28, 2.36, 0.98],
  [10.2, 2.42, 0.5],
  [12.6, 2.46, 0.5],
  [-9.55, 4.7, 0.55],
  [-6.72, 3.72, 1.62],
  [-3.1, 1.98, 1.55],
];

/** Niches that still hold something of their figure. */
const KEPT: readonly string[] = ['niche-1', 'niche-2', 'niche-4', 'niche-6', 'niche-10'];

function stand(solid: string, position: Vec3, yaw = 0, scale = 1, variant = 0): Statue {
  return { solid, position, yaw, scale, mirrored: variant % 2 === 1, variant };
}

export const STATUES: readonly Statue[] = [
  ...TREES.map(({ x, z, height, yaw }) => stand('poplar', [x, -0.05, z], yaw, height / TREE_HEIGHT)),
  stand('stele', [STELE.x, 0, STELE.z], 0.1),
  stand('incense-burner', [BURNER.x, 0, BURNER.z], 0.2),
  stand('bronze-bell', [BELL.x, BELL.mouth, BELL.z], BELL.yaw),
  ...LANTERNS.map((position, i) => stand('lantern', position, i * 0.4)),
  ...NICHES.filter(({ id }) => KEPT.includes(id)).map((place, i) =>
    stand(
      'figure-remnant',
      [(place.left + place.right) / 2, place.bottom + 0.075, levelOf(place) - NICHE_DEPTH * 0.56],
      0,
      (place.right - place.left) * 0.92,
      i,
    ),
  ),
];

export const LANTERN_FLAMES: readonly Flame[] = LANTERNS.map(([x, y, z], i) => ({
  position: [x, y - 0.33, z],
  size: 0.06,
  strength: i < 2 ? 1.3 : 1.1,
}));

/** Brackets the lanterns hang from, where there is no hood above them. */
export function lanternTimbers(): Timber[] {
  return [
    timber('beam', [10.2, 2.47, -0.1], [10.2, 2.49, 0.62], 0.05, 0.06),
    timber('beam', [12.6, 2.51, -0.1], [12.6, 2.53, 0.62], 0.05, 0.06),
    timber('beam', [-9.55, 4.75, -0.1], [-9.55, 4.77, 0.68], 0.05, 0.06),
    timber('beam', [-6.72, 2.9, 1.36], [-6.72, 3.86, 1.38], 0.08, 0.08),
    timber('beam', [-6.72, 3.78, 1.3], [-6.72, 3.79, 1.74], 0.05, 0.06),
    timber('beam', [-3.1, -0.1, 1.38], [-3.12, 2.14, 1.4], 0.09, 0.09),
    timber('beam', [-3.1, 2.04, 1.32], [-3.1, 2.05, 1.68], 0.05, 0.06),
  ];
}
