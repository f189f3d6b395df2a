/** Who stands in the niche: the Buddha, the old and the young disciple, two bodhisattvas. */
import type { Solid, Statue, Vec3 } from '#demo/cave/cave.ts';
import { HALL } from '#demo/caves/hall/dimensions.ts';
import { BUDDHA_BODY, BUDDHA_FLOOR, BUDDHA_HEAD_SOLID } from '#demo/statues/seated/seatedBuddha.ts';
import { DISCIPLE_BODY, DISCIPLE_FLOOR, OLD_HEAD, YOUNG_HEAD } from '#demo/statues/disciple/disciple.ts';
import { BODHISATTVA_BODY, BODHISATTVA_FLOOR, BODHISATTVA_HEAD } from '#demo/statues/standing/bodhisattva.ts';

export const STATUE_SOLIDS: readonly Solid[] = [
  BUDDHA_BODY,
  BUDDHA_HEAD_SOLID,
  DISCIPLE_BODY,
  OLD_HEAD,
  YOUNG_HEAD,
  BODHISATTVA_BODY,
  BODHISATTVA_HEAD,
];

interface Figure {
  readonly solids: readonly Solid[];
  /** x in the hall and metres behind the wall. */
  readonly x: number;
  readonly behind: number;
  readonly yaw: number;
  readonly scale: number;
  readonly mirrored: boolean;
  readonly variant: number;
  /** Height of the base's underside in the figure's own frame. */
  readonly base: number;
}

/** Bases are sunk into the uneven floor by this, metres. */
const SUNK = 0.006;
const disciple = { scale: 1.12, behind: 0.72, base: DISCIPLE_FLOOR };
const bodhisattva = { solids: [BODHISATTVA_BODY, BODHISATTVA_HEAD], scale: 1.2, behind: 0.34, base: BODHISATTVA_FLOOR };

const FIGURES: readonly Figure[] = [
  { solids: [BUDDHA_BODY, BUDDHA_HEAD_SOLID], x: 0, behind: 0.75, yaw: 0, scale: 1.12, mirrored: false, variant: 0, base: BUDDHA_FLOOR }, // prettier-ignore
  { ...disciple, solids: [DISCIPLE_BODY, OLD_HEAD], x: -0.76, yaw: 0.22, mirrored: false, variant: 0 },
  { ...disciple, solids: [DISCIPLE_BODY, YOUNG_HEAD], x: 0.76, yaw: -0.22, mirrored: true, variant: 1 },
  { ...bodhisattva, x: -1.13, yaw: 0.34, mirrored: false, variant: 0 },
  { ...bodhisattva, x: 1.13, yaw: -0.34, mirrored: true, variant: 1 },
];

export const STATUES: readonly Statue[] = FIGURES.flatMap(
  ({ solids, x, behind, yaw, scale, mirrored, variant, base }) => {
    const position: Vec3 = [x, HALL.niche.floor - base * scale - SUNK, -HALL.depth / 2 - behind];
    return solids.map(({ id }): Statue => ({ solid: id, position, yaw, scale, mirrored, variant }));
  },
);
