/** A hall of relics on plinths, and a recorded walk through it. */
import type { MeshInstance } from '#streaming/mesh/ports.ts';
import { relic } from './meshViews.ts';
import type { Standpoint } from './meshViews.ts';

const COLUMNS = 10;
const ACROSS = 2.6;
const ALONG = 2.8;
const EYES = 1.6;

/** `count` relics in rows of ten on either side of a middle aisle, 12 to 70 cm in radius, all of one ladder. */
export function hallOf(count: number): MeshInstance[] {
  return Array.from({ length: count }, (_, i) => {
    const column = i % COLUMNS;
    const row = Math.floor(i / COLUMNS);
    const radius = 0.12 + 0.58 * ((i * 37) % 100) ** 2 * 1e-4;
    const x = (column - (COLUMNS - 1) / 2) * ACROSS + (column < COLUMNS / 2 ? -0.8 : 0.8);
    return {
      id: `relic ${i}`,
      asset: relic(`asset ${i}`, radius),
      center: [x, 1 + radius, -4 - row * ALONG],
      scale: 1,
    };
  });
}

/** Where the visitor stands and looks: seconds, x, z, yaw in degrees, pitch in degrees. */
const WALK: readonly (readonly [number, number, number, number, number])[] = [
  [0, 0, 0, 0, 0],
  [4, 0, 0, 0, -4],
  [8, 0.2, -5, 8, -6],
  // A stop before the first row on the right, closer and closer.
  [10, 1.2, -6.2, 60, -10],
  [14, 1.4, -6.3, 64, -12],
  // A quick look over the shoulder and back.
  [14.6, 1.4, -6.3, 190, 0],
  [15.2, 1.4, -6.3, 64, -8],
  [17, 0, -9, -20, 0],
  [22, -0.3, -19, -75, -5],
  [27, -1.6, -20.4, -95, -14],
  [31, -1.7, -20.5, -90, -16],
  [36, 0, -34, 10, 0],
  [41, 0.3, -50, 0, 2],
  // At the end of the hall, all around.
  [44, 0, -57, 90, 0],
  [47, 0, -57, 180, 0],
  [52, 0, -40, 180, -3],
  [56, 0, -40, 180, -3],
];

export const WALK_SECONDS = 56;

export function walkAt(seconds: number): Standpoint {
  let i = 1;
  while (i < WALK.length - 1 && (WALK[i]?.[0] ?? 0) < seconds) i++;
  const [from, to] = [WALK[i - 1], WALK[i]];
  if (!from || !to) throw new Error('a walk of two points at least');
  const t = Math.min(1, Math.max(0, (seconds - from[0]) / (to[0] - from[0])));
  // Starts and stops as a body does.
  const s = t * t * (3 - 2 * t);
  const at = (k: 1 | 2 | 3 | 4): number => from[k] + (to[k] - from[k]) * s;
  // A head is never quite still.
  const sway = Math.sin(seconds * 5.1) * 0.004;
  return {
    position: [at(1) + sway, EYES + sway, at(2)],
    yaw: (at(3) * Math.PI) / 180 + sway,
    pitch: (at(4) * Math.PI) / 180,
  };
}
