/** The plank walk before the chamber and the stair that leads up to it: beams let into the rock, struts, planks, rails. */
import { createRandom } from '#demo/noise/random.ts';
import { timber } from '#demo/caves/terrace/timber/frames.ts';
import type { Timber } from '#demo/caves/terrace/timber/yard.ts';
import { STAIR, WALK } from '#demo/site/terracePlan.ts';

const PLANK = 0.045;
const RAIL_HEIGHT = 0.98;
const RAIL_Z = WALK.to - 0.06;

export function walkTimbers(): Timber[] {
  const random = createRandom(8713);
  const timbers: Timber[] = [];
  const under = WALK.deck - PLANK;
  for (let x = WALK.south + 0.25; x < WALK.north; x += 1.1) {
    timbers.push(
      timber('beam', [x, under - 0.17, -0.5], [x, under - 0.19, WALK.to + 0.16], 0.16, 0.18, undefined, 0.9),
    );
    timbers.push(
      timber('beam', [x, 1.02, -0.12], [x + random.between(-0.04, 0.04), under - 0.26, WALK.to - 0.22], 0.12, 0.12),
    );
  }
  for (const z of [WALK.from + 0.22, WALK.to - 0.16])
    timbers.push(
      timber('beam', [WALK.south - 0.1, under - 0.045, z], [WALK.north + 0.08, under - 0.045, z], 0.1, 0.09),
    );
  for (let x = WALK.south; x < WALK.north - 0.1;) {
    const width = Math.min(random.between(0.17, 0.26), WALK.north - x);
    const middle = x + width / 2;
    const low = random.between(-0.006, 0.006);
    const end = WALK.to + random.between(-0.02, 0.05);
    timbers.push(
      timber(
        'plank',
        [middle, WALK.deck - PLANK / 2 + low, WALK.from - 0.1],
        [middle, WALK.deck - PLANK / 2 - low, end],
        width - 0.012,
        PLANK,
      ),
    );
    x += width;
  }
  return [...timbers, ...railTimbers(random), ...stairTimbers(random)];
}

function railTimbers(random: ReturnType<typeof createRandom>): Timber[] {
  const timbers: Timber[] = [];
  const top = WALK.deck + RAIL_HEIGHT;
  const posts: number[] = [];
  for (let x = WALK.south + 0.06; x < WALK.north + 0.02; x += (WALK.north - WALK.south - 0.12) / 5) posts.push(x);
  for (const x of posts)
    timbers.push(
      timber(
        'beam',
        [x, WALK.deck - 0.24, RAIL_Z],
        [x + random.between(-0.012, 0.012), top + 0.06, RAIL_Z],
        0.085,
        0.085,
      ),
    );
  for (const y of [top, top - 0.36, WALK.deck + 0.16])
    timbers.push(
      timber(
        'rail',
        [WALK.south - 0.05, y, RAIL_Z],
        [WALK.north + 0.06, y - 0.006, RAIL_Z],
        0.06,
        y === top ? 0.07 : 0.05,
      ),
    );
  for (let i = 0; i + 1 < posts.length; i++) {
    const x = (posts[i]! + posts[i + 1]!) / 2;
    timbers.push(timber('rail', [x, WALK.deck + 0.16, RAIL_Z], [x, top - 0.36, RAIL_Z], 0.045, 0.045));
  }
  for (const y of [top, top - 0.36])
    timbers.push(timber('rail', [WALK.south + 0.06, y, 0], [WALK.south + 0.06, y, RAIL_Z], 0.06, 0.055));
  return timbers;
}

function stairTimbers(random: ReturnType<typeof createRandom>): Timber[] {
  const timbers: Timber[] = [];
  const run = STAIR.foot - STAIR.top;
  const rise = WALK.deck;
  for (const z of [STAIR.from, STAIR.to])
    timbers.push(timber('beam', [STAIR.foot + 0.1, -0.06, z], [STAIR.top - 0.05, rise - 0.14, z], 0.07, 0.24));
  for (let i = 1; i < STAIR.steps; i++) {
    const x = STAIR.foot - (run * i) / STAIR.steps;
    const y = (rise * i) / STAIR.steps;
    const wear = random.between(-0.006, 0.006);
    timbers.push(
      timber(
        'plank',
        [x - 0.02, y - 0.02 + wear, STAIR.from - 0.03],
        [x - 0.02, y - 0.02 - wear, STAIR.to + 0.03],
        0.29,
        0.045,
      ),
    );
  }
  const slope = rise / run;
  const railAt = (x: number, above: number): [number, number, number] => [
    x,
    (STAIR.foot - x) * slope + above,
    STAIR.to,
  ];
  for (let i = 0; i <= 3; i++) {
    const x = STAIR.foot - 0.08 - ((run - 0.2) * i) / 3;
    const [, foot] = railAt(x, -0.1);
    timbers.push(timber('beam', [x, foot, STAIR.to + 0.07], [x, foot + 1.08, STAIR.to + 0.07], 0.075, 0.075));
  }
  for (const above of [0.94, 0.52]) {
    const low = railAt(STAIR.foot + 0.12, above);
    const high = railAt(STAIR.top - 0.02, above);
    timbers.push(timber('rail', [low[0], low[1], STAIR.to + 0.07], [high[0], high[1], RAIL_Z], 0.055, 0.06));
  }
  return timbers;
}
