/** The floor of the terrace: packed sand, drifted against the cliff, worn where people walk. Metres. */
import { createNoise3, smoothStep } from '#demo/noise/noise.ts';
import { SITE } from '#demo/site/site.ts';
import { STAIR } from '#demo/site/terracePlan.ts';

const noise = createNoise3(641);

export type Spot = readonly [x: number, z: number];

const hall: Spot = [0, 0.2];
const pillar: Spot = [-SITE.pillar.origin[2], 0.2];
const eye: Spot = [SITE.terrace.eye[0], SITE.terrace.eye[2]];
const stair: Spot = [STAIR.foot + 0.3, (STAIR.from + STAIR.to) / 2];

/** The ways people take. */
export const PATHS: readonly (readonly Spot[])[] = [
  [[0.9, 12.2], [0.7, 9.6], eye, [0.1, 4], hall],
  [eye, [3.4, 5], [7.6, 2.6], [10.7, 1.3], pillar],
  [[0.1, 3.4], [-1.4, 2.9], [-2.6, 1.5], stair],
];

/** Distance to the nearest path, metres. */
export function toPath(x: number, z: number): number {
  let nearest = Infinity;
  for (const path of PATHS)
    for (let i = 0; i + 1 < path.length; i++) {
      const [ax, az] = path[i]!;
      const [bx, bz] = path[i + 1]!;
      const dx = bx - ax;
      const dz = bz - az;
      const h = Math.max(0, Math.min(1, ((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz)));
      const ox = x - ax - dx * h;
      const oz = z - az - dz * h;
      nearest = Math.min(nearest, ox * ox + oz * oz);
    }
  return Math.sqrt(nearest);
}

export function groundHeight(x: number, z: number): number {
  const away = smoothStep(0.7, 2.6, toPath(x, z));
  const waves = 0.075 * (noise(x * 0.35, 1, z * 0.35) - 0.45) + 0.03 * (noise(x * 1.1, 2, z * 1.1) - 0.5);
  const drift = 0.26 * smoothStep(1.9, -0.1, z) * (0.3 + noise(x * 0.4, 3, 0));
  const atWall = 0.16 * smoothStep(11.2, 12.6, z) * noise(x * 0.3, 5, 1);
  return (waves + drift + atWall) * away - 0.012 * (1 - away);
}
