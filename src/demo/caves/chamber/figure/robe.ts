/**
 * The monk's robes: an outer robe over both shoulders, an inner garment that shows at neck and ankles, the sleeve of the
 * left arm along the body, the sleeve of the right arm that spreads on the platform. The figure's frame, metres.
 */
import { chain, ellipsoid, roundCone, smoothMax, smoothMin, type ChainPoint } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { foldDepth, foldHeight, measureTrunk, type TrunkPoint } from '#demo/caves/chamber/figure/trunk.ts';

/** Parts of the cloth, for its colours. */
export type Cloth = 'robe' | 'hem' | 'inner' | 'collar';

export interface ClothPoint {
  distance: number;
  cloth: Cloth;
}

const HEM_X = 2.62;
const ANKLE_X = 2.86;
/** Nothing of the cloth reaches below this: it lies on the platform. */
const FLOOR_Y = -0.003;

const LEFT_ARM: readonly ChainPoint[] = [
  [-1.66, 1.15, 0.0, 0.2],
  [-1.3, 1.19, 0.1, 0.19],
  [-0.72, 1.09, 0.19, 0.165],
  [-0.15, 1.03, 0.2, 0.135],
  [0.36, 1.1, 0.15, 0.108],
];

const trunk: TrunkPoint = { distance: 0, around: 0 };

/** The neck of the robe; `inset` brings the inner garment's opening nearer to the neck. */
function neckOpening(x: number, y: number, z: number, inset: number): number {
  return ellipsoid(x, y, z, -2.12, 0.72, 0.26, 0.62 - inset, 0.4 - inset, 0.5 - inset);
}

/** Distance to the cloth and which cloth it is. Writes into `out`. */
export function measureCloth(x: number, y: number, z: number, out: ClothPoint): void {
  measureTrunk(x, y, z, trunk);
  const bare = trunk.distance;
  const folds = bare < 0.3 ? foldDepth(x, z, trunk.around) * (foldHeight(x, trunk.around) - 0.35) : 0;
  const opening = neckOpening(x, y, z, 0);
  const innerOpening = neckOpening(x, y, z, 0.1);

  let robe = smoothMin(bare - folds, leftSleeve(x, y, z), 0.045);
  robe = smoothMin(robe, rightSleeve(x, y, z), 0.06);
  robe = smoothMax(robe, -opening, 0.015);
  robe = smoothMax(robe, -(x + 2.04), 0.06);
  robe = smoothMax(robe, x - HEM_X - 0.03 * Math.sin(trunk.around * 9), 0.03);

  let inner = bare + 0.03;
  if (x > 2.2) inner = bare + 0.028 - 0.014 * pleats(trunk.around * 26);
  else if (bare < 0.3) inner -= 0.008 * pleats((opening + 0.4) * 9);
  inner = smoothMax(inner, -innerOpening, 0.012);
  inner = smoothMax(inner, Math.max(x - ANKLE_X - 0.02 * Math.sin(trunk.around * 14), -(x + 2.0)), 0.02);

  const collar = Math.hypot(opening - 0.004, bare + 0.004) - 0.034;
  const innerCollar = Math.hypot(innerOpening - 0.004, bare + 0.03) - 0.024;
  const rolls = smoothMax(Math.min(collar, innerCollar), -(x + 1.99), 0.02);

  out.distance = Math.min(robe, inner, rolls);
  out.cloth =
    robe <= inner && robe <= rolls ? (x > HEM_X - 0.085 ? 'hem' : 'robe') : inner <= rolls ? 'inner' : 'collar';
  out.distance = smoothMax(out.distance, FLOOR_Y - y, 0.004);
}

/** Rounded pleats, 0…1, one per unit. */
function pleats(t: number): number {
  const s = Math.sin(t * Math.PI);
  return 1 - s * s;
}

function leftSleeve(x: number, y: number, z: number): number {
  if (y < 0.6 || x > 0.9) return 0.5;
  const arm = chain(x, y, z, LEFT_ARM, 0.06);
  if (arm > 0.25) return arm;
  // Short folds hang across the arm in bows, deepest on its outer side.
  const down = smoothStep(0.0, 0.2, z - 0.02) + smoothStep(1.3, 1.0, y) * 0.5;
  const phase = x * 4.6 + 0.9 * Math.sin(x * 2.1) - down * 1.15;
  const depth = 0.014 * smoothStep(-1.75, -1.35, x) * smoothStep(-0.15, 0.1, z);
  let sleeve = arm - depth * pleats(phase);
  const cuff = Math.max(x - 0.44, 0);
  if (cuff > 0) sleeve = smoothMax(sleeve, x - 0.46, 0.02);
  return sleeve;
}

function rightSleeve(x: number, y: number, z: number): number {
  if (x > -0.8 || y > 0.6) return 0.5;
  let sleeve = roundCone(x, y, z, -1.36, 0.15, 0.42, -1.78, 0.19, 0.43, 0.17, 0.15);
  sleeve = smoothMin(sleeve, ellipsoid(x, y, z, -1.45, 0.02, 0.47, 0.34, 0.1, 0.2), 0.08);
  if (sleeve > 0.2) return sleeve;
  sleeve -= 0.012 * pleats((x + 1.2) * 7 + z * 6 - y * 4);
  return smoothMax(sleeve, -(x + 1.86), 0.02);
}
