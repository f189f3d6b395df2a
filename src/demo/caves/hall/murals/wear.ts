/** How the hall has aged: soot from lamps above, losses from damp below and at edges, hands and shoulders at their height. */
import { FLOOR_PAINTING, HALL, SLANT } from '#demo/caves/hall/dimensions.ts';
import type { WearOptions } from '#demo/paint/wear/options.ts';

/** Losses climb from the foot and creep in from the corners. */
function wallLoss(width: number, height: number): (x: number, y: number) => number {
  return (x, y) => {
    const low = Math.max(0, (y - (height - 0.75)) / 0.75);
    return low * low * 0.5 + Math.max(0, 0.14 - x) * 0.8 + Math.max(0, x - (width - 0.14)) * 0.8;
  };
}

/** A belt of rubbing at the height of hands and shoulders, 0.75 to 1.45 m above the floor. */
function handBelt(height: number, strength: number): (x: number, y: number) => number {
  return (_x, y) => strength * Math.exp(-(((height - y - 1.1) / 0.32) ** 2));
}

export function wallWear(seed: number, threshold = 0.815): WearOptions {
  const { width, wallHeight } = HALL;
  return {
    seed,
    lossBias: wallLoss(width, wallHeight),
    soot: (_x, y) => Math.max(0, 0.34 - y * 0.3),
    dust: (_x, y) => 0.05 + Math.max(0, (y - 2.2) * 0.22),
    touch: handBelt(wallHeight, 0.3),
    threshold,
  };
}

/** The inner wall is held in honour: the heads of its two great bodhisattvas have been spared. */
export function innerWallWear(seed: number): WearOptions {
  const { width, wallHeight } = HALL;
  const loss = wallLoss(width, wallHeight);
  const spared = (x: number, y: number): number => {
    const across = (Math.abs(x - width / 2) - 2.17) / 0.24;
    const down = (y - 1.08) / 0.26;
    return 0.5 * Math.exp(-(across * across) - down * down);
  };
  return { ...wallWear(seed), lossBias: (x, y) => loss(x, y) - spared(x, y) };
}

/** On the door wall everybody passes: more rubbing beside the door. */
export function doorWallWear(seed: number): WearOptions {
  const belt = handBelt(HALL.wallHeight, 1);
  return {
    ...wallWear(seed, 0.79),
    touch: (x, y) => belt(x, y) * (0.25 + 0.75 * Math.exp(-(((Math.abs(x - HALL.width / 2) - 0.65) / 0.22) ** 2))),
  };
}

export function slopeWear(seed: number, threshold: number, smoke = 0.16): WearOptions {
  return { seed, threshold, soot: (_x, y) => smoke + 0.12 * (1 - y / SLANT), cracks: 9 };
}

export const CAISSON_WEAR: WearOptions = { seed: 1.7, threshold: 0.87, strength: 0.75, soot: () => 0.16, cracks: 3 };

export const LIP_WEAR: WearOptions = { seed: 2.9, threshold: 0.86, cracks: 0 };

/** Lamps stand along its front and their smoke gathers under its vault. */
export const NICHE_WEAR: WearOptions = {
  seed: 9.9,
  threshold: 0.85,
  soot: (_x, y) => Math.max(0, 0.42 - y * 0.33),
  dust: () => 0.05,
};

export const NICHE_FLOOR_WEAR: WearOptions = { seed: 6.1, threshold: 0.82, dust: () => 0.25, cracks: 4 };

/** Feet have worn a path from the door to the niche and along its front; dust lies in the corners. */
export const FLOOR_WEAR: WearOptions = {
  seed: 3.3,
  threshold: 0.92,
  strength: 0.6,
  touch: (x, y) => {
    const path = Math.exp(-(((x - HALL.width / 2) / 0.5) ** 2)) * (y < 0.5 ? 0.4 : 1);
    const front = Math.exp(-(((y - 0.85) / 0.45) ** 2)) * Math.exp(-(((x - HALL.width / 2) / 1.5) ** 2));
    return 0.75 * Math.max(path, front);
  },
  dust: (x, y) => {
    const wall = Math.min(x, FLOOR_PAINTING.width - x, y > HALL.depth ? 9 : Math.min(y, HALL.depth - y));
    const side = y > HALL.depth ? Math.abs(x - HALL.width / 2) / (HALL.door.width / 2) : 0;
    return 0.1 + 0.42 * Math.exp(-wall / 0.35) + 0.25 * Math.min(1, side) ** 3;
  },
  cracks: 8,
};

const passageBelt = handBelt(HALL.door.height, 1);

export const PASSAGE_WEAR: WearOptions = {
  seed: 5.1,
  lossBias: (_x, y) => Math.max(0, (y - (HALL.door.height - 0.7)) / 0.7) ** 2 * 0.45,
  soot: () => 0.08,
  touch: (x, y) => passageBelt(x, y) * 0.8,
  threshold: 0.79,
};
