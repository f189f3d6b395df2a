/** The lamps of a hall, worked out from its plan: a spot over every relic, washes along the walls, light from the doors. */
import type { Vec3 } from '#shared/vec.ts';
import { normalize, subtract } from '#shared/vec.ts';
import { fromFrame, type Exhibit, type HallPlan } from '#tour/gallery/plan.ts';

export interface Lamp {
  readonly position: Vec3;
  /** Where it shines, unit length. */
  readonly direction: Vec3;
  /** Radiant intensity along it, each of red, green and blue. */
  readonly intensity: Vec3;
  /** Cosines of the angle within which it shines fully, and beyond which not at all. */
  readonly inner: number;
  readonly outer: number;
  /** Beyond this distance along the floor it lights nothing. */
  readonly reach: number;
  /** What it was hung for; its own shadow falls from there. */
  readonly exhibit: Exhibit | null;
}

/** Below the ceiling, and how far before a relic, towards its front. */
const DROP = 0.42;
const BEFORE = 0.3;
/** Light that falls on a relic's middle, wherever the lamp hangs. */
const ON_RELIC = 2.9;
const WARM: Vec3 = [1, 0.9, 0.76];
const WASH: Vec3 = [1, 0.84, 0.64];
/** Daylight of early evening beyond a door. */
const OUTSIDE: Vec3 = [0.98, 0.86, 0.72];
const BETWEEN_WASHES = 2.6;
const MOST_WASHES_A_WALL = 24;

export function hangLamps(plan: HallPlan): Lamp[] {
  return [...plan.exhibits.map((exhibit) => spotOver(exhibit, plan.height)), ...washWalls(plan), ...lightDoors(plan)];
}

function spotOver(exhibit: Exhibit, height: number): Lamp {
  const { middle, turn, size } = exhibit;
  const isOnWall = exhibit.support?.kind === 'console' || exhibit.assetId === null;
  const high = height - DROP;
  const above = Math.max(0.8, high - middle[1]);
  const before = isOnWall ? 0.62 * above : BEFORE * above;
  const position = fromFrame(middle[0], middle[2], turn, [0, high, before]);
  const direction = normalize(subtract(middle, position));
  const distance = Math.hypot(...subtract(middle, position));
  const wide = Math.max(0.34, 0.62 * Math.hypot(size[0], size[2]) + 0.12, 0.5 * size[1]);
  const angle = Math.atan(wide / distance);
  const strength = ON_RELIC * distance * distance * (exhibit.assetId === null ? 0.55 : 1);
  return {
    position,
    direction,
    intensity: scale(WARM, strength),
    inner: Math.cos(angle * 0.55),
    outer: Math.cos(Math.min(1.2, angle * 2.05)),
    reach: Math.tan(Math.min(1.2, angle * 2.05)) * high + before + 0.4,
    exhibit,
  };
}

/** Lamps in a row along each wall, shining down it at a slant, so that it is lit in scallops. */
function washWalls({ width, depth, height }: HallPlan): Lamp[] {
  const lamps: Lamp[] = [];
  for (const [length, far, turns] of [
    [width, depth / 2, [0, Math.PI]],
    [depth, width / 2, [Math.PI / 2, -Math.PI / 2]],
  ] as const) {
    const count = Math.min(MOST_WASHES_A_WALL, Math.max(2, Math.round(length / BETWEEN_WASHES)));
    for (const turn of turns) {
      for (let i = 0; i < count; i++) {
        const along = ((i + 0.5) / count - 0.5) * length;
        // In the frame of the wall: its front looks into the room along +Z.
        const position = fromFrame(0, 0, turn, [along, height - 0.3, 0.75 - far]);
        const aim = fromFrame(0, 0, turn, [along, height * 0.3, -far]);
        lamps.push({
          position,
          direction: normalize(subtract(aim, position)),
          intensity: scale(WASH, 1.7),
          inner: Math.cos(0.28),
          outer: Math.cos(0.95),
          reach: 3.4,
          exhibit: null,
        });
      }
    }
  }
  return lamps;
}

function lightDoors({ doorways }: HallPlan): Lamp[] {
  return doorways.map(({ x, z, turn, height }) => {
    const position = fromFrame(x, z, turn, [0, height * 0.62, -0.35]);
    const aim = fromFrame(x, z, turn, [0, 0.2, 1.6]);
    return {
      position,
      direction: normalize(subtract(aim, position)),
      intensity: scale(OUTSIDE, 1.5),
      inner: Math.cos(0.3),
      outer: Math.cos(1.15),
      reach: 4.6,
      exhibit: null,
    };
  });
}

function scale(colour: Vec3, factor: number): Vec3 {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
}
